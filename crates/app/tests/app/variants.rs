//! The same question with other numbers.

use crate::answers::{exercise, right, right_of};
use crate::desk::{Desk, START};
use footbridge_app::view::{AnswerBody, PublishedBody, RecallBody, ScoreBody, ScoresBody};
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

fn scored(desk: &Desk, id: &str) -> ScoresBody {
    let rubric = desk.app.work(id).expect("work").rubric.expect("a rubric");
    let score = |id: String| ScoreBody { criterion: id, level: 3, because: String::new() };
    ScoresBody { scores: rubric.criteria.into_iter().map(|criterion| score(criterion.id)).collect() }
}

/// A text that passed is in hand until this week's is begun: it keeps the name that it has on the site.
#[test]
fn the_text_in_hand_has_one_name_and_this_weeks_comes_next() {
    let desk = Desk::begun();
    let text = |week: i32| format!("---\npublish: true\n---\n{}\nWritten in week {week}.\n", right(WEEKLY));
    let week = |week: i32| desk.turn_to(START.saturating_add((week * 7).days()));
    let name = |id: &str| desk.app.name_of_piece(id).expect("an exercise").map(|piece| (piece.name, piece.next));
    let named = |name: &str, next: Option<&str>| Some((name.to_owned(), next.map(str::to_owned)));
    week(1);
    assert_eq!(name(WEEKLY), named("weekly-teardown-2", None), "nothing is begun");
    desk.app.start(WEEKLY).expect("it can begin");
    assert_eq!(desk.hand_in(WEEKLY, &text(1)).expect("it can be checked").outcome, "pass");
    week(3);
    assert_eq!(name(WEEKLY), named("weekly-teardown-2", Some("weekly-teardown-4")));
    assert_eq!(name("weekly-teardown-2"), named("weekly-teardown-2", None));
    let at = PublishedBody { address: "https://medium.com/second".to_owned(), on: String::new(), diff: String::new() };
    let says = desk.app.record_published(WEEKLY, &at).expect("an address").published[0].says.clone();
    assert_eq!(says, "It counts as a published piece: 1 of 3.");
    desk.app.start(WEEKLY).expect("this week's");
    assert_eq!(name(WEEKLY), named("weekly-teardown-4", None));

    let unbegun = Desk::begun();
    unbegun.turn_to(START.saturating_add(7.days()));
    assert_eq!(unbegun.hand_in(WEEKLY, &text(1)).expect("it can be checked").outcome, "pass");
    unbegun.turn_to(START.saturating_add(21.days()));
    let name = unbegun.app.name_of_piece(WEEKLY).expect("an exercise").expect("it has several");
    assert_eq!((name.name.as_str(), name.next.as_deref()), ("weekly-teardown-2", Some("weekly-teardown-4")));
}

/// The site and `evidence.json` say `weekly-teardown-2`; nothing else took it.
#[test]
fn each_weeks_piece_has_one_id_that_every_place_takes() {
    let desk = Desk::begun();
    let text = |week: i32| format!("---\npublish: true\n---\n{}\nWritten in week {week}.\n", right(WEEKLY));
    for week in 0..3 {
        desk.turn_to(START.saturating_add((week * 7).days()));
        desk.app.start(WEEKLY).expect("it can begin");
        assert_eq!(desk.hand_in(WEEKLY, &text(week)).expect("it can be checked").outcome, "pass");
    }
    desk.app.build_portfolio().expect("a site");
    let evidence = desk.text("site/evidence.json").expect("evidence");
    for id in ["weekly-teardown", "weekly-teardown-2", "weekly-teardown-3"] {
        assert!(evidence.contains(&format!("\"{id}\"")), "{evidence}");
    }
    let second = "weekly-teardown-2";
    assert!(desk.app.post(second, "medium").expect("a post").text.contains("Written in week 1."));
    let page = desk.app.review_page(second).expect("a page");
    assert!(desk.text(&page.path).expect("a page").contains("Written in week 1."));
    assert!(desk.app.score_own(second, &scored(&desk, second)).expect("scores").rubric.expect("a rubric").scored);
    let at = PublishedBody { address: "https://medium.com/second".to_owned(), on: String::new(), diff: String::new() };
    let published = desk.app.record_published(second, &at).expect("an address").published;
    assert!(published[0].of_this_text);
    assert_eq!(published[0].says, "It counts as a published piece: 1 of 3.", "a piece does not stand in its own way");
    let third = desk.app.record_published("weekly-teardown-3", &at).expect("an address").published;
    let says = third.last().expect("it is there").says.as_str();
    assert_eq!(
        says,
        format!("It does not count as a published piece: the same address stands with `{second}`, and one page is one piece.")
    );
    let lines = desk.app.verify(Some(second)).expect("verified").lines;
    assert_eq!(lines.iter().map(|line| line.exercise.as_str()).collect::<Vec<_>>(), [second]);
    let refused = desk.app.check(second).expect_err("it is not in hand");
    assert_eq!(refused.message, "`weekly-teardown-2` is not in hand; `weekly-teardown-3` is.");
    assert!(desk.app.post("weekly-teardown-9", "medium").expect_err("no text").message.contains("none of it is kept"));
    assert!(desk.app.post("weekly-teardown-1", "medium").expect("the first").text.contains("Written in week 0."));

    desk.put("portfolio.toml", "featured = [\"weekly-teardown-2\"]\nhidden = [\"weekly-teardown-3\"]\n");
    let told = desk.app.check_portfolio().expect("a look").missing;
    assert!(!told.iter().any(|gap| gap.finding.message.contains(WEEKLY)), "{told:?}");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/evidence/weekly-teardown-3.html").is_none());
    desk.put("portfolio.toml", "featured = [\"weekly-teardown\"]\nhidden = [\"weekly-teardown-1\"]\n");
    let told = desk.app.check_portfolio().expect("a look").missing;
    assert!(!told.iter().any(|gap| gap.finding.message.contains(WEEKLY)), "{told:?}");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/evidence/weekly-teardown.html").is_none() && desk.text("site/evidence/weekly-teardown-2.html").is_some());
    desk.put("portfolio.toml", "hidden = [\"weekly-teardown\"]\n");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/evidence/weekly-teardown-2.html").is_none(), "the exercise's own id means all of its pieces");
}
