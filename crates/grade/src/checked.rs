use footbridge_query::Table;
use footbridge_verdict::{Outcome, Verdict};

/// A verdict with the rows that explain it.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What was found.
    pub verdict: Verdict,
    /// Rows beside it.
    pub shown: Vec<ShownTable>,
}

/// A few rows, with the cells that decide.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownTable {
    /// What these rows are, in words.
    pub title: String,
    /// How they are tinted.
    pub tone: Tone,
    /// The rows.
    pub rows: Table,
    /// Rows there are in all.
    pub total: u64,
    /// Deciding cells as (row, column), from 0.
    pub marked: Vec<(usize, usize)>,
}

/// Whose rows they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The learner's.
    Yours,
    /// The right ones.
    Right,
}

impl Checked {
    /// A verdict without rows.
    pub(crate) fn new(verdict: Verdict) -> Self {
        Self { verdict, shown: Vec::new() }
    }

    pub(crate) fn not_run(summary: impl Into<String>) -> Self {
        Self::new(Verdict::new(Outcome::NotRun, summary))
    }
}
