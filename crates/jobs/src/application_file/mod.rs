//! An application as a YAML file that a person can write by hand. It is only ever added to: each act is an entry at its end.

mod read;
mod write;

pub use read::{LONGEST_APPLICATION, read_application};
pub use write::{NotAdded, added, begun, stage_taken_back, taken_back};

use crate::application::{Application, FollowedUp, Interview, Kept, Rejection, Sent, Stage, StageName};
use jiff::civil::Date;

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApplicationFile {
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// Address of the description, one that a browser opens; may be empty.
    pub link: String,
    /// What happened, as it stands in the file.
    pub history: Vec<Entry>,
}

/// Something that happened on one day. A person may write several things into one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub on: Date,
    /// A stage that was reached.
    pub stage: Option<StageName>,
    /// Why it ended, when the company ended it.
    pub rejection: Option<Rejection>,
    /// The résumé that was sent.
    pub resume: Option<Kept>,
    /// The letter, or the text of the form, that was sent.
    pub letter: Option<Kept>,
    /// How the person asked again or thanked; empty for a follow-up that says no more.
    pub followed_up: Option<String>,
    /// A day to be reminded on.
    pub remind_on: Option<Date>,
    /// A conversation that was agreed on.
    pub interview: Option<Interview>,
    /// Anything else; may be empty.
    pub note: String,
}

impl Entry {
    /// An entry of a day that says nothing yet.
    pub fn on(day: Date) -> Self {
        Self {
            on: day,
            stage: None,
            rejection: None,
            resume: None,
            letter: None,
            followed_up: None,
            remind_on: None,
            interview: None,
            note: String::new(),
        }
    }
}

impl ApplicationFile {
    /// What of a new entry the history does not say yet. A day to be reminded on and an agreed day stand until another one follows; anything
    /// else stands for its own day. Stages and reasons are left as they are.
    pub fn new_in(&self, entry: &Entry) -> Entry {
        let now = self.application("");
        let that_day = || self.history.iter().filter(|there| there.on == entry.on);
        let mut new = entry.clone();
        new.interview.take_if(|interview| now.interview.as_ref() == Some(interview));
        new.remind_on.take_if(|day| now.remind_on == Some(*day));
        new.followed_up.take_if(|how| that_day().any(|there| there.followed_up.as_ref() == Some(how)));
        new.resume.take_if(|resume| that_day().any(|there| there.resume.as_ref() == Some(resume)));
        new.letter.take_if(|letter| that_day().any(|there| there.letter.as_ref() == Some(letter)));
        if that_day().any(|there| there.note == entry.note) {
            new.note.clear();
        }
        new
    }

    /// What follows from the file. Of reminders, interviews and reasons the last counts.
    pub fn application(&self, id: &str) -> Application {
        let last = self.history.iter().rev();
        let notes: Vec<&str> = self.history.iter().map(|entry| entry.note.as_str()).filter(|note| !note.is_empty()).collect();
        Application {
            id: id.to_owned(),
            company: self.company.clone(),
            role: self.role.clone(),
            stages: self.stages(),
            followed_up: self
                .history
                .iter()
                .filter_map(|entry| Some(FollowedUp { on: entry.on, how: entry.followed_up.clone()? }))
                .collect(),
            remind_on: last.clone().find_map(|entry| entry.remind_on),
            interview: last.clone().find_map(|entry| entry.interview.clone()),
            rejection: last.clone().find_map(|entry| entry.rejection.clone()),
            sent: self.sent(),
            note: notes.join("\n"),
        }
    }

    /// The day from which the entry at a place counts as “found”, when it is one. A role is often written down after its day: whoever applied
    /// had found it by then.
    pub fn found_on(&self, at: usize) -> Option<Date> {
        let (entry, later) = self.history.get(at..)?.split_first()?;
        let later = later.iter().filter(|entry| entry.stage.is_some()).map(|entry| entry.on);
        (entry.stage == Some(StageName::Found)).then(|| later.fold(entry.on, Date::min))
    }

    fn stages(&self) -> Vec<Stage> {
        let stage = |(at, entry): (usize, &Entry)| Some(Stage { name: entry.stage?, on: self.found_on(at).unwrap_or(entry.on) });
        self.history.iter().enumerate().filter_map(stage).collect()
    }

    fn sent(&self) -> Vec<Sent> {
        let something = self.history.iter().filter(|entry| entry.resume.is_some() || entry.letter.is_some());
        let sent = |entry: &Entry| Sent { on: entry.on, resume: entry.resume.clone(), letter: entry.letter.clone() };
        let mut sent: Vec<Sent> = something.map(sent).collect();
        sent.sort_by_key(|sent| sent.on);
        sent
    }
}
