//! The messages themselves, and their way into and out of the domain.

use super::frame::FrameError;
use crate::confinement::{Confinement, Measure, Safeguard};
use crate::request::{Format, TableSchema};
use crate::table::{Column, DataType, Table, Value};
use footbridge_diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The protocol's version; both binaries are built and shipped together, so any other is an installation fault.
pub const FORMAT_VERSION: u32 = 1;

/// What the parent asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Run one query.
    Run {
        /// The only tables there are.
        sources: Vec<TableHandle>,
        /// The query.
        sql: String,
        /// Its name in findings.
        file: String,
        /// Rows at most.
        rows: usize,
        /// Bytes of values at most.
        bytes: usize,
        /// Seconds of processor time at most.
        cpu_seconds: u64,
    },
    /// Run queries on small databases instead of the files' own rows.
    RunOnEach {
        /// The tables; their files say only which columns there are.
        sources: Vec<TableHandle>,
        /// For each database, the rows of each source.
        databases: Vec<Vec<Vec<Vec<WireCell>>>>,
        /// The queries.
        queries: Vec<String>,
        /// Rows of a result at most.
        rows: usize,
        /// Seconds of processor time at most, for all of it.
        cpu_seconds: u64,
    },
    /// Say what the sources hold.
    Describe {
        /// The tables.
        sources: Vec<TableHandle>,
        /// Seconds of processor time at most.
        cpu_seconds: u64,
    },
}

/// A table and the file behind it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TableHandle {
    /// The name a query uses.
    pub name: String,
    /// The parent's number for the file; the worker keeps files it has been handed under it.
    pub file: u64,
    /// Whether the file comes with this command.
    pub fresh: bool,
    /// How the file is written.
    pub format: WireFormat,
    /// The file's length in bytes when it was handed over.
    pub length: u64,
    /// Where it is, on systems that cannot hand over open files.
    pub path: Option<PathBuf>,
}

/// [`Format`] on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WireFormat {
    /// See [`Format::Parquet`].
    Parquet,
    /// See [`Format::Csv`].
    Csv,
    /// See [`Format::Tsv`].
    Tsv,
    /// See [`Format::JsonLines`].
    JsonLines,
}

/// What the worker answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Reply {
    /// Ready; what confines this worker.
    Hello {
        /// [`FORMAT_VERSION`].
        version: u32,
        /// One per safeguard the worker itself sets up.
        measures: Vec<WireMeasure>,
    },
    /// The query's result.
    Answer(WireAnswer),
    /// For each query, its result on each database; `None` where it has none.
    Each(Vec<Vec<Option<WireRows>>>),
    /// What the sources hold.
    Schemas(Vec<WireSchema>),
    /// The query's fault.
    Statement(Vec<Diagnostic>),
    /// Too big.
    Limit(Diagnostic),
    /// A file's fault.
    Source(Diagnostic),
}

/// [`Measure`] on the wire.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireMeasure {
    /// Index into [`Safeguard::ALL`].
    pub safeguard: usize,
    /// See [`Measure::enforced`].
    pub enforced: bool,
    /// See [`Measure::detail`].
    pub detail: String,
}

/// A result on the wire.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireAnswer {
    /// The result itself.
    pub rows: WireRows,
    /// See [`crate::Answer::truncated`].
    pub truncated: bool,
    /// See [`crate::Answer::total_rows`].
    pub total_rows: u64,
    /// See [`crate::Answer::warnings`].
    pub warnings: Vec<Diagnostic>,
}

/// A result on a small database.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireRows {
    /// Names and types.
    pub columns: Vec<(String, String)>,
    /// Row after row.
    pub rows: Vec<Vec<WireCell>>,
}

/// A table's shape on the wire.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireSchema {
    /// See [`TableSchema::name`].
    pub name: String,
    /// Names and types.
    pub columns: Vec<(String, String)>,
    /// See [`TableSchema::rows`].
    pub rows: Option<u64>,
}

/// A value on the wire; floats go as their bits, because JSON has no NaN and no infinity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum WireCell {
    /// `NULL`.
    #[serde(rename = "n")]
    Null,
    /// See [`Value::Boolean`].
    #[serde(rename = "b")]
    Boolean(bool),
    /// See [`Value::Integer`].
    #[serde(rename = "i")]
    Integer(i64),
    /// See [`Value::Float`].
    #[serde(rename = "f")]
    FloatBits(u64),
    /// See [`Value::Decimal`].
    #[serde(rename = "d")]
    Decimal(String),
    /// See [`Value::Text`].
    #[serde(rename = "t")]
    Text(String),
    /// See [`Value::Date`].
    #[serde(rename = "y")]
    Date(String),
    /// See [`Value::Timestamp`].
    #[serde(rename = "s")]
    Timestamp(String),
    /// See [`Value::Other`].
    #[serde(rename = "o")]
    Other(String),
}

impl WireRows {
    /// The checked table.
    pub(crate) fn into_table(self) -> Result<Table, FrameError> {
        let columns = columns(self.columns);
        if self.rows.iter().any(|row| row.len() != columns.len()) {
            return Err(FrameError::Inconsistent("a row does not have one value per column"));
        }
        let rows = self.rows.into_iter().map(|row| row.into_iter().map(Value::from).collect()).collect();
        Ok(Table { columns, rows })
    }
}

impl From<WireSchema> for TableSchema {
    fn from(schema: WireSchema) -> Self {
        Self { name: schema.name, columns: columns(schema.columns), rows: schema.rows }
    }
}

fn columns(wire: Vec<(String, String)>) -> Vec<Column> {
    wire.into_iter().map(|(name, data_type)| Column { name, data_type: DataType::named(&data_type) }).collect()
}

impl From<WireCell> for Value {
    fn from(cell: WireCell) -> Self {
        match cell {
            WireCell::Null => Self::Null,
            WireCell::Boolean(value) => Self::Boolean(value),
            WireCell::Integer(value) => Self::Integer(value),
            WireCell::FloatBits(bits) => Self::Float(f64::from_bits(bits)),
            WireCell::Decimal(value) => Self::Decimal(value),
            WireCell::Text(value) => Self::Text(value),
            WireCell::Date(value) => Self::Date(value),
            WireCell::Timestamp(value) => Self::Timestamp(value),
            WireCell::Other(value) => Self::Other(value),
        }
    }
}

impl From<&Value> for WireCell {
    fn from(value: &Value) -> Self {
        match value.clone() {
            Value::Null => Self::Null,
            Value::Boolean(value) => Self::Boolean(value),
            Value::Integer(value) => Self::Integer(value),
            Value::Float(value) => Self::FloatBits(value.to_bits()),
            Value::Decimal(value) => Self::Decimal(value),
            Value::Text(value) => Self::Text(value),
            Value::Date(value) => Self::Date(value),
            Value::Timestamp(value) => Self::Timestamp(value),
            Value::Other(value) => Self::Other(value),
        }
    }
}

impl From<Format> for WireFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Parquet => Self::Parquet,
            Format::Csv => Self::Csv,
            Format::Tsv => Self::Tsv,
            Format::JsonLines => Self::JsonLines,
        }
    }
}

impl WireMeasure {
    /// A safeguard's state.
    ///
    /// # Panics
    /// Never: every safeguard is in [`Safeguard::ALL`].
    pub fn new(safeguard: Safeguard, enforced: bool, detail: impl Into<String>) -> Self {
        let safeguard = Safeguard::ALL.iter().position(|&other| other == safeguard).expect("Safeguard::ALL names every safeguard");
        Self { safeguard, enforced, detail: detail.into() }
    }
}

/// The worker's report with the parent's own safeguard in front; safeguards the worker did not mention count as absent.
pub(crate) fn confinement(measures: Vec<WireMeasure>) -> Confinement {
    let reported: Vec<(Safeguard, WireMeasure)> =
        measures.into_iter().filter_map(|measure| Some((*Safeguard::ALL.get(measure.safeguard)?, measure))).collect();
    let measures = Safeguard::ALL
        .iter()
        .map(|&safeguard| {
            if safeguard == Safeguard::WallClock {
                let detail = "The worker is killed when a query's time is over.".to_owned();
                return Measure { safeguard, enforced: true, detail };
            }
            match reported.iter().find(|(named, _)| *named == safeguard) {
                Some((_, measure)) => Measure { safeguard, enforced: measure.enforced, detail: measure.detail.clone() },
                None => Measure { safeguard, enforced: false, detail: "The worker did not report this.".to_owned() },
            }
        })
        .collect();
    Confinement { measures }
}
