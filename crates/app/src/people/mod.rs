//! People the learner knows. Contacts stand in a file of theirs below `private/`; what happened with them is recorded in the private journal.

mod cadence;
mod calendar;
mod contacts_file;
mod conversation;
mod entry;
mod form;
mod gathering;
mod gatherings_file;
mod importing;
mod person;
mod plan;
mod week;

pub use calendar::PEOPLE_CALENDAR;
pub(crate) use conversation::conversations_held;
use conversation::interviews;
pub use importing::{LARGEST_CONTACTS, compare_contacts, read_contacts};

use crate::folder::path;
use crate::view::ContactLineView;
use crate::{App, Trouble};
use contacts_file::{CONTACTS_FILE, ContactsFile};
use footbridge_journal::People;
use footbridge_people::{Contact, ContactId, Gathering, How, Planned, Rhythm, Touch, last_touches, touches_at, touches_of};
use jiff::civil::Date;
use std::collections::HashMap;

impl App {
    fn contacts(&self) -> Result<ContactsFile, Trouble> {
        ContactsFile::read(self.text(CONTACTS_FILE)?).map_err(|finding| {
            let says = "cannot be read, so nobody in it is shown, and it is left as it is";
            Trouble::asked(format!("`{CONTACTS_FILE}` {says}. {}", finding.message))
                .help("Mend it in your editor, then do it again.")
                .findings(vec![finding])
        })
    }

    /// What cannot be read about people, and is missing wherever they are shown.
    pub(crate) fn people_unread(&self) -> Vec<Trouble> {
        self.contacts().err().into_iter().chain(self.gatherings().err()).collect()
    }

    /// Names of those the learner knows.
    pub(crate) fn names_of_contacts(&self) -> Result<Vec<String>, Trouble> {
        Ok(self.contacts()?.contacts.into_iter().map(|contact| contact.name).collect())
    }

    /// Where those work whom the learner knows.
    pub(crate) fn companies_of_contacts(&self) -> Result<Vec<String>, Trouble> {
        Ok(self.contacts()?.contacts.into_iter().filter_map(|contact| contact.company).collect())
    }

    /// Names and addresses of those the learner knows.
    pub(crate) fn words_of_contacts(&self) -> Result<Vec<String>, Trouble> {
        let contacts = self.contacts()?.contacts.into_iter();
        Ok(contacts.flat_map(|contact| [Some(contact.name), contact.mail, contact.profile]).flatten().collect())
    }

    /// Writes the contacts. Whoever calls it holds the lock and read `file` under it, so that no change by hand is lost.
    fn keep_contacts(&self, file: &ContactsFile, contacts: &[Contact]) -> Result<(), Trouble> {
        let text = file.with(contacts)?;
        if text == file.text {
            return Ok(());
        }
        self.world.disk.create_folder_all(&path("private"))?;
        Ok(self.world.disk.write_atomically(&path(CONTACTS_FILE), text.as_bytes())?)
    }

    fn people_record(&self) -> Result<People, Trouble> {
        self.with_learner(|learner| learner.state.people.clone())
    }
}

/// Longest note, in characters.
const LONGEST_NOTE: usize = 4_000;

fn note(text: &str) -> Result<String, Trouble> {
    let text = text.trim();
    if text.chars().count() > LONGEST_NOTE {
        return Err(Trouble::asked(format!("A note has at most {LONGEST_NOTE} characters.")));
    }
    Ok(text.to_owned())
}

/// Touches as the engine takes them: every way of being in touch counts the same, and so does meeting somebody at a gathering or for an
/// interview.
fn touches(people: &People, gatherings: &[Gathering]) -> Vec<Touch> {
    let touch = |touched: &footbridge_journal::Touched| Some(Touch { contact: ContactId::parse(&touched.contact)?, on: touched.on });
    people.touches.iter().filter_map(touch).chain(touches_at(gatherings)).chain(touches_of(&interviews(people))).collect()
}

/// Plans as the engine takes them.
fn planned(people: &People) -> Vec<Planned> {
    let planned = |one: &footbridge_journal::PlannedTouch| {
        Some(Planned { contact: ContactId::parse(&one.contact)?, on: one.on?, note: one.note.clone() })
    };
    people.planned.iter().filter_map(planned).collect()
}

fn way(text: &str) -> Option<How> {
    How::ALL.into_iter().find(|how| how.words() == text)
}

/// Contacts by id, with the day of the last touch and the planned one.
struct Book<'a> {
    by_id: HashMap<&'a ContactId, &'a Contact>,
    last: HashMap<&'a ContactId, Date>,
    planned: HashMap<&'a ContactId, Date>,
}

impl<'a> Book<'a> {
    fn of(rhythm: &Rhythm<'a>, today: Date) -> Self {
        Self {
            by_id: rhythm.contacts.iter().map(|contact| (&contact.id, contact)).collect(),
            last: last_touches(rhythm.touches, today),
            planned: rhythm.planned.iter().map(|planned| (&planned.contact, planned.on)).collect(),
        }
    }

    /// A contact in a list; one that is no longer in the file is told by its id.
    fn line(&self, id: &ContactId) -> ContactLineView {
        let contact = self.by_id.get(id);
        ContactLineView {
            id: id.to_string(),
            name: contact.map_or_else(|| "somebody no longer in your contacts".to_owned(), |contact| contact.name.clone()),
            work: contact.map_or_else(String::new, |contact| work_words(contact)),
            tags: contact.map_or_else(Vec::new, |contact| contact.tags.iter().cloned().collect()),
            last: self.last.get(id).map(ToString::to_string),
            planned: self.planned.get(id).map(ToString::to_string),
        }
    }
}

fn work_words(contact: &Contact) -> String {
    match (&contact.position, &contact.company) {
        (Some(position), Some(company)) => format!("{position} at {company}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}
