use super::work::FindingView;
use crate::view_sql::finding_view;
use footbridge_diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was found in somebody's own file.
#[derive(Debug, Clone, Serialize)]
pub struct JudgedView {
    /// Nothing stands against it.
    pub complete: bool,
    /// What it is, in a sentence.
    pub says: String,
    /// Everything found: what must change first, then advice.
    pub findings: Vec<FindingView>,
}

/// A kind of document.
#[derive(Debug, Clone, Serialize)]
pub struct ArtifactView {
    /// Id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The headings of its sections.
    pub sections: Vec<String>,
}

/// A file of somebody's own in another form.
#[derive(Debug, Clone, Serialize)]
pub struct ExportView {
    /// The file in its new form.
    pub text: String,
    /// What that form cannot hold, a sentence each.
    pub lost: Vec<String>,
}

/// A roadmap of somebody's own.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoadmapView {
    /// Nothing essential is missing.
    pub complete: bool,
    /// In one sentence.
    pub says: String,
    /// What is missing or contradicts itself.
    pub findings: Vec<FindingView>,
    /// The picture as SVG; `None` when the text cannot be read.
    pub drawing: Option<String>,
    /// Forms it can be taken along in.
    pub forms: Vec<super::person::ChoiceView>,
}

/// A roadmap of somebody's own, to be looked at.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RoadmapBody {
    /// The text of `roadmap.yaml`.
    pub text: String,
}

/// A roadmap to take along.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RoadmapWishBody {
    /// The text of `roadmap.yaml`.
    pub text: String,
    /// `jira`, `linear`, `aha`, `csv`, `mermaid`, `markdown` or `svg`.
    pub to: String,
}

/// A roadmap in another form.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoadmapDownloadView {
    /// What the form is called.
    pub label: String,
    /// Name of the file.
    pub file: String,
    /// Type of its content.
    pub content_type: String,
    /// The file.
    pub text: String,
    /// What the form cannot hold, a sentence each.
    pub lost: Vec<String>,
    /// What the tool's importer would do, as text; `None` for what no tool imports.
    pub rehearsal: Option<String>,
}

pub(crate) fn judged(complete: bool, says: String, found: &[Diagnostic], text: &str) -> JudgedView {
    JudgedView { complete, says, findings: found.iter().map(|finding| finding_view(finding, None, None, text)).collect() }
}
