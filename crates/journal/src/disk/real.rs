use super::contained::stays_inside;
use super::steps::{self, Steps};
use super::{Disk, DiskAct, DiskError, DiskPath, Entry, EntryKind};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A folder of the operating system.
#[derive(Debug)]
pub struct RealDisk {
    root: PathBuf,
    // Two threads must not write the same temporary file; other processes are kept out by the folder's lock, which is the caller's.
    writing: Mutex<()>,
}

impl RealDisk {
    /// The disk rooted at a folder, which need not exist yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), writing: Mutex::new(()) }
    }

    /// The folder every path is relative to.
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn full(&self, path: &DiskPath) -> PathBuf {
        path.as_str().split('/').filter(|name| !name.is_empty()).fold(self.root.clone(), |full, name| full.join(name))
    }

    /// Refuses what links lead elsewhere.
    fn inside(&self, act: DiskAct, path: &DiskPath) -> Result<PathBuf, DiskError> {
        let full = self.full(path);
        stays_inside(&self.root, &full, path).map_err(refused(act, path))?;
        Ok(full)
    }

    /// A write replaces the file itself, be it a link; only the folder that holds it must be in place.
    fn folder_inside(&self, act: DiskAct, path: &DiskPath) -> Result<(), DiskError> {
        self.inside(act, &path.parent().unwrap_or_else(DiskPath::root)).map(|_| ())
    }

    fn writing(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Disk for RealDisk {
    fn read(&self, path: &DiskPath) -> Result<Vec<u8>, DiskError> {
        fs::read(self.inside(DiskAct::Read, path)?).map_err(refused(DiskAct::Read, path))
    }

    fn list(&self, folder: &DiskPath) -> Result<Vec<Entry>, DiskError> {
        let leads_out = |name: &str| folder.join(name).is_ok_and(|below| stays_inside(&self.root, &self.full(&below), &below).is_err());
        list(&self.inside(DiskAct::List, folder)?, leads_out).map_err(refused(DiskAct::List, folder))
    }

    fn look(&self, path: &DiskPath) -> Result<Option<Entry>, DiskError> {
        match fs::metadata(self.full(path)) {
            Ok(found) => {
                let is_link = fs::symlink_metadata(self.full(path)).is_ok_and(|there| there.is_symlink());
                Ok(Some(Entry { is_link, ..entry(path.name().to_owned(), &found) }))
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(refused(DiskAct::Read, path)(error)),
        }
    }

    fn append_and_sync(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError> {
        self.inside(DiskAct::Write, path)?;
        let _one_at_a_time = self.writing();
        steps::append_and_sync(self, path, bytes).map_err(refused(DiskAct::Write, path))
    }

    fn write_atomically(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError> {
        self.folder_inside(DiskAct::Write, path)?;
        let _one_at_a_time = self.writing();
        steps::write_atomically(self, path, bytes).map_err(refused(DiskAct::Write, path))
    }

    fn remove(&self, path: &DiskPath) -> Result<(), DiskError> {
        self.folder_inside(DiskAct::Remove, path)?;
        steps::remove(self, path).map_err(refused(DiskAct::Remove, path))
    }

    fn remove_empty_folder(&self, folder: &DiskPath) -> Result<(), DiskError> {
        self.folder_inside(DiskAct::Remove, folder)?;
        match fs::remove_dir(self.full(folder)) {
            Err(error)
                if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::DirectoryNotEmpty) =>
            {
                Err(refused(DiskAct::Remove, folder)(error))
            }
            _ => Ok(()),
        }
    }

    fn create_folder_all(&self, folder: &DiskPath) -> Result<(), DiskError> {
        fs::create_dir_all(&self.root).map_err(refused(DiskAct::CreateFolder, &DiskPath::root()))?;
        self.inside(DiskAct::CreateFolder, folder)?;
        steps::create_folder_all(self, folder).map_err(refused(DiskAct::CreateFolder, folder))
    }
}

impl Steps for RealDisk {
    type File = File;

    fn open_at_end(&self, path: &DiskPath) -> io::Result<(File, bool)> {
        let full = self.full(path);
        match OpenOptions::new().append(true).open(&full) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((OpenOptions::new().append(true).create(true).open(&full)?, true)),
            opened => Ok((opened?, false)),
        }
    }

    fn open_empty(&self, path: &DiskPath) -> io::Result<File> {
        File::create(self.full(path))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &DiskPath, to: &DiskPath) -> io::Result<()> {
        fs::rename(self.full(from), self.full(to))
    }

    fn unlink(&self, path: &DiskPath) -> io::Result<()> {
        fs::remove_file(self.full(path))
    }

    fn make_folder(&self, folder: &DiskPath) -> io::Result<()> {
        fs::create_dir(self.full(folder))
    }

    fn sync_folder(&self, folder: &DiskPath) -> io::Result<()> {
        sync_folder(&self.full(folder))
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network and user-space file systems cannot sync a folder; they order names themselves.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    // Windows has no such call; NTFS journals names itself.
    Ok(())
}

fn list(folder: &Path, leads_out: impl Fn(&str) -> bool) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for found in fs::read_dir(folder)? {
        let found = found?;
        let name = match found.file_name().into_string() {
            Ok(name) if steps::is_temporary(&name) => continue,
            Ok(name) => name,
            Err(name) => {
                entries.push(other(name.to_string_lossy().into_owned()));
                continue;
            }
        };
        let is_link = found.file_type().is_ok_and(|there| there.is_symlink());
        if is_link && leads_out(&name) {
            entries.push(Entry { is_link, ..other(name) });
            continue;
        }
        match fs::metadata(found.path()) {
            Ok(metadata) => entries.push(Entry { is_link, ..entry(name, &metadata) }),
            Err(_) if is_link => entries.push(Entry { is_link, ..other(name) }),
            // Removed meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

fn entry(name: String, metadata: &fs::Metadata) -> Entry {
    match metadata.file_type() {
        kind if kind.is_dir() => Entry { name, kind: EntryKind::Folder, bytes: 0, is_link: false },
        kind if kind.is_file() => Entry { name, kind: EntryKind::File, bytes: metadata.len(), is_link: false },
        _ => other(name),
    }
}

fn other(name: String) -> Entry {
    Entry { name, kind: EntryKind::Other, bytes: 0, is_link: false }
}

fn refused(act: DiskAct, path: &DiskPath) -> impl FnOnce(io::Error) -> DiskError {
    let path = path.clone();
    move |source| DiskError { act, path, source }
}
