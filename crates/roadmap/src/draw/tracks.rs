//! Lines in a channel between two columns: each net gets a vertical track, in an order in which few of them cross.

/// One net in one channel: a vertical line that reaches from its highest to its lowest point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Net {
    /// The bet its lines come from.
    pub(super) first: usize,
    /// It runs against the order of the columns.
    pub(super) is_backward: bool,
    pub(super) points: Vec<Point>,
}

/// Where a net meets the edge of its channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) y: i32,
    pub(super) side: Side,
    pub(super) end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// What the line does at the edge of the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It leaves the card that must come first.
    Leaves,
    /// It arrives at the card that waits.
    Arrives,
    /// It goes on through a lane.
    GoesOn,
}

/// More nets than this are taken in the order of their heights.
const MOST_TRIED: usize = 60;

impl Net {
    pub(super) fn top(&self) -> i32 {
        self.points.iter().map(|point| point.y).min().unwrap_or(0)
    }

    pub(super) fn bottom(&self) -> i32 {
        self.points.iter().map(|point| point.y).max().unwrap_or(0)
    }

    /// A net without height needs no track.
    pub(super) fn is_straight(&self) -> bool {
        self.top() == self.bottom()
    }

    fn points_at(&self, side: Side) -> impl Iterator<Item = i32> + '_ {
        self.points.iter().filter(move |point| point.side == side).map(|point| point.y)
    }
}

/// A track for each net, from the left; nets that do not reach as far as each other share one. Also how many tracks there are.
pub(super) fn tracks(nets: &[Net]) -> (Vec<usize>, usize) {
    let order = order(nets);
    let mut track = vec![0; nets.len()];
    let mut count = 0;
    for (place, &net) in order.iter().enumerate() {
        let right_of = order[..place].iter().filter(|other| overlap(&nets[net], &nets[**other])).map(|other| track[*other] + 1).max();
        track[net] = right_of.unwrap_or(0);
        count = count.max(track[net] + 1);
    }
    (track, count)
}

/// Nets with height, left to right.
fn order(nets: &[Net]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nets.len()).filter(|net| !nets[*net].is_straight()).collect();
    order.sort_by_key(|net| (nets[*net].top(), *net));
    if order.len() > MOST_TRIED {
        return order;
    }
    let costs: Vec<Vec<i32>> = nets.iter().map(|left| nets.iter().map(|right| cost(left, right)).collect()).collect();
    // Moving one net past its neighbours until no move helps: the order only matters in pairs.
    let mut is_better = true;
    for _ in 0..order.len() {
        if !std::mem::take(&mut is_better) {
            break;
        }
        for place in 0..order.len() {
            let net = order[place];
            let (mut sum, mut best, mut best_at) = (0, 0, place);
            for at in (0..place).rev() {
                sum += costs[net][order[at]] - costs[order[at]][net];
                if sum < best {
                    (best, best_at) = (sum, at);
                }
            }
            sum = 0;
            for at in place + 1..order.len() {
                sum += costs[order[at]][net] - costs[net][order[at]];
                if sum < best {
                    (best, best_at) = (sum, at);
                }
            }
            if best < 0 {
                order.remove(place);
                order.insert(best_at, net);
                is_better = true;
            }
        }
    }
    order
}

/// Crossings when one net's track stands to the left of the other's; lines on top of each other count ten times.
fn cost(left: &Net, right: &Net) -> i32 {
    let inside = |y: i32, net: &Net| i32::from(net.top() < y && y < net.bottom());
    let crossings: i32 = left.points_at(Side::Right).map(|y| inside(y, right)).sum::<i32>()
        + right.points_at(Side::Left).map(|y| inside(y, left)).sum::<i32>();
    let on_top = left
        .points_at(Side::Right)
        .flat_map(|y| right.points_at(Side::Left).map(move |other| i32::from((y - other).abs() < 5)))
        .sum::<i32>();
    crossings + on_top * 10
}

fn overlap(a: &Net, b: &Net) -> bool {
    const APART: i32 = 8;
    a.top() - APART < b.bottom() && b.top() - APART < a.bottom()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(first: usize, left: &[i32], right: &[i32]) -> Net {
        let point = |side: Side| move |y: &i32| Point { y: *y, side, end: End::Arrives };
        let points = left.iter().map(point(Side::Left)).chain(right.iter().map(point(Side::Right))).collect();
        Net { first, is_backward: false, points }
    }

    #[test]
    fn nets_that_go_down_side_by_side_do_not_cross() {
        // Both go down: the lower one has to turn first.
        let (track, count) = tracks(&[net(0, &[0], &[100]), net(1, &[40], &[140])]);
        assert_eq!((track, count), (vec![1, 0], 2));
        // Both go up: the upper one has to turn first.
        let (track, _) = tracks(&[net(0, &[100], &[0]), net(1, &[140], &[40])]);
        assert_eq!(track, [0, 1]);
    }

    #[test]
    fn nets_above_each_other_share_a_track_and_straight_ones_need_none() {
        assert_eq!(tracks(&[net(0, &[0], &[50]), net(1, &[90], &[140]), net(2, &[60], &[60])]).1, 1);
        assert_eq!(tracks(&[net(2, &[60], &[60])]).1, 0);
    }
}
