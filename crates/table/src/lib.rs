//! Tables as CSV files: cells that no spreadsheet runs, and how records become the rows that another tool imports.
//!
//! A [`Profile`] maps the fields of a record to the columns of a tool; [`table`] makes the rows, [`rehearsed`] says what the tool will make of
//! them, and [`Profile::sources`] where the fields stand in a table that the tool exported. Fields are numbers: places in a list of names that
//! whoever owns the records gives. [`quoted`] writes a text into YAML, as [`guarded`] does into a cell.
//!
//! This crate knows no roadmap, no decision and no tool.

mod cell;
mod profile;
mod rehearsal;
mod rows;
mod template;
mod yaml;

pub use cell::{as_written, guarded};
pub use profile::{Column, Profile, Source, read_profile};
pub use rehearsal::{ColumnUse, DryRun, Rejected, rehearsed};
pub use rows::{Table, table, written};
pub use yaml::quoted;
