//! Hours, dates and prerequisites become a dated plan with a reason for every line.
//!
//! A function of its input: today comes in, nothing is drawn by chance, and the same [`Request`] gives the same [`Plan`]. This crate knows
//! neither content nor journal; whoever calls it turns a path into [`Item`]s.
//!
//! Three stages: *order* makes one sequence of all work that does not depend on the calendar; *fill* pours it into the days; then
//! *arrange* shuffles days inside a week so that fewer items are split.

mod arrange;
mod calendar;
mod compare;
mod deadline;
mod error;
mod fill;
pub mod ics;
mod item;
mod network;
mod order;
mod pace;
mod plan;
mod reason;
mod reckoning;
mod target;

pub use calendar::{Calendar, monday_of, spoken};
pub use compare::{MoveReason, Moved, compare};
pub use deadline::{Deadline, DeadlineAnswer};
pub use error::PlanError;
pub use item::{Done, Fluency, Item, Weekly};
pub use pace::{AtOwnPace, Pace, PastWeek};
pub use plan::{Placed, Plan, Request, Session, plan};
pub use reason::{After, Reason};
pub use reckoning::{CalendarWeek, Reckoning, Total};
pub use target::{Cut, MoreTime, TargetAnswer};
