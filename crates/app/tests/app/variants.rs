//! The same question with other numbers.

use crate::answers::{exercise, right, right_of};
use crate::desk::{Desk, START};
use footbridge_app::view::{AnswerBody, RecallBody};
use footbridge_app::{BankWish, Fault};
use jiff::ToSpan;

const NUMBERS: &str = "numeric-availability-budget";
const WEEKLY: &str = "weekly-teardown";

#[test]
fn what_is_passed_can_be_tried_with_other_numbers() {
    let desk = Desk::begun();
    let begun = desk.app.start(NUMBERS).expect("it can begin");
    assert_eq!((begun.variant, begun.can_start_again), (1, false));
    assert!(begun.variants > 1);
    assert!(desk.app.start_again(NUMBERS).is_err(), "not passed yet");

    let first = desk.hand_in(NUMBERS, &right(NUMBERS)).expect("it can be checked");
    assert_eq!(first.outcome, "pass");
    let again = desk.app.start_again(NUMBERS).expect("it is passed");
    assert_eq!((again.variant, again.can_start_again), (2, false));
    assert_ne!(again.brief, begun.brief, "the brief has other numbers");
    assert_eq!(desk.text(&again.path).as_deref(), Some(again.text.as_str()), "the kept answer made room for the starter");

    assert_eq!(desk.hand_in(NUMBERS, &right(NUMBERS)).expect("it can be checked").outcome, "revise", "the old figures are wrong now");
    let second = desk.hand_in(NUMBERS, &right_of(exercise(NUMBERS).variant(1))).expect("it can be checked");
    assert_eq!(second.outcome, "pass");
    assert_ne!(second.check_version, first.check_version);
    assert_eq!(desk.app.verify(None).expect("verified").answer, "2 of 2 passes hold.", "each by the check of its own variant");
}

#[test]
fn an_answer_that_is_kept_nowhere_is_not_replaced() {
    let desk = Desk::begun();
    desk.hand_in(NUMBERS, &right(NUMBERS)).expect("it can be checked");
    let path = desk.app.work(NUMBERS).expect("work").path;
    desk.put(&path, "# a draft\n");
    let again = desk.app.start_again(NUMBERS).expect("it is passed");
    assert_eq!((again.variant, again.text.as_str()), (2, "# a draft\n"));
}

#[test]
fn what_comes_back_every_week_is_fresh_every_week() {
    let desk = Desk::begun();
    let mut briefs = Vec::new();
    for week in 0..4 {
        desk.turn_to(START.saturating_add((week * 7).days()));
        let work = desk.app.work(WEEKLY).expect("work");
        assert!(!briefs.contains(&work.brief), "week {week} has a brief of its own");
        assert!(desk.app.start_again(WEEKLY).is_err(), "the next one comes with the next week");
        briefs.push(work.brief);
    }
    desk.turn_to(START.saturating_add(3.days()));
    assert_eq!(desk.app.work(WEEKLY).expect("work").brief, briefs[0], "all days of a week are alike");
}

#[test]
fn what_is_begun_stays_over_the_turn_of_a_week() {
    let desk = Desk::begun();
    let begun = desk.app.start(WEEKLY).expect("it can begin");
    desk.turn_to(START.saturating_add(7.days()));
    let later = desk.app.work(WEEKLY).expect("work");
    assert_eq!((later.brief, later.variant), (begun.brief, begun.variant));
    desk.hand_in(WEEKLY, &right(WEEKLY)).expect("it can be checked");
    assert_eq!(desk.app.work(WEEKLY).expect("work").variant, 2, "passed, so the next one is this week's");
}

#[test]
fn what_is_begun_does_not_stand_in_the_way_of_this_weeks() {
    let desk = Desk::begun();
    let begun = desk.app.start(WEEKLY).expect("it can begin");
    desk.put(&begun.path, "# Teardown: half of it\n");
    assert!(!desk.app.work(WEEKLY).expect("work").fresh_waits);
    assert!(desk.app.start_again(WEEKLY).is_err(), "this week's is in hand");
    desk.turn_to(START.saturating_add(14.days()));
    assert!(desk.app.work(WEEKLY).expect("work").fresh_waits);
    let fresh = desk.app.start_again(WEEKLY).expect("this week's");
    assert_eq!((fresh.variant, fresh.fresh_waits), (3, false));
    assert_ne!((&fresh.brief, fresh.text.contains("half of it")), (&begun.brief, true));
    let draft = "work/product/weekly-teardown/drafts/1.md";
    assert_eq!(desk.text(draft).as_deref(), Some("# Teardown: half of it\n"), "the draft is kept");
    assert_eq!(desk.hand_in(WEEKLY, &right(WEEKLY)).expect("it can be checked").outcome, "pass");
    desk.turn_to(START.saturating_add((14 + 7 * 119).days()));
    let around = desk.app.start(WEEKLY).expect("the next one");
    assert_eq!(around.variant, 2, "after all laps the first comes back");
}

#[test]
fn no_pair_of_product_and_angle_comes_back_within_two_years() {
    let weekly = exercise(WEEKLY);
    let briefs: std::collections::BTreeSet<&str> = (0..120).map(|week| weekly.variant(week).brief.as_ref()).collect();
    assert_eq!(briefs.len(), 120);
}

#[test]
fn a_text_for_an_earlier_week_makes_no_answer_to_this_weeks() {
    let desk = Desk::begun();
    let path = desk.app.start(WEEKLY).expect("it can begin").path;
    desk.hand_in(WEEKLY, &format!("---\npublish: true\n---\n{}", right(WEEKLY))).expect("it can be checked");
    desk.put(&path, "---\npublish: false\n---\nNot for others any more.\n");
    desk.turn_to(START.saturating_add(7.days()));
    let refused = desk.app.start(WEEKLY).expect_err("the text is kept nowhere");
    assert_eq!(refused.message, format!("`{path}` holds a text for an earlier week that no check has kept."));
    let built = desk.app.build_portfolio().expect("a site");
    assert!(!built.files.iter().any(|file| file.contains(WEEKLY)), "it stays taken back: {:?}", built.files);
}

#[test]
fn an_answer_to_another_variant_than_the_one_in_hand_is_refused() {
    let desk = Desk::begun();
    let read = desk.app.start(NUMBERS).expect("it can begin");
    let sent = |variant| AnswerBody { text: right(NUMBERS), base_hash: read.hash.clone(), variant };
    let refused = desk.app.check_answer(NUMBERS, &sent(2)).expect_err("another variant");
    assert_eq!(refused.fault, Fault::Changed);
    assert_eq!(refused.message, format!("This answer is about variant 2 of `{NUMBERS}`, and variant 1 is in hand by now."));
    assert_eq!(desk.app.check_answer(NUMBERS, &sent(1)).expect("the one in hand").outcome, "pass");
}

#[test]
fn a_pass_whose_kept_copy_is_gone_does_not_cost_the_answer() {
    let desk = Desk::begun();
    let kept = desk.hand_in(NUMBERS, &right(NUMBERS)).expect("it can be checked").kept.expect("kept");
    desk.put(&kept, "damaged");
    let again = desk.app.start_again(NUMBERS).expect("it is passed");
    assert_eq!(again.text, right(NUMBERS));
}

#[test]
fn an_exercise_that_does_not_vary_cannot_begin_again() {
    let desk = Desk::begun();
    desk.hand_in("project-microservices-explained", &right("project-microservices-explained")).expect("it can be checked");
    let work = desk.app.work("project-microservices-explained").expect("work");
    assert_eq!((work.variants, work.can_start_again), (1, false));
    assert!(desk.app.start_again("project-microservices-explained").is_err());
}

/// Asked, listed and judged by one draw: the list and the card ask with the figures that come next, the opened question has those of the
/// last answer in all of its texts.
#[test]
fn an_interview_question_is_listed_asked_and_judged_with_the_same_figures() {
    let desk = Desk::begun();
    let id = "sd-six-services";
    let listed =
        || desk.app.bank(&BankWish::default()).expect("the bank").questions.into_iter().find(|line| line.id == id).expect("a line").ask;
    let asked = || desk.app.card(id).expect("a card");
    for (services, minutes, next) in [("6", "259", "8"), ("8", "172", "5")] {
        let front = asked();
        assert_eq!(front.line.ask, listed());
        assert!(front.line.ask.contains(&format!("{services} services")) && front.number_ask.contains(&format!("{services} services")));
        let back = desk.app.turn_card(id, minutes).expect("a back");
        assert!(back.right == Some(true) && back.levels[2].anchor.contains(&format!("{minutes} minutes")), "{back:?}");
        desk.app.recalled(id, &RecallBody { level: 3, checked: minutes.to_owned(), seconds: None }).expect("recorded");
        let open = desk.app.bank_question(id, false).expect("the question");
        assert_eq!(open.line.ask, front.line.ask);
        assert!(open.model.expect("it was answered").levels[2].anchor.contains(&format!("{minutes} minutes")));
        assert!(listed().contains(&format!("{next} services")));
    }
}
