use crate::act::Act;
use crate::event::{DeviceId, Event};
use crate::folder::{Read, ReadError, file_name, journal_files, read_folder};
use crate::line::{Stamp, make_event, write_line};
use crate::reader::read_lines;
use crate::{Disk, DiskCause, DiskError, DiskPath, EntryKind};
use footbridge_diagnostic::Diagnostic;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A clock this much behind the last event is worth a word; less is the ordinary correction of a clock.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_secs(2);

/// One device's pen on one journal folder: it remembers what it has seen, so that it can number and date the next event.
///
/// The caller holds the folder's lock while it appends. Another process of the same device may append between two locks;
/// [`Journal::is_current`] tells, and an append looks again by itself.
#[derive(Debug)]
pub struct Journal {
    disk: Arc<dyn Disk>,
    folder: DiskPath,
    device: DeviceId,
    last_at: Option<Timestamp>,
    last_seq: u64,
    /// Files with their lengths, as last seen.
    files: BTreeMap<DiskPath, u64>,
    /// Files that do not end with a whole line, or may not: a write to them failed.
    unfinished: BTreeSet<DiskPath>,
    /// The file whose name is known to be durable and whose end is known to be a whole line.
    ready: Option<DiskPath>,
    /// Whether lines came from elsewhere that the caller of `open` was not given.
    has_missed: bool,
}

/// An event that is on the disk and survives a loss of power.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The event.
    pub event: Event,
    /// Said when the clock stands before the last event.
    pub finding: Option<Diagnostic>,
}

/// An act could not be recorded.
///
/// It may still stand in the file, as after any write that was not confirmed: [`Journal::is_current`] tells. Recording it again makes
/// another event.
#[derive(Debug, thiserror::Error)]
#[error("this was not recorded in the journal; nothing recorded before is lost")]
pub struct AppendError {
    /// What the disk refused.
    #[source]
    pub source: DiskError,
}

impl From<DiskError> for AppendError {
    fn from(source: DiskError) -> Self {
        Self { source }
    }
}

impl Journal {
    /// Reads a folder and gets ready to append to it. Nothing is written until the first act.
    pub fn open(disk: Arc<dyn Disk>, folder: DiskPath, device: DeviceId) -> Result<(Self, Read), ReadError> {
        let read = read_folder(&*disk, &folder)?;
        let last_seq = read.last_seq_by_device.get(&device).copied().unwrap_or(0);
        let (files, unfinished) = (read.files.clone(), read.unfinished.clone());
        let journal = Self { disk, folder, device, last_at: read.last_at, last_seq, files, unfinished, ready: None, has_missed: false };
        Ok((journal, read))
    }

    /// Whether the folder holds what was read when this journal was opened and what it appended since, and nothing else. When it does
    /// not, open it again and fold anew. An append does not change the answer.
    pub fn is_current(&self) -> Result<bool, DiskError> {
        Ok(!self.has_missed && self.is_as_last_seen()?)
    }

    fn is_as_last_seen(&self) -> Result<bool, DiskError> {
        Ok(journal_files(&*self.disk, &self.folder)? == self.files)
    }

    /// Time of the latest event seen.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.last_at
    }

    /// What to say when the clock stands noticeably before the last event.
    pub fn clock_finding(&self, now: Timestamp) -> Option<Diagnostic> {
        let last = self.last_at.filter(|last| last.duration_since(now) > CLOCK_TOLERANCE)?;
        let finding = Diagnostic::warning(
            "journal-clock-behind",
            format!("The clock of this device says {now:.0}, but the last event is dated {last:.0}; new events are dated after it."),
        );
        Some(
            finding.help("Set the clock of this device. If another device's clock was ahead, events keep their order and nothing is lost."),
        )
    }

    /// Records an act: dated `now` or one millisecond after the last event seen, whichever is later. Once this returns `Ok`, the event
    /// survives a loss of power.
    pub fn append(&mut self, act: Act, now: Timestamp) -> Result<Appended, AppendError> {
        self.look_again()?;
        let finding = self.clock_finding(now);
        let at = self.next_time(now);
        let path = self.folder.join(&file_name(self.device, at)).expect("a device's name and a month are safe in a path");
        if self.ready.as_ref() != Some(&path) {
            self.make_ready()?;
        }
        let seq = self.last_seq.saturating_add(1);
        let event = make_event(Stamp { device: self.device, seq, at }, act);
        let line = write_line(&event);
        // Until the disk confirms, the file's end is unknown.
        self.ready = None;
        self.unfinished.insert(path.clone());
        self.disk.append_and_sync(&path, line.as_bytes())?;
        *self.files.entry(path.clone()).or_default() += line.len() as u64;
        self.unfinished.remove(&path);
        self.ready = Some(path);
        self.last_at = Some(at);
        self.last_seq = seq;
        Ok(Appended { event, finding })
    }

    fn next_time(&self, now: Timestamp) -> Timestamp {
        let now = whole_milliseconds(now);
        let after_last = self.last_at.map(|last| {
            let next = last.as_millisecond().saturating_add(1);
            Timestamp::from_millisecond(next).unwrap_or(Timestamp::MAX)
        });
        after_last.map_or(now, |after_last| now.max(after_last))
    }

    /// Takes note of lines that came from elsewhere, or from a write that failed, since this journal last looked.
    fn look_again(&mut self) -> Result<(), AppendError> {
        if self.is_as_last_seen()? {
            return Ok(());
        }
        let read = read_folder(&*self.disk, &self.folder).map_err(|error| error.source)?;
        self.last_at = self.last_at.max(read.last_at);
        self.last_seq = self.last_seq.max(read.last_seq_by_device.get(&self.device).copied().unwrap_or(0));
        self.has_missed = true;
        self.files = read.files;
        self.unfinished.extend(read.unfinished);
        self.ready = None;
        Ok(())
    }

    /// Before the first append to a file: its name must be durable, also when a process that made it was stopped before it could see to
    /// that, and this device's files must end with whole lines.
    fn make_ready(&mut self) -> Result<(), DiskError> {
        self.disk.create_folder_all(&self.folder)?;
        let ours = format!("{}-", self.device);
        let unfinished: Vec<DiskPath> = self.unfinished.iter().filter(|path| path.name().starts_with(&ours)).cloned().collect();
        for path in unfinished {
            self.settle(&path)?;
            self.unfinished.remove(&path);
        }
        Ok(())
    }

    /// Makes a file end with a whole line: a torn piece is moved to a file beside it, and a missing line break is added.
    ///
    /// The file is rewritten whole even when it looks right: after a write that failed, what is read may not be on the disk.
    fn settle(&mut self, path: &DiskPath) -> Result<(), DiskError> {
        let bytes = match self.disk.read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.cause() == DiskCause::Missing => return Ok(()),
            Err(error) => return Err(error),
        };
        let lines = read_lines(&bytes);
        let mut whole = bytes;
        if let Some(torn) = lines.torn {
            self.set_aside(path, &whole[torn.clone()])?;
            whole.truncate(torn.start);
        } else if lines.lacks_line_break {
            whole.push(b'\n');
        }
        self.disk.write_atomically(path, &whole)?;
        self.files.insert(path.clone(), whole.len() as u64);
        Ok(())
    }

    fn set_aside(&self, path: &DiskPath, piece: &[u8]) -> Result<(), DiskError> {
        for number in 1.. {
            let aside = path.beside("", &format!(".torn-{number}"));
            match self.disk.look(&aside)? {
                None => return self.disk.write_atomically(&aside, piece),
                // Set aside already, by an attempt that was interrupted before the file itself was mended.
                Some(entry) if entry.kind == EntryKind::File && self.disk.read(&aside)? == piece => return Ok(()),
                Some(_) => {}
            }
        }
        Ok(())
    }
}

fn whole_milliseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
