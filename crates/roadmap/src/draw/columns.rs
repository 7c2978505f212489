//! The three columns with their heads, cards and lines.

use super::canvas::{Anchor, Canvas, Look};
use super::card::{Area, Card, marks};
use super::dates::spoken_period;
use super::graph::{Graph, MOST_CARDS};
use super::lines::{self, AFTER, BEFORE, Channel, PITCH};
use super::mark::Mark;
use super::order::{Slot, ordered};
use super::place::{Places, places};
use super::route::{Routes, routes};
use super::words::wrapped;
use super::{MARGIN, WIDTH};
use crate::roadmap::{Bet, Horizon, Roadmap};
use crate::wording::counted;
use std::collections::HashMap;

const HEAD: i32 = 52;
/// Cards are never narrower: lines move closer together instead.
const NARROWEST: i32 = 190;
/// Between columns without lines.
const APART: i32 = 26;

pub(super) fn draw(canvas: &mut Canvas, roadmap: &Roadmap, top: i32) -> i32 {
    let graph = Graph::new(roadmap);
    let order = ordered(&graph);
    let below_heads = top + HEAD;
    let board = Board { roadmap, graph: &graph, order: &order, marks: marks(roadmap), top: below_heads };
    // How many tracks a channel needs depends on where cards stand, and where they stand on how wide they are: so it is done twice.
    let guess = board.laid_out((WIDTH - 2 * MARGIN - 2 * 50) / 3);
    let widths = channel_widths(&guess.routes);
    let card_width = (WIDTH - 2 * MARGIN - widths.iter().sum::<i32>()) / 3;
    let layout = board.laid_out(card_width);

    let mut x = MARGIN;
    let mut channels = [Channel { left: 0, right: 0 }; 3];
    let mut areas = vec![None; roadmap.bets.len()];
    let mut bottom = below_heads;
    for column in 0..3 {
        channels[column] = Channel { left: x, right: x + widths[column] };
        x += widths[column];
        head(canvas, &board, column, (x, top, card_width));
        for slot in &order[column] {
            let Slot::Card(bet) = slot else { continue };
            areas[*bet] = layout.places.cards[*bet].map(|(top, bottom)| Area { x, y: top, width: card_width, height: bottom - top });
        }
        bottom = bottom.max(foot(canvas, &graph, column, (x, layout.places.bottoms[column])));
        x += card_width;
    }
    lines::draw(canvas, &layout.routes, &channels, &areas);
    for (card, area) in layout.cards.iter().zip(&areas) {
        if let (Some(card), Some(area)) = (card, area) {
            card.draw(canvas, *area);
        }
    }
    how_to_read(canvas, roadmap, &graph, bottom + 26)
}

/// What the layout follows from, but for the width of the cards.
struct Board<'r> {
    roadmap: &'r Roadmap,
    graph: &'r Graph,
    order: &'r [Vec<Slot>; 3],
    marks: HashMap<&'r str, Mark>,
    top: i32,
}

struct Layout<'r> {
    cards: Vec<Option<Card<'r>>>,
    places: Places,
    routes: Routes,
}

impl<'r> Board<'r> {
    fn laid_out(&self, card_width: i32) -> Layout<'r> {
        let is_drawn = |number: usize| self.graph.column_of[number].is_some();
        let card = |(number, bet): (usize, &'r Bet)| is_drawn(number).then(|| Card::new(bet, number, &self.marks, card_width));
        let cards: Vec<Option<Card<'r>>> = self.roadmap.bets.iter().enumerate().map(card).collect();
        let places = places(self.graph, self.order, &cards, self.top);
        let routes = routes(self.graph, &places);
        Layout { cards, places, routes }
    }
}

/// As much as the tracks need, shrunk alike when the cards would become too narrow.
fn channel_widths(routes: &Routes) -> [i32; 3] {
    let wanted = [0, 1, 2].map(|number| {
        let channel = &routes.channels[number];
        let tracks = i32::try_from(channel.tracks).unwrap_or(i32::MAX / 100);
        match (number, channel.nets.is_empty()) {
            (0, true) => 0,
            (_, true) => APART,
            _ => (BEFORE + AFTER + PITCH * (tracks - 1).max(0)).max(APART + 10),
        }
    });
    let room = WIDTH - 2 * MARGIN - 3 * NARROWEST;
    let sum: i32 = wanted.iter().sum();
    if sum <= room { wanted } else { wanted.map(|width| width * room / sum) }
}

fn head(canvas: &mut Canvas, board: &Board<'_>, column: usize, (x, y, width): (i32, i32, i32)) {
    let horizon = Horizon::ALL[column];
    let bets: Vec<&Bet> = board.graph.columns[column].iter().map(|number| &board.roadmap.bets[*number]).collect();
    canvas.text((x, y + 18), horizon.heading(), Look::bold(18), Anchor::Start);
    let count = counted(bets.len() + board.graph.left_out[column], "bet", "bets");
    let told = match spoken_period(&bets) {
        Some(period) => format!("{count} · {period}"),
        None => count,
    };
    canvas.text((x + width, y + 18), &told, Look::muted(12), Anchor::End);
    let line = y + 30;
    let weight = match horizon {
        Horizon::Now => 3,
        Horizon::Next => 2,
        Horizon::Later => 1,
    };
    canvas.element(&format!("<path d=\"M{x} {line}H{}\" stroke=\"currentColor\" stroke-width=\"{weight}\"/>", x + width));
}

/// What stands under a column that is empty or too long.
fn foot(canvas: &mut Canvas, graph: &Graph, column: usize, (x, bottom): (i32, i32)) -> i32 {
    if graph.columns[column].is_empty() {
        canvas.text((x, bottom + 10), "Nothing stands here.", Look::muted(13), Anchor::Start);
    }
    if graph.left_out[column] == 0 {
        return bottom;
    }
    let told = format!("and {} more; {MOST_CARDS} are drawn", graph.left_out[column]);
    canvas.text((x, bottom + 22), &told, Look::muted(13), Anchor::Start);
    bottom + 26
}

fn how_to_read(canvas: &mut Canvas, roadmap: &Roadmap, graph: &Graph, y: i32) -> i32 {
    let mut told: Vec<&str> = Vec::new();
    let nowhere = roadmap.bets.iter().filter(|bet| bet.horizon.is_none()).count();
    let under_later = counted(nowhere, "bet has no horizon and stands under Later.", "bets have no horizon and stand under Later.");
    if nowhere > 0 {
        told.push(&under_later);
    }
    if !graph.edges.is_empty() {
        told.push("An arrow leads from what must be finished first to what waits for it.");
    }
    if graph.edges.iter().any(|edge| graph.column(edge.first) > graph.column(edge.then)) {
        told.push("Dashed red: it runs against the order.");
    }
    if roadmap.bets.iter().any(|bet| bet.confidence.is_some()) {
        told.push("Bars: how sure the bet is; a dashed edge means under 50 %.");
    }
    if roadmap.bets.iter().any(|bet| bet.starts().is_some() != bet.ends().is_some()) {
        told.push("A triangle among the dates: only the first or the last day is known.");
    }
    if told.is_empty() {
        return y - 10;
    }
    let mut line = y;
    for words in wrapped(&told.join(" "), 12, false, WIDTH - 2 * MARGIN, 3) {
        canvas.text((MARGIN, line), &words, Look::muted(12), Anchor::Start);
        line += 17;
    }
    line - 13
}
