//! Which row is which: a matching of two bags of rows.

use super::columns::{MatchedColumn, exact_key, number_key};
use crate::table::{Table, Value};
use std::collections::{BTreeMap, HashMap};

/// Above this many rows that could be each other's, the best matching is approximated by sorting.
const MATCHING_CEILING: usize = 600;

/// The outcome: for each expected row its actual row, and the reverse.
pub(super) struct Pairs {
    pub(super) of_expected: Vec<Option<usize>>,
    pub(super) of_actual: Vec<Option<usize>>,
}

impl Pairs {
    fn none(expected: usize, actual: usize) -> Self {
        Self { of_expected: vec![None; expected], of_actual: vec![None; actual] }
    }

    fn join(&mut self, expected: usize, actual: usize) {
        self.of_expected[expected] = Some(actual);
        self.of_actual[actual] = Some(expected);
    }

    /// Expected rows without a counterpart.
    pub(super) fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.of_expected.len()).filter(|&at| self.of_expected[at].is_none())
    }

    /// Actual rows without a counterpart.
    pub(super) fn extra(&self) -> impl Iterator<Item = usize> {
        (0..self.of_actual.len()).filter(|&at| self.of_actual[at].is_none())
    }
}

/// One side of the comparison.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Expected,
    Actual,
}

impl MatchedColumn {
    pub(super) fn on<'row>(&self, side: Side, row: &'row [Value]) -> &'row Value {
        match side {
            Side::Expected => &row[self.expected],
            Side::Actual => &row[self.actual],
        }
    }
}

/// Whether two rows are the same in every compared column.
pub(super) fn same_row(columns: &[MatchedColumn], expected: &[Value], actual: &[Value]) -> bool {
    columns.iter().all(|column| column.same(&expected[column.expected], &actual[column.actual]))
}

/// Pairs up equal rows, each with at most one of the other side.
///
/// Rows that are equal to the last digit are paired first, in order. What is left is grouped by its exact columns, and inside a group
/// a largest matching under the tolerances is found (Kuhn's augmenting paths), because "close to" is not transitive.
pub(super) fn match_rows(expected: &Table, actual: &Table, columns: &[MatchedColumn]) -> Pairs {
    let mut pairs = Pairs::none(expected.rows.len(), actual.rows.len());
    if columns.is_empty() {
        // Nothing to tell rows apart by; the differences of columns say it all.
        return Pairs { of_expected: vec![Some(0); expected.rows.len()], of_actual: vec![Some(0); actual.rows.len()] };
    }
    pair_identical(expected, actual, columns, &mut pairs);
    let inexact: Vec<&MatchedColumn> = columns.iter().filter(|column| column.tolerance.is_some()).collect();
    if inexact.is_empty() {
        return pairs;
    }
    let mut groups: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in pairs.missing() {
        groups.entry(exact_part(columns, Side::Expected, &expected.rows[at])).or_default().0.push(at);
    }
    for at in pairs.extra() {
        groups.entry(exact_part(columns, Side::Actual, &actual.rows[at])).or_default().1.push(at);
    }
    for (missing, extra) in groups.into_values() {
        match_group(expected, actual, columns, &inexact, (missing, extra), &mut pairs);
    }
    pairs
}

fn pair_identical(expected: &Table, actual: &Table, columns: &[MatchedColumn], pairs: &mut Pairs) {
    let mut waiting: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, row) in expected.rows.iter().enumerate().rev() {
        waiting.entry(whole_key(columns, Side::Expected, row)).or_default().push(at);
    }
    for (to, row) in actual.rows.iter().enumerate() {
        if let Some(at) = waiting.get_mut(&whole_key(columns, Side::Actual, row)).and_then(Vec::pop) {
            pairs.join(at, to);
        }
    }
}

/// A key of all compared columns; columns with a tolerance count whole numbers and floats of equal value as one.
fn whole_key(columns: &[MatchedColumn], side: Side, row: &[Value]) -> String {
    key(columns.iter().map(|column| column_key(column, column.on(side, row))))
}

fn exact_part(columns: &[MatchedColumn], side: Side, row: &[Value]) -> String {
    key(columns.iter().map(|column| {
        let value = column.on(side, row);
        // A number under a tolerance is matched later; a NULL in its place is not a number and must agree.
        if column.tolerance.is_some() && value.as_number().is_some() { "#".to_owned() } else { exact_key(value).into_owned() }
    }))
}

fn column_key(column: &MatchedColumn, value: &Value) -> String {
    match (column.tolerance, value.as_number()) {
        (Some(_), Some(number)) => number_key(number),
        _ => exact_key(value).into_owned(),
    }
}

/// Joins parts so that no two lists of parts give one key.
pub(super) fn key(parts: impl Iterator<Item = String>) -> String {
    parts.fold(String::new(), |whole, part| format!("{whole}{}:{part}", part.len()))
}

fn match_group(
    expected: &Table,
    actual: &Table,
    columns: &[MatchedColumn],
    inexact: &[&MatchedColumn],
    (mut missing, mut extra): (Vec<usize>, Vec<usize>),
    pairs: &mut Pairs,
) {
    let numbers = |side, row: &[Value]| -> Vec<f64> {
        inexact.iter().map(|column| column.on(side, row).as_number().unwrap_or(f64::NEG_INFINITY)).collect()
    };
    missing.sort_by(|&a, &b| order(&numbers(Side::Expected, &expected.rows[a]), &numbers(Side::Expected, &expected.rows[b])));
    extra.sort_by(|&a, &b| order(&numbers(Side::Actual, &actual.rows[a]), &numbers(Side::Actual, &actual.rows[b])));
    let same = |at: usize, to: usize| same_row(columns, &expected.rows[at], &actual.rows[to]);
    if missing.len().max(extra.len()) > MATCHING_CEILING {
        for (&at, &to) in missing.iter().zip(&extra) {
            if same(at, to) {
                pairs.join(at, to);
            }
        }
        return;
    }
    let candidates: Vec<Vec<usize>> =
        missing.iter().map(|&at| (0..extra.len()).filter(|&place| same(at, extra[place])).collect()).collect();
    for (place, partner) in largest_matching(&candidates, extra.len()).into_iter().enumerate() {
        if let Some(partner) = partner {
            pairs.join(missing[partner], extra[place]);
        }
    }
}

fn order(a: &[f64], b: &[f64]) -> std::cmp::Ordering {
    a.iter().zip(b).map(|(a, b)| a.total_cmp(b)).find(|ordering| ordering.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
}

/// For each right node its left partner. `candidates[left]` are the right nodes it may have.
fn largest_matching(candidates: &[Vec<usize>], right: usize) -> Vec<Option<usize>> {
    let mut partner = vec![None; right];
    for left in 0..candidates.len() {
        augment(left, candidates, &mut partner);
    }
    partner
}

/// Looks for an augmenting path from `left`, without recursion, and flips it.
fn augment(left: usize, candidates: &[Vec<usize>], partner: &mut [Option<usize>]) {
    let mut came_from: Vec<Option<usize>> = vec![None; partner.len()];
    let mut seen = vec![false; partner.len()];
    let mut queue = std::collections::VecDeque::from([left]);
    while let Some(node) = queue.pop_front() {
        for &to in &candidates[node] {
            if std::mem::replace(&mut seen[to], true) {
                continue;
            }
            came_from[to] = Some(node);
            match partner[to] {
                Some(next) => queue.push_back(next),
                None => return flip(to, left, &came_from, partner),
            }
        }
    }
}

fn flip(free: usize, root: usize, came_from: &[Option<usize>], partner: &mut [Option<usize>]) {
    let mut to = free;
    while let Some(node) = came_from[to] {
        let before = partner.iter().position(|&owner| owner == Some(node));
        partner[to] = Some(node);
        match before {
            Some(previous) if node != root => to = previous,
            _ => return,
        }
    }
}
