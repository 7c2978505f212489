//! The one finding type of the product and its renderers.
//!
//! Every reader and every engine returns what it found as [`Diagnostic`]s: all of them, not the first. A message says what is wrong
//! here, a note says why we think so, a help says what to do next. This crate knows no domain.

mod nearest;
mod render;
mod source;
mod wording;

pub use nearest::nearest;
pub use render::render_text;
pub use source::{LineColumn, Source};
pub use wording::{counted, grouped, hours, listed, upper_first};

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Advice,
    /// Runs, but is surely not what was meant.
    Warning,
    /// Cannot be accepted as it is.
    Error,
}

/// A stretch of one file: byte offsets into its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Path as the reader knows it, with forward slashes.
    pub file: String,
    /// Byte offsets, end exclusive. Empty ranges point between two characters.
    pub span: Range<usize>,
}

/// One finding: what is wrong, where, why we think so, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable kebab-case name of the rule, for example `sql-unknown-column`.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong here: one sentence.
    pub message: String,
    /// Where, when the finding has a place.
    pub place: Option<Place>,
    /// Why we think so.
    pub notes: Vec<String>,
    /// What to do next.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A finding that must be mended.
    pub fn error(code: &str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A finding about something that is surely not meant.
    pub fn warning(code: &str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A finding that is only worth knowing.
    pub fn advice(code: &str, message: impl Into<String>) -> Self {
        Self::new(Severity::Advice, code, message)
    }

    fn new(severity: Severity, code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), severity, message: message.into(), place: None, notes: Vec::new(), help: Vec::new() }
    }

    /// Points at bytes of a file.
    #[must_use]
    pub fn at(mut self, file: &str, span: Range<usize>) -> Self {
        self.place = Some(Place { file: file.to_owned(), span });
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a next step.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Whether it blocks acceptance.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
