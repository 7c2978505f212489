use serde::Serialize;

/// What a master prompt asks for, without a language model.
#[derive(Debug, Clone, Serialize)]
pub struct OfflineView {
    /// Markdown, or for tools a decision to fill in.
    pub text: String,
}

/// A reply that was kept.
#[derive(Debug, Clone, Serialize)]
pub struct KeptReplyView {
    /// Where, from the learner's folder.
    pub file: String,
}
