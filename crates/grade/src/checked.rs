use footbridge_diagnostic::Diagnostic;
use footbridge_query::Table;
use footbridge_verdict::{FindingKind, Outcome, Verdict};

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

    /// The exercise cannot judge anything: a fault of the pack.
    pub(crate) fn faulty_exercise(findings: impl IntoIterator<Item = Diagnostic>) -> Self {
        let mut checked = Self::not_run("We could not check this: the exercise itself is at fault. Nothing is counted.");
        checked.verdict = findings.into_iter().fold(checked.verdict, |verdict, finding| verdict.with(FindingKind::Informative, finding));
        checked
    }

    /// The answer cannot be judged as it stands.
    pub(crate) fn unreadable(summary: &str, findings: Vec<Diagnostic>) -> Self {
        let verdict = Verdict::new(Outcome::Unreadable, summary);
        Self::new(findings.into_iter().fold(verdict, |verdict, finding| verdict.with(FindingKind::Essential, finding)))
    }
}
