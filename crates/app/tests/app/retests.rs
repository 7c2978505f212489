//! What was passed comes back once more, and takes no minute that the day does not have.

use crate::answers::{exercise, right, right_of};
use crate::desk::{Desk, START, profile};
use footbridge_app::Init;
use footbridge_app::view::ExerciseState;
use footbridge_app::view::ProfileView;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;
use std::sync::Arc;

const NUMBERS: &str = "numeric-availability-budget";
const SQL: [&str; 3] = ["sql-error-rate-by-endpoint", "sql-failed-requests", "sql-quota-by-plan"];

fn day(after: i64) -> Date {
    START.saturating_add(after.days())
}

/// A desk whose journal tells of SQL exercises what happened with one that needs no engine: each was passed on the first day, and the first
/// was not passed with other numbers on the days named.
fn passed(ids: &[&str], missed_on: &[i64]) -> Desk {
    told(ids, missed_on, &[])
}

/// The same, and on the days named at last the first was passed with other numbers.
fn told(ids: &[&str], missed_on: &[i64], held_on: &[i64]) -> Desk {
    let desk = Desk::begun();
    for _ in ids {
        desk.hand_in(NUMBERS, &right(NUMBERS)).expect("it can be checked");
    }
    for (at, after) in missed_on.iter().enumerate() {
        desk.turn_to(day(*after));
        if at == 0 {
            desk.app.start_again(NUMBERS).expect("it is passed");
        }
        let old = right_of(exercise(NUMBERS).variant(0));
        assert_eq!(desk.hand_in(NUMBERS, &old).expect("it can be checked").outcome, "revise");
    }
    for after in held_on {
        desk.turn_to(day(*after));
        let again = desk.app.start_again(NUMBERS).expect("it is passed");
        let new = right_of(exercise(NUMBERS).variant(usize::try_from(again.variant).expect("a small number") - 1));
        assert_eq!(desk.hand_in(NUMBERS, &new).expect("it can be checked").outcome, "pass");
    }
    let mut passes = ids.iter();
    for (path, text) in desk.all_texts().into_iter().filter(|(path, _)| path.starts_with("journal/") && path.ends_with(".jsonl")) {
        let told: Vec<String> = text
            .lines()
            .map(|line| {
                let id = if line.contains("\"pass\"") && line.contains(NUMBERS) { passes.next() } else { None };
                line.replace(NUMBERS, id.unwrap_or(&ids[0]))
            })
            .collect();
        desk.put(&path, &format!("{}\n", told.join("\n")));
    }
    Desk::on(Arc::clone(&desk.disk), "desk", START)
}

#[test]
fn a_pass_comes_back_after_14_days_with_other_numbers() {
    let desk = passed(&SQL[..1], &[]);
    desk.turn_to(day(13));
    assert!(desk.app.day().expect("a day").retest.is_none());
    desk.turn_to(day(14));
    let retest = desk.app.day().expect("a day").retest.expect("it is due");
    assert_eq!((retest.id.as_str(), retest.begun, retest.waiting), (SQL[0], false, 0));
    assert_eq!(retest.command, format!("footbridge start {} --again", SQL[0]));
    let again = desk.app.start_again(SQL[0]).expect("it is passed");
    assert_eq!(again.variant, 2);
    let retest = desk.app.day().expect("a day").retest.expect("it is still due");
    assert_eq!((retest.begun, retest.command), (true, format!("footbridge check {}", SQL[0])));
}

#[test]
fn an_absence_brings_one_a_day_and_the_day_holds_it_with_the_plan() {
    let desk = passed(&SQL, &[]);
    let minutes_on = |day: Date| u32::from(profile().minutes[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]);
    let mut seen = 0;
    for after in 60..74 {
        desk.turn_to(day(after));
        let view = desk.app.day().expect("a day");
        let Some(retest) = view.retest else { continue };
        seen += 1;
        assert_eq!(retest.waiting, 2);
        // What is in hand stands on the page beside the plan, without a place in it.
        let planned: u32 = view.items.iter().filter(|item| item.state != ExerciseState::InHand).map(|item| item.minutes).sum();
        assert!(planned + retest.minutes <= minutes_on(day(after)), "{after}: {planned} and {}", retest.minutes);
    }
    assert!(seen > 3, "it was due on {seen} days");
}

#[test]
fn a_missed_re_test_is_told_and_takes_no_pass_away() {
    let desk = passed(&SQL[..1], &[14]);
    desk.turn_to(day(14));
    assert!(desk.app.day().expect("a day").retest.is_none(), "not twice on one day");
    desk.turn_to(day(15));
    let retest = desk.app.day().expect("a day").retest.expect("it comes back");
    assert!(retest.why.contains("is to be refreshed"), "{}", retest.why);
    let evidence = desk.app.evidence().expect("evidence");
    let pass = evidence.passes.iter().find(|pass| pass.exercise == SQL[0]).expect("the pass stays");
    assert_eq!(
        pass.to_refresh.as_deref(),
        Some("To be refreshed: the re-test on 18 January 2027 was not passed. The pass of 4 January 2027 stays.")
    );
    let refresh: BTreeSet<&str> =
        evidence.skills.iter().filter(|skill| skill.to_refresh.is_some()).map(|skill| skill.id.as_str()).collect();
    assert_eq!(refresh, exercise(SQL[0]).skills.iter().map(|skill| skill.as_str()).collect());
    assert!(evidence.skills.iter().filter(|skill| skill.to_refresh.is_some()).all(|skill| skill.state != ExerciseState::ToDo));
}

#[test]
fn practice_within_14_days_is_no_re_test() {
    let desk = passed(&SQL[..1], &[5]);
    desk.turn_to(day(6));
    let evidence = desk.app.evidence().expect("evidence");
    assert!(evidence.passes.iter().all(|pass| pass.to_refresh.is_none()));
}

#[test]
fn a_passed_re_test_is_no_second_piece_of_evidence() {
    let (before, after) = (passed(&SQL[..1], &[]), told(&SQL[..1], &[], &[14]));
    let verified = |desk: &Desk| {
        desk.turn_to(day(14));
        let evidence = desk.app.evidence().expect("evidence");
        let path = desk.app.path().expect("a path");
        (evidence.answer, evidence.passes.len(), path.steps.iter().map(|step| step.minutes_done).collect::<Vec<_>>())
    };
    assert_eq!(verified(&before), verified(&after));
    for later in 14..40 {
        after.turn_to(day(later));
        assert!(after.app.day().expect("a day").retest.is_none(), "on day {later}");
    }
}

#[test]
fn an_exercise_longer_than_every_day_comes_back_on_the_longest() {
    let desk = passed(&SQL[..1], &[]);
    let minutes = u32::from(exercise(SQL[0]).minutes);
    let short = ProfileView { minutes: [20, 20, 25, 20, 20, 20, 0], ..profile() };
    desk.app.init(&Init { profile: short }).expect("sound hours");
    for after in 14..28 {
        desk.turn_to(day(after));
        let view = desk.app.day().expect("a day");
        let is_longest = day(after).weekday() == Weekday::Wednesday;
        assert_eq!(view.retest.is_some(), is_longest, "{}", day(after));
        let Some(retest) = view.retest else { continue };
        assert_eq!((retest.minutes, view.items.len(), view.answer.as_str()), (minutes, 0, "A re-test today"));
        assert_eq!(retest.room, "It is longer than any of your days, so the plan leaves a longest one to it.");
    }
}
