//! The pack format: files become a typed [`Pack`] plus findings.
//!
//! This crate knows neither engines nor the file system: it is given [`Files`]. What belongs to one kind of exercise (`[sql]`, `[write]`, …)
//! stays text here; `grade` types it.

mod bank;
mod dataset;
mod exercise;
mod files;
mod links;
mod markdown;
mod pack;
mod parameters;
mod path;
mod prompt;
mod read;
mod reference;
mod skill;
mod text;
mod track;
mod variants;

pub use bank::{Bank, BankKind, BankLimit, BankNumber, BankPromise, BankQuestion, CompanyKind, Differs, prove_banks};
pub use dataset::{Column, Dataset, Reference, Table};
pub use exercise::{Exercise, Kind, KnownFault, Replaced, Spec, WrongAnswer};
pub use files::{Files, LARGEST_TEXT};
pub use markdown::{Section, sections};
pub use pack::{Pack, PackHead};
pub use path::{Conflict, LearningWeek, Milestone, Path, Record, Resource, ResourceKind, Step, StepWork, Theme, Weeks};
pub use prompt::Prompt;
pub use read::{read, toml_finding};
pub use reference::{Action, FigureKind, Gap, Page, ReferenceColumn, ReferenceRow, ReferenceTable, Source};
pub use skill::{Area, Fluency, Skill};
pub use text::Text;
pub use track::Track;
pub use variants::Variants;
