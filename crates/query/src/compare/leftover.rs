//! Explains the rows that have no counterpart: too many copies, a row with wrong values, a row too few, a row too many.
//!
//! # Which rows belong together
//!
//! A row whose values are partly wrong is recognised by the rest: by a *key*, a set of columns found in the data. Candidates are each
//! column alone, all columns but one, every two, and every three under exact equality; columns under exact equality and earlier columns
//! come first. Rows with the same key (under the tolerances) are one row with wrong values, if the agreement means something:
//!
//! - the key tells rows apart: in the whole expected result no second row has it, nor among the left-over rows that came;
//! - it is no coincidence of figures: unless the key holds the first column, which by custom says what a row is about, or one that is
//!   not a number, at least half of all compared columns have to be the same, because small numbers agree by chance;
//! - it is not only `NULL`: at least one pair found by the key agrees in a value;
//! - it explains the matter: at least half of the left-over rows on the shorter side find a partner. Where fewer do, the two sides are
//!   mostly different rows, and those few are more likely chance than rows with wrong values.
//!
//! Of the keys that qualify, the one that pairs most rows wins: figures that are all off by one find a neighbour's figures, but not
//! quite as often. Among equals, the one whose pairs are the same in most cells, so that as little as possible is called wrong. The rest
//! is looked at again until no key qualifies.
//!
//! Where at least half of the rows pair on all columns but one, the rows that these do not tell apart are paired too, in the order of the
//! values in that column, if this leaves no row over on either side.

use super::cells::{Cell, Cells};
use super::duplicates::{Places, duplicates};
use super::neighbours::{Found, Neighbours};
use super::rows::{Pairs, match_on};
use std::cmp::Ordering;
use std::collections::HashSet;

/// At most this many keys are tried, each in time proportional to the rows.
const KEYS: usize = 64;

/// Every row without a counterpart, explained once.
#[derive(Debug, Default)]
pub(super) struct Explained {
    /// Rows that are there, but not as often as they should be; with the copies that have a counterpart.
    pub(super) duplicates: Vec<Places>,
    /// Expected and actual rows that are one row with wrong values.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Expected rows that did not come.
    pub(super) missing: Vec<usize>,
    /// Rows that came and were not expected.
    pub(super) extra: Vec<usize>,
}

/// Explains every row that is without a counterpart in `pairs`.
pub(super) fn explain(cells: &Cells, pairs: &Pairs) -> Explained {
    let mut left = Leftover { missing: pairs.missing().collect(), extra: pairs.extra().collect() };
    let mut explained = Explained::default();
    if (left.missing.len(), left.extra.len(), cells.expected.len(), cells.actual.len()) == (1, 1, 1, 1) {
        // One row of totals answers for itself, whatever its values.
        explained.pairs.push((0, 0));
        return explained;
    }
    explained.duplicates = duplicates(cells, pairs);
    let copies = |side: fn(&Places) -> &Vec<usize>| -> HashSet<usize> { explained.duplicates.iter().flat_map(side).copied().collect() };
    left.remove(&copies(|places| &places.0), &copies(|places| &places.1));
    let keys = keys(cells);
    loop {
        let found = best_pairs(cells, &keys, &left);
        if found.is_empty() {
            break;
        }
        left.remove(&found.iter().map(|pair| pair.0).collect(), &found.iter().map(|pair| pair.1).collect());
        explained.pairs.extend(found);
    }
    explained.pairs.sort_unstable();
    Explained { missing: left.missing, extra: left.extra, ..explained }
}

/// The rows still unexplained on each side.
struct Leftover {
    missing: Vec<usize>,
    extra: Vec<usize>,
}

impl Leftover {
    fn remove(&mut self, expected: &HashSet<usize>, actual: &HashSet<usize>) {
        self.missing.retain(|at| !expected.contains(at));
        self.extra.retain(|to| !actual.contains(to));
    }

    fn shorter(&self) -> usize {
        self.missing.len().min(self.extra.len())
    }
}

/// The keys to try, the preferred first.
fn keys(cells: &Cells) -> Vec<Vec<usize>> {
    let width = cells.width();
    let (exact, inexact): (Vec<usize>, Vec<usize>) = (0..width).partition(|&column| cells.tolerances[column].is_none());
    let all: Vec<usize> = exact.iter().chain(&inexact).copied().collect();
    let alone = all.iter().map(|&column| vec![column]);
    let all_but_one = (0..width).rev().map(|left_out| (0..width).filter(|&column| column != left_out).collect());
    let two = all.iter().enumerate().flat_map(|(place, &a)| all[place + 1..].iter().map(move |&b| vec![a, b]));
    let three = exact.iter().enumerate().flat_map(|(place, &a)| {
        let rest = &exact[place + 1..];
        rest.iter().enumerate().flat_map(move |(place, &b)| rest[place + 1..].iter().map(move |&c| vec![a, b, c]))
    });
    let mut known = HashSet::new();
    let usable = |key: &Vec<usize>| !key.is_empty() && key.len() < width;
    alone
        .chain(all_but_one)
        .chain(two)
        .chain(three)
        .map(|mut key: Vec<usize>| {
            key.sort_unstable();
            key
        })
        .filter(|key| usable(key) && known.insert(key.clone()))
        .take(KEYS)
        .collect()
}

/// The pairs of the best key; none when no key qualifies.
fn best_pairs(cells: &Cells, keys: &[Vec<usize>], left: &Leftover) -> Vec<(usize, usize)> {
    let (mut best, mut most) = (Vec::new(), (0, 0));
    if left.shorter() == 0 {
        return best;
    }
    let mut sufficient: Vec<&[usize]> = Vec::new();
    for key in keys {
        // What a smaller key tells apart in all of the expected rows, a larger one does not pair better.
        if key.len() + 1 < cells.width() && sufficient.iter().any(|smaller| smaller.iter().all(|column| key.contains(column))) {
            continue;
        }
        let expected = Neighbours::new(cells, &cells.expected, 0..cells.expected.len(), key);
        if expected.all_differ() {
            sufficient.push(key);
        }
        let certain = certain_pairs(cells, key, &expected, left);
        let pairs = with_indistinct(cells, key, left, certain);
        let same_cells: usize = pairs.iter().map(|&(at, to)| cells.agreement(&cells.expected[at], &cells.actual[to])).sum();
        if (pairs.len(), same_cells) > most && qualifies(cells, key, &pairs, left) {
            most = (pairs.len(), same_cells);
            best = pairs;
        }
    }
    best
}

/// Left-over rows with the same key, where no other row comes into question on either side. `expected` holds all expected rows.
fn certain_pairs(cells: &Cells, key: &[usize], expected: &Neighbours<'_>, left: &Leftover) -> Vec<(usize, usize)> {
    let missing: HashSet<usize> = left.missing.iter().copied().collect();
    let actual = Neighbours::new(cells, &cells.actual, left.extra.iter().copied(), key);
    let partner = |to: usize| match expected.find(&cells.actual[to]) {
        Found::One(at) if missing.contains(&at) && actual.find(&cells.expected[at]) == Found::One(to) => Some((at, to)),
        _ => None,
    };
    left.extra.iter().filter_map(|&to| partner(to)).filter(|&pair| is_plausible(cells, key, pair)).collect()
}

/// Whether two rows with the same key can be one row with wrong values.
fn is_plausible(cells: &Cells, key: &[usize], (at, to): (usize, usize)) -> bool {
    let agreement = cells.agreement(&cells.expected[at], &cells.actual[to]);
    let names_the_row = key.iter().any(|&column| column == 0 || !cells.numeric[column]);
    // Rows that are the same throughout were left over by the ceiling of the matching; they have no wrong value to show.
    agreement < cells.width() && (names_the_row || 2 * agreement >= cells.width())
}

/// The pairs of a key of all columns but one, with the rows that the key does not tell apart, if that leaves no row over.
fn with_indistinct(cells: &Cells, key: &[usize], left: &Leftover, certain: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let Some(left_out) = (0..cells.width()).find(|column| !key.contains(column)) else { return certain };
    let rows = left.missing.len();
    if key.len() + 1 < cells.width() || rows != left.extra.len() || 2 * certain.len() < rows {
        return certain;
    }
    let (mut missing, mut extra) = (left.missing.clone(), left.extra.clone());
    missing.sort_by(|&a, &b| in_order(cells.expected[a][left_out], cells.expected[b][left_out]));
    extra.sort_by(|&a, &b| in_order(cells.actual[a][left_out], cells.actual[b][left_out]));
    let pairs = match_on(cells, key, &missing, &extra);
    if pairs.len() == rows && pairs.iter().all(|&pair| is_plausible(cells, key, pair)) { pairs } else { certain }
}

fn in_order(a: Cell, b: Cell) -> Ordering {
    match (a.as_number(), b.as_number()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => a.cmp(&b),
    }
}

/// Whether a key explains enough, and by more than absent values.
fn qualifies(cells: &Cells, key: &[usize], pairs: &[(usize, usize)], left: &Leftover) -> bool {
    let has_value = |&(at, _): &(usize, usize)| key.iter().any(|&column| cells.expected[at][column] != Cell::Null);
    2 * pairs.len() >= left.shorter() && pairs.iter().any(has_value)
}
