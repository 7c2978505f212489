//! Puts rows without a counterpart into words: a wrong value, a wrong count, or a row too few or too many.

use super::EXAMPLES;
use super::columns::{MatchedColumn, exact_key};
use super::difference::{CellExample, Difference};
use super::rows::{Pairs, Side, key, same_row};
use crate::table::{Table, Value};
use std::collections::{BTreeMap, HashSet};

/// The rows still unexplained on each side.
struct Leftover {
    missing: Vec<usize>,
    extra: Vec<usize>,
}

impl Leftover {
    fn remove(&mut self, expected: &[usize], actual: &[usize]) {
        let (expected, actual): (HashSet<&usize>, HashSet<&usize>) = (expected.iter().collect(), actual.iter().collect());
        self.missing.retain(|at| !expected.contains(at));
        self.extra.retain(|to| !actual.contains(to));
    }
}

/// Reports every row that has no counterpart, each once.
pub(super) fn explain(expected: &Table, actual: &Table, columns: &[MatchedColumn], pairs: &Pairs, differences: &mut Vec<Difference>) {
    let mut left = Leftover { missing: pairs.missing().collect(), extra: pairs.extra().collect() };
    if left.missing.is_empty() && left.extra.is_empty() {
        return;
    }
    if let (1, 1) = (expected.rows.len(), actual.rows.len()) {
        for column in columns {
            report_cells(expected, actual, column, &[(0, 0)], differences);
        }
        return;
    }
    duplicates(expected, actual, columns, &mut left, differences);
    if columns.len() > 1 {
        while let Some((column, cells)) = best_column(expected, actual, columns, &left) {
            let (at, to): (Vec<usize>, Vec<usize>) = cells.iter().copied().unzip();
            left.remove(&at, &to);
            report_cells(expected, actual, column, &cells, differences);
        }
    }
    if !left.missing.is_empty() {
        differences.push(Difference::MissingRows { count: left.missing.len() as u64, examples: examples(expected, &left.missing) });
    }
    if !left.extra.is_empty() {
        differences.push(Difference::ExtraRows { count: left.extra.len() as u64, examples: examples(actual, &left.extra) });
    }
}

fn examples(table: &Table, rows: &[usize]) -> Vec<Vec<Value>> {
    rows.iter().take(EXAMPLES).map(|&at| table.rows[at].clone()).collect()
}

/// Rows that are there, but not as often as they should be. Reports at most [`EXAMPLES`] of them; the rest counts as rows too few or
/// too many.
fn duplicates(expected: &Table, actual: &Table, columns: &[MatchedColumn], left: &mut Leftover, differences: &mut Vec<Difference>) {
    let mut groups: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, row) in expected.rows.iter().enumerate() {
        groups.entry(rough_row(columns, Side::Expected, row)).or_default().0.push(at);
    }
    for (to, row) in actual.rows.iter().enumerate() {
        groups.entry(rough_row(columns, Side::Actual, row)).or_default().1.push(to);
    }
    let mut found: Vec<(Vec<usize>, Vec<usize>)> = groups
        .into_values()
        .filter(|(at, to)| !at.is_empty() && !to.is_empty() && at.len() != to.len())
        // Rows that only look alike in four digits are no duplicates of each other.
        .filter(|(at, to)| to.iter().all(|&to| same_row(columns, &expected.rows[at[0]], &actual.rows[to])))
        .filter(|(at, to)| at.iter().all(|&at| same_row(columns, &expected.rows[at], &actual.rows[to[0]])))
        .collect();
    found.sort();
    for (at, to) in found.into_iter().take(EXAMPLES) {
        left.remove(&at, &to);
        let row = expected.rows[at[0]].clone();
        differences.push(Difference::Duplicates { row, expected: at.len() as u64, actual: to.len() as u64 });
    }
}

/// The column that explains most leftover rows as "all the same but this", with the pairs of rows.
fn best_column<'columns>(
    expected: &Table,
    actual: &Table,
    columns: &'columns [MatchedColumn],
    left: &Leftover,
) -> Option<(&'columns MatchedColumn, Vec<(usize, usize)>)> {
    let explained = columns.iter().enumerate().map(|(skip, column)| (column, pair_without(expected, actual, columns, skip, left)));
    // The first of equals wins, so that the report does not depend on chance.
    let mut best: Option<(&MatchedColumn, Vec<(usize, usize)>)> = None;
    for (column, cells) in explained {
        if cells.len() > best.as_ref().map_or(0, |(_, cells)| cells.len()) {
            best = Some((column, cells));
        }
    }
    best
}

/// Pairs leftover rows on all columns but one.
fn pair_without(expected: &Table, actual: &Table, columns: &[MatchedColumn], skip: usize, left: &Leftover) -> Vec<(usize, usize)> {
    let rough = |side, row: &[Value]| {
        let others = columns.iter().enumerate().filter(|(at, _)| *at != skip);
        key(others.map(|(_, column)| rough_key(column, column.on(side, row))))
    };
    let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &to in left.extra.iter().rev() {
        waiting.entry(rough(Side::Actual, &actual.rows[to])).or_default().push(to);
    }
    let mut cells = Vec::new();
    for &at in &left.missing {
        if let Some(to) = waiting.get_mut(&rough(Side::Expected, &expected.rows[at])).and_then(Vec::pop) {
            cells.push((at, to));
        }
    }
    cells
}

fn rough_row(columns: &[MatchedColumn], side: Side, row: &[Value]) -> String {
    key(columns.iter().map(|column| rough_key(column, column.on(side, row))))
}

/// A key under which numbers with a tolerance agree in four digits: good enough to say which rows belong together in a message.
fn rough_key(column: &MatchedColumn, value: &Value) -> String {
    match (column.tolerance, value.as_number()) {
        (Some(_), Some(number)) => format!("{number:.4e}"),
        _ => exact_key(value).into_owned(),
    }
}

fn report_cells(expected: &Table, actual: &Table, column: &MatchedColumn, cells: &[(usize, usize)], differences: &mut Vec<Difference>) {
    let (mut wrong, mut null, mut value) = (Vec::new(), Vec::new(), Vec::new());
    for &(at, to) in cells {
        let (left, right) = (&expected.rows[at][column.expected], &actual.rows[to][column.actual]);
        match (left.is_null(), right.is_null()) {
            _ if column.same(left, right) => {}
            (false, true) => null.push((at, to)),
            (true, false) => value.push((at, to)),
            _ => wrong.push((at, to)),
        }
    }
    let first = |cells: &[(usize, usize)]| -> Vec<CellExample> {
        let example = |&(at, to): &(usize, usize)| CellExample {
            expected: expected.rows[at][column.expected].clone(),
            actual: actual.rows[to][column.actual].clone(),
            expected_row: expected.rows[at].clone(),
            actual_row: actual.rows[to].clone(),
        };
        cells.iter().take(EXAMPLES).map(example).collect()
    };
    let name = || column.name.clone();
    if !wrong.is_empty() {
        differences.push(Difference::WrongValue { column: name(), cells: wrong.len() as u64, first: first(&wrong) });
    }
    if !null.is_empty() {
        differences.push(Difference::NullInstead { column: name(), cells: null.len() as u64, first: first(&null) });
    }
    if !value.is_empty() {
        differences.push(Difference::ValueInsteadOfNull { column: name(), cells: value.len() as u64, first: first(&value) });
    }
}
