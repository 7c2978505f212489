//! `private/applications/`: one YAML file an application, and what was sent, kept by its hash.

use super::{free_stem, opaque};
use crate::folder::path;
use crate::private::refused;
use crate::view::UnreadableView;
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_jobs::{
    Application, ApplicationFile, Entry, LONGEST_APPLICATION, NotAdded, StageName, added, application_faults, begun, read_application,
};
use footbridge_journal::EntryKind;
use footbridge_verdict::AnswerHash;
use jiff::civil::Date;

pub(super) const FOLDER: &str = "private/applications";
/// An application that could be read.
pub(crate) struct Shelved {
    /// Stands for the file in an address.
    pub(super) id: String,
    /// Path of the file, from the learner's folder.
    pub(super) name: String,
    pub(super) text: String,
    pub(crate) file: ApplicationFile,
    /// What is wrong with single entries.
    pub(super) findings: Vec<Diagnostic>,
}

/// Everything in the folder.
pub(crate) struct Shelf {
    pub(crate) known: Vec<Shelved>,
    pub(super) unreadable: Vec<UnreadableView>,
}

impl Shelved {
    pub(super) fn application(&self) -> Application {
        self.file.application(&self.id)
    }

    /// Hash of the file as it was read.
    pub(super) fn version(&self) -> String {
        AnswerHash::of(self.text.as_bytes()).to_string()
    }

    /// What is wrong in the file, and in the history that it tells.
    pub(super) fn faults(&self, today: Date) -> Option<UnreadableView> {
        let mut faults = self.findings.clone();
        faults.extend(application_faults(&self.application(), today, &self.name));
        let told: Vec<_> = faults.iter().map(|fault| finding_view(fault, None, None, &self.text)).collect();
        (!told.is_empty()).then(|| UnreadableView { file: self.name.clone(), findings: told })
    }
}

impl Shelf {
    pub(crate) fn applications(&self) -> Vec<Application> {
        self.known.iter().map(Shelved::application).collect()
    }

    pub(super) fn find(&self, id: &str) -> Result<&Shelved, Trouble> {
        self.known.iter().find(|shelved| shelved.id == id).ok_or_else(none)
    }
}

/// Names nothing: what was looked for may be a company.
pub(super) fn none() -> Trouble {
    Trouble::not_found("There is no such application.").help("`footbridge application list` shows all with their ids.")
}

impl App {
    /// Reads the folder. A file that cannot be read is told and left as it is.
    pub(super) fn shelf(&self) -> Result<Shelf, Trouble> {
        self.with_learner(|_| ())?;
        self.shelf_in_folder()
    }

    /// The same while the learner is being looked at.
    pub(crate) fn shelf_in_folder(&self) -> Result<Shelf, Trouble> {
        let mut shelf = Shelf { known: Vec::new(), unreadable: Vec::new() };
        let is_yaml = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
        let entries = self.private_entries(FOLDER, &path(FOLDER))?.into_iter();
        for entry in entries.filter(|entry| entry.kind != EntryKind::Folder && is_yaml(&entry.name)) {
            let name = format!("{FOLDER}/{}", entry.name);
            let (text, read) = match self.text_by_hand(FOLDER, &entry, "jobs-application-file") {
                Ok(text) => {
                    let read = read_application(&text, &name);
                    (text, read)
                }
                Err(fault) => (String::new(), Err(fault)),
            };
            match read {
                Ok((file, findings)) => shelf.known.push(Shelved { id: opaque(&entry.name), name, text, file, findings }),
                Err(fault) => {
                    shelf.unreadable.push(UnreadableView { findings: vec![finding_view(&fault, None, None, &text)], file: name });
                }
            }
        }
        Ok(shelf)
    }

    /// Begins a file. The learner's folder is locked while its name is chosen and written, so that nothing is written over.
    pub(super) fn begin_application(&self, company: &str, role: &str, link: &str, first: &Entry) -> Result<String, Trouble> {
        let _lock = self.lock()?;
        let shelf = self.shelf()?;
        let is_same = |shelved: &&Shelved| {
            let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
            same(&shelved.file.company, company) && same(&shelved.file.role, role) && !shelved.application().is_over()
        };
        if let Some(open) = shelf.known.iter().find(is_same) {
            return Err(is_open_already(&open.id, first));
        }
        let disk = &self.world.disk;
        let stem = free_stem(&format!("{company} {role}"), |stem| {
            Ok(disk.exists(&path(&format!("{FOLDER}/{stem}.yaml")))? || disk.exists(&path(&format!("{FOLDER}/{stem}.yml")))?)
        })
        .map_err(|error| refused(FOLDER, error))?;
        let file = format!("{stem}.yaml");
        let text = begun(company, role, link, first);
        disk.create_folder_all(&path(FOLDER))
            .and_then(|()| disk.write_atomically(&path(&format!("{FOLDER}/{file}")), text.as_bytes()))
            .map_err(|error| refused(FOLDER, error))?;
        Ok(opaque(&file))
    }

    /// Adds an entry to a file that was read under the lock; every byte before stays.
    pub(super) fn add_entry(&self, shelved: &Shelved, entry: &Entry) -> Result<(), Trouble> {
        let text = added(&shelved.text, entry).map_err(|error| cannot_add(error).because(error))?;
        self.write_shelved(shelved, &text)
    }

    /// Writes over a file that was read under the lock.
    pub(super) fn write_shelved(&self, shelved: &Shelved, text: &str) -> Result<(), Trouble> {
        self.world.disk.write_atomically(&path(&shelved.name), text.as_bytes()).map_err(|error| refused(FOLDER, error))
    }
}

/// Names what adds to the open one, and no file: its name holds the company.
fn is_open_already(id: &str, first: &Entry) -> Trouble {
    let add = match first.stage.filter(|stage| *stage != StageName::Found) {
        Some(stage) => {
            let stage = stage.words().replace(' ', "-");
            format!("`footbridge application move {id} {stage} --on {}` adds this stage to it", first.on)
        }
        None => format!("`footbridge application note {id}` and `footbridge application move {id}` add to it"),
    };
    Trouble::asked("There is an open application for this role at this company already.")
        .help(format!("{add}; `footbridge application show {id}` shows it and names its file."))
}

fn cannot_add(error: NotAdded) -> Trouble {
    match error {
        NotAdded::NoPlace => {
            Trouble::asked(format!("The file of this application in `{FOLDER}` cannot be added to, so it is left as it is."))
                .help("Its history is to be the last thing in it, with one entry below the other; add this one in your editor.")
        }
        NotAdded::TooLong => Trouble::asked(format!(
            "With this the file of the application in `{FOLDER}` would be longer than {} kB, so it is left as it is.",
            LONGEST_APPLICATION / 1000
        ))
        .help("Move long notes out of it in your editor, into a file of their own."),
    }
}
