//! Which cards stand in which column, and which lines run between them.

use crate::dependency::dependencies;
use crate::roadmap::{Horizon, Roadmap};

/// More cards of a column are not drawn; a line says how many there are.
pub(super) const MOST_CARDS: usize = 40;
/// More lines than this are no picture; they are drawn as they come.
const MOST_LINES: usize = 400;

pub(super) struct Graph {
    /// Bets of each column, in the order of the file; what has no horizon stands in the last.
    pub(super) columns: [Vec<usize>; 3],
    /// Bets of each column that are not drawn.
    pub(super) left_out: [usize; 3],
    /// Column of every bet that is drawn.
    pub(super) column_of: Vec<Option<usize>>,
    /// What must come first, and what waits for it; both are drawn.
    pub(super) edges: Vec<Edge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    /// The bet that must come first.
    pub(super) first: usize,
    /// The bet that waits.
    pub(super) then: usize,
}

impl Graph {
    pub(super) fn new(roadmap: &Roadmap) -> Self {
        let mut columns: [Vec<usize>; 3] = Default::default();
        let mut left_out = [0; 3];
        let mut column_of = vec![None; roadmap.bets.len()];
        for (number, bet) in roadmap.bets.iter().enumerate() {
            let column = match bet.horizon.as_ref().map(|horizon| horizon.value) {
                Some(Horizon::Now) => 0,
                Some(Horizon::Next) => 1,
                Some(Horizon::Later) | None => 2,
            };
            if columns[column].len() < MOST_CARDS {
                columns[column].push(number);
                column_of[number] = Some(column);
            } else {
                left_out[column] += 1;
            }
        }
        let edges = dependencies(roadmap)
            .iter()
            .map(|dependency| Edge { first: dependency.needs_number, then: dependency.number })
            .filter(|edge| edge.first != edge.then && column_of[edge.first].is_some() && column_of[edge.then].is_some())
            .collect();
        Self { columns, left_out, column_of, edges }
    }

    /// Whether it is worth the time to look for a good arrangement.
    pub(super) fn can_be_read(&self) -> bool {
        self.edges.len() <= MOST_LINES
    }

    pub(super) fn column(&self, bet: usize) -> usize {
        self.column_of[bet].expect("edges join only bets that are drawn")
    }
}
