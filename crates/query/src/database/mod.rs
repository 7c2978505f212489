//! Small databases: a few rows in place of a data set's own, made to tell a wrong query from a right one.

mod build;
mod facts;
mod predicates;
mod sketch;
mod small;
mod smallest;
mod values;

pub use build::Builder;
pub use facts::{Reference, TableFacts};
pub use sketch::{Filler, Sketch, SketchedRow, Unfillable};
pub use smallest::smallest;
pub use values::written_moment;

use crate::request::{Limits, Source};
use crate::table::Value;
use std::collections::BTreeMap;

/// Rows for the tables of a question. A table that is not named is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Database {
    /// Rows by table; each row has one value per column of the table's file, in its order.
    pub tables: BTreeMap<String, Vec<Vec<Value>>>,
}

/// Several queries, each on several small databases.
#[derive(Debug, Clone, Copy)]
pub struct OnEach<'a> {
    /// The only tables there are. Their files give names and types of columns; none of their rows is read.
    pub sources: &'a [Source],
    /// The rows to read instead.
    pub databases: &'a [Database],
    /// The queries. One that cannot be planned, or fails on a database, has no result there.
    pub queries: &'a [String],
    /// Limits of all of it together; `rows` holds for each result, and one that is longer counts as none.
    pub limits: Limits,
}

impl Database {
    /// The rows of a table.
    pub fn rows_of(&self, table: &str) -> &[Vec<Value>] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// Rows over all tables.
    pub fn size(&self) -> usize {
        self.tables.values().map(Vec::len).sum()
    }
}
