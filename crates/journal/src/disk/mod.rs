//! The one seam through which Footbridge touches the learner's folder.
//!
//! [`RealDisk`] is a folder of the operating system; with the feature `testing` there is an in-memory disk that fails on demand. Both run
//! the same sequences of steps, in `steps`, so what the tests prove about the order of writes and syncs holds for the real one.

mod contained;
mod error;
mod path;
mod real;
pub(crate) mod steps;

pub use error::{DiskAct, DiskCause, DiskError};
pub use path::{BadDiskPath, DiskPath};
pub use real::RealDisk;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A file with bytes.
    File,
    /// A folder.
    Folder,
    /// What cannot be read as either: a pipe, a socket, a device, a link that leads nowhere, or anything whose name is no UTF-8. Such a name
    /// is given with the bytes that are none replaced, for a person to recognise; it leads to nothing.
    Other,
}

/// One thing in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its last name.
    pub name: String,
    /// File, folder or something else. Links are followed.
    pub kind: EntryKind,
    /// Length of a file in bytes; 0 for anything else.
    pub bytes: u64,
    /// The name leads to what stands elsewhere.
    pub is_link: bool,
}

/// The learner's folder, whatever it is made of. Every path is relative to it.
///
/// A method that writes returns only once the change survives a loss of power.
pub trait Disk: std::fmt::Debug + Send + Sync {
    /// All bytes of a file.
    fn read(&self, path: &DiskPath) -> Result<Vec<u8>, DiskError>;

    /// Everything a folder holds, by name; only unfinished temporary files of ours are left out.
    fn list(&self, folder: &DiskPath) -> Result<Vec<Entry>, DiskError>;

    /// What stands at a path, or `None` when there is nothing.
    fn look(&self, path: &DiskPath) -> Result<Option<Entry>, DiskError>;

    /// Adds bytes at the end of a file, which is made when missing: one write, one sync.
    ///
    /// After an error any part of `bytes`, all included, may stand in the file and may or may not survive.
    fn append_and_sync(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError>;

    /// Replaces or makes a whole file: after an error or a loss of power it holds the old bytes or the new ones, never a mixture.
    fn write_atomically(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError>;

    /// Removes a file; it is no error when there is none.
    fn remove(&self, path: &DiskPath) -> Result<(), DiskError>;

    /// Removes a folder in which nothing stands; it is no error when there is none, or when something stands in it.
    fn remove_empty_folder(&self, folder: &DiskPath) -> Result<(), DiskError>;

    /// Makes a folder and those above it, and makes the names in them durable; it is no error when it is there.
    fn create_folder_all(&self, folder: &DiskPath) -> Result<(), DiskError>;

    /// Whether something stands at a path.
    fn exists(&self, path: &DiskPath) -> Result<bool, DiskError> {
        Ok(self.look(path)?.is_some())
    }
}
