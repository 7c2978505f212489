//! What a check of one answer says: the words every engine, the journal and every screen share.
//!
//! This crate knows no engine. A verdict never says that the learner is wrong when we are: that is [`Outcome::NotRun`].

mod exercise_id;
mod hash;

pub use exercise_id::{BadExerciseId, ExerciseId};
pub use hash::{AnswerHash, BadAnswerHash};

use footbridge_diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};

/// The result of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The answer is right.
    Pass,
    /// The answer runs and is wrong.
    Revise,
    /// The answer cannot be run.
    Unreadable,
    /// We could not check it. Our fault; it never costs anything.
    NotRun,
}

impl Outcome {
    /// The word a person reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Revise => "revise",
            Self::Unreadable => "unreadable",
            Self::NotRun => "not run",
        }
    }
}

/// What a finding asks of the learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Blocks the pass.
    Essential,
    /// Worth changing; does not block.
    Actionable,
    /// Worth knowing.
    Informative,
    /// Something done well, named exactly.
    Celebratory,
}

/// A diagnostic about an answer, with what it asks of the learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it asks.
    pub kind: FindingKind,
    /// What, where, why and what next.
    pub diagnostic: Diagnostic,
    /// The part of the answer it is about, when the answer has parts: the id of a question.
    pub part: Option<String>,
}

/// How much a pass is worth as proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// An engine checked the substance.
    #[default]
    Verified,
    /// Only the shape of a file the learner wrote was looked at. Never counted as verified.
    SelfReported,
}

/// Help used before a check. Recorded, shown without shame, never a penalty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HelpUsed {
    /// Hints opened.
    pub hints: u8,
    /// Whether the solution was opened.
    pub solution: bool,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The result.
    pub outcome: Outcome,
    /// One sentence that says it all, with numbers in it.
    pub summary: String,
    /// Everything found, the most important first.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// A verdict without findings.
    pub fn new(outcome: Outcome, summary: impl Into<String>) -> Self {
        Self { outcome, summary: summary.into(), findings: Vec::new() }
    }

    /// Adds a finding.
    #[must_use]
    pub fn with(mut self, kind: FindingKind, diagnostic: Diagnostic) -> Self {
        self.findings.push(Finding { kind, diagnostic, part: None });
        self
    }
}
