//! What can be asked of files before anything is: the columns that were recognised, and the events that occur.

use super::words::{notes, says, unread};
use super::{EventFiles, MOST_EVENT_NAMES, RequestColumns};
use crate::view::{EventColumnView, EventNameView, EventPart, EventsView, WhyNotView};
use crate::{App, Trouble};
use footbridge_analytics::{Api, Part, Table, column_of, read};

/// What was found of the users' events in the files.
struct Users {
    says: Vec<String>,
    notes: Vec<String>,
    events: Vec<EventNameView>,
}

const PARTS: [(EventPart, Part); 7] = [
    (EventPart::User, Part::User),
    (EventPart::Time, Part::Time),
    (EventPart::Event, Part::Event),
    (EventPart::Id, Part::Id),
    (EventPart::Status, Part::Status),
    (EventPart::Latency, Part::Latency),
    (EventPart::Key, Part::Key),
];

impl App {
    /// Which columns say who, when and what, which events occur, and what cannot be asked for lack of a column.
    pub fn recognise_events(&self, files: &EventFiles, requests: &RequestColumns) -> Result<EventsView, Trouble> {
        let table = self.event_table(&files.paths)?;
        let (users, no_users) = match self.users(files, &table) {
            Ok(users) => (users, None),
            Err(trouble) => (Users { says: Vec::new(), notes: Vec::new(), events: Vec::new() }, Some(why_not(trouble)?)),
        };
        let no_requests = self.requests(files, requests, &table).err().map(why_not).transpose()?;
        let column = |part: Part| {
            let asked = match part {
                Part::User => &files.names.user,
                Part::Time => &files.names.time,
                Part::Event => &files.names.event,
                Part::Id => &files.names.id,
                Part::By => &files.names.by,
                Part::Status => &requests.status,
                Part::Latency => &requests.latency,
                Part::Key => &requests.key,
            };
            column_of(&table, part, asked.as_deref()).ok()
        };
        Ok(EventsView {
            says: users.says,
            notes: users.notes,
            parts: PARTS.iter().map(|(name, part)| EventColumnView { part: *name, column: column(*part) }).collect(),
            columns: table.columns.iter().map(|column| column.name.clone()).collect(),
            all_events: users.events.len() < MOST_EVENT_NAMES,
            events: users.events,
            no_users,
            no_requests,
        })
    }

    fn users(&self, files: &EventFiles, table: &Table) -> Result<Users, Trouble> {
        let mut reading = read(table, &files.names, &[Part::User, Part::Time, Part::Event]).map_err(unread)?;
        self.look_for_parts(files, &mut reading)?;
        let (clock, survey) = self.clock_of(files, &reading)?;
        let events = self.event_names(files, &reading, &clock)?;
        if events.is_empty() {
            return Err(Trouble::asked("No row has a user, a time that can be read and the name of an event.")
                .help("Choose other columns for who did it, when and what."));
        }
        let events = events.into_iter().map(|(name, count)| EventNameView { name, count }).collect();
        Ok(Users { says: says(&reading, &clock, files), notes: notes(&survey, &reading, &clock), events })
    }

    fn requests(&self, files: &EventFiles, columns: &RequestColumns, table: &Table) -> Result<(), Trouble> {
        let mut reading = read(table, &files.names, &[Part::Time]).map_err(unread)?;
        Api::read(table, columns.status.as_deref(), columns.latency.as_deref(), columns.key.as_deref(), None).map_err(unread)?;
        self.look_for_parts(files, &mut reading)?;
        self.clock_of(files, &reading).map(drop)
    }
}

/// A reason that lies in the files; whatever lies elsewhere stays a trouble.
fn why_not(trouble: Trouble) -> Result<WhyNotView, Trouble> {
    match trouble.fault {
        crate::Fault::Asked => Ok(WhyNotView { message: trouble.message, help: trouble.help }),
        _ => Err(trouble),
    }
}
