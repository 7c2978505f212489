use super::work::FindingView;
use crate::view_sql::finding_view;
use footbridge_diagnostic::Diagnostic;
use serde::Serialize;

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

pub(crate) fn judged(complete: bool, says: String, found: &[Diagnostic], text: &str) -> JudgedView {
    JudgedView { complete, says, findings: found.iter().map(|finding| finding_view(finding, None, None, text)).collect() }
}
