//! What goes into a run and what comes out.

use crate::table::{Column, Table};
use footbridge_diagnostic::Diagnostic;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// One query over some files.
#[derive(Debug, Clone)]
pub struct Request {
    /// The only tables the query can name.
    pub sources: Vec<Source>,
    /// The text of the query.
    pub sql: String,
    /// The name of the query's file, as findings show it, for example `query.sql`.
    pub file: String,
    /// How much it may take.
    pub limits: Limits,
}

/// A file and the table name it is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name a query uses.
    pub name: String,
    /// One file; its extension says what it holds.
    pub path: PathBuf,
}

/// How a data file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Apache Parquet.
    Parquet,
    /// Comma-separated values with a header line.
    Csv,
    /// Tab-separated values with a header line.
    Tsv,
    /// One JSON object a line.
    JsonLines,
}

impl Format {
    /// The extensions [`Format::of`] knows, for messages.
    pub const EXTENSIONS: [&str; 5] = ["parquet", "csv", "tsv", "jsonl", "ndjson"];

    /// The format a path's extension promises; `None` for any other. `.json` is read as one object a line.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "parquet" => Some(Self::Parquet),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "jsonl" | "ndjson" | "json" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// How much one query may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Rows read from the result; a longer one is cut and marked.
    pub rows: usize,
    /// Bytes of values read from the result; a larger one is cut at a whole row and marked.
    pub bytes: usize,
    /// Time on the clock.
    pub wall: Duration,
    /// Processor time, all threads together, in steps of a second.
    pub cpu: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rows: 1_000, bytes: 4_000_000, wall: Duration::from_secs(10), cpu: Duration::from_secs(10) }
    }
}

/// A query's result.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Columns and rows, at most as many as the limits allow.
    pub table: Table,
    /// Whether the result went on after the last row here.
    pub truncated: bool,
    /// Rows seen; when truncated, the count stops where reading stopped.
    pub total_rows: u64,
    /// Time from sending the query to having the answer.
    pub elapsed: Duration,
    /// Findings that did not stop the query.
    pub warnings: Vec<Diagnostic>,
}

/// What a source holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSchema {
    /// The table's name.
    pub name: String,
    /// Its columns, in the order of the file.
    pub columns: Vec<Column>,
    /// How many rows it has; `None` when that was not found out.
    pub rows: Option<u64>,
}
