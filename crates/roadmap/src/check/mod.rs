//! What a good roadmap holds. One rule, one file, with its reason.

mod acronyms;
mod as_of;
mod confidence_rises;
mod counts;
mod cycle;
mod dates_in_later;
mod evidence;
mod horizon_dates;
mod horizon_order;
mod left_out;
mod moves_nothing;
mod no_order;
mod outcome_date;
mod outcome_incomplete;
mod outcome_standing_still;
mod outcome_unmoved;
mod problem;
mod shaky_now;
mod starts_too_early;
mod summary;
mod surer_than_its_base;
mod too_big_for_now;
mod unknown_dependency;

use crate::judge::{Limits, sort};
use crate::roadmap::{Bet, Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;
use std::collections::HashMap;
use std::ops::Range;

pub(crate) use shaky_now::SHAKY;

type Rule = fn(&Roadmap, &Limits) -> Vec<Diagnostic>;

const RULES: [Rule; 23] = [
    counts::find,
    outcome_incomplete::find,
    outcome_standing_still::find,
    outcome_date::find,
    outcome_unmoved::find,
    moves_nothing::find,
    problem::find,
    unknown_dependency::find,
    cycle::find,
    horizon_order::find,
    starts_too_early::find,
    no_order::find,
    horizon_dates::find,
    shaky_now::find,
    confidence_rises::find,
    surer_than_its_base::find,
    too_big_for_now::find,
    dates_in_later::find,
    as_of::find,
    evidence::find,
    left_out::find,
    summary::find,
    acronyms::find,
];

/// Everything that can be said against what a roadmap says. Its shape was checked when it was read.
///
/// Errors are what readers of a roadmap could not plan with; warnings are surely not meant; advice is worth a thought. Worst first, then by
/// place.
pub fn check(roadmap: &Roadmap, limits: &Limits) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = RULES.iter().flat_map(|rule| rule(roadmap, limits)).collect();
    sort(&mut findings);
    findings
}

/// One bet waits for another.
pub(crate) struct Dependency<'r> {
    pub(crate) bet: &'r Bet,
    /// Position of the bet in the file.
    pub(crate) number: usize,
    pub(crate) needs: &'r Bet,
    /// Position of what it waits for.
    pub(crate) needs_number: usize,
    /// Where the bet says so.
    pub(crate) span: &'r Range<usize>,
}

/// All dependencies on bets that exist, in the order of the file; one that is named twice counts once.
pub(crate) fn dependencies(roadmap: &Roadmap) -> Vec<Dependency<'_>> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (number, bet) in roadmap.bets.iter().enumerate() {
        by_id.entry(bet.id.as_str()).or_insert(number);
    }
    let mut found: Vec<Dependency<'_>> = Vec::new();
    for (number, bet) in roadmap.bets.iter().enumerate() {
        let first_of_bet = found.len();
        for id in &bet.depends_on {
            let Some(&needs_number) = by_id.get(id.as_str()) else { continue };
            if found[first_of_bet..].iter().all(|known| known.needs_number != needs_number) {
                let needs = &roadmap.bets[needs_number];
                found.push(Dependency { bet, number, needs, needs_number, span: &id.span });
            }
        }
    }
    found
}

/// `a`, `b` and `c`.
fn named<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let mut ids: Vec<String> = ids.map(|id| format!("`{id}`")).collect();
    let last = ids.pop().unwrap_or_default();
    if ids.is_empty() { last } else { format!("{} and {last}", ids.join(", ")) }
}

/// Suggesting costs more than finding: whoever has more names wrong than this has another problem.
const MOST_SUGGESTED: usize = 20;

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Mean confidence of a horizon, when any of its bets states one.
fn mean_confidence(roadmap: &Roadmap, horizon: Horizon) -> Option<usize> {
    let shares: Vec<usize> =
        roadmap.bets_in(horizon).filter_map(|bet| bet.confidence.as_ref().map(|share| usize::from(share.value))).collect();
    (!shares.is_empty()).then(|| (shares.iter().sum::<usize>() + shares.len() / 2) / shares.len())
}

/// A word that is a number with whatever stands around it: `€5`, `>90`.
fn has_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}
