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
mod figure;
mod front_matter;
mod markdown;
mod outline;
mod read;
mod references;
mod rule;
mod rules;
mod text;
/// Wording rules in the YAML format of Vale.
pub mod vale;
mod word_list;
mod words;

pub use artifact::{Artifact, template};
pub use check::{Found, Report, SectionFound, check, fewest_words};
pub use export::{Exported, Target, export, plain_text};
pub use figure::Figure;
pub use front_matter::{front_matter, without_front_matter};
/// Whether a text names a day, given as year, month and day, in one of the ways in which people write dates.
pub fn names_day(text: &str, day: (i16, u32, u32)) -> bool {
    read::date::names_day(text, day)
}
pub use outline::{Outline, OutlineHeading, outline};
pub use references::{Reference, Source, references, with_references};
pub use rules::{Need, Rules, SectionRule, WordLimits};
pub use words::{can_be_found, find_phrase};

#[cfg(test)]
mod tests;
