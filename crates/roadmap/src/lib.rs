//! Product roadmaps as a plain file, `roadmap.yaml`: read, checked, drawn and exported.
//!
//! A roadmap holds outcomes, the bets that are to move them (now, next, later), what was left out and why, and a summary for an executive.
//! [`read`] takes a file in with all findings about its shape, [`check`] says what a good roadmap lacks, [`judge`] does both. [`svg`] draws
//! it; [`csv`], [`mermaid`] and [`markdown`] carry it into other tools and say what each of them loses. [`to_csv`] loses nothing.
//!
//! This crate knows no learner, no exercise and no clock: the date that counts is the roadmap's own `as_of`.

mod check;
mod draw;
mod export;
mod judge;
mod read;
mod roadmap;

pub use check::check;
pub use draw::{svg, svg_inline};
pub use export::csv::{Csv, csv};
pub use export::dry_run::{ColumnUse, DryRun, Rejected, dry_run};
pub use export::markdown::markdown;
pub use export::mermaid::{Mermaid, mermaid};
pub use export::profile::{Column, Profile, built_in_profiles, read_profile};
pub use export::round_trip::{from_csv, to_csv};
pub use export::yaml::to_yaml;
pub use judge::{Limits, Report, judge};
pub use read::read;
pub use roadmap::{Bet, Horizon, LeftOut, Outcome, Quarter, Risk, Roadmap, Size, Source, Written};
