//! The private part of the folder as one encrypted file, and back.

mod archive;
mod sealed;

pub use sealed::Passphrase;

use crate::folder::path;
use crate::people::PEOPLE_CALENDAR;
use crate::private::refused;
use crate::view::{BackedUpView, RestoredView};
use crate::words::count;
use crate::{App, Trouble};
use archive::Files;
use footbridge_journal::{DiskCause, DiskPath, EntryKind};
use std::collections::BTreeSet;

/// Most bytes of `private/` that are backed up, and of a backup that are read.
pub const LARGEST_BACKUP: u64 = MOST_BYTES as u64;

const MOST_BYTES: usize = 200_000_000;

const MOST_FILES: usize = 20_000;

/// Fewer characters are guessed in a day by whoever finds the file.
const SHORTEST_PASSPHRASE: usize = 10;

const PRIVATE: &str = "private";
const JOURNAL: &str = "private/journal/";

impl App {
    /// Everything in `private/` as one encrypted file. Links are left out and told: what they lead to may lie anywhere. So is what cannot be
    /// read as a file.
    pub fn back_up_private(&self, passphrase: &Passphrase) -> Result<(Vec<u8>, BackedUpView), Trouble> {
        if passphrase.characters() < SHORTEST_PASSPHRASE {
            return Err(Trouble::asked(format!("The passphrase has fewer than {SHORTEST_PASSPHRASE} characters."))
                .help("Take four or five words that do not belong together."));
        }
        self.with_learner(|_| ())?;
        let lock = self.lock()?;
        let mut found = Found::default();
        self.refuse_link(&path(PRIVATE))?;
        self.collect(&path(PRIVATE), &mut found)?;
        drop(lock);
        if found.files.is_empty() {
            return Err(Trouble::asked("There is nothing in `private/` to back up yet."));
        }
        let sealed = shut(&found.files, passphrase, sealed::WORK, MOST_BYTES)?;
        let view = BackedUpView {
            files: count(found.files.len()),
            bytes: sealed.len() as u64,
            left_out: found.left_out.iter().map(ToString::to_string).collect(),
        };
        Ok((sealed, view))
    }

    /// Brings the files of a backup back. Journals are joined line by line. Another file that is there and differs stops everything and is
    /// named, unless it is to be written over.
    pub fn restore_private(&self, backup: &[u8], passphrase: &Passphrase, overwrite: bool) -> Result<RestoredView, Trouble> {
        self.with_learner(|_| ())?;
        let files = opened(backup, passphrase, MOST_BYTES)?;
        let lock = self.lock()?;
        let mut write = Files::new();
        let mut view = RestoredView { restored: true, ..RestoredView::default() };
        for (path, bytes) in files {
            self.refuse_links_on_the_way(&path)?;
            let there = match self.world.disk.read(&path) {
                Ok(there) => Some(there),
                Err(error) if error.cause() == DiskCause::Missing => None,
                Err(error) => return Err(refused(PRIVATE, error)),
            };
            let name = path.to_string();
            match there {
                None => {
                    view.new.push(name);
                    write.insert(path, bytes);
                }
                Some(there) if there == bytes => view.same += 1,
                Some(there) if path.as_str().starts_with(JOURNAL) => match joined(&there, &bytes) {
                    joined if joined == there => view.same += 1,
                    joined => {
                        view.joined.push(name);
                        write.insert(path, joined);
                    }
                },
                Some(_) => {
                    view.differing.push(name);
                    write.insert(path, bytes);
                }
            }
        }
        if !view.differing.is_empty() && !overwrite {
            return Ok(RestoredView { restored: false, ..view });
        }
        for (path, bytes) in &write {
            let folder = path.parent().unwrap_or_else(DiskPath::root);
            let written = self.world.disk.create_folder_all(&folder).and_then(|()| self.world.disk.write_atomically(path, bytes));
            written.map_err(|error| refused(PRIVATE, error))?;
        }
        drop(lock);
        // What is kept in memory is from before.
        self.with_learner(|_| ())?;
        Ok(view)
    }

    fn collect(&self, folder: &DiskPath, found: &mut Found) -> Result<(), Trouble> {
        for entry in self.private_entries(PRIVATE, folder)? {
            let Ok(below) = folder.join(&entry.name) else { return Err(unsafe_name()) };
            if below.as_str() == PEOPLE_CALENDAR {
                continue;
            }
            if self.is_link(&below) {
                found.left_out.push(below);
                continue;
            }
            match entry.kind {
                EntryKind::Folder => self.collect(&below, found)?,
                EntryKind::Other => found.left_out.push(below),
                EntryKind::File => {
                    found.bytes = found.bytes.saturating_add(entry.bytes);
                    if found.bytes > LARGEST_BACKUP || found.files.len() >= MOST_FILES {
                        return Err(too_large());
                    }
                    let bytes = self.world.disk.read(&below).map_err(|error| refused(PRIVATE, error))?;
                    found.files.insert(below, bytes);
                }
            }
        }
        Ok(())
    }

    /// A folder in memory has no links.
    fn is_link(&self, path: &DiskPath) -> bool {
        let about = self.world.folder.as_ref().map(|folder| std::fs::symlink_metadata(folder.join(path.as_str())));
        about.and_then(Result::ok).is_some_and(|about| about.file_type().is_symlink())
    }

    fn refuse_link(&self, path: &DiskPath) -> Result<(), Trouble> {
        if !self.is_link(path) {
            return Ok(());
        }
        Err(Trouble::asked("A link in `private/` leads elsewhere, so nothing was done.")
            .help("`find private -type l` shows links. Put what they lead to in their place."))
    }

    fn refuse_links_on_the_way(&self, path: &DiskPath) -> Result<(), Trouble> {
        let mut way = vec![path.clone()];
        while let Some(above) = way.last().and_then(DiskPath::parent) {
            way.push(above);
        }
        way.iter().filter(|path| !path.as_str().is_empty()).try_for_each(|path| self.refuse_link(path))
    }
}

#[derive(Default)]
struct Found {
    files: Files,
    left_out: Vec<DiskPath>,
    bytes: u64,
}

/// Files as one encrypted file. What would come out larger than it may be read again is refused now, and not when it is needed.
fn shut(files: &Files, passphrase: &Passphrase, work: u8, most: usize) -> Result<Vec<u8>, Trouble> {
    let packed = archive::pack(files)?;
    archive::refuse_many(&packed)?;
    if packed.len() > most {
        return Err(too_large());
    }
    let sealed = sealed::seal(&packed, passphrase, work)?;
    if sealed.len() > most { Err(too_large()) } else { Ok(sealed) }
}

/// What [`shut`] shut.
fn opened(backup: &[u8], passphrase: &Passphrase, most: usize) -> Result<Files, Trouble> {
    if backup.len() > most {
        return Err(too_large());
    }
    archive::unpack(&sealed::open(backup, passphrase, most)?, most)
}

/// Lines of a journal that are there, then those of the backup that are not: a line of a journal is never taken away. Events find their
/// order by themselves.
fn joined(there: &[u8], backup: &[u8]) -> Vec<u8> {
    let lines =
        |bytes: &'_ [u8]| bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let known: BTreeSet<Vec<u8>> = lines(there).into_iter().collect();
    let mut joined = there.to_vec();
    for line in lines(backup).into_iter().filter(|line| !known.contains(line)) {
        if !joined.is_empty() && !joined.ends_with(b"\n") {
            joined.push(b'\n');
        }
        joined.extend(line);
        joined.push(b'\n');
    }
    joined
}

pub(super) fn too_large() -> Trouble {
    let most = MOST_BYTES / 1_000_000;
    Trouble::asked(format!("The private part, or the backup of it, is larger than {most} MB or {MOST_FILES} files."))
        .help("Move large files out of `private/`, and keep them some other way.")
}

fn unsafe_name() -> Trouble {
    Trouble::asked("A file in `private/` has a name that not every system can hold, so nothing was backed up.")
        .help("Take backslashes, colons and control characters out of it: `find private -name '*[[:cntrl:]\\\\:]*'` shows such names.")
}

#[cfg(test)]
mod tests {
    use super::{DiskPath, Files, Passphrase, joined, opened, shut, too_large};

    #[test]
    fn what_is_shut_can_be_opened_again_and_what_cannot_is_refused_at_once() {
        let passphrase = Passphrase::new("correct horse battery".to_owned());
        let mut state = 1_u64;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state.to_le_bytes()[7]
        });
        let files: Files = [(DiskPath::new("private/noise").expect("a path"), noise.take(1_000).collect())].into();
        // What cannot be compressed grows when it is packed, and again when it is sealed.
        let mut refused = 0;
        for most in 1_000..1_800 {
            match shut(&files, &passphrase, 1, most) {
                Ok(backup) => assert_eq!(opened(&backup, &passphrase, most).expect("it is read again"), files),
                Err(trouble) => {
                    assert_eq!(trouble.message, too_large().message);
                    refused += 1;
                }
            }
        }
        assert!((100..700).contains(&refused), "{refused} of 800");
    }

    #[test]
    fn no_line_of_a_journal_is_lost_or_doubled() {
        for (there, backup, expected) in [
            ("a\nb\n", "a\n", "a\nb\n"),
            ("a\n", "a\nb\n", "a\nb\n"),
            ("a\nb\n", "a\nc\n", "a\nb\nc\n"),
            ("a\ntorn", "a\nb\n", "a\ntorn\nb\n"),
            ("", "a\n", "a\n"),
            ("a\n", "", "a\n"),
        ] {
            assert_eq!(joined(there.as_bytes(), backup.as_bytes()), expected.as_bytes(), "{there:?} {backup:?}");
        }
    }
}
