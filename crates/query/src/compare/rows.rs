//! Which row is which: a matching of two bags of rows.

use super::cells::{Cell, Cells, frame, identity};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// Above this many rows that could be each other's, the best matching is approximated by sorting.
const MATCHING_CEILING: usize = 600;

/// The outcome: for each expected row its actual row, and the reverse.
pub(super) struct Pairs {
    pub(super) of_expected: Vec<Option<usize>>,
    pub(super) of_actual: Vec<Option<usize>>,
}

impl Pairs {
    /// Expected rows without a counterpart.
    pub(super) fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.of_expected.len()).filter(|&at| self.of_expected[at].is_none())
    }

    /// Actual rows without a counterpart.
    pub(super) fn extra(&self) -> impl Iterator<Item = usize> {
        (0..self.of_actual.len()).filter(|&at| self.of_actual[at].is_none())
    }
}

/// Pairs up rows that are the same in every compared column, each with at most one of the other side.
pub(super) fn match_rows(cells: &Cells) -> Pairs {
    let mut pairs = Pairs { of_expected: vec![None; cells.expected.len()], of_actual: vec![None; cells.actual.len()] };
    let columns: Vec<usize> = (0..cells.width()).collect();
    let (expected, actual): (Vec<usize>, Vec<usize>) = ((0..cells.expected.len()).collect(), (0..cells.actual.len()).collect());
    for (at, to) in match_on(cells, &columns, &expected, &actual) {
        pairs.of_expected[at] = Some(to);
        pairs.of_actual[to] = Some(at);
    }
    pairs
}

/// Pairs up rows of the two lists that are the same in these columns.
///
/// Rows that are equal to the last digit are paired first, in the order of the lists. What is left is grouped by all but the numbers
/// under a tolerance, and inside a group a largest matching under the tolerances is found (Kuhn's augmenting paths), because "close
/// to" is not transitive.
pub(super) fn match_on(cells: &Cells, columns: &[usize], expected: &[usize], actual: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut waiting: HashMap<Vec<Cell>, VecDeque<usize>> = HashMap::new();
    for &at in expected {
        waiting.entry(identity(&cells.expected[at], columns)).or_default().push_back(at);
    }
    let mut extra = Vec::new();
    for &to in actual {
        match waiting.get_mut(&identity(&cells.actual[to], columns)).and_then(VecDeque::pop_front) {
            Some(at) => pairs.push((at, to)),
            None => extra.push(to),
        }
    }
    let inexact: Vec<usize> = columns.iter().copied().filter(|&column| cells.tolerances[column].is_some()).collect();
    if inexact.is_empty() {
        return pairs;
    }
    let missing: HashSet<usize> = waiting.into_values().flatten().collect();
    let mut groups: BTreeMap<Vec<Cell>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for &at in expected.iter().filter(|at| missing.contains(at)) {
        groups.entry(frame(&cells.expected[at], columns)).or_default().0.push(at);
    }
    for to in extra {
        groups.entry(frame(&cells.actual[to], columns)).or_default().1.push(to);
    }
    for group in groups.into_values().filter(|(missing, extra)| !missing.is_empty() && !extra.is_empty()) {
        match_group(cells, &inexact, group, &mut pairs);
    }
    pairs
}

/// Matches rows that have the same [`frame`], so that only the numbers under a tolerance are left to compare.
fn match_group(cells: &Cells, inexact: &[usize], (mut missing, mut extra): (Vec<usize>, Vec<usize>), pairs: &mut Vec<(usize, usize)>) {
    missing.sort_by(|&a, &b| order(&cells.expected[a], &cells.expected[b], inexact));
    extra.sort_by(|&a, &b| order(&cells.actual[a], &cells.actual[b], inexact));
    let same = |at: usize, to: usize| cells.same_in(inexact, &cells.expected[at], &cells.actual[to]);
    if missing.len().max(extra.len()) > MATCHING_CEILING {
        let (mut left, mut right) = (0, 0);
        while let (Some(&at), Some(&to)) = (missing.get(left), extra.get(right)) {
            if same(at, to) {
                pairs.push((at, to));
                (left, right) = (left + 1, right + 1);
            } else if order(&cells.expected[at], &cells.actual[to], inexact).is_lt() {
                left += 1;
            } else {
                right += 1;
            }
        }
        return;
    }
    let candidates: Vec<Vec<usize>> =
        missing.iter().map(|&at| (0..extra.len()).filter(|&place| same(at, extra[place])).collect()).collect();
    for (place, partner) in largest_matching(&candidates, extra.len()).into_iter().enumerate() {
        if let Some(partner) = partner {
            pairs.push((missing[partner], extra[place]));
        }
    }
}

/// By the numbers under a tolerance, left to right.
fn order(a: &[Cell], b: &[Cell], inexact: &[usize]) -> Ordering {
    let number = |cell: Cell| cell.as_number().unwrap_or(f64::NEG_INFINITY);
    inexact.iter().map(|&column| number(a[column]).total_cmp(&number(b[column]))).find(|found| found.is_ne()).unwrap_or(Ordering::Equal)
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
    let mut queue = VecDeque::from([left]);
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
