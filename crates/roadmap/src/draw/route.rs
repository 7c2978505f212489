//! Which way each line takes: out of its card, along a track between two columns, through lanes, into the card that waits.

use super::graph::Graph;
use super::order::Passing;
use super::place::Places;
use super::tracks::{End, Net, Point, Side, tracks};

/// Lines between the columns. A channel lies to the left of the column of its number.
pub(super) struct Routes {
    pub(super) channels: [Channel; 3],
    /// Arrows from a card to the one directly below.
    pub(super) direct: Vec<(usize, usize)>,
}

#[derive(Default)]
pub(super) struct Channel {
    pub(super) nets: Vec<Net>,
    /// Track of each net, from the left.
    pub(super) track: Vec<usize>,
    pub(super) tracks: usize,
}

/// Lines of different nets stay this far apart where they run side by side.
const APART: i32 = 7;
/// Lines meet a card this far from its corners.
const CORNER: i32 = 10;

pub(super) fn routes(graph: &Graph, places: &Places) -> Routes {
    let mut lines = Lines { graph, places, routes: Routes { channels: Default::default(), direct: Vec::new() }, ports: Vec::new() };
    for (first, column) in graph.column_of.iter().enumerate().filter_map(|(bet, column)| Some((bet, (*column)?))) {
        lines.within(first, column);
        lines.across(first, column, false);
        lines.across(first, column, true);
    }
    let Lines { mut routes, ports, .. } = lines;
    spread(&mut routes, &ports, places);
    if graph.can_be_read() {
        straighten(&mut routes, &ports, places);
        keep_apart(&mut routes, &ports, places);
    }
    for channel in &mut routes.channels {
        (channel.track, channel.tracks) = tracks(&channel.nets);
    }
    routes
}

/// Where a net meets a card.
struct Port {
    channel: usize,
    net: usize,
    point: usize,
    card: usize,
}

struct Lines<'g> {
    graph: &'g Graph,
    places: &'g Places,
    routes: Routes,
    ports: Vec<Port>,
}

impl Lines<'_> {
    fn targets(&self, first: usize, column: usize) -> Vec<usize> {
        let of_first = self.graph.edges.iter().filter(|edge| edge.first == first);
        of_first.map(|edge| edge.then).filter(|then| self.graph.column(*then) == column).collect()
    }

    /// Lines to cards of the same column: straight down to the next one, else around through the channel to the left.
    fn within(&mut self, first: usize, column: usize) {
        let is_below = |then: &usize| self.places.neighbours.contains(&(first, *then));
        let (below, around): (Vec<usize>, Vec<usize>) = self.targets(first, column).into_iter().partition(is_below);
        self.routes.direct.extend(below.into_iter().map(|then| (first, then)));
        if around.is_empty() {
            return;
        }
        let mut net = Net { first, is_backward: false, points: Vec::new() };
        self.meet_card(&mut net, first, column, (Side::Right, End::Leaves));
        for then in around {
            self.meet_card(&mut net, then, column, (Side::Right, End::Arrives));
        }
        self.routes.channels[column].nets.push(net);
    }

    /// Lines to other columns: to those on the right, or backward to those on the left.
    fn across(&mut self, first: usize, own: usize, is_backward: bool) {
        let (near, far) = if is_backward { (Side::Right, Side::Left) } else { (Side::Left, Side::Right) };
        let columns: Vec<usize> = if is_backward { (0..own).rev().collect() } else { (own + 1..3).collect() };
        let farthest = columns.iter().rposition(|column| !self.targets(first, *column).is_empty());
        let Some(farthest) = farthest else { return };
        let mut behind = own;
        for (step, &column) in columns.iter().enumerate().take(farthest + 1) {
            // The channel between the column behind and this one.
            let channel = behind.max(column);
            let mut net = Net { first, is_backward, points: Vec::new() };
            if step == 0 {
                self.meet_card(&mut net, first, channel, (near, End::Leaves));
            } else {
                self.meet_lane(&mut net, behind, near);
            }
            for then in self.targets(first, column) {
                self.meet_card(&mut net, then, channel, (far, End::Arrives));
            }
            if step < farthest {
                self.meet_lane(&mut net, column, far);
            }
            self.routes.channels[channel].nets.push(net);
            behind = column;
        }
    }

    /// The net is the next one of its channel.
    fn meet_card(&mut self, net: &mut Net, card: usize, channel: usize, (side, end): (Side, End)) {
        let (top, bottom) = self.places.cards[card].expect("lines join only cards that stand somewhere");
        self.ports.push(Port { channel, net: self.routes.channels[channel].nets.len(), point: net.points.len(), card });
        net.points.push(Point { y: i32::midpoint(top, bottom), side, end });
    }

    fn meet_lane(&self, net: &mut Net, column: usize, side: Side) {
        let passing = Passing { first: net.first, is_backward: net.is_backward };
        let lane = self.places.lanes[column].iter().find(|(known, _)| *known == passing);
        net.points.extend(lane.map(|(_, y)| Point { y: *y, side, end: End::GoesOn }));
    }
}

/// Lines that meet one edge of a card share it evenly, in the order of where they come from.
fn spread(routes: &mut Routes, ports: &[Port], places: &Places) {
    let edge = |port: &Port, routes: &Routes| {
        (port.card, port.channel, routes.channels[port.channel].nets[port.net].points[port.point].side == Side::Left)
    };
    let mut sorted: Vec<&Port> = ports.iter().collect();
    sorted.sort_by_key(|port| (edge(port, routes), elsewhere(port, routes)));
    let mut start = 0;
    while start < sorted.len() {
        let same = sorted[start..].iter().take_while(|port| edge(port, routes) == edge(sorted[start], routes)).count();
        for (place, port) in sorted[start..start + same].iter().enumerate() {
            let (top, bottom) = places.cards[port.card].expect("lines join only cards that stand somewhere");
            let share = i32::try_from(place + 1).unwrap_or(1) * (bottom - top) / i32::try_from(same + 1).unwrap_or(2);
            routes.channels[port.channel].nets[port.net].points[port.point].y = top + share;
        }
        start += same;
    }
}

/// Mean height of the other points of a port's net.
fn elsewhere(port: &Port, routes: &Routes) -> i32 {
    let net = &routes.channels[port.channel].nets[port.net];
    let others: Vec<i32> = net.points.iter().enumerate().filter(|(place, _)| *place != port.point).map(|(_, point)| point.y).collect();
    if others.is_empty() { 0 } else { others.iter().sum::<i32>() / i32::try_from(others.len()).unwrap_or(1) }
}

/// A net that joins two points which could stand at one height does: a straight line is read at once. Of more points those that nearly stand
/// at one height do: a step of a few pixels looks like a slip.
fn straighten(routes: &mut Routes, ports: &[Port], places: &Places) {
    let range = |channel: usize, net: usize, point: usize, y: i32| {
        let port = ports.iter().find(|port| (port.channel, port.net, port.point) == (channel, net, point));
        match port.and_then(|port| Some((port, places.cards[port.card]?))) {
            Some((port, (top, bottom))) => {
                let is_alone = ports.iter().filter(|other| other.card == port.card && other.channel == port.channel).count() == 1;
                if is_alone { (top + CORNER, bottom - CORNER) } else { (y, y) }
            }
            None => (y, y),
        }
    };
    for (number, channel) in routes.channels.iter_mut().enumerate() {
        for (place, net) in channel.nets.iter_mut().enumerate() {
            let count = net.points.len();
            for (a, b) in (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))) {
                let (one, other) = (net.points[a], net.points[b]);
                if one.side == other.side || count > 2 && (one.y - other.y).abs() >= APART {
                    continue;
                }
                let (from_a, to_a) = range(number, place, a, one.y);
                let (from_b, to_b) = range(number, place, b, other.y);
                let (from, to) = (from_a.max(from_b), to_a.min(to_b));
                if from <= to {
                    let y = i32::midpoint(one.y, other.y).clamp(from, to);
                    (net.points[a].y, net.points[b].y) = (y, y);
                }
            }
        }
    }
}

/// Ends of different nets at nearly one height would look like one line; those that may move do.
fn keep_apart(routes: &mut Routes, ports: &[Port], places: &Places) {
    for (number, channel) in routes.channels.iter_mut().enumerate() {
        let lanes = channel
            .nets
            .iter()
            .enumerate()
            .flat_map(|(net, of)| of.points.iter().filter(|point| point.end == End::GoesOn).map(move |point| (net, point.y)));
        let straight = channel.nets.iter().enumerate().filter(|(_, of)| of.is_straight()).map(|(net, of)| (net, of.top()));
        let mut taken: Vec<(usize, i32)> = lanes.chain(straight).collect();
        for port in ports.iter().filter(|port| port.channel == number && !channel.nets[port.net].is_straight()).collect::<Vec<_>>() {
            let (top, bottom) = places.cards[port.card].expect("lines join only cards that stand somewhere");
            let y = channel.nets[port.net].points[port.point].y;
            let is_free = |y: &i32| taken.iter().all(|(net, other)| *net == port.net || (y - other).abs() >= APART);
            let moves = (0..8).flat_map(|step| [step * 4, step * -4]).map(|step| y + step);
            let free = moves.filter(|y| (top + CORNER..=bottom - CORNER).contains(y)).find(is_free).unwrap_or(y);
            channel.nets[port.net].points[port.point].y = free;
            taken.push((port.net, free));
        }
    }
}
