use crate::event::{DeviceId, Event, EventId};
use crate::line::Stamp;
use crate::reader::{Found, LineProblem, LineProblemKind, for_each_line};
use crate::{Disk, DiskCause, DiskError, DiskPath, findings};
use footbridge_diagnostic::Diagnostic;
use jiff::{Timestamp, tz::TimeZone};
use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry as Slot};

/// What the files of one journal folder hold.
#[derive(Debug, Default)]
pub struct Read {
    /// Every event once, in no order that means anything; [`crate::State::fold`] orders them.
    pub events: Vec<Event>,
    /// What a person should know about the files: torn, foreign, newer, damaged, repeated lines, clocks that went back.
    pub findings: Vec<Diagnostic>,
    /// The latest time in any line that carries one.
    pub last_at: Option<Timestamp>,
    pub(crate) last_seq_by_device: BTreeMap<DeviceId, u64>,
    /// Files with their lengths in bytes.
    pub(crate) files: BTreeMap<DiskPath, u64>,
    /// Files that do not end with a whole line.
    pub(crate) unfinished: BTreeSet<DiskPath>,
}

/// A journal folder could not be read.
#[derive(Debug, thiserror::Error)]
#[error("the journal in `{folder}` could not be read")]
pub struct ReadError {
    /// The folder.
    pub folder: DiskPath,
    /// What the disk refused.
    #[source]
    pub source: DiskError,
}

/// Reads all journal files of a folder. A folder that is not there yet is an empty journal.
pub fn read_folder(disk: &dyn Disk, folder: &DiskPath) -> Result<Read, ReadError> {
    let refused = |source| ReadError { folder: folder.clone(), source };
    let files = journal_files(disk, folder).map_err(refused)?;
    let mut gathering = Gathering::default();
    for path in files.keys() {
        gathering.add_file(path, &disk.read(path).map_err(refused)?);
    }
    let mut read = gathering.finish();
    read.files = files;
    Ok(read)
}

/// The journal files of a folder with their lengths in bytes.
pub(crate) fn journal_files(disk: &dyn Disk, folder: &DiskPath) -> Result<BTreeMap<DiskPath, u64>, DiskError> {
    let entries = match disk.list(folder) {
        Ok(entries) => entries,
        Err(error) if error.cause() == DiskCause::Missing => return Ok(BTreeMap::new()),
        Err(error) => return Err(error),
    };
    let is_journal = |name: &str| name.ends_with(".jsonl") && !name.starts_with('.');
    let files = entries.into_iter().filter(|entry| entry.kind == crate::EntryKind::File && is_journal(&entry.name));
    // A name that is no path of ours, with a colon in it for example, cannot be one of our files.
    Ok(files.filter_map(|entry| Some((folder.join(&entry.name).ok()?, entry.bytes))).collect())
}

/// The file of one device for the month, in UTC, of a time.
pub(crate) fn file_name(device: DeviceId, at: Timestamp) -> String {
    let date = at.to_zoned(TimeZone::UTC).date();
    format!("{device}-{:04}-{:02}.jsonl", date.year(), date.month())
}

/// A guess that saves growing step by step; nothing depends on it.
const EXPECTED_LINE_BYTES: usize = 300;

#[derive(Default)]
struct Gathering {
    read: Read,
    /// Where each event stands: its place in `read.events`.
    index_by_id: HashMap<EventId, usize>,
    /// File and line of each event in `read.events`.
    origins: Vec<(u32, u32)>,
    file_names: Vec<String>,
}

impl Gathering {
    fn add_file(&mut self, path: &DiskPath, bytes: &[u8]) {
        let file = u32::try_from(self.file_names.len()).unwrap_or(u32::MAX);
        let mut problems = Vec::new();
        let mut torn = None;
        let expected = bytes.len() / EXPECTED_LINE_BYTES;
        self.read.events.reserve(expected);
        self.origins.reserve(expected);
        self.index_by_id.reserve(expected);
        for_each_line(bytes, |found| match found {
            Found::Event(line, span, event) => {
                let Event { device, seq, at, .. } = event;
                self.saw(Stamp { device, seq, at });
                if let Some(kind) = self.add_event(event, (file, u32::try_from(line).unwrap_or(u32::MAX))) {
                    problems.push(LineProblem { line, span, kind, stamp: None });
                }
            }
            Found::Problem(problem) => {
                problem.stamp.into_iter().for_each(|stamp| self.saw(stamp));
                problems.push(problem);
            }
            Found::Torn(line, span) => torn = Some(findings::torn(path.as_str(), line, span)),
            Found::LacksLineBreak => _ = self.read.unfinished.insert(path.clone()),
        });
        if torn.is_some() {
            self.read.unfinished.insert(path.clone());
        }
        self.read.findings.extend(findings::of_file(path.as_str(), &problems));
        self.read.findings.extend(torn);
        self.file_names.push(path.as_str().to_owned());
    }

    fn add_event(&mut self, event: Event, origin: (u32, u32)) -> Option<LineProblemKind> {
        let known = match self.index_by_id.entry(event.id) {
            Slot::Occupied(known) => *known.get(),
            Slot::Vacant(free) => {
                free.insert(self.read.events.len());
                self.read.events.push(event);
                self.origins.push(origin);
                return None;
            }
        };
        if self.read.events[known] == event {
            return Some(LineProblemKind::Duplicate);
        }
        // Both go to the fold, which settles it the same way whatever file is read first.
        self.read.events.push(event);
        self.origins.push(origin);
        Some(LineProblemKind::Contradiction)
    }

    fn saw(&mut self, stamp: Stamp) {
        self.read.last_at = self.read.last_at.max(Some(stamp.at));
        let last = self.read.last_seq_by_device.entry(stamp.device).or_default();
        *last = stamp.seq.max(*last);
    }

    fn finish(mut self) -> Read {
        let went_back = self.clocks_that_went_back();
        self.read.findings.extend(went_back);
        self.read
    }

    /// One finding for each device with an event dated before one it numbered earlier.
    fn clocks_that_went_back(&self) -> Vec<Diagnostic> {
        let mut histories: BTreeMap<DeviceId, Vec<(u64, i64, usize)>> = BTreeMap::new();
        for (index, event) in self.read.events.iter().enumerate() {
            histories.entry(event.device).or_default().push((event.seq, event.at.as_millisecond(), index));
        }
        let mut found = Vec::new();
        for (device, mut history) in histories {
            history.sort_unstable();
            let back = history.windows(2).find(|pair| pair[1].1 < pair[0].1);
            if let Some(&[_, (_, _, index)]) = back {
                let (file, line) = self.origins[index];
                found.push(findings::clock_went_back(&self.file_names[file as usize], line as usize, device.as_str()));
            }
        }
        found
    }
}
