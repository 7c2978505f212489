//! The head of the picture: whose roadmap, of which day, and what its marks stand for.

use super::canvas::{Anchor, Canvas, Look};
use super::dates::spoken;
use super::mark::Mark;
use super::words::{shortened, width, wrapped};
use super::{MARGIN, WIDTH};
use crate::roadmap::{Outcome, Roadmap};
use crate::wording::counted;

/// More outcomes are not told in the head.
const MOST: usize = 12;
/// Left of the titles: the mark.
const INDENT: i32 = 32;

pub(super) fn heading(canvas: &mut Canvas, roadmap: &Roadmap, y: i32) -> i32 {
    let as_of = roadmap.as_of.as_ref().map(|as_of| format!("as of {}", spoken(as_of.value)));
    let taken = as_of.as_ref().map_or(0, |as_of| width(as_of, 13, false) + 20);
    let mut line = y + 20;
    for words in wrapped(&roadmap.product, 22, true, WIDTH - 2 * MARGIN - taken, 2) {
        canvas.text((MARGIN, line), &words, Look::bold(22), Anchor::Start);
        line += 28;
    }
    if let Some(as_of) = as_of {
        canvas.text((WIDTH - MARGIN, y + 20), &as_of, Look::muted(13), Anchor::End);
    }
    line - 8
}

pub(super) fn outcomes(canvas: &mut Canvas, roadmap: &Roadmap, y: i32) -> i32 {
    let told = || roadmap.outcomes.iter().take(MOST);
    let goals = told().filter_map(goal).map(|goal| width(&goal, 13, false)).max().unwrap_or(0).min(WIDTH / 2);
    let titles = told().map(|outcome| width(&outcome.title, 14, true)).max().unwrap_or(0).min(WIDTH - 2 * MARGIN - INDENT - 16 - goals);
    let goals_at = MARGIN + INDENT + titles + 16;
    let mut line = y + 18;
    for (number, outcome) in told().enumerate() {
        canvas.element(&Mark::new(number).drawn(MARGIN + 11, line - 5));
        canvas.text((MARGIN + INDENT, line), &shortened(&outcome.title, 14, true, titles), Look::bold(14), Anchor::Start);
        if let Some(goal) = goal(outcome) {
            canvas.text((goals_at, line), &shortened(&goal, 13, false, WIDTH - MARGIN - goals_at), Look::muted(13), Anchor::Start);
        }
        line += 26;
    }
    if roadmap.outcomes.len() > MOST {
        let more = format!("and {}", counted(roadmap.outcomes.len() - MOST, "more outcome", "more outcomes"));
        canvas.text((MARGIN + INDENT, line), &more, Look::muted(13), Anchor::Start);
        line += 26;
    }
    line + 2
}

/// `35 % → 70 % by 30 Jun 2027`.
fn goal(outcome: &Outcome) -> Option<String> {
    let by = outcome.by.as_ref().map(|by| format!(" by {}", spoken(by.value))).unwrap_or_default();
    match (&outcome.baseline, &outcome.target) {
        (Some(baseline), Some(target)) => Some(format!("{baseline} → {target}{by}")),
        (None, Some(target)) => Some(format!("to {target}{by}")),
        (Some(baseline), None) => Some(format!("today {baseline}")),
        (None, None) => None,
    }
}
