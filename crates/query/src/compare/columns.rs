//! Which column is compared with which, and how.

use super::difference::Difference;
use super::rules::{ColumnMatch, Rules, Tolerance};
use crate::table::{Column, DataType, Table, Value};
use std::borrow::Cow;

/// A pair of columns whose values can be compared.
pub(super) struct MatchedColumn {
    /// The expected column's name.
    pub(super) name: String,
    /// Index on the expected side.
    pub(super) expected: usize,
    /// Index on the actual side.
    pub(super) actual: usize,
    /// `None` means exact equality.
    pub(super) tolerance: Option<Tolerance>,
}

/// Two values are the same in this column.
impl MatchedColumn {
    pub(super) fn same(&self, expected: &Value, actual: &Value) -> bool {
        match (self.tolerance, expected.as_number(), actual.as_number()) {
            (Some(tolerance), Some(a), Some(b)) => tolerance.accepts(a, b),
            _ => exact_key(expected) == exact_key(actual),
        }
    }
}

/// A value's identity under exact equality, one string per value. `-0.0` is zero and all `NaN` are one.
pub(super) fn exact_key(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "n".into(),
        Value::Boolean(value) => format!("b{value}").into(),
        Value::Integer(value) => format!("i{value}").into(),
        Value::Float(value) => number_key(*value).into(),
        Value::Decimal(digits) => match digits.parse::<i64>() {
            Ok(whole) => format!("i{whole}").into(),
            Err(_) => digits.parse().map_or_else(|_| format!("d{digits}"), number_key).into(),
        },
        Value::Text(text) => format!("t{text}").into(),
        Value::Date(text) => format!("y{text}").into(),
        Value::Timestamp(text) => format!("s{text}").into(),
        Value::Other(text) => format!("o{text}").into(),
    }
}

/// A number's identity among floats and whole numbers alike.
fn number_key(value: f64) -> String {
    // Within ±2^53 every whole float is one integer, so `2.0` and `2` are the same key.
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        format!("i{value:.0}").replace("i-0", "i0")
    } else {
        format!("f{value}")
    }
}

/// Pairs the columns; reports those without a counterpart and those of another type.
pub(super) fn match_columns(expected: &Table, actual: &Table, rules: &Rules, differences: &mut Vec<Difference>) -> Vec<MatchedColumn> {
    let pairs = match rules.columns {
        ColumnMatch::ByName => by_name(expected, actual, differences),
        ColumnMatch::ByPosition => by_position(expected, actual, differences),
    };
    let mut matched = Vec::new();
    for (at, to) in pairs {
        let (left, right) = (&expected.columns[at], &actual.columns[to]);
        if !comparable(&left.data_type, &right.data_type) {
            differences.push(Difference::WrongType {
                column: left.name.clone(),
                expected: left.data_type.clone(),
                actual: right.data_type.clone(),
            });
            continue;
        }
        matched.push(MatchedColumn { name: left.name.clone(), expected: at, actual: to, tolerance: tolerance(rules, left, right) });
    }
    matched
}

fn by_name(expected: &Table, actual: &Table, differences: &mut Vec<Difference>) -> Vec<(usize, usize)> {
    let mut free: Vec<usize> = (0..actual.columns.len()).collect();
    let mut pairs = Vec::new();
    for (at, column) in expected.columns.iter().enumerate() {
        let found = free.iter().position(|&to| same_name(&actual.columns[to].name, &column.name));
        match found {
            Some(place) => pairs.push((at, free.remove(place))),
            None => differences.push(Difference::MissingColumn { name: column.name.clone() }),
        }
    }
    differences.extend(free.into_iter().map(|to| Difference::ExtraColumn { name: actual.columns[to].name.clone() }));
    pairs
}

fn by_position(expected: &Table, actual: &Table, differences: &mut Vec<Difference>) -> Vec<(usize, usize)> {
    let (left, right) = (expected.columns.len(), actual.columns.len());
    if left != right {
        differences.push(Difference::ColumnCount { expected: left, actual: right });
    }
    (0..left.min(right)).map(|at| (at, at)).collect()
}

pub(super) fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Numbers of every kind compare with each other; a column of nothing but `NULL` compares with any.
fn comparable(a: &DataType, b: &DataType) -> bool {
    a == b || is_untyped(a) || is_untyped(b) || (is_number(a) && is_number(b))
}

fn is_number(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Integer | DataType::Float | DataType::Decimal)
}

fn is_untyped(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Other(name) if name == "null")
}

fn tolerance(rules: &Rules, expected: &Column, actual: &Column) -> Option<Tolerance> {
    let stated = rules.tolerances.iter().find(|(name, _)| same_name(name, &expected.name)).map(|(_, tolerance)| *tolerance);
    let inexact = |column: &Column| matches!(column.data_type, DataType::Float | DataType::Decimal);
    stated.or_else(|| (inexact(expected) || inexact(actual)).then(Tolerance::default))
}
