//! The rule by which a fact of the Guide gives a score; the Guide's table `steps` states it for whoever reads the scores.

use super::facts::{Fact, Facts, Step};
use footbridge_decide::{Estimate, Given, Number};
use jiff::civil::Date;

/// The scale of the steps.
pub(super) const SCALE: (Number, Number) = (Number::whole(1), Number::whole(5));

/// The criterion whose steps depend on the size of the team.
const FREE_FOR_SOME: &str = "free for some people";
const BY_SIZE: [&str; 3] = ["free within a limit", "free today", "paid today"];

/// "Ten times our size", as the question of the criterion asks.
const GROWTH: u32 = 10;

/// The score of a tool by a criterion, with what it rests on. Where the Guide knows nothing, nothing is known.
pub(super) fn given(facts: &Facts<'_>, tool: Option<&str>, criterion: usize, team: Option<u32>, today: Date) -> Given {
    let unknown = |why: &str| Given { score: None, why: why.to_owned(), evidence: String::new() };
    let Some(tool) = tool else { return unknown("The Guide has no facts on it: put in a score of your own, with what it rests on.") };
    let Some(fact) = facts.fact(tool, criterion) else { return unknown("The Guide says nothing of it.") };
    let Some((steps, size)) = steps(facts, &fact, criterion, team) else {
        return unknown("No source was found for it: try it, or ask for one, and put in your own score.");
    };
    let scores: Vec<i32> = steps.iter().filter_map(|step| step.score).collect();
    let (Some(least), Some(most)) = (scores.iter().min(), scores.iter().max()) else { return unknown("The Guide gives no score for it.") };
    // In tenths, so that halves are exact.
    let ((low, high), why) = match steps.as_slice() {
        [step] => {
            let (off, doubt) = doubt(&fact, today);
            let why = format!("“{}” is {least} of 5: {}{size} {doubt}", step.shows, step.means);
            (((least * 10 - off).max(10), (most * 10 + off).min(50)), why)
        }
        _ => ((least * 10, most * 10), format!("Without a team size it lies between {least} and {most} of 5.{size}")),
    };
    let score = Estimate::new(Number::tenths(low), Number::tenths((least + most) * 5), Number::tenths(high));
    Given { score: Some(score), why, evidence: evidence(&fact) }
}

/// The steps that a fact may show, and how the team's size led there.
fn steps<'p>(facts: &Facts<'p>, fact: &Fact<'p>, criterion: usize, team: Option<u32>) -> Option<(Vec<Step<'p>>, String)> {
    let step = |shows: &str| facts.step(criterion, shows);
    if fact.shows != FREE_FOR_SOME {
        return Some((vec![step(fact.shows)?], String::new()));
    }
    let free_for = fact.people?;
    let [limit, today, paid] = BY_SIZE;
    let Some(team) = team else {
        return Some(([limit, today, paid].into_iter().filter_map(step).collect(), format!(" It is free for {free_for} people.")));
    };
    let shows = if team.saturating_mul(GROWTH) <= free_for {
        limit
    } else if team <= free_for {
        today
    } else {
        paid
    };
    Some((vec![step(shows)?], format!(" It is free for {free_for} people, and you are {team}.")))
}

/// How far a score may be off, in tenths, and why.
fn doubt(fact: &Fact<'_>, today: Date) -> (i32, &'static str) {
    match (fact.is_claim, fact.is_old(today)) {
        (false, false) => (10, "A fact: it may be one step off."),
        (false, true) => (15, "A fact more than two years old: it may be one and a half steps off."),
        (true, false) => (15, "A claim: it may be one and a half steps off."),
        (true, true) => (15, "A claim more than two years old: it may be one and a half steps off."),
    }
}

fn evidence(fact: &Fact<'_>) -> String {
    let address = if fact.source.url.is_empty() { String::new() } else { format!(", {}", fact.source.url) };
    format!("{} ({}{address}, {})", fact.says, fact.source.title, fact.date)
}
