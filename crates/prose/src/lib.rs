//! What a piece of technical writing must contain, and how it reads.
//!
//! [`check`] judges structure only: length, headings, and whether a section holds the kind of thing it is asked for. Whether what it says
//! is good is for a person to judge. Advice about wording is given beside it and never fails an answer. This crate knows no content packs
//! and no screens; the rules come in as [`Rules`].

mod advice;
mod artifact;
mod check;
mod document;
mod example;
mod export;
mod front_matter;
mod plain;
mod read;
mod references;
mod rule;
mod rules;
mod text;
/// Wording rules in the YAML format of Vale.
pub mod vale;
mod word_list;

pub use artifact::{Artifact, template};
pub use check::{Found, Report, SectionFound, check};
pub use export::{Exported, Target, export};
pub use front_matter::front_matter;
pub use plain::plain_text;
pub use references::{Reference, agrees, references};
pub use rules::{Need, Rules, SectionRule, WordLimits};
pub use word_list::word_list;

#[cfg(test)]
mod tests;
