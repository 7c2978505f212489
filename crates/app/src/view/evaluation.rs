use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The tools that can be laid side by side by the facts of the Guide.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ToolChoicesView {
    /// Tools by their jobs.
    pub jobs: Vec<ToolJobView>,
    /// What they are judged by.
    pub criteria: Vec<CriterionAskedView>,
}

/// The tools of one job.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ToolJobView {
    /// What they are for.
    pub job: String,
    /// Names.
    pub tools: Vec<String>,
}

/// One criterion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CriterionAskedView {
    /// One word to call it by: `pricing`.
    pub word: String,
    /// Name.
    pub name: String,
    /// What it asks.
    pub asks: String,
}

/// Which tools are laid side by side, and what for.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationBody {
    /// Tools by name.
    #[serde(default)]
    pub tools: Vec<String>,
    /// Besides, all tools of a job, by a part of its name: `planning`.
    #[serde(default)]
    pub job: Option<String>,
    /// What the tool is for.
    #[serde(default)]
    pub use_case: String,
    /// How many people will use it.
    #[serde(default)]
    pub team: Option<u32>,
    /// How much each criterion counts, by its word: all or none. With them the weights are locked and the tools scored.
    #[serde(default)]
    pub weights: BTreeMap<String, u32>,
}

/// Tools side by side.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluatedView {
    /// The text of `decision.yaml`.
    pub text: String,
    /// What to know about it, in sentences.
    pub told: Vec<String>,
}
