//! When to be in touch again.

use crate::contact::{Contact, ContactId};
use crate::fold::one_line;
use crate::touch::{Touch, last_touches};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt;

/// How often to be in touch with those who carry a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// The tag, in lower case.
    pub tag: String,
    /// Days after which it is time.
    pub every_days: u16,
    /// Days after which it is late; not fewer than `every_days`.
    pub latest_days: u16,
}

/// Longest time between two touches that a cadence can ask for, in days: two years.
const LONGEST_DAYS: u16 = 730;

/// Longest tag of a cadence, in characters.
const LONGEST_TAG: usize = 40;

/// What is wrong with a cadence as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CadenceFlaw {
    /// No tag, or a long one.
    Tag,
    /// Days after which it is time: none, or more than two years.
    Every,
    /// Days after which it is late: none, or more than two years.
    Latest,
    /// Late before it is time.
    LateBeforeTime,
}

impl fmt::Display for CadenceFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag => write!(f, "A cadence is for a tag of 1 to {LONGEST_TAG} characters."),
            Self::Every => write!(f, "It is time after 1 to {LONGEST_DAYS} days."),
            Self::Latest => write!(f, "It is late after 1 to {LONGEST_DAYS} days."),
            Self::LateBeforeTime => write!(f, "It cannot be late before it is time: give as many days or more."),
        }
    }
}

/// Makes a cadence of what was written, or says everything that is wrong with it.
pub fn cadence(tag: &str, every_days: u16, latest_days: u16) -> Result<Cadence, Vec<CadenceFlaw>> {
    let tag = one_line(tag).to_lowercase();
    let sound = 1..=LONGEST_DAYS;
    let flaws: Vec<CadenceFlaw> = [
        (CadenceFlaw::Tag, tag.is_empty() || tag.chars().count() > LONGEST_TAG),
        (CadenceFlaw::Every, !sound.contains(&every_days)),
        (CadenceFlaw::Latest, !sound.contains(&latest_days)),
        (CadenceFlaw::LateBeforeTime, sound.contains(&every_days) && sound.contains(&latest_days) && latest_days < every_days),
    ]
    .into_iter()
    .filter_map(|(flaw, holds)| holds.then_some(flaw))
    .collect();
    if flaws.is_empty() { Ok(Cadence { tag, every_days, latest_days }) } else { Err(flaws) }
}

/// A touch that the person planned themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// With whom.
    pub contact: ContactId,
    /// On which day.
    pub on: Date,
    /// What it is to be about; may be empty.
    pub note: String,
}

/// From what follows when to be in touch with whom.
#[derive(Debug, Clone, Copy)]
pub struct Rhythm<'a> {
    /// Everybody who is known.
    pub contacts: &'a [Contact],
    /// When they were in touch.
    pub touches: &'a [Touch],
    /// How often to be.
    pub cadences: &'a [Cadence],
    /// What was planned and is not done yet, one for each contact.
    pub planned: &'a [Planned],
}

/// What asks for a touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The cadence of this tag: of several, the one that asks first.
    ByCadence(String),
    /// A plan of the person's own, with what it is to be about.
    ByPlan(String),
}

/// Somebody to be in touch with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub contact: ContactId,
    /// What asks for it.
    pub asked: Asked,
    /// Last touch; `None` when there was none yet.
    pub last: Option<Date>,
    /// The day it is time.
    pub time: Date,
    /// The day after which it is late.
    pub latest: Date,
    /// How it stands today.
    pub urgency: Urgency,
}

/// How a touch that is due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Past the latest day.
    Late,
    /// It is time.
    Time,
    /// Not yet.
    Later,
}

/// Everybody it is time for, the longest due first. Any logged touch resets the clock; before the first one it runs from the day of
/// connecting, and who has neither is not listed: that is for the weekly five. A plan of the person's own goes before every cadence.
pub fn overdue(rhythm: &Rhythm<'_>, today: Date) -> Vec<Due> {
    let mut due = all(rhythm, today);
    due.retain(|due| due.urgency != Urgency::Later);
    due
}

/// Everybody it will be time for after today and not after `until`, soonest first.
pub fn upcoming(rhythm: &Rhythm<'_>, today: Date, until: Date) -> Vec<Due> {
    let mut due = all(rhythm, today);
    due.retain(|due| due.urgency == Urgency::Later && due.time <= until);
    due
}

fn all(rhythm: &Rhythm<'_>, today: Date) -> Vec<Due> {
    let last = last_touches(rhythm.touches, today);
    let planned: HashMap<&ContactId, &Planned> = rhythm.planned.iter().map(|planned| (&planned.contact, planned)).collect();
    let asks = |contact: &Contact| {
        let last = last.get(&contact.id).copied();
        if let Some(planned) = planned.get(&contact.id) {
            return Some(due_by_plan(planned, last, today));
        }
        let from = last.or(contact.connected_on)?;
        let own = rhythm.cadences.iter().filter(|cadence| contact.tags.contains(&cadence.tag));
        own.map(|cadence| due_by_cadence(contact, last, from, cadence, today)).min_by_key(|due| (due.time, due.latest))
    };
    let mut due: Vec<Due> = rhythm.contacts.iter().filter_map(asks).collect();
    due.sort_by(|a, b| (a.urgency, a.time, &a.contact).cmp(&(b.urgency, b.time, &b.contact)));
    due
}

/// It is late on the day after the one that was planned.
fn due_by_plan(planned: &Planned, last: Option<Date>, today: Date) -> Due {
    let (time, asked) = (planned.on, Asked::ByPlan(planned.note.clone()));
    Due { contact: planned.contact.clone(), asked, last, time, latest: time, urgency: urgency(time, time, today) }
}

fn due_by_cadence(contact: &Contact, last: Option<Date>, from: Date, cadence: &Cadence, today: Date) -> Due {
    let after = |days: u16| from.saturating_add(i32::from(days).days());
    let (time, latest) = (after(cadence.every_days), after(cadence.latest_days.max(cadence.every_days)));
    let asked = Asked::ByCadence(cadence.tag.clone());
    Due { contact: contact.id.clone(), asked, last, time, latest, urgency: urgency(time, latest, today) }
}

fn urgency(time: Date, latest: Date, today: Date) -> Urgency {
    match today {
        today if today > latest => Urgency::Late,
        today if today >= time => Urgency::Time,
        _ => Urgency::Later,
    }
}
