//! The strip of dates below the columns, and how dates are spoken.

use super::canvas::{Anchor, Canvas, Look};
use super::card::marks;
use super::graph::MOST_CARDS;
use super::mark::Mark;
use super::words::shortened;
use super::{MARGIN, WIDTH};
use crate::roadmap::{Bet, Roadmap};
use jiff::ToSpan;
use jiff::civil::Date;

const ROW: i32 = 22;
/// Left of the axis: number and title.
const LABELS: i32 = 270;

/// `30 Sep 2026`.
pub(super) fn spoken(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

fn without_year(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}

/// When a bet is worked on, as its card says it.
pub(super) fn spoken_time(bet: &Bet) -> Option<String> {
    if let Some(quarter) = &bet.quarter {
        return Some(quarter.to_string());
    }
    match (&bet.from, &bet.until) {
        (Some(from), Some(until)) => Some(period(from.value, until.value)),
        (Some(from), None) => Some(format!("from {}", spoken(from.value))),
        (None, Some(until)) => Some(format!("until {}", spoken(until.value))),
        (None, None) => None,
    }
}

/// From the first day of several bets to the last.
pub(super) fn spoken_period(bets: &[&Bet]) -> Option<String> {
    let first = bets.iter().filter_map(|bet| bet.starts()).min()?;
    let last = bets.iter().filter_map(|bet| bet.ends()).max()?;
    (first <= last).then(|| period(first, last))
}

fn period(from: Date, until: Date) -> String {
    let from = if from.year() == until.year() { without_year(from) } else { spoken(from) };
    format!("{from} – {}", spoken(until))
}

/// Draws a bar for each bet with dates; nothing when there is none.
pub(super) fn draw(canvas: &mut Canvas, roadmap: &Roadmap, top: i32) -> i32 {
    let dated = || roadmap.bets.iter().enumerate().filter(|(_, bet)| bet.starts().is_some() || bet.ends().is_some());
    let days = dated().flat_map(|(_, bet)| [bet.starts(), bet.ends()]).flatten();
    let as_of = roadmap.as_of.as_ref().map(|as_of| as_of.value);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return top };
    let axis = Axis::new(as_of.map_or(first, |as_of| first.min(as_of)), as_of.map_or(last, |as_of| last.max(as_of)));
    let head = top + 34;
    canvas.text((MARGIN, head), "Dates", Look::bold(16), Anchor::Start);
    let rows = i32::try_from(dated().count().min(MOST_CARDS)).unwrap_or(0);
    let bottom = head + 14 + rows * ROW;
    for (x, label) in axis.ticks() {
        canvas.text((x + 4, head), &label, Look::muted(12), Anchor::Start);
        canvas.element(&format!("<path d=\"M{x} {}V{bottom}\" stroke=\"currentColor\" stroke-opacity=\".2\"/>", head - 10));
    }
    let marks = marks(roadmap);
    for (row, (number, bet)) in (0..).zip(dated().take(MOST_CARDS)) {
        let middle = head + 14 + row * ROW + ROW / 2;
        canvas.text((MARGIN + 18, middle + 4), &(number + 1).to_string(), Look { is_bold: true, ..Look::muted(12) }, Anchor::End);
        let title = shortened(&bet.title, 12, false, LABELS - 18 - 8 - 14);
        canvas.text((MARGIN + 26, middle + 4), &title, Look::plain(12), Anchor::Start);
        let mark = bet.outcomes.first().and_then(|id| marks.get(id.as_str()).copied());
        canvas.element(&bar(&axis, bet, middle, mark));
    }
    if let Some(as_of) = as_of {
        let x = axis.x(as_of);
        canvas.element(&format!(
            "<path d=\"M{x} {}V{}\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\"/>",
            head + 6,
            bottom + 4
        ));
        let anchor = if x > WIDTH - MARGIN - 80 { Anchor::End } else { Anchor::Start };
        canvas.text((x, bottom + 17), &format!("as of {}", spoken(as_of)), Look::muted(12), anchor);
        return bottom + 20;
    }
    bottom + 4
}

/// A bar over the days, with the letter of its outcome; a bet with one day only gets an end that points where the other is unknown.
fn bar(axis: &Axis, bet: &Bet, middle: i32, mark: Option<Mark>) -> String {
    let colour = mark.map_or("currentColor\" fill-opacity=\".6", Mark::colour);
    let top = middle - 7;
    match (bet.starts(), bet.ends()) {
        (Some(starts), Some(ends)) if starts <= ends => {
            let from = axis.x(starts);
            let wide = (axis.x(ends.saturating_add(1.day())) - from).max(4);
            let rect = format!("<rect x=\"{from}\" y=\"{top}\" width=\"{wide}\" height=\"14\" rx=\"3\" fill=\"{colour}\"/>");
            match mark.filter(|_| wide > 20) {
                Some(mark) => {
                    let (x, y, letter) = (from + 5, middle + 4, mark.letter());
                    format!("{rect}<text x=\"{x}\" y=\"{y}\" font-size=\"10\" font-weight=\"600\" fill=\"#fff\">{letter}</text>")
                }
                None => rect,
            }
        }
        (Some(starts), _) => format!("<path d=\"M{} {top}v14l13 -7z\" fill=\"{colour}\"/>", axis.x(starts)),
        (None, Some(ends)) => format!("<path d=\"M{} {top}v14l-13 -7z\" fill=\"{colour}\"/>", axis.x(ends)),
        (None, None) => String::new(),
    }
}

/// Days along the width of the picture.
struct Axis {
    first: Date,
    days: i64,
    step: i32,
}

/// More labels do not fit beside each other.
const MOST_TICKS: i32 = 10;

impl Axis {
    /// Begins with the month of the first day and ends with that of the last.
    fn new(first: Date, last: Date) -> Self {
        let first = first.first_of_month();
        let end = last.last_of_month().saturating_add(1.day());
        let months = (i32::from(end.year()) - i32::from(first.year())) * 12 + i32::from(end.month()) - i32::from(first.month());
        let step = [1, 3, 6, 12, 24, 60].into_iter().find(|step| months / step <= MOST_TICKS).unwrap_or(120);
        Self { first, days: days_between(first, end).max(1), step }
    }

    fn x(&self, day: Date) -> i32 {
        let left = MARGIN + LABELS;
        let room = i64::from(WIDTH - MARGIN - left);
        let along = days_between(self.first, day).clamp(0, self.days) * room / self.days;
        left + i32::try_from(along).unwrap_or(0)
    }

    /// Beginnings of months, quarters or years, with what they are called.
    fn ticks(&self) -> Vec<(i32, String)> {
        let mut ticks = Vec::new();
        let mut day = self.first;
        let end = self.first.saturating_add(self.days.days());
        while day < end {
            let month = i32::from(day.month()) - 1;
            let is_tick = (i32::from(day.year()) * 12 + month) % self.step == 0;
            if is_tick {
                let label = if self.step >= 12 {
                    day.strftime("%Y")
                } else if self.step == 1 && day.month() != 1 && day != self.first {
                    day.strftime("%b")
                } else {
                    day.strftime("%b %Y")
                };
                ticks.push((self.x(day), label.to_string()));
            }
            day = day.saturating_add(1.month());
        }
        ticks
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}
