//! Writing the lines down. Where two cross, the one that runs across has a gap, so that the eye follows the right one.

use super::canvas::Canvas;
use super::card::Area;
use super::mark::AGAINST;
use super::route::Routes;
use super::tracks::{End, Net, Side};
use std::fmt::Write as _;

/// Where a channel lies, from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Channel {
    pub(super) left: i32,
    pub(super) right: i32,
}

/// From the edge of a column to its first track; arrows need more room than ends.
pub(super) const BEFORE: i32 = 13;
pub(super) const AFTER: i32 = 19;
/// Between two tracks, where there is room.
pub(super) const PITCH: i32 = 9;
const RADIUS: i32 = 6;
const ARROW: i32 = 8;

/// A line that runs across, with the net it belongs to.
struct Across<'n> {
    y: i32,
    from: i32,
    to: i32,
    net: &'n Net,
}

/// A vertical line.
struct Down<'n> {
    x: i32,
    top: i32,
    bottom: i32,
    net: &'n Net,
}

pub(super) fn draw(canvas: &mut Canvas, routes: &Routes, channels: &[Channel; 3], cards: &[Option<Area>]) {
    for (first, then) in &routes.direct {
        if let (Some(first), Some(then)) = (cards[*first], cards[*then]) {
            let x = first.x + first.width / 2;
            let (from, to) = (first.y + first.height, then.y);
            stroke(canvas, &format!("M{x} {from}V{}", to - ARROW + 1), false);
            canvas.element(&format!("<path d=\"M{x} {to}l-4.5 -{ARROW}h9z\" fill-opacity=\".7\"/>"));
        }
    }
    for (number, channel) in routes.channels.iter().enumerate() {
        let at = channels[number];
        let x_of = |net: usize| track_x(at, channel.track[net], channel.tracks);
        let downs: Vec<Down<'_>> = channel
            .nets
            .iter()
            .enumerate()
            .filter(|(_, net)| !net.is_straight())
            .map(|(place, net)| Down { x: x_of(place), top: net.top(), bottom: net.bottom(), net })
            .collect();
        for (place, net) in channel.nets.iter().enumerate() {
            draw_net(canvas, net, x_of(place), at, &downs);
        }
    }
    through_lanes(canvas, routes, channels);
}

fn track_x(channel: Channel, track: usize, tracks: usize) -> i32 {
    let room = channel.right - channel.left - BEFORE - AFTER;
    let gaps = i32::try_from(tracks.saturating_sub(1)).unwrap_or(1);
    let track = i32::try_from(track).unwrap_or(0);
    if gaps == 0 { channel.left + BEFORE + room.max(0) / 2 } else { channel.left + BEFORE + room * track / gaps }
}

fn draw_net(canvas: &mut Canvas, net: &Net, x: i32, channel: Channel, downs: &[Down<'_>]) {
    let mut path = String::new();
    let (top, bottom) = (net.top(), net.bottom());
    if net.is_straight() {
        let ends = || net.points.iter();
        let from = ends().map(|point| edge(point.side, channel)).min().unwrap_or(x);
        let to = ends().map(|point| edge(point.side, channel)).max().unwrap_or(x);
        let arrives_at = |side: Side| ends().any(|point| point.side == side && point.end == End::Arrives);
        let from = from + if arrives_at(Side::Left) { ARROW - 1 } else { 0 };
        let to = to - if arrives_at(Side::Right) { ARROW - 1 } else { 0 };
        across(&mut path, &Across { y: top, from, to, net }, downs);
    } else {
        let is_alone = |y: i32| net.points.iter().filter(|point| point.y == y).count() == 1;
        let turn = |y: i32| if is_alone(y) { RADIUS } else { 0 };
        write!(path, "M{x} {}V{}", top + turn(top), bottom - turn(bottom)).expect("text grows");
        for point in &net.points {
            let edge = edge(point.side, channel);
            let inward = if point.side == Side::Left { 1 } else { -1 };
            let from = edge + if point.end == End::Arrives { (ARROW - 1) * inward } else { 0 };
            let turns = (point.y == top || point.y == bottom) && is_alone(point.y);
            let to = if turns { x - RADIUS * inward } else { x };
            across(&mut path, &Across { y: point.y, from: from.min(to), to: from.max(to), net }, downs);
            if turns {
                let down = if point.y == top { RADIUS } else { -RADIUS };
                write!(path, "M{to} {}Q{x} {} {x} {}", point.y, point.y, point.y + down).expect("text grows");
            }
        }
    }
    stroke(canvas, &path, net.is_backward);
    for point in &net.points {
        let (edge, y) = (edge(point.side, channel), point.y);
        let inward = if point.side == Side::Left { ARROW } else { -ARROW };
        let colour = if net.is_backward { format!(" fill=\"{AGAINST}\"") } else { " fill-opacity=\".7\"".to_owned() };
        match point.end {
            End::Arrives => canvas.element(&format!("<path d=\"M{edge} {y}l{inward} -4.5v9z\"{colour}/>")),
            End::Leaves => canvas.element(&format!("<circle cx=\"{edge}\" cy=\"{y}\" r=\"2.5\"{colour}/>")),
            End::GoesOn => {}
        }
    }
}

fn edge(side: Side, channel: Channel) -> i32 {
    match side {
        Side::Left => channel.left,
        Side::Right => channel.right,
    }
}

/// A line from left to right, with gaps where it passes beneath the vertical line of another net. What is left between two gaps is drawn
/// when it is long enough to be seen as a line.
fn across(path: &mut String, line: &Across<'_>, downs: &[Down<'_>]) {
    const GAP: i32 = 4;
    const SHORTEST: i32 = 3;
    let mut crossed: Vec<i32> = downs
        .iter()
        .filter(|down| {
            !std::ptr::eq(down.net, line.net) && line.from < down.x && down.x < line.to && down.top < line.y && line.y < down.bottom
        })
        .map(|down| down.x)
        .collect();
    crossed.sort_unstable();
    let mut from = line.from;
    for x in crossed {
        if x - GAP - from >= SHORTEST {
            write!(path, "M{from} {}H{}", line.y, x - GAP).expect("text grows");
        }
        from = from.max(x + GAP);
    }
    if line.to > from {
        write!(path, "M{from} {}H{}", line.y, line.to).expect("text grows");
    }
}

/// Lines that pass a column between its cards.
fn through_lanes(canvas: &mut Canvas, routes: &Routes, channels: &[Channel; 3]) {
    for (number, channel) in routes.channels.iter().enumerate() {
        for net in &channel.nets {
            // Each lane is met from both of its channels; it is drawn from the one on its left.
            let lanes = net.points.iter().filter(|point| point.side == Side::Right && point.end == End::GoesOn);
            for lane in lanes {
                if let Some(next) = channels.get(number + 1) {
                    stroke(canvas, &format!("M{} {}H{}", channels[number].right, lane.y, next.left), net.is_backward);
                }
            }
        }
    }
}

fn stroke(canvas: &mut Canvas, path: &str, is_backward: bool) {
    let look = if is_backward {
        format!("stroke=\"{AGAINST}\" stroke-dasharray=\"5 3\"")
    } else {
        "stroke=\"currentColor\" stroke-opacity=\".7\"".to_owned()
    };
    canvas.element(&format!("<path d=\"{path}\" fill=\"none\" {look} stroke-width=\"1.5\"/>"));
}
