//! The whole roadmap as Markdown, for a wiki or a pull request.

use super::Export;
use crate::roadmap::{Bet, Horizon, Outcome, Roadmap, Written};
use crate::wording::counted;
use jiff::civil::Date;
use std::fmt::Write as _;

/// Everything a roadmap says but the ids, as Markdown with tables as forges and wikis read them.
pub fn markdown(roadmap: &Roadmap) -> Export {
    let mut text = format!("# Roadmap: {}\n\n", inline(&roadmap.product));
    if let Some(as_of) = &roadmap.as_of {
        write!(text, "As of {}.\n\n", spoken(as_of.value)).expect("text grows");
    }
    if let Some(summary) = &roadmap.summary {
        write!(text, "{}\n\n", inline(summary)).expect("text grows");
    }
    outcomes(&mut text, &roadmap.outcomes);
    bets(&mut text, roadmap);
    let not_doing = roadmap.not_doing.iter().map(|entry| (&entry.title, entry.why.as_ref()));
    list(&mut text, "Not doing", not_doing);
    list(&mut text, "Risks", roadmap.risks.iter().map(|risk| (&risk.title, risk.answer.as_ref())));
    list(&mut text, "Assumptions", roadmap.assumptions.iter().map(|assumption| (assumption, None)));
    if !roadmap.sources.is_empty() {
        text.push_str("## Sources\n\n");
        for source in roadmap.sources.iter() {
            match &source.address {
                Some(address) => writeln!(text, "- {}: <{}>", inline(&source.title), link(address)).expect("text grows"),
                None => writeln!(text, "- {}", inline(&source.title)).expect("text grows"),
            }
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Export { text, lost: ids_lost(roadmap) }
}

fn ids_lost(roadmap: &Roadmap) -> Vec<String> {
    let counts = [(roadmap.outcomes.len(), "outcome", "outcomes"), (roadmap.bets.len(), "bet", "bets")];
    let of: Vec<String> =
        counts.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| counted(number, one, many)).collect();
    if of.is_empty() { Vec::new() } else { vec![format!("The ids of {} are left out; titles stand in their place.", of.join(" and "))] }
}

fn outcomes(text: &mut String, outcomes: &[Outcome]) {
    if outcomes.is_empty() {
        return;
    }
    text.push_str("## Outcomes\n\n| Outcome | Measure | Today | Target | By | Source |\n|---|---|---|---|---|---|\n");
    for outcome in outcomes {
        let by = outcome.by.as_ref().map_or_else(|| "–".to_owned(), |by| spoken(by.value));
        let [measure, baseline, target, source] = [&outcome.measure, &outcome.baseline, &outcome.target, &outcome.source]
            .map(|cell| cell.as_ref().map_or("–".to_owned(), |cell| inline(cell)));
        writeln!(text, "| {} | {measure} | {baseline} | {target} | {by} | {source} |", inline(&outcome.title)).expect("text grows");
    }
    text.push('\n');
}

fn bets(text: &mut String, roadmap: &Roadmap) {
    let groups = Horizon::ALL.map(Some).into_iter().chain([None]);
    for horizon in groups {
        let bets: Vec<&Bet> = roadmap.bets.iter().filter(|bet| bet.horizon.as_ref().map(|own| own.value) == horizon).collect();
        if bets.is_empty() {
            continue;
        }
        write!(text, "## {}\n\n", horizon.map_or("No horizon", Horizon::heading)).expect("text grows");
        for bet in bets {
            write!(text, "### {}\n\n", inline(&bet.title)).expect("text grows");
            if let Some(problem) = &bet.problem {
                write!(text, "{}\n\n", inline(problem)).expect("text grows");
            }
            for (label, value) in facts(roadmap, bet) {
                writeln!(text, "- **{label}:** {value}").expect("text grows");
            }
            text.push('\n');
        }
    }
}

fn facts(roadmap: &Roadmap, bet: &Bet) -> Vec<(&'static str, String)> {
    let all = |titles: Vec<&str>| (!titles.is_empty()).then(|| titles.into_iter().map(inline).collect::<Vec<_>>().join("; "));
    let facts = [
        ("Moves", all(roadmap.titles_of_outcomes(bet))),
        ("When", when(bet)),
        ("Size", bet.size.as_ref().map(|size| size.to_string())),
        ("Confidence", bet.confidence.as_ref().map(|confidence| format!("{} %", confidence.value))),
        ("Depends on", all(roadmap.titles_of_needs(bet))),
        ("Owner", bet.owner.as_ref().map(|owner| inline(owner))),
        ("Evidence", bet.evidence.as_ref().map(|evidence| inline(evidence))),
    ];
    facts.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

fn when(bet: &Bet) -> Option<String> {
    if let Some(quarter) = &bet.quarter {
        return Some(quarter.to_string());
    }
    match (&bet.from, &bet.until) {
        (Some(from), Some(until)) => Some(format!("{} to {}", spoken(from.value), spoken(until.value))),
        (Some(from), None) => Some(format!("from {}", spoken(from.value))),
        (None, Some(until)) => Some(format!("until {}", spoken(until.value))),
        (None, None) => None,
    }
}

fn list<'r>(text: &mut String, heading: &str, entries: impl Iterator<Item = (&'r Written<String>, Option<&'r Written<String>>)>) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    write!(text, "## {heading}\n\n").expect("text grows");
    for (title, more) in entries {
        match more {
            Some(more) => writeln!(text, "- **{}:** {}", inline(title), inline(more)).expect("text grows"),
            None => writeln!(text, "- {}", inline(title)).expect("text grows"),
        }
    }
    text.push('\n');
}

fn spoken(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// One line of text in which nothing is markup.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for c in word.chars() {
            if "\\`*_[]<>|#~&".contains(c) {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

/// An address between angle brackets.
fn link(address: &str) -> String {
    address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| match c {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            c => c.to_string(),
        })
        .collect()
}
