//! The sequences of steps behind each safe write. The order is the whole point: data is synced before a name points at it, and a name is
//! acknowledged only after its folder is synced.

use super::DiskPath;
use std::io;

const TEMPORARY_END: &str = ".footbridge-tmp";

/// The steps an operating system offers. None of them is safe alone.
pub(crate) trait Steps {
    /// An open file.
    type File;
    /// Opens for writing at the end, making the file when missing; says whether it was made.
    fn open_at_end(&self, path: &DiskPath) -> io::Result<(Self::File, bool)>;
    /// Opens an empty file for writing, whatever stood there.
    fn open_empty(&self, path: &DiskPath) -> io::Result<Self::File>;
    /// Writes all bytes; may stop halfway.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;
    /// Makes the file's bytes durable.
    fn sync(&self, file: &Self::File) -> io::Result<()>;
    /// Gives a file another name, replacing what had it.
    fn rename(&self, from: &DiskPath, to: &DiskPath) -> io::Result<()>;
    /// Takes a name away.
    fn unlink(&self, path: &DiskPath) -> io::Result<()>;
    /// Makes one folder.
    fn make_folder(&self, folder: &DiskPath) -> io::Result<()>;
    /// Makes a folder's names durable.
    fn sync_folder(&self, folder: &DiskPath) -> io::Result<()>;
}

/// See [`super::Disk::append_and_sync`].
pub(crate) fn append_and_sync<S: Steps>(on: &S, path: &DiskPath, bytes: &[u8]) -> io::Result<()> {
    let (mut file, made) = on.open_at_end(path)?;
    on.write(&mut file, bytes)?;
    on.sync(&file)?;
    if made { sync_folder_of(on, path) } else { Ok(()) }
}

/// See [`super::Disk::write_atomically`].
pub(crate) fn write_atomically<S: Steps>(on: &S, path: &DiskPath, bytes: &[u8]) -> io::Result<()> {
    let temporary = path.beside(".", TEMPORARY_END);
    let written = write_and_sync(on, &temporary, bytes).and_then(|()| on.rename(&temporary, path));
    if let Err(error) = written {
        // A leftover costs nothing and the next write of this file replaces it, so the first fault is the one to tell.
        let _ = on.unlink(&temporary);
        return Err(error);
    }
    sync_folder_of(on, path)
}

fn write_and_sync<S: Steps>(on: &S, path: &DiskPath, bytes: &[u8]) -> io::Result<()> {
    let mut file = on.open_empty(path)?;
    on.write(&mut file, bytes)?;
    on.sync(&file)
}

/// See [`super::Disk::remove`].
pub(crate) fn remove<S: Steps>(on: &S, path: &DiskPath) -> io::Result<()> {
    match on.unlink(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync_folder_of(on, path),
    }
}

/// See [`super::Disk::create_folder_all`].
pub(crate) fn create_folder_all<S: Steps>(on: &S, folder: &DiskPath) -> io::Result<()> {
    let Some(above) = folder.parent() else { return on.sync_folder(folder) };
    create_folder_all(on, &above)?;
    match on.make_folder(folder) {
        // Synced even when it was there: whoever made it may have lost power before syncing.
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    on.sync_folder(&above)?;
    on.sync_folder(folder)
}

fn sync_folder_of<S: Steps>(on: &S, path: &DiskPath) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| on.sync_folder(&folder))
}

/// Whether a name is that of an unfinished atomic write.
pub(crate) fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(TEMPORARY_END)
}
