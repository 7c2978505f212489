//! A Mermaid gantt chart, which many wikis and forges draw.

use super::Export;
use crate::roadmap::{Bet, Horizon, Roadmap};
use crate::wording::counted;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::fmt::Write as _;

/// The bets as a gantt chart, one section for each horizon, without a fence around it. A bet without dates stands as a milestone at the end
/// and says so.
pub fn mermaid(roadmap: &Roadmap) -> Export {
    let mut text = format!("gantt\n    title {}\n    dateFormat YYYY-MM-DD\n    axisFormat %b %Y\n", word(&roadmap.product));
    let end = last_day(roadmap);
    for horizon in Horizon::ALL {
        let mut bets = roadmap.bets.iter().enumerate().filter(|(_, bet)| bet.is_in(horizon)).peekable();
        if bets.peek().is_some() {
            writeln!(text, "    section {}", horizon.heading()).expect("text grows");
        }
        for (position, bet) in bets {
            writeln!(text, "    {}", task(bet, position + 1, end)).expect("text grows");
        }
    }
    Export { text, lost: lost(roadmap) }
}

/// The number in front keeps a title such as “Section 3” from being read as a word of the chart.
fn task(bet: &Bet, number: usize, end: Option<Date>) -> String {
    let title = word(&bet.title);
    let milestone = |note: &str, day: Date| format!("{number} {title} ({note}) :milestone, b{number}, {day}, 0d");
    match (bet.starts(), bet.ends(), end) {
        (Some(starts), Some(ends), _) => {
            // A chart counts the last day out; the roadmap counts it in.
            format!("{number} {title} :b{number}, {starts}, {}", ends.max(starts).saturating_add(1.day()))
        }
        (None, Some(ends), _) => milestone("until", ends),
        (Some(starts), None, _) => milestone("from", starts),
        (None, None, Some(end)) => milestone("no date", end),
        (None, None, None) => milestone("no date", date(2000, 1, 1)),
    }
}

fn last_day(roadmap: &Roadmap) -> Option<Date> {
    let days = roadmap.bets.iter().flat_map(|bet| [bet.starts(), bet.ends()]).flatten();
    days.max().or_else(|| roadmap.as_of.as_ref().map(|as_of| as_of.value))
}

fn lost(roadmap: &Roadmap) -> Vec<String> {
    let mut lost = Vec::new();
    let dependencies: usize = roadmap.bets.iter().map(|bet| bet.depends_on.len()).sum();
    if dependencies > 0 {
        lost.push(format!(
            "Mermaid draws no lines between tasks: {} not shown.",
            counted(dependencies, "dependency is", "dependencies are")
        ));
    }
    let undated = roadmap.bets.iter().filter(|bet| bet.starts().is_none() && bet.ends().is_none()).count();
    if undated > 0 {
        lost.push(format!(
            "{} no dates and {} at the end as {}.",
            counted(undated, "bet has", "bets have"),
            if undated == 1 { "stands" } else { "stand" },
            if undated == 1 { "a milestone" } else { "milestones" }
        ));
    }
    let half = roadmap.bets.iter().filter(|bet| bet.starts().is_some() != bet.ends().is_some()).count();
    if half > 0 {
        lost.push(format!(
            "{} only one day and {} a milestone.",
            counted(half, "bet has", "bets have"),
            if half == 1 { "becomes" } else { "become" }
        ));
    }
    let nowhere = roadmap.bets.iter().filter(|bet| bet.horizon.is_none()).count();
    if nowhere > 0 {
        lost.push(format!(
            "{} no horizon and {} left out.",
            counted(nowhere, "bet has", "bets have"),
            if nowhere == 1 { "is" } else { "are" }
        ));
    }
    let titles = roadmap.bets.iter().filter(|bet| bet.horizon.is_some()).map(|bet| &bet.title).chain([&roadmap.product]);
    let changed = titles.filter(|title| title.contains(is_sign)).count();
    if changed > 0 {
        lost.push(format!("Signs that mean something to Mermaid are left out of {}.", counted(changed, "title", "titles")));
    }
    lost.push("Outcomes, problems, sizes, confidence, owners, evidence and everything beside the bets are left out.".to_owned());
    lost
}

/// Signs that end a title or begin something else in Mermaid.
fn is_sign(c: char) -> bool {
    ":;#,%`\"{}<>".contains(c)
}

/// Text without signs of Mermaid's own, on one line.
fn word(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() || is_sign(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() { "Untitled".to_owned() } else { words.join(" ") }
}
