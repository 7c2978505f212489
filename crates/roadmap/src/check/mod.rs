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
use crate::roadmap::Roadmap;
use footbridge_diagnostic::Diagnostic;

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

/// Suggesting costs more than finding: whoever has more names wrong than this has another problem.
const MOST_SUGGESTED: usize = 20;
