//! `private/companies/`: one Markdown file a company.

use super::free_stem;
use crate::folder::path;
use crate::private::refused;
use crate::view::UnreadableView;
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_jobs::{Card, kind_in, read_card};
use footbridge_journal::EntryKind;

pub(crate) const FOLDER: &str = "private/companies";

/// A card that could be read.
pub(crate) struct Kept {
    /// Path of the file, from the learner's folder.
    pub(super) name: String,
    pub(super) text: String,
    pub(crate) card: Card,
}

impl Kept {
    /// Which kind of company the card says it is.
    pub(crate) fn kind(&self) -> Option<&str> {
        kind_in(&self.text)
    }
}

impl App {
    /// Reads the cards. One that cannot be read is told and left as it is.
    pub(super) fn cards(&self) -> Result<(Vec<Kept>, Vec<UnreadableView>), Trouble> {
        self.with_learner(|_| ())?;
        self.cards_in_folder()
    }

    /// The same while the learner is being looked at.
    pub(crate) fn cards_in_folder(&self) -> Result<(Vec<Kept>, Vec<UnreadableView>), Trouble> {
        let entries = self.private_entries(FOLDER, &path(FOLDER))?;
        let (mut cards, mut unreadable) = (Vec::new(), Vec::new());
        for entry in entries.into_iter().filter(|entry| entry.kind != EntryKind::Folder && entry.name.ends_with(".md")) {
            let name = format!("{FOLDER}/{}", entry.name);
            let text = self.text_by_hand(FOLDER, &entry, "jobs-card-file");
            let read = text.and_then(|text| Ok((read_card(&text, &name)?, text)));
            match read {
                Ok((card, text)) => cards.push(Kept { name, text, card }),
                Err(fault) => unreadable.push(UnreadableView { findings: vec![finding_view(&fault, None, None, "")], file: name }),
            }
        }
        Ok((cards, unreadable))
    }

    /// Writes a card: over the text that was read under the lock, or into a file of its own.
    pub(super) fn keep_card(&self, there: Option<&Kept>, name: &str, text: &str) -> Result<(), Trouble> {
        let disk = &self.world.disk;
        let file = match there {
            Some(kept) => path(&kept.name),
            None => {
                let is_taken = |stem: &str| disk.exists(&path(&format!("{FOLDER}/{stem}.md")));
                let stem = free_stem(name, is_taken).map_err(|error| refused(FOLDER, error))?;
                path(&format!("{FOLDER}/{stem}.md"))
            }
        };
        disk.create_folder_all(&path(FOLDER))
            .and_then(|()| disk.write_atomically(&file, text.as_bytes()))
            .map_err(|error| refused(FOLDER, error))
    }
}
