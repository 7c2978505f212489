//! A passed SQL exercise comes back once more with other numbers, 14 days after its pass: what was only remembered for a day is not known.
//!
//! One a day at most, so that an absence brings no avalanche, and only where the day's minutes hold it: the plan gets the rest of them.
//! It proves nothing anew: evidence and the plan count an exercise once, however often it is passed.

use crate::course::{Course, opens};
use crate::planning::local_date;
use crate::variants::{is_fresh_weekly, is_passed, last_begun, variant_of};
use crate::view::RetestView;
use crate::words::count;
use footbridge_content::{Exercise, Kind};
use footbridge_journal::{State, Work};
use footbridge_planner::{Calendar, spoken};
use footbridge_verdict::Outcome;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days from the first pass to the re-test.
const AFTER_DAYS: i32 = 14;

/// Re-tests of one day: the one that is due, how many wait behind it, and the minutes of today that they take from the plan.
#[derive(Default)]
pub(crate) struct Retests<'a> {
    due: Option<(&'a Exercise, Standing)>,
    waiting: usize,
    pub(crate) minutes: u16,
}

/// How an exercise stands that was passed at least 14 days ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    passed_on: Date,
    /// The last day on which the re-test was not passed.
    missed_on: Option<Date>,
    /// The day on which it was passed.
    held_on: Option<Date>,
}

/// One check, as far as it matters here.
#[derive(Debug, Clone, Copy)]
struct Tried {
    on: Date,
    outcome: Outcome,
    /// Which numbers it was about.
    variant: usize,
}

/// What is to be re-tested on a day.
pub(crate) fn retests<'a>(course: &'a Course, state: &State, calendar: &Calendar, today: Date) -> Retests<'a> {
    let standings: Vec<(&Exercise, Standing)> = course
        .pack
        .exercises
        .iter()
        .filter_map(|exercise| Some((exercise, standing(exercise, state.work(&exercise.id)?, today)?)))
        .collect();
    let room = calendar.minutes_on(today);
    let done = minutes_of(standings.iter().filter(|(_, standing)| standing.was_tried_on(today)));
    let mut open: Vec<(&Exercise, Standing)> =
        standings.into_iter().filter(|(_, standing)| standing.held_on.is_none() && !standing.was_tried_on(today)).collect();
    open.sort_by_key(|(exercise, standing)| (standing.missed_on.is_none(), standing.passed_on, &exercise.id));
    // What is longer than every day comes back on a longest one.
    let longest = calendar.longest_day();
    let fits = |exercise: &Exercise| done == 0 && room > 0 && exercise.minutes.min(longest) <= room;
    let due = open.iter().position(|(exercise, _)| fits(exercise)).map(|at| open.remove(at));
    let minutes = minutes_of(&due).saturating_add(done).min(room);
    Retests { due, waiting: open.len(), minutes }
}

fn minutes_of<'a>(of: impl IntoIterator<Item = &'a (&'a Exercise, Standing)>) -> u16 {
    of.into_iter().map(|(exercise, _)| exercise.minutes).fold(0, u16::saturating_add)
}

impl Standing {
    fn was_tried_on(&self, day: Date) -> bool {
        self.held_on == Some(day) || self.missed_on == Some(day)
    }
}

impl Retests<'_> {
    /// The one that is due, in words.
    pub(crate) fn view(&self, state: &State) -> Option<RetestView> {
        let (exercise, standing) = self.due.as_ref()?;
        let begun = state.work(&exercise.id).is_some_and(|work| !is_passed(work, last_begun(exercise, work)));
        let passed = spoken(standing.passed_on);
        let why = match standing.missed_on {
            Some(day) => {
                format!("The re-test on {} was not passed, so this evidence is to be refreshed. The pass of {passed} stays.", spoken(day))
            }
            None => format!("You passed it on {passed}. With other numbers it shows whether it stayed."),
        };
        Some(RetestView {
            id: exercise.id.to_string(),
            title: exercise.title.clone(),
            minutes: u32::from(exercise.minutes),
            why,
            room: if exercise.minutes > self.minutes {
                "It is longer than any of your days, so the plan leaves a longest one to it.".to_owned()
            } else {
                "The plan leaves its minutes free today.".to_owned()
            },
            opens: opens(exercise),
            command: if begun { format!("footbridge check {}", exercise.id) } else { format!("footbridge start {} --again", exercise.id) },
            begun,
            waiting: count(self.waiting),
        })
    }
}

/// The sentence about evidence whose re-test was not passed; `None` for all other.
pub(crate) fn to_refresh(exercise: &Exercise, work: &Work, today: Date) -> Option<String> {
    let standing = standing(exercise, work, today)?;
    let missed = standing.missed_on.filter(|_| standing.held_on.is_none())?;
    Some(format!("To be refreshed: the re-test on {} was not passed. The pass of {} stays.", spoken(missed), spoken(standing.passed_on)))
}

fn standing(exercise: &Exercise, work: &Work, today: Date) -> Option<Standing> {
    if exercise.kind != Kind::Sql || exercise.variants.is_empty() || is_fresh_weekly(exercise) {
        return None;
    }
    let tried = |attempt: &footbridge_journal::Attempt| Tried {
        on: local_date(attempt.at),
        outcome: attempt.checked.outcome,
        variant: variant_of(exercise, &attempt.checked).variant,
    };
    let tried: Vec<Tried> = work.attempts.iter().map(tried).collect();
    standing_of(&tried, exercise.variants.len(), today)
}

/// Checks within the 14 days are practice, whatever came of them. Numbers that were passed then are no re-test, unless there are no others.
/// An answer that could not be run or judged is none.
fn standing_of(tried: &[Tried], variants: usize, today: Date) -> Option<Standing> {
    let passed_on = tried.iter().find(|tried| tried.outcome == Outcome::Pass)?.on;
    let from = passed_on.saturating_add(AFTER_DAYS.days());
    if today < from {
        return None;
    }
    let passed_before = |variant: usize| tried.iter().any(|t| t.on < from && t.outcome == Outcome::Pass && t.variant == variant);
    let all = (0..variants).all(passed_before);
    let after = |outcome: Outcome| {
        let retest = move |tried: &&Tried| tried.on >= from && tried.outcome == outcome && (all || !passed_before(tried.variant));
        tried.iter().filter(retest).map(|tried| tried.on)
    };
    let held_on = after(Outcome::Pass).min();
    let missed_on = after(Outcome::Revise).filter(|on| held_on.is_none_or(|held| *on <= held)).max();
    Some(Standing { passed_on, missed_on, held_on })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Outcome::{NotRun, Pass, Revise, Unreadable};
    use jiff::civil::date;

    #[test]
    fn a_pass_is_tested_again_after_14_days() {
        let day = |day: i8| date(2027, 1, day);
        let standing = |tried: &[(i8, Outcome, usize)], today: i8| {
            let tried: Vec<Tried> =
                tried.iter().map(|(on, outcome, variant)| Tried { on: day(*on), outcome: *outcome, variant: *variant }).collect();
            standing_of(&tried, 3, day(today))
                .map(|standing| (standing.passed_on.day(), standing.missed_on.map(Date::day), standing.held_on.map(Date::day)))
        };
        for (what, tried, today, stands) in [
            ("never passed", &[(1, Revise, 0)][..], 20, None),
            ("the day before", &[(1, Pass, 0)], 14, None),
            ("on the day", &[(1, Pass, 0)], 15, Some((1, None, None))),
            ("practice in between changes nothing", &[(1, Pass, 0), (5, Revise, 1), (6, Pass, 1)], 15, Some((1, None, None))),
            ("missed", &[(1, Pass, 0), (15, Revise, 1)], 15, Some((1, Some(15), None))),
            ("what could not be judged costs nothing", &[(1, Pass, 0), (15, NotRun, 1), (15, Unreadable, 1)], 15, Some((1, None, None))),
            ("the old numbers once more show nothing", &[(1, Pass, 0), (15, Pass, 0), (16, Revise, 0)], 16, Some((1, None, None))),
            ("no other numbers are left", &[(1, Pass, 0), (2, Pass, 1), (3, Pass, 2), (15, Pass, 0)], 15, Some((1, None, Some(15)))),
            ("practice afterwards changes nothing", &[(1, Pass, 0), (15, Pass, 1), (17, Revise, 2)], 17, Some((1, None, Some(15)))),
            ("missed, then passed", &[(1, Pass, 0), (15, Revise, 1), (16, Pass, 1)], 17, Some((1, Some(15), Some(16)))),
        ] {
            assert_eq!(standing(tried, today), stands, "{what}");
        }
    }
}
