use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a master prompt asks for, without a language model.
#[derive(Debug, Clone, Serialize)]
pub struct OfflineView {
    /// Markdown, or for tools a decision to fill in.
    pub text: String,
}

/// A model's reply to a master prompt.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ReplyBody {
    /// As it came.
    pub text: String,
    /// The company that interview questions are for; left out when they are for none.
    #[serde(default)]
    pub company: Option<String>,
}

/// A reply that was kept.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeptReplyView {
    /// What became of it, in a sentence.
    pub says: String,
    /// Where, from the learner's folder.
    pub file: String,
    /// It was kept before, and nothing was written.
    pub already: bool,
    /// A model wrote it and nobody reviewed it; not so of what the course made without one.
    pub unreviewed: bool,
    /// The command that goes on with it; empty when it is only read.
    pub next: String,
    /// Of tools: the text of the decision it became, marked as unreviewed. Empty elsewhere.
    pub decision: String,
}

/// What came of a prompt that was sent to a model.
#[derive(Debug, Clone, Serialize)]
pub struct ModelReplyView {
    /// Where it was kept, from the learner's folder; nothing when it had not the shape.
    pub file: Option<String>,
    /// The first answer had faults, which the model mended when they were named.
    pub repaired: bool,
    /// The text of an answer that was not kept.
    pub reply: Option<String>,
    /// What is wrong with the shape of an answer that was not kept.
    pub findings: Vec<FindingView>,
    /// Why the model could not be asked to mend its answer.
    pub repair_failed: Option<String>,
}
