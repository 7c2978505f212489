//! Files below `private/`, read and refused without telling their names: a name may be that of a person or of a company.

use crate::folder::path;
use crate::{App, Fault, Trouble};
use footbridge_journal::{DiskAct, DiskCause, DiskError, DiskPath, Entry, EntryKind};

/// The disk refused something in a private folder, whose name stands for that of the file, in the message and in its source.
pub(crate) fn refused(folder: &str, error: DiskError) -> Trouble {
    let act = match error.act {
        DiskAct::Read | DiskAct::List => DiskAct::Read,
        DiskAct::Write | DiskAct::Remove | DiskAct::CreateFolder => DiskAct::Write,
    };
    let told = DiskError { act, path: path(folder), ..error };
    Trouble::new(Fault::World, format!("A file in {told}.")).help("Check the permissions there, and the space on the disk.").because(told)
}

impl App {
    /// What stands in a folder, which is a private one or below it; nothing when it is missing.
    pub(crate) fn private_entries(&self, private: &str, folder: &DiskPath) -> Result<Vec<Entry>, Trouble> {
        match self.world.disk.list(folder) {
            Ok(entries) => Ok(entries),
            Err(error) if error.cause() == DiskCause::Missing => Ok(Vec::new()),
            Err(error) => Err(refused(private, error)),
        }
    }

    /// The text of a file in a private folder; `None` when it is missing.
    pub(crate) fn private_text(&self, folder: &str, file: &DiskPath) -> Result<Option<String>, Trouble> {
        let bytes = match self.world.disk.read(file) {
            Ok(bytes) => bytes,
            Err(error) if error.cause() == DiskCause::Missing => return Ok(None),
            Err(error) => return Err(refused(folder, error)),
        };
        String::from_utf8(bytes).map(Some).map_err(|error| {
            Trouble::asked(format!("A file in `{folder}` is not UTF-8 text."))
                .help("Save it as UTF-8 in your editor, then do it again.")
                // The whole error would carry the bytes.
                .because(error.utf8_error())
        })
    }

    /// Writes a file of its own into a private folder, beside those that are there. Says where, from the learner's folder.
    pub(crate) fn keep_beside(&self, folder: &str, stem: &str, ending: &str, text: &str) -> Result<String, Trouble> {
        self.with_learner(|_| ())?;
        // Held until the file stands there: whoever keeps one at the same moment finds the name taken.
        let _lock = self.lock()?;
        self.write_beside(folder, stem, ending, text)
    }

    /// The same, unless the very text stands in that folder already, in a file whose name begins with `of`: then it says where, and true.
    pub(crate) fn keep_once(&self, folder: &str, of: &str, stem: &str, ending: &str, text: &str) -> Result<(String, bool), Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        let entries = self.private_entries(folder, &path(folder))?.into_iter();
        let is_one = |name: &str| name.starts_with(of) && name.ends_with(&format!(".{ending}"));
        for entry in entries.filter(|entry| entry.kind == EntryKind::File && is_one(&entry.name)) {
            let file = format!("{folder}/{}", entry.name);
            // What cannot be read is another file, and nobody's hindrance here.
            if self.private_text(folder, &path(&file)).ok().flatten().is_some_and(|there| there == text) {
                return Ok((file, true));
            }
        }
        Ok((self.write_beside(folder, stem, ending, text)?, false))
    }

    fn write_beside(&self, folder: &str, stem: &str, ending: &str, text: &str) -> Result<String, Trouble> {
        let disk = &self.world.disk;
        let named = |number: u32| {
            let number = if number < 2 { String::new() } else { format!("-{number}") };
            format!("{folder}/{stem}{number}.{ending}")
        };
        let mut number = 1;
        while disk.exists(&path(&named(number)))? {
            number += 1;
        }
        let file = named(number);
        disk.create_folder_all(&path(folder))
            .and_then(|()| disk.write_atomically(&path(&file), text.as_bytes()))
            .map_err(|error| refused(folder, error))?;
        Ok(file)
    }
}
