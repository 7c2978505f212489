//! Product roadmaps as a plain file, `roadmap.yaml`: read, checked, drawn and exported.
//!
//! A roadmap holds outcomes, the bets that are to move them (now, next, later), what was left out and why, and a summary for an executive.
//! [`read`] takes a file in with all findings about its shape, [`check`] says what a good roadmap lacks, [`judge`] does both. [`svg`] draws
//! it; [`csv`], [`mermaid`] and [`markdown`] carry it into other tools and say what each of them loses. [`to_csv`] loses nothing, and
//! [`from_csv`] reads it back.
//!
//! This crate knows no learner, no exercise and no clock: the date that counts is the roadmap's own `as_of`.

mod check;
mod dependency;
mod draw;
mod export;
mod judge;
mod read;
mod roadmap;
mod wording;

pub use check::check;
pub use draw::svg;
pub use export::Export;
pub use export::csv::csv;
pub use export::dry_run::dry_run;
pub use export::markdown::markdown;
pub use export::mermaid::mermaid;
pub use export::own_csv::to_csv;
pub use export::tool::{Tool, read_profile};
pub use export::yaml::to_yaml;
pub use footbridge_table::{Column, ColumnUse, DryRun, Profile, Rejected};
pub use judge::{Limits, Report, judge};
pub use read::{from_csv, is_unread, read};
pub use roadmap::{Bet, Horizon, LeftOut, Outcome, Quarter, Risk, Roadmap, Size, Source, Written};
