//! One piece of writing goes out to another person, and their scores come back: by file, with no server and nothing to install.
//!
//! [`page`] makes one HTML file that holds the piece, the rubric with its four anchors, and a form. It opens in any browser, loads nothing
//! and sends nothing: the reader saves a small JSON file and gives it back. [`read_reply`] reads that file, which comes from outside and
//! is trusted with nothing.

mod page;
mod reply;

pub use page::page;
pub use reply::{LARGEST_REPLY, Reply, ScoreGiven, read_reply};

use footbridge_verdict::{AnswerHash, ExerciseId};

/// The longest name of a reviewer, in characters.
pub const LONGEST_NAME: usize = 80;

/// The longest quote beside a score, in characters.
pub const LONGEST_QUOTE: usize = 2_000;

/// The longest note of a reviewer, in characters.
pub const LONGEST_NOTE: usize = 8_000;

/// The names of the four levels, from 1 to 4.
pub const LEVELS: [&str; 4] = ["poor", "mixed", "good", "excellent"];

/// What another person is asked to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The exercise the piece answers.
    pub exercise: ExerciseId,
    /// Its title.
    pub title: String,
    /// Whose piece it is.
    pub author: String,
    /// The hash of the text, so that the scores can be laid beside the very text that was read.
    pub answer: AnswerHash,
    /// What was asked for, as HTML that is safe to show.
    pub brief: String,
    /// The piece, as HTML that is safe to show.
    pub piece: String,
    /// The rubric.
    pub criteria: Vec<Criterion>,
}

/// One line of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Id inside the exercise.
    pub id: String,
    /// What is judged.
    pub title: String,
    /// The question a reader asks.
    pub asks: String,
    /// What an answer at each level does, in the order of [`LEVELS`].
    pub anchors: [String; 4],
}
