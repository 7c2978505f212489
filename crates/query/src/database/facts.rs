//! What holds for the rows of a data set: keys, references, columns that are never empty.

use crate::table::{Column, DataType, Value};
use std::collections::{HashMap, HashSet};

/// A table with all its rows and what holds for them.
#[derive(Debug, Clone, Default)]
pub struct TableFacts {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows of the data set.
    pub rows: Vec<Vec<Value>>,
    /// Columns that together are different in every row; empty when rows may repeat.
    pub key: Vec<String>,
    /// Which rows of other tables these rows belong to.
    pub references: Vec<Reference>,
    /// Columns that are never empty.
    pub never_null: Vec<String>,
    /// Conditions that every row fulfils, in SQL.
    pub checks: Vec<String>,
}

/// Columns that name a row of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Columns here.
    pub columns: Vec<String>,
    /// The other table.
    pub table: String,
    /// Its columns, in the same order.
    pub to: Vec<String>,
}

impl TableFacts {
    /// Places of columns by name; names that are none are left out.
    pub(super) fn places(&self, names: &[String]) -> Vec<usize> {
        names.iter().filter_map(|name| self.columns.iter().position(|column| column.name == *name)).collect()
    }

    /// Whether a column is empty in some row.
    pub(super) fn is_nullable(&self, column: usize) -> bool {
        self.rows.iter().any(|row| row[column].is_null())
    }

    /// The different values of a column, when there are at most this many.
    pub(super) fn few_values(&self, column: usize, most: usize) -> Option<Vec<Value>> {
        let mut seen: Vec<Value> = Vec::new();
        for row in &self.rows {
            if !row[column].is_null() && !seen.contains(&row[column]) {
                if seen.len() == most {
                    return None;
                }
                seen.push(row[column].clone());
            }
        }
        Some(seen)
    }
}

/// Rows of one table by the values of some of its columns, as [`spelled`] writes them.
pub(super) type Index<'a> = HashMap<String, Vec<&'a Vec<Value>>>;

/// Rows of one table by the values of some of its columns.
pub(super) fn index<'a>(rows: &'a [Vec<Value>], places: &[usize]) -> Index<'a> {
    let mut index = Index::new();
    for row in rows {
        index.entry(spelled(row, places)).or_default().push(row);
    }
    index
}

/// The values at some places as one text, so that rows can be told apart and found by them.
pub(super) fn spelled(row: &[Value], places: &[usize]) -> String {
    places.iter().map(|&at| format!("{:?}\u{1f}", row[at])).collect()
}

/// Whether the rows keep the key: none twice.
pub(super) fn keeps_key(rows: &[Vec<Value>], places: &[usize]) -> bool {
    let mut seen = HashSet::new();
    places.is_empty() || rows.iter().all(|row| seen.insert(spelled(row, places)))
}

/// Whether a value is a day or a moment.
pub(super) fn is_moment(value: &Value) -> bool {
    matches!(value, Value::Date(_) | Value::Timestamp(_))
}

/// A day or moment as the type of a column has it.
pub(super) fn as_type(value: Value, data_type: &DataType) -> Value {
    match (value, data_type) {
        (Value::Timestamp(text), DataType::Date) => Value::Date(text[..10.min(text.len())].to_owned()),
        (Value::Date(text), DataType::Timestamp) => Value::Timestamp(format!("{text}T00:00:00")),
        (value, _) => value,
    }
}
