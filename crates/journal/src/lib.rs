//! What happened to one learner: events, their files, and the state that follows from them.
//!
//! The journal is the only record of a learner's folder. An [`Event`] is one line of JSON in `journal/<device>-<year>-<month>.jsonl`;
//! [`State`] is a pure fold of all events, ordered by time, then device, then sequence. Two devices never write one file, so git merges
//! the folder without help. [`Journal::append`] returns once the event survives a loss of power; whatever else the files hold — a torn
//! line, a newer format, foreign text — is left as it is and told in one sentence.
//!
//! ```json
//! {"v":1,"id":"<32 hex digits>","device":"k7f3q2a9","seq":7,"at":"2026-03-02T09:14:05.123Z","kind":"started","data":{"exercise":"sql-joins"}}
//! ```
//!
//! This crate knows no engine, no content and no screen. It reads no clock and rolls no dice: time comes in as a value and the disk as a
//! [`Disk`].

mod act;
mod disk;
mod event;
mod findings;
mod folder;
mod journal;
mod line;
mod reader;
#[cfg(test)]
mod samples;
mod state;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use act::{
    Act, AnswerFile, Checked, ConversationStep, DaysOff, Imported, Moved, PlannedTouch, Profile, Published, Recalled, Refitted, Review,
    Score, Scored, Touched,
};
pub use disk::{BadDiskPath, Disk, DiskAct, DiskCause, DiskError, DiskPath, Entry, EntryKind, RealDisk};
pub use event::{BadDeviceId, BadEventId, DeviceId, Event, EventId, EventPlace};
pub use folder::{Read, ReadError, read_folder};
pub use journal::{AppendError, Appended, Journal};
pub use line::{FORMAT_VERSION, Stamp, write_line};
pub use reader::{LineProblem, LineProblemKind, Lines, read_lines};
pub use state::{Applied, Attempt, People, State, Work};
