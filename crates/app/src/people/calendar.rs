use super::conversation::interviews;
use crate::{App, Trouble};
use footbridge_people::{CalendarEntry, interview_entries, overdue, touch_entries, upcoming};
use footbridge_planner::ics::{self, DayEntry};
use jiff::ToSpan;

/// Where the calendar is written unless the person says otherwise. It is derived, so a backup leaves it out.
pub const PEOPLE_CALENDAR: &str = "private/people.ics";

/// How far ahead follow-ups are entered, in days. What comes later moves with the next touch anyhow.
const AHEAD_DAYS: i32 = 90;

impl App {
    /// The calendar of people to take along. Its entries are called after the ids of contacts, so each is settled first: importing a later
    /// calendar then moves the entries, also of a contact who was written by hand and whose company changed.
    pub fn keep_people_calendar(&self) -> Result<String, Trouble> {
        self.with_learner(|_| ())?;
        let lock = self.lock()?;
        self.settle()?;
        drop(lock);
        self.people_calendar()
    }

    /// Days of people as a calendar file: whom to be in touch with, conversations and their next steps. It names people, so where it goes is
    /// for the person to say. Nothing is written.
    pub fn people_calendar(&self) -> Result<String, Trouble> {
        let now = (self.world.clock)().timestamp();
        let today = self.today();
        let known = self.known()?;
        let (contacts, cadences) = (&known.file.contacts, &known.file.cadences);
        let mut due = overdue(contacts, &known.touches, cadences, today);
        due.extend(upcoming(contacts, &known.touches, cadences, today, today.saturating_add(AHEAD_DAYS.days())));
        let mut entries = touch_entries(&due, contacts, today);
        entries.extend(interview_entries(&interviews(&known.people), contacts, today));
        let entries: Vec<DayEntry> = entries.into_iter().map(day_entry).collect();
        Ok(ics::calendar("People", &entries, now))
    }
}

fn day_entry(entry: CalendarEntry) -> DayEntry {
    let CalendarEntry { uid, on, title, note } = entry;
    DayEntry { uid, on, title, note }
}
