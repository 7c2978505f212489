//! One exercise and one answer become a verdict; and whole packs are proven.
//!
//! This crate types what belongs to one kind of exercise, calls the engine of that kind, and words what it found. It knows neither the
//! journal nor any screen.

mod answers;
mod checked;
mod differences;
mod feedback;
mod grader;
mod prove;
mod questions;
mod spec;
mod sql;
mod sql_text;
mod version;
mod write;

pub use answers::{Answered, read_answers, write_answers};
pub use checked::{Checked, ShownTable, Tone};
pub use feedback::feedback;
pub use footbridge_prose::plain_text;
pub use grader::{DataFolder, Grader};
pub use prove::{Bless, Proven, prove};
pub use questions::{label, right_answers};
pub use spec::{Choice, Near, Question, QuestionKind, SectionSpec, SqlSpec, WriteSpec, read_questions, read_sql, read_write};
pub use sql::rules;
pub use version::check_version;
