//! Rows that are there, but not as often as they should be.

use super::EXAMPLES;
use super::cells::{Cells, Row, identity};
use super::neighbours::{Found, Neighbours};
use super::rows::Pairs;
use std::collections::{BTreeSet, HashMap};

/// The places of one row on the expected and on the actual side.
pub(super) type Places = (Vec<usize>, Vec<usize>);

/// At most [`EXAMPLES`] rows that come too often or not often enough; the rest counts as rows too few or too many.
///
/// Copies of a row are equal to the last digit on either side. Between the sides the tolerances hold, and neither side may have a
/// second row that is as near: rows that are merely close are no duplicates of each other.
pub(super) fn duplicates(cells: &Cells, pairs: &Pairs) -> Vec<Places> {
    let columns: Vec<usize> = (0..cells.width()).collect();
    let (expected, actual) = (Copies::new(&cells.expected, &columns), Copies::new(&cells.actual, &columns));
    let in_expected = Neighbours::new(cells, &cells.expected, expected.first_of_each(), &columns);
    let in_actual = Neighbours::new(cells, &cells.actual, actual.first_of_each(), &columns);
    let mut found = BTreeSet::new();
    let unpaired = pairs.extra().map(|to| &cells.actual[to]).filter_map(|row| match in_expected.find(row) {
        Found::One(at) => Some(at),
        Found::Nothing | Found::Several => None,
    });
    for at in pairs.missing().map(|at| expected.first[at]).chain(unpaired) {
        let Found::One(to) = in_actual.find(&cells.expected[at]) else { continue };
        if in_expected.find(&cells.actual[to]) == Found::One(at) && expected.places[&at].len() != actual.places[&to].len() {
            found.insert((at, to));
        }
    }
    found.into_iter().take(EXAMPLES).map(|(at, to)| (expected.places[&at].clone(), actual.places[&to].clone())).collect()
}

/// The copies of each row on one side.
struct Copies {
    /// For each row the first that is equal to it.
    first: Vec<usize>,
    /// For each first row all that are equal to it.
    places: HashMap<usize, Vec<usize>>,
}

impl Copies {
    fn new(rows: &[Row], columns: &[usize]) -> Self {
        let mut known: HashMap<Row, usize> = HashMap::new();
        let first: Vec<usize> = rows.iter().enumerate().map(|(at, row)| *known.entry(identity(row, columns)).or_insert(at)).collect();
        let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, &first) in first.iter().enumerate() {
            places.entry(first).or_default().push(at);
        }
        Self { first, places }
    }

    fn first_of_each(&self) -> impl Iterator<Item = usize> {
        self.first.iter().enumerate().filter(|(at, first)| at == *first).map(|(at, _)| at)
    }
}
