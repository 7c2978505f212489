//! Contacts from exports, when to write to whom, and who is known at a company.
//!
//! Functions of their inputs: files come in as bytes, days as values, and nothing is stored or sent. What is read here is private to the
//! person; findings name rows and columns and never repeat a name, an address or an employer, so that no error text carries them.

mod cadence;
mod calendar;
mod compare;
mod contact;
mod date;
mod fold;
mod gathering;
mod import;
mod interview;
mod question;
mod role;
mod suggest;
mod touch;
mod warm;
mod weekly_five;

pub use cadence::{Asked, Cadence, CadenceFlaw, Due, Planned, Rhythm, Urgency, cadence, overdue, upcoming};
pub use calendar::{CalendarEntry, interview_entries, touch_entries};
pub use compare::{Changed, Changes, Update, update};
pub use contact::{Contact, ContactId, Field, Flaw, Written, contact};
pub use gathering::{Gathering, GatheringKind, by_urgency, touches_at};
pub use import::{Import, LARGEST_FILE, MOST_ROWS, linkedin, vcard};
pub use interview::{Interview, NextStep, Reached, Stage, counted, counted_on, next_step, touches_of};
pub use question::{Question, questions};
pub use role::{Role, role_of};
pub use suggest::{Suggestion, suggest};
pub use touch::{How, Touch, first_touches, last_touches};
pub use warm::{Path, Strength, same_employer, warm_paths};
pub use weekly_five::{Carried, GOAL, WeeklyFive, weekly_five};
