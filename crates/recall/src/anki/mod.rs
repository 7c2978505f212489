//! Cards as the text that Anki imports and exports: one note a line, fields between separators, a few headers that begin with `#`.
//!
//! Anki manual, *Importing text files* and *Exporting*. Text carries no scheduling.

mod html;
mod read;
mod write;

pub use read::{BadLine, LARGEST_ANKI, Unreadable, read_anki};
pub use write::write_anki;

/// One card, in plain text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnkiCard {
    /// What tells it from all others, also after a change of its text; empty when the file has none.
    pub guid: String,
    /// What it asks.
    pub front: String,
    /// The answer. Further fields stand below it.
    pub back: String,
    /// Tags, without spaces.
    pub tags: Vec<String>,
}
