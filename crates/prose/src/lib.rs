//! What a piece of technical writing must contain, and how it reads.
//!
//! [`check`] judges structure only: length, headings, and whether a section holds the kind of thing it is asked for. Whether what it says
//! is good is for a person to judge. Advice about wording is given beside it and never fails an answer. This crate knows no content packs
//! and no screens; the rules come in as [`Rules`].

mod advice;
mod check;
mod document;
mod plain;
mod rules;

pub use check::{Found, Report, SectionFound, check};
pub use plain::plain_text;
pub use rules::{Need, Rules, SectionRule, WordLimits};

#[cfg(test)]
mod tests;
