//! One exercise and one answer become a verdict; and whole packs are proven.
//!
//! This crate types what belongs to one kind of exercise, calls the engine of that kind, and words what it found. It knows neither the
//! journal nor any screen.

mod answers;
mod bench;
mod checked;
mod counterexample;
mod criterion;
mod decide;
mod decide_spec;
mod differences;
mod evidence;
mod facts;
mod feedback;
mod grader;
mod handmade;
mod harden;
mod hidden;
mod material;
mod measure;
mod mutation;
mod number_words;
mod prove;
mod questions;
mod references;
mod roadmap;
mod roadmap_spec;
mod runs;
mod sources;
mod spec;
mod sql;
mod sql_text;
mod stated;
mod units;
mod version;
mod write;
mod write_spec;

pub use answers::{Answered, letters_typed, number_typed, number_typed_in, read_answers, write_answers};
pub use bench::BenchError;
pub use checked::{Checked, ShownTable, Tone};
pub use counterexample::{ClauseAtFault, Counterexample};
pub use criterion::{Criterion, read_criteria};
pub use decide_spec::{DecideSpec, decide_wanted, read_decide};
pub use feedback::feedback;
pub use grader::{DataFolder, Grader, OwnAnswer};
pub use harden::{Hardened, Search, harden};
pub use hidden::{Hidden, read_hidden, write_hidden};
pub use measure::{Depth, Further, Measured, measure};
pub use mutation::{MutationScore, mutation_score};
pub use prove::{Bless, Proven, prove};
pub use questions::{check_question, label, right_answers};
pub use roadmap_spec::{RoadmapSpec, read_roadmap};
pub use spec::{Choice, Near, Question, QuestionKind, SqlSpec, Unit, read_questions, read_sql};
pub use sql::rules;
pub use version::check_version;
pub use write::outline;
pub use write_spec::{SectionSpec, WriteSpec, read_write};
