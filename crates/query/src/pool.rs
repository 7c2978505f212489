//! A few warm workers.

use crate::failure::Broken;
use crate::source::Opened;
use crate::worker::Worker;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Workers waiting for work, and how many are out.
pub(crate) struct Pool {
    program: PathBuf,
    size: usize,
    memory_bytes: u64,
    recycle_after: u32,
    state: Mutex<State>,
    returned: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Worker>,
    out: usize,
}

/// A worker on loan, returned to the pool when dropped.
pub(crate) struct Lease<'pool> {
    pool: &'pool Pool,
    worker: Option<Worker>,
}

impl Pool {
    pub(crate) fn new(program: PathBuf, size: usize, memory_bytes: u64, recycle_after: u32) -> Self {
        Self { program, size: size.max(1), memory_bytes, recycle_after, state: Mutex::default(), returned: Condvar::new() }
    }

    /// A worker, if possible one that already has these files; waits while all are out.
    pub(crate) fn lease(&self, opened: &[Opened]) -> Lease<'_> {
        let mut state = self.state();
        while state.idle.is_empty() && state.out >= self.size {
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.out += 1;
        let best = (0..state.idle.len()).max_by_key(|&at| state.idle[at].knows(opened));
        let worker = best.map(|at| state.idle.swap_remove(at));
        Lease { pool: self, worker }
    }

    fn start(&self) -> Result<Worker, Broken> {
        Worker::start(&self.program, self.memory_bytes)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease<'_> {
    /// The worker, started now if none was waiting.
    pub(crate) fn worker(&mut self) -> Result<&mut Worker, Broken> {
        let worker = match self.worker.take() {
            Some(worker) => worker,
            None => self.pool.start()?,
        };
        Ok(self.worker.insert(worker))
    }

    /// Buries the worker and puts a fresh one in its place, so that the next command finds it warm.
    pub(crate) fn renew(&mut self) {
        drop(self.worker.take());
        self.worker = self.pool.start().ok();
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let worn = self.worker.as_ref().is_some_and(|worker| worker.is_worn(self.pool.recycle_after));
        if worn {
            self.renew();
        }
        let mut state = self.pool.state();
        state.out -= 1;
        state.idle.extend(self.worker.take());
        drop(state);
        self.pool.returned.notify_one();
    }
}
