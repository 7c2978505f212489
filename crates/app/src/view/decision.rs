use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A decision as it stands in the editor.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct DecisionBody {
    /// The text of `decision.yaml`, or a table.
    pub text: String,
}

/// A file to begin with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StarterView {
    /// The text of `decision.yaml`.
    pub text: String,
}

/// A decision in the learner's folder.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeptDecisionView {
    /// Where, from the learner's folder.
    pub file: String,
}

/// What follows from a decision's figures.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionView {
    /// Nothing stands against the file.
    pub complete: bool,
    /// It is a matrix whose weights are locked and in which nothing is scored.
    pub awaits_scores: bool,
    /// Places of it are not filled in, or it is a matrix in which nothing is scored yet: not finished, and nothing is wrong with it.
    pub unfinished: bool,
    /// `rice`, `matrix`, `moscow`; empty when the file cannot be read.
    pub method: String,
    /// What is decided.
    pub title: String,
    /// The answer in a sentence or two.
    pub says: String,
    /// What was chosen and why, as the file says it; may be empty.
    pub chosen: String,
    /// How it was reckoned.
    pub how: String,
    /// What the figures of the options are called.
    pub figure: String,
    /// Options, best first; of MoSCoW in the order of work.
    pub options: Vec<DecisionOptionView>,
    /// Why the first of a matrix is first, in sentences.
    pub reasons: Vec<String>,
    /// How far what is not known could move an option, in a sentence each.
    pub unknown: Vec<String>,
    /// What would put another option first, smallest change first.
    pub flips: Vec<DecisionFlipView>,
    /// Who beats whom, in a sentence each: the first against every other, the others against the one that follows.
    pub beats: Vec<String>,
    /// Which figures are worth researching, in a sentence each, the most useful first.
    pub worth: Vec<String>,
    /// The decision as a record in Markdown, proposed today; empty while it cannot be read.
    pub record: String,
    /// The decision as a table; what each figure rests on is not in it.
    pub table: String,
    /// Everything found: what must change first, then warnings and advice.
    pub findings: Vec<FindingView>,
}

/// One option.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionOptionView {
    /// Name.
    pub name: String,
    /// From 1, shared by equals; 0 in MoSCoW, and for an option of which nothing is known.
    pub place: u32,
    /// `must`, `should`, `could`, `wont`; empty elsewhere.
    pub priority: String,
    /// The score, or the effort, at the likely values.
    pub value: f64,
    /// The same in words.
    pub value_words: String,
    /// Lower end of the range that is drawn.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Both in words.
    pub range_words: String,
    /// How often it is first, or fits; from 0 to 1. `None` when that cannot be said.
    pub share: Option<f64>,
    /// The same in words, with how sure it is.
    pub share_words: String,
    /// What speaks for the option as a whole; may be empty.
    pub why: String,
    /// Its figures, with what each rests on.
    pub figures: Vec<DecisionFigureView>,
}

/// One figure of an option.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionFigureView {
    /// What it is: a criterion, or a factor of RICE.
    pub name: String,
    /// As it was written.
    pub value: String,
    /// What it rests on; empty when that is not said.
    pub evidence: String,
    /// Why; may be empty.
    pub why: String,
}

/// One change of one input.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionFlipView {
    /// What is changed.
    pub what: String,
    /// What it is now.
    pub from: String,
    /// Where two options are level.
    pub to: String,
    /// Who is first beyond it.
    pub rival: String,
    /// Of a weight: beyond which share of all weights the rival wins, in a sentence. Empty elsewhere.
    pub wins: String,
    /// It lies inside the range that the file itself gives.
    pub within: bool,
}
