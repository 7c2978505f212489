use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A job description, read. There is no score: what is shown and what is not can be read line by line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JobView {
    /// How much of what must be is shown, in a sentence.
    pub answer: String,
    /// The same of what would be nice and of the work, where there is any.
    pub beside: Vec<String>,
    /// Of what must be.
    pub must: JobCountView,
    /// Of what would be nice.
    pub nice: JobCountView,
    /// Of what is only said to be part of the work.
    pub unclear: JobCountView,
    /// Everything that is asked for, in the order of the text.
    pub requirements: Vec<JobRequirementView>,
    /// Sentences of the description that were not understood, each as it stands there.
    pub not_understood: Vec<String>,
    /// What could not be read, or not well.
    pub findings: Vec<FindingView>,
    /// Words of the description that stand in the résumé instead of evidence.
    pub stuffed: Vec<StuffedView>,
}

/// Something in a résumé that looks like stuffing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StuffedView {
    /// What stands there.
    pub quote: String,
    /// What is wrong with it, and what to do instead.
    pub finding: FindingView,
}

/// A description to read. Nothing of it is kept.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct JobBody {
    /// The description, as it was copied.
    pub text: String,
    /// Text of the résumé that is to be sent, to look for stuffing; may be empty.
    #[serde(default)]
    pub resume: String,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct JobCountView {
    /// Proven by verified work.
    pub proven: u32,
    /// Named in a line, and proven by nothing verified.
    pub mentioned: u32,
    /// All that evidence can show.
    pub of: u32,
    /// Beside them, what only the person can judge: years, a degree, a place, a language.
    pub to_judge: u32,
}

/// One thing that is asked for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JobRequirementView {
    /// The skill, or the words of the description.
    pub what: String,
    /// The sentence it stands in.
    pub quote: String,
    /// `must`, `nice`, `part of the work`.
    pub must: String,
    /// Years, a degree, a place or a language: for the person to judge.
    pub by_hand: bool,
    /// What shows it, the best first.
    pub shown: Vec<ShownView>,
    /// As long as nothing proves it: what would.
    pub closed_by: Vec<ClosingWorkView>,
}

/// Work that would close a gap.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClosingWorkView {
    /// `lesson`, `exercise`, `piece of writing` or `card`.
    pub kind: String,
    /// Title; of a card the question.
    pub title: String,
    /// Where it opens.
    pub opens: String,
}

/// Evidence for a requirement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ShownView {
    /// Title of the piece.
    pub title: String,
    /// The line that names the skill, or the title.
    pub quote: String,
    /// A line names it. What nobody can read in the text is overlooked.
    pub is_named: bool,
    /// The piece is verified and proves the skill; otherwise it only mentions it.
    pub is_proven: bool,
}
