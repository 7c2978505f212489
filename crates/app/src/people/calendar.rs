use super::conversation::interviews;
use crate::{App, Trouble};
use footbridge_jobs::follow_ups;
use footbridge_people::{CalendarEntry, Gathering, interview_entries, overdue, touch_entries, upcoming};
use footbridge_planner::ics::{self, DayEntry};
use footbridge_verdict::AnswerHash;
use jiff::ToSpan;
use jiff::civil::Date;

/// Where the calendar is written unless the person says otherwise. It is derived, so a backup leaves it out.
pub const PEOPLE_CALENDAR: &str = "private/people.ics";

/// How far ahead follow-ups are entered, in days. What comes later moves with the next touch anyhow.
const AHEAD_DAYS: i32 = 90;

/// Days of one gathering that are entered.
const MOST_DAYS: usize = 31;

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
        let (contacts, rhythm) = (&known.file.contacts, known.rhythm());
        let mut due = overdue(&rhythm, today);
        due.extend(upcoming(&rhythm, today, today.saturating_add(AHEAD_DAYS.days())));
        let mut entries = touch_entries(&due, contacts, today);
        entries.extend(interview_entries(&interviews(&known.people), contacts, today));
        let mut entries: Vec<DayEntry> = entries.into_iter().map(day_entry).collect();
        entries.extend(known.gatherings.gatherings.iter().filter(|gathering| gathering.until >= today).flat_map(days_of));
        entries.extend(self.days_of_applications(today));
        Ok(ics::calendar("People", &entries, now))
    }

    /// Interviews, reminders and follow-ups of open applications; none when the folder cannot be read, which the screen Applications tells.
    fn days_of_applications(&self, today: Date) -> Vec<DayEntry> {
        let all = self.shelf_in_folder().map_or_else(|_| Vec::new(), |shelf| shelf.applications());
        let mut entries = Vec::new();
        let entry = |id: &str, what: &str, on: Date, title: String, note: &str| DayEntry {
            uid: format!("{id}-{what}@applications.footbridge"),
            on,
            title,
            note: note.to_owned(),
        };
        for application in all.iter().filter(|application| !application.is_over()) {
            let title = |what: &str| format!("{what}: {}, {}", application.company, application.role);
            if let Some(booked) = application.interview.as_ref().filter(|booked| booked.on >= today) {
                entries.push(entry(&application.id, "interview", booked.on, title("Interview"), ""));
            }
            if let Some(remind_on) = application.remind_on.filter(|day| *day > today) {
                entries.push(entry(&application.id, "follow-up", remind_on, title("Follow up"), "The reminder you set."));
            }
        }
        let find = |id: &str| all.iter().find(|application| application.id == id);
        let due = follow_ups(&all, today);
        entries.extend(due.iter().filter_map(|due| {
            let application = find(&due.application)?;
            let title = format!("Follow up: {}, {}", application.company, application.role);
            Some(entry(&due.application, "follow-up", today, title, due.what))
        }));
        entries
    }
}

/// Each day of a conference; a gathering is called by its name and first day, as its file does.
fn days_of(gathering: &Gathering) -> Vec<DayEntry> {
    let hash = AnswerHash::of(format!("{} {}", gathering.name, gathering.on).as_bytes());
    let days = gathering.on.series(1.day()).take_while(|day| *day <= gathering.until).take(MOST_DAYS);
    let entry = |(number, on): (usize, Date)| DayEntry {
        uid: format!("{}-{number}@gatherings.footbridge", hash.short()),
        on,
        title: gathering.name.clone(),
        note: gathering.kind.words().to_owned(),
    };
    (1..).zip(days).map(entry).collect()
}

fn day_entry(entry: CalendarEntry) -> DayEntry {
    let CalendarEntry { uid, on, title, note } = entry;
    DayEntry { uid, on, title, note }
}
