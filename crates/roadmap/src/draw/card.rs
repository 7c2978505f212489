//! One bet as a card: what stands on it, and how high that makes it.

use super::canvas::{Anchor, Canvas, Look};
use super::dates::spoken_time;
use super::mark::Mark;
use super::words::{shortened, width, wrapped};
use crate::roadmap::{Bet, Roadmap};
use std::collections::HashMap;

const TITLE: Look = Look::bold(14);
const SMALL: Look = Look::muted(12);
const LINE: i32 = 18;
/// Left of the text: the stripe and the number.
const INDENT: i32 = 38;
const RIGHT: i32 = 10;
const MOST_LINES: usize = 5;

/// What stands on a card of a given width.
pub(super) struct Card<'r> {
    bet: &'r Bet,
    number: usize,
    title: Vec<String>,
    marks: Vec<Mark>,
    /// Dates and owner: on one line where both fit.
    below: Vec<String>,
    pub(super) height: i32,
}

/// A rectangle of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// The marks of all outcomes by their ids.
pub(super) fn marks(roadmap: &Roadmap) -> HashMap<&str, Mark> {
    let mut marks = HashMap::new();
    for (number, outcome) in roadmap.outcomes.iter().enumerate() {
        marks.entry(outcome.id.as_str()).or_insert(Mark::new(number));
    }
    marks
}

impl<'r> Card<'r> {
    pub(super) fn new(bet: &'r Bet, number: usize, marks: &HashMap<&str, Mark>, card_width: i32) -> Self {
        let title = wrapped(&bet.title, TITLE.size, true, card_width - INDENT - RIGHT, MOST_LINES);
        let marks: Vec<Mark> = bet.outcomes.iter().filter_map(|id| marks.get(id.as_str()).copied()).collect();
        let below = below(bet, card_width - INDENT - RIGHT);
        let lines = |texts: &[String]| i32::try_from(texts.len()).unwrap_or(1) * LINE;
        let height = 12 + lines(&title) + 28 + lines(&below);
        Self { bet, number, title, marks, below, height }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Area) {
        let bet = self.bet;
        let told = bet.problem.as_ref().map_or_else(|| bet.title.value.clone(), |problem| format!("{}: {problem}", bet.title));
        canvas.open_group(&told);
        let Area { x, y, width: card_width, height } = area;
        let dashes = if bet.is_shaky() { " stroke-dasharray=\"6 4\"" } else { "" };
        canvas.element(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{card_width}\" height=\"{height}\" rx=\"6\" fill-opacity=\".045\" stroke=\"currentColor\" \
             stroke-opacity=\".45\"{dashes}/>"
        ));
        self.stripe(canvas, area);
        canvas.text((x + 30, y + 12 + 12), &(self.number + 1).to_string(), Look { is_bold: true, ..Look::muted(12) }, Anchor::End);
        let mut line = y + 12 + 12;
        for words in &self.title {
            canvas.text((x + INDENT, line), words, TITLE, Anchor::Start);
            line += LINE;
        }
        self.facts(canvas, area, line + 6);
        canvas.close_group();
    }

    /// The stripe at the left edge, a piece for each outcome.
    fn stripe(&self, canvas: &mut Canvas, Area { x, y, height, .. }: Area) {
        let pieces = i32::try_from(self.marks.len()).unwrap_or(1).max(1);
        for (number, mark) in (0..).zip(&self.marks) {
            let from = y + 5 + (height - 10) * number / pieces;
            let to = y + 5 + (height - 10) * (number + 1) / pieces;
            let (colour, stripe, at) = (mark.colour(), mark.stripe(), x + 6);
            canvas.element(&format!("<path d=\"M{at} {from}V{to}\" stroke=\"{colour}\" stroke-width=\"6\"{stripe}/>"));
        }
    }

    /// Marks and size, confidence, and below them dates and owner.
    fn facts(&self, canvas: &mut Canvas, area: Area, line: i32) {
        let mut at = area.x + INDENT;
        let right = area.x + area.width - RIGHT;
        for mark in self.marks.iter().take(4) {
            canvas.element(&mark.drawn(at + 9, line - 4));
            at += 23;
        }
        let bar = self.confidence(canvas, right, line);
        if let Some(size) = &self.bet.size {
            let size = shortened(&size.to_string(), SMALL.size, false, bar - at - 4);
            canvas.text((at, line), &size, SMALL, Anchor::Start);
        }
        for (row, below) in (1..).zip(&self.below) {
            canvas.text((area.x + INDENT, line + row * LINE), below, SMALL, Anchor::Start);
        }
    }

    /// Ten small bars and the figure, to the left of a place. Returns where they begin.
    fn confidence(&self, canvas: &mut Canvas, right: i32, line: i32) -> i32 {
        let Some(confidence) = &self.bet.confidence else { return right };
        let figure = format!("{confidence} %");
        canvas.text((right, line), &figure, Look::plain(12), Anchor::End);
        let from = right - width("100 %", 12, false) - 6 - 60;
        let filled = i32::from(confidence.value).div_euclid(10);
        let bars = |from: i32, to: i32| (from..to).map(|bar| format!("M{} {}v10", bar * 6 + 2, line - 10)).collect::<String>();
        let shifted = |bars: String, opacity: &str| {
            format!(
                "<path transform=\"translate({from} 0)\" d=\"{bars}\" stroke=\"currentColor\" stroke-width=\"4\" stroke-opacity=\"{opacity}\"/>"
            )
        };
        if filled > 0 {
            canvas.element(&shifted(bars(0, filled), ".8"));
        }
        if filled < 10 {
            canvas.element(&shifted(bars(filled, 10), ".2"));
        }
        from
    }
}

fn below(bet: &Bet, widest: i32) -> Vec<String> {
    let texts: Vec<String> = spoken_time(bet).into_iter().chain(bet.owner.as_ref().map(|owner| owner.value.clone())).collect();
    let together = texts.join(" · ");
    let lines = if width(&together, SMALL.size, false) <= widest { vec![together] } else { texts };
    lines.iter().filter(|line| !line.is_empty()).map(|line| shortened(line, SMALL.size, false, widest)).collect()
}
