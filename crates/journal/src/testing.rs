//! A disk in memory that fails on demand, for tests.
//!
//! It keeps apart what was written and what would survive a loss of power. Until a file is synced any part of its new bytes may be lost
//! or turned to zeros; until a folder is synced, its new, changed and removed names may each come true or not. After a sync that
//! failed, the bytes it was for are read back from memory but never reach the disk unless they are written again, as on Linux.

use crate::disk::steps::{self, Steps};
use crate::{Disk, DiskAct, DiskError, DiskPath, Entry, EntryKind};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What goes wrong at one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The step fails and has no effect.
    Fails(io::ErrorKind),
    /// A write stops halfway and fails; any other step fails.
    StopsHalfway(io::ErrorKind),
    /// The machine loses power during the step: a write stops halfway, and everything fails until [`FaultyDisk::restart`].
    LosesPower,
}

/// A disk in memory that can fail at one chosen step.
///
/// Steps that change something are counted from 0: opening a file that has to be made, writing, syncing, renaming, unlinking, making a
/// folder, syncing a folder.
#[derive(Debug, Default)]
pub struct FaultyDisk {
    memory: Mutex<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    files: Vec<Bytes>,
    /// Names as programs see them.
    names: BTreeMap<DiskPath, Node>,
    /// Names that survive a loss of power.
    durable_names: BTreeMap<DiskPath, Node>,
    steps: u64,
    planned: Option<(u64, Fault)>,
    is_without_power: bool,
    is_read_only: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Debug, Default)]
struct Bytes {
    /// As programs see them.
    now: Vec<u8>,
    /// As they survive a loss of power.
    durable: Vec<u8>,
    /// Stretches whose sync failed: they are seen but do not survive.
    forgotten: Vec<Range<usize>>,
}

impl FaultyDisk {
    /// An empty disk that works.
    pub fn new() -> Self {
        Self::default()
    }

    /// A disk that holds these files, safely, and works.
    pub fn with_files(files: &BTreeMap<DiskPath, Vec<u8>>) -> Self {
        let disk = Self::new();
        for (path, bytes) in files {
            let folder = path.parent().unwrap_or_else(DiskPath::root);
            disk.create_folder_all(&folder).and_then(|()| disk.write_atomically(path, bytes)).expect("a disk without faults works");
        }
        disk.memory().steps = 0;
        disk
    }

    /// Plans a fault at a step, counted from the first of this disk; `None` plans that nothing fails.
    pub fn plan(&self, fault: Option<(u64, Fault)>) {
        self.memory().planned = fault;
    }

    /// Number of steps taken so far.
    pub fn steps(&self) -> u64 {
        self.memory().steps
    }

    /// Makes every step that changes something fail as on a read-only file system, or no longer.
    pub fn set_read_only(&self, is_read_only: bool) {
        self.memory().is_read_only = is_read_only;
    }

    /// Cuts the power, if it is on, and starts again with what survived; `seed` decides what of the unsynced did. The planned fault is gone.
    pub fn restart(&self, seed: u64) {
        let mut memory = self.memory();
        let mut chance = Chance(seed);
        memory.lose_unsynced_bytes(&mut chance);
        memory.lose_unsynced_names(&mut chance);
        memory.planned = None;
        memory.is_without_power = false;
    }

    /// Goes on after the process alone was killed: nothing that was written is lost yet. The planned fault is gone.
    pub fn carry_on(&self) {
        let mut memory = self.memory();
        memory.planned = None;
        memory.is_without_power = false;
    }

    /// All files as programs see them, unfinished temporary ones included.
    pub fn files(&self) -> BTreeMap<DiskPath, Vec<u8>> {
        let memory = self.memory();
        let file = |(path, node): (&DiskPath, &Node)| match node {
            Node::File(file) => Some((path.clone(), memory.files[*file].now.clone())),
            Node::Folder => None,
        };
        memory.names.iter().filter_map(file).collect()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// Counts a step and says what it is to do: succeed, or fail after doing a part in halves.
    fn step(&mut self) -> Result<(), (io::Error, bool)> {
        if self.is_without_power {
            return Err((io::Error::other("the machine is without power"), false));
        }
        if self.is_read_only {
            return Err((io::ErrorKind::ReadOnlyFilesystem.into(), false));
        }
        let step = self.steps;
        self.steps += 1;
        match self.planned {
            Some((at, fault)) if at == step => Err(match fault {
                Fault::Fails(kind) => (kind.into(), false),
                Fault::StopsHalfway(kind) => (kind.into(), true),
                Fault::LosesPower => {
                    self.is_without_power = true;
                    (io::Error::other("the machine lost power"), true)
                }
            }),
            _ => Ok(()),
        }
    }

    fn whole_step(&mut self) -> io::Result<()> {
        self.step().map_err(|(error, _)| error)
    }

    fn node(&self, path: &DiskPath) -> io::Result<Node> {
        if self.is_without_power {
            return Err(io::Error::other("the machine is without power"));
        }
        if *path == DiskPath::root() {
            return Ok(Node::Folder);
        }
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn folder_of(&self, path: &DiskPath) -> io::Result<()> {
        match path.parent().map_or(Ok(Node::Folder), |folder| self.node(&folder))? {
            Node::Folder => Ok(()),
            Node::File(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    fn file(&self, path: &DiskPath) -> io::Result<usize> {
        match self.node(path)? {
            Node::File(file) => Ok(file),
            Node::Folder => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn make_file(&mut self, path: &DiskPath) -> io::Result<usize> {
        self.folder_of(path)?;
        self.whole_step()?;
        self.files.push(Bytes::default());
        self.names.insert(path.clone(), Node::File(self.files.len() - 1));
        Ok(self.files.len() - 1)
    }

    fn entry(&self, path: &DiskPath, node: Node) -> Entry {
        let (kind, bytes) = match node {
            Node::Folder => (EntryKind::Folder, 0),
            Node::File(file) => (EntryKind::File, self.files[file].now.len() as u64),
        };
        Entry { name: path.name().to_owned(), kind, bytes, is_link: false }
    }

    fn lose_unsynced_bytes(&mut self, chance: &mut Chance) {
        for file in &mut self.files {
            let common = file.now.iter().zip(&file.durable).take_while(|(now, durable)| now == durable).count();
            let is_appended = common == file.durable.len();
            if is_appended {
                let kept = common + chance.below(file.now.len() - common + 1);
                let mut survivor = file.now[..kept].to_vec();
                let zeroed = chance.below(3) == 0;
                survivor[common..].iter_mut().filter(|_| zeroed).for_each(|byte| *byte = 0);
                file.durable = survivor;
            }
            zero(&mut file.durable, &file.forgotten);
            file.forgotten.clear();
            file.now.clone_from(&file.durable);
        }
    }

    fn lose_unsynced_names(&mut self, chance: &mut Chance) {
        let paths: BTreeSet<DiskPath> = self.names.keys().chain(self.durable_names.keys()).cloned().collect();
        let mut survivors = BTreeMap::new();
        for path in paths {
            let (now, durable) = (self.names.get(&path), self.durable_names.get(&path));
            let node = if chance.below(2) == 0 { now } else { durable };
            let folder = path.parent().unwrap_or_else(DiskPath::root);
            let has_folder = folder == DiskPath::root() || survivors.contains_key(&folder);
            if let Some(node) = node.filter(|_| has_folder) {
                survivors.insert(path, *node);
            }
        }
        self.names.clone_from(&survivors);
        self.durable_names = survivors;
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &DiskPath) -> Result<Vec<u8>, DiskError> {
        let memory = self.memory();
        memory.file(path).map(|file| memory.files[file].now.clone()).map_err(refused(DiskAct::Read, path))
    }

    fn list(&self, folder: &DiskPath) -> Result<Vec<Entry>, DiskError> {
        let memory = self.memory();
        let refused = refused(DiskAct::List, folder);
        match memory.node(folder) {
            Err(error) => Err(refused(error)),
            Ok(Node::File(_)) => Err(refused(io::ErrorKind::NotADirectory.into())),
            Ok(Node::Folder) => {
                let inside = |path: &DiskPath| path.parent().as_ref() == Some(folder) && !steps::is_temporary(path.name());
                Ok(memory.names.iter().filter(|(path, _)| inside(path)).map(|(path, node)| memory.entry(path, *node)).collect())
            }
        }
    }

    fn look(&self, path: &DiskPath) -> Result<Option<Entry>, DiskError> {
        let memory = self.memory();
        match memory.node(path) {
            Ok(node) => Ok(Some(memory.entry(path, node))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(refused(DiskAct::Read, path)(error)),
        }
    }

    fn append_and_sync(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError> {
        steps::append_and_sync(self, path, bytes).map_err(refused(DiskAct::Write, path))
    }

    fn write_atomically(&self, path: &DiskPath, bytes: &[u8]) -> Result<(), DiskError> {
        steps::write_atomically(self, path, bytes).map_err(refused(DiskAct::Write, path))
    }

    fn remove(&self, path: &DiskPath) -> Result<(), DiskError> {
        steps::remove(self, path).map_err(refused(DiskAct::Remove, path))
    }

    fn remove_empty_folder(&self, folder: &DiskPath) -> Result<(), DiskError> {
        let mut memory = self.memory();
        let is_empty = !memory.names.keys().any(|path| path.parent().as_ref() == Some(folder));
        if matches!(memory.names.get(folder), Some(Node::Folder)) && is_empty {
            memory.whole_step().map_err(refused(DiskAct::Remove, folder))?;
            memory.names.remove(folder);
        }
        Ok(())
    }

    fn create_folder_all(&self, folder: &DiskPath) -> Result<(), DiskError> {
        steps::create_folder_all(self, folder).map_err(refused(DiskAct::CreateFolder, folder))
    }
}

impl Steps for FaultyDisk {
    type File = usize;

    fn open_at_end(&self, path: &DiskPath) -> io::Result<(usize, bool)> {
        let mut memory = self.memory();
        match memory.file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((memory.make_file(path)?, true)),
            found => Ok((found?, false)),
        }
    }

    fn open_empty(&self, path: &DiskPath) -> io::Result<usize> {
        let mut memory = self.memory();
        match memory.file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => memory.make_file(path),
            Err(error) => Err(error),
            Ok(file) => {
                memory.whole_step()?;
                memory.files[file].now.clear();
                memory.files[file].forgotten.clear();
                Ok(file)
            }
        }
    }

    fn write(&self, file: &mut usize, bytes: &[u8]) -> io::Result<()> {
        let mut memory = self.memory();
        let (written, result) = match memory.step() {
            Ok(()) => (bytes, Ok(())),
            Err((error, halfway)) => (&bytes[..if halfway { bytes.len() / 2 } else { 0 }], Err(error)),
        };
        memory.files[*file].now.extend_from_slice(written);
        result
    }

    fn sync(&self, file: &usize) -> io::Result<()> {
        let mut memory = self.memory();
        let stepped = memory.step();
        let lost_power = memory.is_without_power;
        let bytes = &mut memory.files[*file];
        match stepped {
            Ok(()) => {
                bytes.durable.clone_from(&bytes.now);
                zero(&mut bytes.durable, &bytes.forgotten);
                Ok(())
            }
            Err((error, _)) => {
                if !lost_power && bytes.durable.len() < bytes.now.len() {
                    bytes.forgotten.push(bytes.durable.len()..bytes.now.len());
                }
                Err(error)
            }
        }
    }

    fn rename(&self, from: &DiskPath, to: &DiskPath) -> io::Result<()> {
        let mut memory = self.memory();
        let file = memory.file(from)?;
        memory.folder_of(to)?;
        memory.whole_step()?;
        memory.names.remove(from);
        memory.names.insert(to.clone(), Node::File(file));
        Ok(())
    }

    fn unlink(&self, path: &DiskPath) -> io::Result<()> {
        let mut memory = self.memory();
        memory.file(path)?;
        memory.whole_step()?;
        memory.names.remove(path);
        Ok(())
    }

    fn make_folder(&self, folder: &DiskPath) -> io::Result<()> {
        let mut memory = self.memory();
        memory.folder_of(folder)?;
        if memory.names.contains_key(folder) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        memory.whole_step()?;
        memory.names.insert(folder.clone(), Node::Folder);
        Ok(())
    }

    fn sync_folder(&self, folder: &DiskPath) -> io::Result<()> {
        let mut memory = self.memory();
        memory.whole_step()?;
        let Memory { names, durable_names, .. } = &mut *memory;
        let inside = |path: &DiskPath| path.parent().as_ref() == Some(folder);
        durable_names.retain(|path, _| !inside(path));
        durable_names.extend(names.iter().filter(|(path, _)| inside(path)).map(|(path, node)| (path.clone(), *node)));
        Ok(())
    }
}

fn zero(bytes: &mut [u8], ranges: &[Range<usize>]) {
    for range in ranges {
        let end = range.end.min(bytes.len());
        if let Some(lost) = bytes.get_mut(range.start.min(end)..end) {
            lost.fill(0);
        }
    }
}

fn refused(act: DiskAct, path: &DiskPath) -> impl FnOnce(io::Error) -> DiskError {
    let path = path.clone();
    move |source| DiskError { act, path, source }
}

/// SplitMix64: small, seeded, good enough to choose what survives.
#[derive(Debug, Clone)]
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is at least 1.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next_number() % bound.max(1) as u64).unwrap_or(0)
    }
}
