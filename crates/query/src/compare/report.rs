//! Puts explained rows into differences.

use super::EXAMPLES;
use super::columns::MatchedColumn;
use super::difference::{CellExample, Difference};
use super::leftover::Explained;
use crate::table::{Table, Value};
use std::cmp::Reverse;

/// Duplicates first, then the columns with wrong values, most rows first, then the rows that are missing and those too many.
pub(super) fn report(
    expected: &Table,
    actual: &Table,
    columns: &[MatchedColumn],
    explained: &Explained,
    differences: &mut Vec<Difference>,
) {
    for (at, to) in &explained.duplicates {
        let row = expected.rows[at[0]].clone();
        differences.push(Difference::Duplicates { row, expected: at.len() as u64, actual: to.len() as u64 });
    }
    let mut wrong: Vec<WrongCells> = columns.iter().map(|column| WrongCells::new(expected, actual, column, &explained.pairs)).collect();
    wrong.sort_by_key(|cells| Reverse(cells.count()));
    for cells in &wrong {
        cells.report(expected, actual, differences);
    }
    let examples = |table: &Table, rows: &[usize]| rows.iter().take(EXAMPLES).map(|&at| table.rows[at].clone()).collect();
    if !explained.missing.is_empty() {
        let count = explained.missing.len() as u64;
        differences.push(Difference::MissingRows { count, examples: examples(expected, &explained.missing) });
    }
    if !explained.extra.is_empty() {
        let count = explained.extra.len() as u64;
        differences.push(Difference::ExtraRows { count, examples: examples(actual, &explained.extra) });
    }
}

/// The pairs of rows that differ in one column, by how.
struct WrongCells<'columns> {
    column: &'columns MatchedColumn,
    wrong: Vec<(usize, usize)>,
    null: Vec<(usize, usize)>,
    value: Vec<(usize, usize)>,
}

impl<'columns> WrongCells<'columns> {
    fn new(expected: &Table, actual: &Table, column: &'columns MatchedColumn, pairs: &[(usize, usize)]) -> Self {
        let mut cells = Self { column, wrong: Vec::new(), null: Vec::new(), value: Vec::new() };
        for &(at, to) in pairs {
            let (left, right) = (&expected.rows[at][column.expected], &actual.rows[to][column.actual]);
            match (left.is_null(), right.is_null()) {
                _ if column.same(left, right) => {}
                (false, true) => cells.null.push((at, to)),
                (true, false) => cells.value.push((at, to)),
                _ => cells.wrong.push((at, to)),
            }
        }
        cells
    }

    fn count(&self) -> usize {
        self.wrong.len() + self.null.len() + self.value.len()
    }

    fn report(&self, expected: &Table, actual: &Table, differences: &mut Vec<Difference>) {
        let value = |row: &[Value], column: usize| row[column].clone();
        let first = |pairs: &[(usize, usize)]| -> Vec<CellExample> {
            let example = |&(at, to): &(usize, usize)| CellExample {
                expected: value(&expected.rows[at], self.column.expected),
                actual: value(&actual.rows[to], self.column.actual),
                expected_row: expected.rows[at].clone(),
                actual_row: actual.rows[to].clone(),
            };
            pairs.iter().take(EXAMPLES).map(example).collect()
        };
        let (column, cells) = (|| self.column.name.clone(), |pairs: &[(usize, usize)]| pairs.len() as u64);
        if !self.wrong.is_empty() {
            differences.push(Difference::WrongValue { column: column(), cells: cells(&self.wrong), first: first(&self.wrong) });
        }
        if !self.null.is_empty() {
            differences.push(Difference::NullInstead { column: column(), cells: cells(&self.null), first: first(&self.null) });
        }
        if !self.value.is_empty() {
            differences.push(Difference::ValueInsteadOfNull { column: column(), cells: cells(&self.value), first: first(&self.value) });
        }
    }
}
