//! What can differ between two results.

use crate::table::{DataType, Value};

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Every difference; empty when the results are the same.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Whether the results are the same.
    pub fn is_same(&self) -> bool {
        self.differences.is_empty()
    }
}

/// One way in which two results differ. Columns go by their expected names; rows of examples are whole rows of the side they come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// An expected column is not there.
    MissingColumn {
        /// Its name.
        name: String,
    },
    /// A column is there that was not asked for.
    ExtraColumn {
        /// Its name.
        name: String,
    },
    /// Columns are matched by position and their number differs.
    ColumnCount {
        /// How many were expected.
        expected: usize,
        /// How many came.
        actual: usize,
    },
    /// A column holds another kind of value. Its values are then not compared.
    WrongType {
        /// The expected column's name.
        column: String,
        /// What it should hold.
        expected: DataType,
        /// What it holds.
        actual: DataType,
    },
    /// Rows that are recognised by other columns have other values in this one.
    WrongValue {
        /// The expected column's name.
        column: String,
        /// In how many rows.
        cells: u64,
        /// The first few.
        first: Vec<CellExample>,
    },
    /// Rows that are recognised by other columns have `NULL` in this one where a value was expected.
    NullInstead {
        /// The expected column's name.
        column: String,
        /// In how many rows.
        cells: u64,
        /// The first few.
        first: Vec<CellExample>,
    },
    /// Rows that are recognised by other columns have a value in this one where `NULL` was expected.
    ValueInsteadOfNull {
        /// The expected column's name.
        column: String,
        /// In how many rows.
        cells: u64,
        /// The first few.
        first: Vec<CellExample>,
    },
    /// Expected rows that did not come.
    MissingRows {
        /// How many.
        count: u64,
        /// The first few, as expected.
        examples: Vec<Vec<Value>>,
    },
    /// Rows that came and were not expected.
    ExtraRows {
        /// How many.
        count: u64,
        /// The first few, as they came.
        examples: Vec<Vec<Value>>,
    },
    /// A row that belongs in the result came too often or not often enough.
    Duplicates {
        /// The row, as expected.
        row: Vec<Value>,
        /// How often it should be there.
        expected: u64,
        /// How often it is.
        actual: u64,
    },
    /// The right rows come in another order.
    WrongOrder {
        /// The first row out of place, counted from 0 among the rows that both results have.
        first_row: usize,
        /// The row that should be there.
        expected: Vec<Value>,
        /// The row that is.
        actual: Vec<Value>,
    },
}

/// One cell that differs, with the whole row on either side.
#[derive(Debug, Clone, PartialEq)]
pub struct CellExample {
    /// The value that was expected.
    pub expected: Value,
    /// The value that came.
    pub actual: Value,
    /// The expected row.
    pub expected_row: Vec<Value>,
    /// The row that came.
    pub actual_row: Vec<Value>,
}
