use super::prose::Block;
use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text that is being written.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct LookBody {
    /// The text as it stands in the editor.
    pub text: String,
}

/// A look at a text that is being written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LookView {
    /// What still blocks a pass, and advice on the wording.
    pub findings: Vec<FindingView>,
    /// How many of them block a pass.
    pub open: u32,
    /// The text as a reader sees it.
    pub preview: Vec<Block>,
    /// The picture of a roadmap, as SVG; `None` for everything else.
    pub drawing: Option<String>,
}
