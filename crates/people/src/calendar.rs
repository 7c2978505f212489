//! Days of people as calendar entries. They are values: whoever writes a file decides where it goes, and it belongs under `private/`.

use crate::cadence::{Asked, Due};
use crate::contact::{Contact, ContactId};
use crate::interview::{Interview, Stage, next_step};
use jiff::civil::Date;
use std::collections::HashMap;

/// One all-day entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Stays when the day changes, so that importing again moves the entry instead of adding one.
    pub uid: String,
    /// The day.
    pub on: Date,
    /// What is shown.
    pub title: String,
    /// What to do; may be empty.
    pub note: String,
}

/// One entry for each person to be in touch with, on the day it is time, or today when that has passed.
pub fn touch_entries(due: &[Due], contacts: &[Contact], today: Date) -> Vec<CalendarEntry> {
    let names = names(contacts);
    due.iter()
        .filter_map(|due| {
            let name = names.get(&due.contact)?;
            Some(CalendarEntry {
                uid: format!("{}-touch@people.footbridge", due.contact),
                on: due.time.max(today),
                title: format!("Be in touch with {name}"),
                note: note(due),
            })
        })
        .collect()
}

/// What was planned, and when the last touch was.
fn note(due: &Due) -> String {
    let planned = if let Asked::ByPlan(note) = &due.asked { note.clone() } else { String::new() };
    let last = due.last.map_or_else(String::new, |last| format!("Last touch on {}.", last.strftime("%-d %B %Y")));
    [planned, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// For each interview the day agreed on, and the next step where it has a day of its own: that day, or today when it has passed.
pub fn interview_entries(interviews: &[Interview], contacts: &[Contact], today: Date) -> Vec<CalendarEntry> {
    let names = names(contacts);
    let mut entries = Vec::new();
    for interview in interviews {
        let Some(name) = names.get(&interview.contact) else { continue };
        let is_held = interview.reached.iter().any(|reached| reached.stage == Stage::Held);
        if let (Some(on), false) = (interview.agreed, is_held) {
            entries.push(CalendarEntry {
                uid: format!("{}-interview@people.footbridge", interview.contact),
                on,
                title: format!("Conversation with {name}"),
                note: String::new(),
            });
        }
        let next = next_step(interview, today).filter(|next| next.stage != Stage::Held);
        if let Some((next, on)) = next.and_then(|next| next.by.map(|on| (next, on))) {
            entries.push(CalendarEntry {
                uid: format!("{}-interview-next@people.footbridge", interview.contact),
                on: on.max(today),
                title: format!("Conversation with {name}: {}", step(next.stage)),
                note: next.what.to_owned(),
            });
        }
    }
    entries
}

fn step(stage: Stage) -> &'static str {
    match stage {
        Stage::Asked => "ask once more",
        Stage::Prepared => "prepare",
        Stage::Held => "hold it",
        Stage::Noted => "write it down",
        Stage::Thanked => "thank them",
        Stage::FollowedUp => "tell what came of it",
    }
}

fn names(contacts: &[Contact]) -> HashMap<&ContactId, &str> {
    contacts.iter().map(|contact| (&contact.id, contact.name.as_str())).collect()
}
