//! One piece of writing goes out to another person, and their scores come back: by file, with no server and nothing to install.
//!
//! [`page`] makes one HTML file that holds what is to be read, beside it what it is judged by, and a form. It opens in any browser, loads nothing
//! and sends nothing: the reader saves a small JSON file and gives it back. [`read_reply`] reads that file, which comes from outside and
//! is trusted with nothing.

mod page;
mod reply;

pub use page::page;
pub use reply::{LARGEST_REPLY, Reply, ScoreGiven, read_reply, reply_about};

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
    /// The exercise or the interview that is answered.
    pub exercise: ExerciseId,
    /// Its title.
    pub title: String,
    /// Who asks; `None` when they gave no name.
    pub author: Option<String>,
    /// The hash of the text, so that the scores can be laid beside the very text that was read.
    pub answer: AnswerHash,
    /// What is read.
    pub reading: Reading,
}

/// What a reader is given to read. They may know nothing of how it came about, so the page speaks of texts and answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// One text, judged line by line, each with descriptions of its own.
    Text {
        /// What was asked for, as HTML that is safe to show.
        brief: String,
        /// The text, as HTML that is safe to show.
        text: String,
        /// What is judged.
        lines: Vec<Line>,
    },
    /// Answers given in an interview, each judged point by point beside four answers to the same question.
    Answers(Vec<Answered>),
}

/// One line that a text is judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is judged.
    pub point: Point,
    /// The question a reader asks.
    pub asks: String,
    /// What a text at each level does, in the order of [`LEVELS`].
    pub anchors: [String; 4],
}

/// One question of an interview as it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Which question it is.
    pub title: String,
    /// The question and the answer, as HTML that is safe to show.
    pub said: String,
    /// An answer at each level, in the order of [`LEVELS`], as HTML that is safe to show.
    pub anchors: [String; 4],
    /// What is judged of it.
    pub points: Vec<Point>,
}

/// One thing that gets a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Id inside the exercise or the interview.
    pub id: String,
    /// What is judged.
    pub title: String,
}

impl Request {
    /// Ids of all that gets a level, in the order of the page.
    pub fn ids(&self) -> Vec<&str> {
        match &self.reading {
            Reading::Text { lines, .. } => lines.iter().map(|line| line.point.id.as_str()).collect(),
            Reading::Answers(answers) => answers.iter().flat_map(|answer| &answer.points).map(|point| point.id.as_str()).collect(),
        }
    }
}
