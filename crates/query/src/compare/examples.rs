//! Which rows are shown first.

use super::columns::{MatchedColumn, exact_key, same_name};
use super::leftover::Explained;
use super::rules::Order;
use crate::table::{Table, Value};
use std::cmp::Ordering;

/// Puts the explained rows into the order in which they are told.
///
/// Where the order of rows is free, an engine gives them in another order from run to run; the same difference should still be told with
/// the same examples. So rows are sorted by the columns the order is asked for, then by their values from left to right. Only under
/// [`Order::Exact`] they stay where they are.
pub(super) fn sort(expected: &Table, actual: &Table, columns: &[MatchedColumn], order: &Order, explained: &mut Explained) {
    let keys: Vec<(&MatchedColumn, bool)> = match order {
        Order::Exact => return,
        Order::None => Vec::new(),
        Order::By(keys) => keys
            .iter()
            .filter_map(|key| columns.iter().find(|column| same_name(&column.name, &key.column)).map(|column| (column, key.descending)))
            .collect(),
    };
    let compare = |place: fn(&MatchedColumn) -> usize, a: &[Value], b: &[Value]| {
        let by_key = keys.iter().map(|&(column, descending)| {
            let found = by_value(&a[place(column)], &b[place(column)]);
            if descending { found.reverse() } else { found }
        });
        by_key.chain(a.iter().zip(b).map(|(a, b)| by_value(a, b))).find(|found| found.is_ne()).unwrap_or(Ordering::Equal)
    };
    let in_expected = |a: usize, b: usize| compare(|column| column.expected, &expected.rows[a], &expected.rows[b]);
    let in_actual = |a: usize, b: usize| compare(|column| column.actual, &actual.rows[a], &actual.rows[b]);
    explained.duplicates.sort_by(|a, b| in_expected(a.0[0], b.0[0]));
    explained.pairs.sort_by(|a, b| in_expected(a.0, b.0).then_with(|| in_actual(a.1, b.1)));
    explained.missing.sort_by(|&a, &b| in_expected(a, b));
    explained.extra.sort_by(|&a, &b| in_actual(a, b));
}

/// Numbers by size, everything else by how it is written, `NULL` last.
fn by_value(a: &Value, b: &Value) -> Ordering {
    let as_written = || exact_key(a).cmp(&exact_key(b));
    match (a.as_number(), b.as_number()) {
        (Some(a), Some(b)) => a.total_cmp(&b).then_with(as_written),
        _ => a.is_null().cmp(&b.is_null()).then_with(as_written),
    }
}
