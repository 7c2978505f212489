//! The CSV file that a tool imports.

use super::Export;
use super::field::{Field, Rows, fields};
use crate::roadmap::{Bet, Outcome, Roadmap};
use crate::wording::counted;
use footbridge_table::{Profile, Table, guarded, table, written};

/// The bets as a CSV file that a tool imports: UTF-8, commas, a header row, one row for each bet; cells with commas, quotes or line breaks
/// stand in quotes. [`crate::dry_run`] tells beforehand what the tool will make of it.
pub fn csv(roadmap: &Roadmap, profile: &Profile) -> Export {
    let table = table_of(roadmap, profile);
    let mut rows = vec![table.header];
    rows.extend(table.rows.into_iter().map(|row| row.iter().map(|cell| guarded(cell)).collect()));
    Export { text: written(&rows), lost: lost(roadmap, profile) }
}

/// The bets as rows, before formulas are guarded.
pub(crate) fn table_of(roadmap: &Roadmap, profile: &Profile) -> Table {
    let source = Rows::new(roadmap, &profile.date);
    table(profile, roadmap.bets.len(), &|position, field| source.values(position, Field::ALL[field].1))
}

/// References that a column takes in a form in which some of them cannot stand.
fn references_lost(roadmap: &Roadmap, taken: &[Field]) -> Vec<String> {
    let mut lost = Vec::new();
    let takes = |fields: &[Field]| fields.iter().any(|field| taken.contains(field));
    let further = roadmap.bets.iter().filter(|bet| bet.outcomes.len() > 1).count();
    if further > 0 && takes(&[Field::FirstOutcome]) && !takes(&[Field::Outcomes, Field::OutcomeIds, Field::Measures]) {
        lost.push(format!("All outcomes but the first of {} are left out.", counted(further, "bet", "bets")));
    }
    let unknown = roadmap.bets.iter().flat_map(|bet| &bet.outcomes).filter(|id| roadmap.outcome(id).is_none()).count();
    if unknown > 0 && takes(&[Field::Measures]) && !takes(&[Field::Outcomes, Field::OutcomeIds]) {
        let (one, many) = ("name of an outcome leads to none and is left out.", "names of outcomes lead to none and are left out.");
        lost.push(counted(unknown, one, many));
    }
    let nowhere = roadmap.bets.iter().flat_map(|bet| &bet.depends_on).filter(|id| roadmap.bet(id).is_none()).count();
    if nowhere > 0 && takes(&[Field::DependsOnTitles, Field::DependsOnNumbers]) && !takes(&[Field::DependsOn]) {
        lost.push(counted(nowhere, "dependency leads to no bet and is left out.", "dependencies lead to no bet and are left out."));
    }
    lost
}

/// What no column takes, a sentence each. What the file says about no bet is not lost.
pub(crate) fn lost(roadmap: &Roadmap, profile: &Profile) -> Vec<String> {
    let taken: Vec<Field> = profile.columns.iter().flat_map(fields).collect();
    let takes = |fields: &[Field]| fields.iter().any(|field| taken.contains(field));
    let bets_with = |has: fn(&Bet) -> bool| roadmap.bets.iter().filter(|bet| has(bet)).count();
    let fields: [(&str, usize, &[Field]); 13] = [
        ("id", roadmap.bets.len(), &[Field::Id]),
        ("title", roadmap.bets.len(), &[Field::Title]),
        ("problem", bets_with(|bet| bet.problem.is_some()), &[Field::Problem]),
        ("outcome", bets_with(|bet| !bet.outcomes.is_empty()), &[Field::Outcomes, Field::OutcomeIds, Field::Measures, Field::FirstOutcome]),
        ("horizon", bets_with(|bet| bet.horizon.is_some()), &[Field::Horizon, Field::HorizonHeading]),
        ("first day", bets_with(|bet| bet.from.is_some()), &[Field::Starts]),
        ("last day", bets_with(|bet| bet.until.is_some()), &[Field::Ends]),
        ("quarter", bets_with(|bet| bet.quarter.is_some()), &[Field::Starts, Field::Ends, Field::Quarter]),
        ("size", bets_with(|bet| bet.size.is_some()), &[Field::Size]),
        ("confidence", bets_with(|bet| bet.confidence.is_some()), &[Field::Confidence]),
        ("dependencies", bets_with(|bet| !bet.depends_on.is_empty()), &[Field::DependsOn, Field::DependsOnTitles, Field::DependsOnNumbers]),
        ("owner", bets_with(|bet| bet.owner.is_some()), &[Field::Owner]),
        ("evidence", bets_with(|bet| bet.evidence.is_some()), &[Field::Evidence]),
    ];
    let mut lost: Vec<String> = fields
        .into_iter()
        .filter(|(_, bets, fields)| *bets > 0 && !takes(fields))
        .map(|(what, bets, _)| format!("The {what} of {} is left out.", counted(bets, "bet", "bets")))
        .collect();
    lost.extend(references_lost(roadmap, &taken));
    let takes_figures = takes(&[Field::Measures]);
    let says_more = |outcome: &&Outcome| {
        let figures = [&outcome.measure, &outcome.baseline, &outcome.target].into_iter().any(Option::is_some) || outcome.by.is_some();
        outcome.source.is_some() || figures && !takes_figures
    };
    let outcomes = roadmap.outcomes.iter().filter(says_more).count();
    if outcomes > 0 {
        let what = if takes_figures { "the sources of the figures" } else { "measure, baseline, target, date and source" };
        lost.push(format!("For {}, {what} are left out.", counted(outcomes, "outcome", "outcomes")));
    }
    let beside = [
        (roadmap.not_doing.len(), "thing that is not done", "things that are not done"),
        (roadmap.risks.len(), "risk", "risks"),
        (roadmap.assumptions.len(), "assumption", "assumptions"),
        (roadmap.sources.len(), "source", "sources"),
    ];
    if roadmap.summary.is_some() {
        lost.push("The summary is left out.".to_owned());
    }
    let beside: Vec<String> =
        beside.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| counted(number, one, many)).collect();
    if !beside.is_empty() {
        lost.push(format!("Left out, because the tool has no place for them: {}.", beside.join(", ")));
    }
    lost
}
