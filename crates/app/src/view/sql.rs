use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A table that can be asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TableSchemaView {
    /// Name in SQL.
    pub name: String,
    /// What a row is.
    pub about: String,
    /// Rows.
    pub rows: Option<u64>,
    /// Columns.
    pub columns: Vec<ColumnView>,
}

/// One column.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ColumnView {
    /// Name.
    pub name: String,
    /// Type, as a learner reads it: `bigint`, `text`, `timestamp`.
    pub data_type: String,
    /// Numbers are aligned right.
    pub number: bool,
    /// What it means.
    pub about: String,
}

/// Rows of a result. Cells are what a person sees; `null` is NULL.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RowsView {
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Cells.
    pub rows: Vec<Vec<Option<String>>>,
    /// Reading stopped before the end, so that `total` may be too small.
    pub truncated: bool,
    /// Rows there are, of which those of `rows` are shown; when truncated, as far as they were read.
    pub total: u64,
}

/// The result of running a query without checking it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RunView {
    /// Rows, when it ran.
    pub rows: Option<RowsView>,
    /// What was wrong, when it did not, and what looks unmeant when it did.
    pub findings: Vec<FindingView>,
    /// Milliseconds.
    pub elapsed_ms: u64,
    /// Whose fault it is when there are no rows: `yours`, `ours`, or empty.
    pub fault: String,
}

/// A query on the person's own files.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct OwnQueryBody {
    /// Paths of CSV, JSONL or Parquet files on this machine.
    pub paths: Vec<String>,
    /// The query.
    pub sql: String,
}

/// Files to open.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct OpenFilesBody {
    /// Paths of CSV, JSONL or Parquet files on this machine.
    pub paths: Vec<String>,
}

/// The person's own files as tables.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OwnFilesView {
    /// One for each file that could be read.
    pub tables: Vec<TableSchemaView>,
    /// Their paths as they were asked for, in the same order.
    pub read: Vec<String>,
    /// What could not be read.
    pub findings: Vec<FindingView>,
    /// A query to start with.
    pub proposal: String,
}

/// A query to run on an exercise's tables.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RunBody {
    /// The query.
    pub text: String,
    /// On everything there is, or on the graded rows.
    pub full: bool,
}
