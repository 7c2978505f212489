//! In which order the cards of a column stand, so that few lines cross.
//!
//! A layered drawing after Sugiyama: a line that passes a column gets a lane of its own between its cards. From the order of the file each
//! card and lane is moved to where fewer lines cross, as long as that helps; the order of the file decides where it does not matter.

use super::graph::Graph;

/// What stands in a column, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A bet.
    Card(usize),
    /// Room for the lines from a bet of another column to bets beyond this one.
    Lane(Passing),
}

/// Lines from one bet in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passing {
    pub(super) first: usize,
    /// They run towards now: against the order of the columns.
    pub(super) is_backward: bool,
}

/// Rounds of moving; each ends earlier when nothing helps.
const ROUNDS: usize = 8;
/// What is weighed, in lengths of one card: a line through a lane that leads far up or down, a line inside a column that passes a card, and
/// one that runs upwards.
const CROSSING: i64 = 4;
const PASSING_BY: i64 = 4;
const UPWARDS: i64 = 12;

/// The order of the three columns.
pub(super) fn ordered(graph: &Graph) -> [Vec<Slot>; 3] {
    let mut layers = Layers::new(graph);
    for _ in 0..if graph.can_be_read() { ROUNDS } else { 0 } {
        let mut is_better = false;
        for column in 0..layers.columns.len() {
            for node in layers.columns[column].clone() {
                is_better |= layers.move_to_best(column, node);
            }
        }
        if !is_better {
            break;
        }
    }
    let slots = &layers.slots;
    layers.columns.map(|column| column.into_iter().map(|node| slots[node]).collect())
}

struct Layers {
    slots: Vec<Slot>,
    /// Nodes of each column from top to bottom.
    columns: [Vec<usize>; 3],
    /// Where in its column a node stands.
    position: Vec<usize>,
    /// Nodes of the column to the left and to the right that lines lead to.
    neighbours: Vec<[Vec<usize>; 2]>,
    /// Lines inside each column, from what must come first.
    within: [Vec<(usize, usize)>; 3],
}

impl Layers {
    fn new(graph: &Graph) -> Self {
        let mut layers = Self {
            slots: Vec::new(),
            columns: Default::default(),
            position: Vec::new(),
            neighbours: Vec::new(),
            within: Default::default(),
        };
        let mut node_of = vec![None; graph.column_of.len()];
        for (column, bets) in graph.columns.iter().enumerate() {
            for &bet in bets {
                node_of[bet] = Some(layers.add(column, Slot::Card(bet)));
            }
        }
        let node = |bet: usize| node_of[bet].expect("edges join only bets that are drawn");
        for (first, first_column) in graph.column_of.iter().enumerate().filter_map(|(bet, column)| Some((bet, (*column)?))) {
            let targets = || graph.edges.iter().filter(move |edge| edge.first == first).map(|edge| (edge.then, graph.column(edge.then)));
            for (then, column) in targets() {
                if column == first_column {
                    layers.within[column].push((node(first), node(then)));
                }
            }
            for is_backward in [false, true] {
                // Columns as steps away from the first bet, in this direction.
                let steps =
                    |column: usize| if is_backward { first_column.saturating_sub(column) } else { column.saturating_sub(first_column) };
                let farthest = targets().map(|(_, column)| steps(column)).max().unwrap_or(0);
                let mut from = node(first);
                for step in 1..=farthest {
                    let column = if is_backward { first_column - step } else { first_column + step };
                    for (then, _) in targets().filter(|(_, at)| *at == column) {
                        layers.link(from, node(then), is_backward);
                    }
                    if step < farthest {
                        let lane = layers.add(column, Slot::Lane(Passing { first, is_backward }));
                        layers.link(from, lane, is_backward);
                        from = lane;
                    }
                }
            }
        }
        layers
    }

    fn add(&mut self, column: usize, slot: Slot) -> usize {
        let node = self.slots.len();
        self.slots.push(slot);
        self.position.push(self.columns[column].len());
        self.columns[column].push(node);
        self.neighbours.push(Default::default());
        node
    }

    fn link(&mut self, from: usize, to: usize, is_backward: bool) {
        let (left, right) = if is_backward { (to, from) } else { (from, to) };
        self.neighbours[left][1].push(right);
        self.neighbours[right][0].push(left);
    }

    /// Tries every place of its column for a node and keeps the best; `true` when that is better than where it stood.
    fn move_to_best(&mut self, column: usize, node: usize) -> bool {
        let start = self.position[node];
        let (mut cost, mut best, mut best_at) = (0, 0, start);
        while self.position[node] > 0 {
            cost += self.swap(column, self.position[node] - 1);
            if cost < best {
                (best, best_at) = (cost, self.position[node]);
            }
        }
        while self.position[node] < start {
            cost += self.swap(column, self.position[node]);
        }
        while self.position[node] + 1 < self.columns[column].len() {
            cost += self.swap(column, self.position[node]);
            if cost < best {
                (best, best_at) = (cost, self.position[node]);
            }
        }
        while self.position[node] > best_at {
            self.swap(column, self.position[node] - 1);
        }
        best < 0
    }

    /// Swaps the node at a position with the one below it; returns how much worse that is.
    fn swap(&mut self, column: usize, at: usize) -> i64 {
        let (upper, lower) = (self.columns[column][at], self.columns[column][at + 1]);
        let mut cost = -self.within_cost(column) - self.lane_length(upper) - self.lane_length(lower);
        for side in 0..2 {
            for &a in &self.neighbours[upper][side] {
                for &b in &self.neighbours[lower][side] {
                    // Lines cross when the upper node leads further down; after the swap it is the other way round.
                    cost += match self.position[a].cmp(&self.position[b]) {
                        std::cmp::Ordering::Less => CROSSING,
                        std::cmp::Ordering::Equal => 0,
                        std::cmp::Ordering::Greater => -CROSSING,
                    };
                }
            }
        }
        self.columns[column].swap(at, at + 1);
        self.position[upper] = at + 1;
        self.position[lower] = at;
        cost + self.within_cost(column) + self.lane_length(upper) + self.lane_length(lower)
    }

    /// How far up and down lines must go to reach a lane. Cards stay where the file has them, whatever the length.
    fn lane_length(&self, node: usize) -> i64 {
        if let Slot::Card(_) = self.slots[node] {
            return 0;
        }
        let far = |other: &usize| i64::try_from(self.position[node].abs_diff(self.position[*other])).unwrap_or(i64::MAX);
        self.neighbours[node].iter().flatten().map(far).sum()
    }

    /// Lines inside a column run downwards, and past as few others as can be.
    fn within_cost(&self, column: usize) -> i64 {
        let cost = |&(first, then): &(usize, usize)| {
            let between = self.position[first].abs_diff(self.position[then]).saturating_sub(1);
            let upwards = if self.position[first] > self.position[then] { UPWARDS } else { 0 };
            i64::try_from(between).unwrap_or(i64::MAX) * PASSING_BY + upwards
        };
        self.within[column].iter().map(cost).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::Edge;
    use super::*;

    fn graph(columns: [&[usize]; 3], edges: &[(usize, usize)]) -> Graph {
        let bets = columns.iter().map(|column| column.len()).sum();
        let mut column_of = vec![None; bets];
        for (column, members) in columns.iter().enumerate() {
            members.iter().for_each(|bet| column_of[*bet] = Some(column));
        }
        let edges = edges.iter().map(|(first, then)| Edge { first: *first, then: *then }).collect();
        Graph { columns: columns.map(<[usize]>::to_vec), left_out: [0; 3], column_of, edges }
    }

    fn cards(column: &[Slot]) -> Vec<usize> {
        column
            .iter()
            .filter_map(|slot| match slot {
                Slot::Card(bet) => Some(*bet),
                Slot::Lane(_) => None,
            })
            .collect()
    }

    #[test]
    fn without_lines_the_order_of_the_file_stays() {
        let columns = ordered(&graph([&[0, 3], &[1, 4], &[2, 5]], &[]));
        assert_eq!(columns.map(|column| cards(&column)), [vec![0, 3], vec![1, 4], vec![2, 5]]);
    }

    #[test]
    fn crossed_lines_are_uncrossed_and_inside_a_column_they_run_down() {
        let columns = ordered(&graph([&[0, 1], &[2, 3], &[]], &[(0, 3), (1, 2)]));
        let orders = columns.map(|column| cards(&column));
        assert!(orders == [vec![1, 0], vec![2, 3], vec![]] || orders == [vec![0, 1], vec![3, 2], vec![]], "{orders:?}");
        let columns = ordered(&graph([&[0, 1, 2], &[], &[]], &[(2, 0)]));
        let [now, ..] = columns.map(|column| cards(&column));
        let at = |bet| now.iter().position(|card| *card == bet).unwrap();
        assert!(at(2) + 1 == at(0), "{now:?}");
    }

    #[test]
    fn a_line_past_a_column_gets_a_lane() {
        let [_, next, _] = ordered(&graph([&[0], &[1], &[2]], &[(0, 2)]));
        assert!(next.contains(&Slot::Lane(Passing { first: 0, is_backward: false })));
        let [_, next, _] = ordered(&graph([&[0], &[1], &[2]], &[(2, 0)]));
        assert!(next.contains(&Slot::Lane(Passing { first: 2, is_backward: true })));
    }
}
