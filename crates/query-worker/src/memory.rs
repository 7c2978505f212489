//! An allocator with a ceiling.
//!
//! The engine's own memory pool counts sorts and joins, but not what a function such as `repeat` makes, so the ceiling sits below
//! everything. Past it the process ends at once with [`EXIT_OUT_OF_MEMORY`], which the parent tells apart from a crash.

use footbridge_query::protocol::EXIT_OUT_OF_MEMORY;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The system's allocator, counted.
pub(crate) struct Bounded {
    used: AtomicUsize,
    ceiling: AtomicUsize,
}

impl Bounded {
    /// Without a ceiling until [`Bounded::limit`] sets one.
    pub(crate) const fn new() -> Self {
        Self { used: AtomicUsize::new(0), ceiling: AtomicUsize::new(usize::MAX) }
    }

    /// Sets the ceiling in bytes.
    pub(crate) fn limit(&self, bytes: usize) {
        self.ceiling.store(bytes, Ordering::Relaxed);
    }

    fn take(&self, bytes: usize) {
        let before = self.used.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > self.ceiling.load(Ordering::Relaxed) {
            end();
        }
    }

    fn give_back(&self, bytes: usize) {
        self.used.fetch_sub(bytes, Ordering::Relaxed);
    }
}

#[expect(unsafe_code, reason = "_exit is the one way to end that neither allocates nor runs handlers")]
fn end() -> ! {
    // SAFETY: _exit takes any status and does not return.
    unsafe { libc::_exit(EXIT_OUT_OF_MEMORY) }
}

fn granted(pointer: *mut u8) -> *mut u8 {
    if pointer.is_null() {
        end();
    }
    pointer
}

#[expect(unsafe_code, reason = "a global allocator is an unsafe trait; every call is passed on unchanged")]
// SAFETY: all four methods forward their arguments to `System`, which upholds the contract; counting does not touch the memory.
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        self.take(layout.size());
        // SAFETY: the caller's promise about `layout` is passed on.
        granted(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        self.take(layout.size());
        // SAFETY: the caller's promise about `layout` is passed on.
        granted(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        self.give_back(layout.size());
        // SAFETY: the caller's promise about `pointer` and `layout` is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        self.take(size);
        // SAFETY: the caller's promise about `pointer`, `layout` and `size` is passed on.
        let grown = granted(unsafe { System.realloc(pointer, layout, size) });
        self.give_back(layout.size());
        grown
    }
}
