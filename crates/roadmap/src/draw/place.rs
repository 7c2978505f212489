//! Where cards and lanes stand, from top to bottom.

use super::card::Card;
use super::graph::Graph;
use super::order::{Passing, Slot};

/// Between two cards: room for an arrow.
const GAP: i32 = 20;
/// What a lane adds to a gap.
const LANE: i32 = 11;

/// Heights of everything below the heads of the columns.
pub(super) struct Places {
    /// Top and bottom of each bet's card.
    pub(super) cards: Vec<Option<(i32, i32)>>,
    /// Lanes of each column and their heights.
    pub(super) lanes: [Vec<(Passing, i32)>; 3],
    /// Pairs of cards of which the second stands directly below the first.
    pub(super) neighbours: Vec<(usize, usize)>,
    /// Bottom of each column.
    pub(super) bottoms: [i32; 3],
}

pub(super) fn places(graph: &Graph, order: &[Vec<Slot>; 3], cards: &[Option<Card<'_>>], top: i32) -> Places {
    let mut places =
        Places { cards: vec![None; graph.column_of.len()], lanes: Default::default(), neighbours: Vec::new(), bottoms: [top; 3] };
    for (column, slots) in order.iter().enumerate() {
        let mut y = top;
        let mut above = None;
        let mut lanes = 0;
        for slot in slots {
            match slot {
                Slot::Lane(passing) => {
                    let start = if above.is_some() { y - GAP / 2 } else { y - 6 };
                    places.lanes[column].push((*passing, start + lanes * LANE + LANE / 2));
                    lanes += 1;
                }
                Slot::Card(bet) => {
                    let height = cards[*bet].as_ref().map_or(0, |card| card.height);
                    y += lanes * LANE;
                    lanes = 0;
                    places.cards[*bet] = Some((y, y + height));
                    places.neighbours.extend(above.map(|above| (above, *bet)));
                    above = Some(*bet);
                    y += height + GAP;
                }
            }
        }
        places.bottoms[column] = if above.is_some() { y - GAP + lanes * LANE } else { y + lanes * LANE };
    }
    places
}
