//! What every screen and every `--json` shows: plain structs in the user's words.
//!
//! Dates are ISO 8601 (`2027-01-12`), instants RFC 3339 in UTC, durations whole minutes unless a name says otherwise.

mod analytics;
mod applications;
mod backup;
mod bank;
mod cause;
mod companies;
mod decision;
mod evidence;
mod exercise_state;
mod guide;
mod job;
mod judged;
mod look;
mod mock;
mod path;
mod people;
mod person;
mod prose;
mod publishing;
mod readiness;
mod recall;
mod reply;
mod resume;
mod rubric;
mod sql;
mod today;
mod work;

pub use analytics::*;
pub use applications::*;
pub use backup::*;
pub use bank::*;
pub use cause::*;
pub use companies::*;
pub use decision::*;
pub use evidence::*;
pub use exercise_state::*;
pub use guide::*;
pub use job::*;
pub use judged::*;
pub use look::*;
pub use mock::*;
pub use path::*;
pub use people::*;
pub use person::*;
pub use prose::*;
pub use publishing::*;
pub use readiness::*;
pub use recall::*;
pub use reply::*;
pub use resume::*;
pub use rubric::*;
pub use sql::*;
pub use today::*;
pub use work::*;
