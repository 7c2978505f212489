use super::sql::RowsView;
use super::work::FindingView;
use serde::Serialize;

/// An answer from somebody's own events.
#[derive(Debug, Clone, Serialize)]
pub struct AnalyticsView {
    /// Whose export it is, and what its columns were read as.
    pub says: Vec<String>,
    /// What to know before believing the numbers.
    pub notes: Vec<String>,
    /// The query; `footbridge sql` gives the same rows for it.
    pub sql: String,
    /// The rows; `None` when the query could not be run.
    pub rows: Option<RowsView>,
    /// What was found wrong with the query or the files.
    pub findings: Vec<FindingView>,
    /// `yours` or `ours` when there are no rows.
    pub fault: String,
    /// The rows as a picture, with every number in words.
    #[serde(skip)]
    pub chart: Option<footbridge_analytics::Chart>,
}
