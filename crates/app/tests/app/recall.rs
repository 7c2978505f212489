//! Practice: cards come from the bank, from lessons and from mistakes, and come back under a cap.

use crate::answers::{pack, right};
use crate::desk::{Desk, START};
use footbridge_app::BankWish;
use footbridge_app::view::{RecallBody, RecallView};
use jiff::ToSpan;
use jiff::civil::Date;

const LESSON: &str = "lesson-one-request";
const QUESTION: &str = "sd-mumbai-virginia";

fn day(number: i32) -> Date {
    START.saturating_add(number.days())
}

fn grade(level: u8) -> RecallBody {
    RecallBody { level, checked: String::new(), seconds: None }
}

fn ids(view: &RecallView) -> Vec<&str> {
    view.cards.iter().map(|card| card.id.as_str()).collect()
}

/// The letter or number that is right for a question of an exercise.
fn right_to(exercise: &str, question: &str) -> String {
    let line = right(exercise).lines().find_map(|line| line.strip_prefix(&format!("{question} = ")).map(str::to_owned));
    line.expect("the question is answered").replace(['"', '[', ']'], "")
}

#[test]
fn a_passed_lesson_brings_its_questions_and_those_of_its_week() {
    let desk = Desk::begun();
    let before = desk.app.recall(None).expect("a day");
    assert_eq!((before.answer.as_str(), before.cards.len()), ("Nothing to recall today", 0));
    assert!(before.empty.is_some_and(|why| why.contains("lessons you pass")));
    desk.hand_in(LESSON, &right(LESSON)).expect("a verdict");
    assert!(ids(&desk.app.recall(None).expect("a day")).is_empty(), "nothing comes back on the same day");
    desk.turn_to(day(1));
    let today = desk.app.recall(None).expect("a day");
    assert_eq!((today.cap, today.used), (15, 0), "a quarter of an hour");
    assert!(today.minutes <= today.cap);
    let questions = right(LESSON).lines().count();
    assert!(today.cards[..questions].iter().all(|card| card.source == "lesson" && card.id.starts_with("lesson-one-request/")));
    assert!(today.cards[questions..].iter().all(|card| card.source == "bank"));
    assert!(ids(&desk.app.recall(Some(200)).expect("a long day")).contains(&QUESTION));
    assert_eq!(desk.app.recall(Some(3)).expect("a short day").cards.len(), 3);
}

#[test]
fn today_says_how_many_cards_are_due_and_in_how_many_minutes_they_fit() {
    let desk = Desk::begun();
    let said = |desk: &Desk| desk.app.day().expect("a day").recall;
    assert_eq!(said(&desk), None, "nothing is due before there is a card");
    desk.hand_in(LESSON, &right(LESSON)).expect("a verdict");
    desk.turn_to(day(1));
    let today = desk.app.recall(None).expect("a day");
    let line = said(&desk).expect("a line");
    assert!(line.starts_with(&format!("{} cards are due", today.cards.len() + today.waiting as usize)), "{line}");
    assert!(line.contains(&format!("{}\u{202f}min", today.minutes)), "{line}");
    desk.turn_to(day(6));
    assert_eq!(desk.app.recall(None).expect("a day").cap, 0, "a Sunday without minutes");
    assert_eq!(said(&desk), None, "new cards of a day without minutes are not due");
}

#[test]
fn a_machine_checks_what_it_can_and_its_word_stands() {
    let desk = Desk::begun();
    desk.hand_in(LESSON, &right(LESSON)).expect("a verdict");
    desk.turn_to(day(1));
    let today = desk.app.recall(None).expect("a day");
    let id = today.cards[0].id.clone();
    let question = id.split('/').nth(1).expect("a question");
    let card = desk.app.card(&id).expect("a card");
    assert_ne!(card.answer_kind, "words");
    let letter = right_to(LESSON, question);
    let back = desk.app.turn_card(&id, &letter).expect("a back");
    assert_eq!((back.right, back.grades.len()), (Some(true), 3), "{back:?}");
    let unanswered = desk.app.turn_card(&id, "").expect("a back");
    assert_eq!(unanswered.grades.iter().map(|grade| grade.word.as_str()).collect::<Vec<_>>(), ["again"]);
    let refused = desk.app.recalled(&id, &grade(3)).expect_err("nothing was answered");
    assert!(refused.help.is_some_and(|help| help.contains("again")));
    let body = RecallBody { level: 3, checked: letter, seconds: Some(20) };
    let after = desk.app.recalled(&id, &body).expect("recorded");
    assert_eq!((after.comes_back.as_str(), after.day.used), (day(3).to_string().as_str(), 1));
    assert!(!ids(&after.day).contains(&id.as_str()));
    assert!(desk.all_texts().iter().any(|(path, text)| path.starts_with("journal/") && text.contains("\"kind\":\"recalled\"")));
    let reopened = Desk::on(std::sync::Arc::clone(&desk.disk), "desk", day(3));
    assert!(ids(&reopened.app.recall(None).expect("a day")).contains(&id.as_str()), "the journal alone brings it back");
}

#[test]
fn an_interview_question_is_scored_against_its_anchors_and_only_then_opened() {
    let desk = Desk::begun();
    assert!(desk.app.bank_question(QUESTION, false).expect("a question").model.is_none());
    let card = desk.app.card(QUESTION).expect("every question is a card");
    assert_eq!((card.answer_kind.as_str(), card.line.minutes), ("words", 3));
    let back = desk.app.turn_card(QUESTION, "").expect("a back");
    assert_eq!(back.levels.iter().map(|level| level.name.as_str()).collect::<Vec<_>>(), ["poor", "mixed", "good", "excellent"]);
    assert_eq!(back.grades.iter().map(|grade| grade.stands_for.as_str()).collect::<Vec<_>>(), ["poor", "mixed", "good", "excellent"]);
    let recorded = desk.app.recalled(QUESTION, &grade(2)).expect("recorded");
    assert!(recorded.model.is_some_and(|model| !model.framework.is_empty()));
    let line = desk.app.bank_question(QUESTION, false).expect("a question");
    assert!(line.model.is_some());
    assert_eq!((line.line.answered, line.line.grade.as_str(), line.line.week), (1, "hard", Some(1)));
}

#[test]
fn a_wrong_number_leaves_no_good_grade() {
    let desk = Desk::begun();
    let numbered = pack().banks.iter().flat_map(|bank| &bank.questions).find(|question| question.variants.len() > 1);
    let question = numbered.expect("a question that varies");
    let (id, number) = (question.id.as_str(), question.number.as_ref().expect("a number"));
    let words = |checked: &str| {
        let back = desk.app.turn_card(id, checked).expect("a back");
        (back.right, back.grades.len())
    };
    assert_eq!(words(&number.answer), (Some(true), 4));
    assert_eq!(words("-17"), (Some(false), 2));
    assert_eq!(words("rather many"), (None, 4));
    let first = desk.app.card(id).expect("a card").number_ask;
    desk.app.recalled(id, &grade(3)).expect("recorded");
    assert_ne!(desk.app.card(id).expect("a card").number_ask, first, "the next time with other numbers");
}

#[test]
fn a_wrong_answer_makes_a_card_that_shows_it() {
    let desk = Desk::begun();
    let (id, right) = ("choice-cache-or-replica", right("choice-cache-or-replica"));
    let question = right.split(' ').next().expect("a first question");
    let wrong = right.replacen("\"a\"", "\"z\"", 1).replacen("\"b\"", "\"a\"", 1).replacen("\"z\"", "\"b\"", 1);
    desk.hand_in(id, &wrong).expect("a verdict");
    desk.turn_to(day(1));
    let today = desk.app.recall(None).expect("a day");
    let card = today.cards.iter().find(|card| card.source == "mistake").expect("a card of the mistake");
    assert!(card.id.starts_with(&format!("{id}/")), "{question}: {}", card.id);
    let shown = desk.app.card(&card.id).expect("a card").missed.expect("what was missed");
    assert_eq!(shown.on, START.to_string());
    let letter = shown.text.split("  ").next().expect("a letter");
    assert!(shown.text.len() > 5 && wrong.contains(&format!("= \"{letter}\"")), "{shown:?}");
    let missed = desk.all_texts().into_iter().find(|(path, _)| path.contains("/missed/")).expect("the answer was kept");
    assert_eq!(missed.1, wrong);
}

#[test]
fn a_wrong_text_comes_back_with_its_words_and_keeps_the_solution_shut() {
    let desk = Desk::begun();
    let id = "weekly-teardown";
    let wrong = "Too short to be one.\n";
    desk.hand_in(id, wrong).expect("a verdict");
    desk.turn_to(day(1));
    let card = desk.app.card(id).expect("a card of the mistake");
    assert_eq!(card.missed.map(|missed| missed.text).as_deref(), Some(wrong));
    let back = desk.app.turn_card(id, "").expect("a back");
    assert_eq!(back.grades.len(), 4);
    assert!(format!("{:?}", back.discussion).contains("not passed yet"));
}

#[test]
fn a_fortnight_away_never_fills_a_day_over_its_cap() {
    let desk = Desk::begun();
    for week in 0..4 {
        let lesson = pack().path.weeks[week].concept.as_ref().as_str();
        desk.hand_in(lesson, &right(lesson)).expect("a verdict");
    }
    let mut number = 1;
    let mut largest = 0;
    while number < 60 {
        desk.turn_to(day(number));
        let mut today = desk.app.recall(None).expect("a day");
        assert!(today.used + today.minutes <= today.cap, "{today:?}");
        largest = largest.max(today.waiting);
        while let Some(card) = today.cards.first().map(|card| card.id.clone()) {
            let checked = card.split_once('/').map_or_else(String::new, |(exercise, question)| right_to(exercise, question));
            today = desk.app.recalled(&card, &RecallBody { level: 3, checked, seconds: None }).expect("recorded").day;
            assert!(today.used <= today.cap, "{today:?}");
        }
        number += if number == 20 { 15 } else { 1 };
    }
    assert!(largest > 0, "after the fortnight something waited");
}

#[test]
fn the_bank_is_chosen_from_and_can_be_read_by_anybody() {
    let desk = Desk::new();
    let all = desk.app.bank(&BankWish::default()).expect("the bank").questions.len();
    let of = |kind: Option<&str>, skill: Option<&str>, company: Option<&str>| {
        let own = |text: Option<&str>| text.map(str::to_owned);
        desk.app.bank(&BankWish { kind: own(kind), skill: own(skill), company: own(company) })
    };
    let data = of(Some("data"), None, None).expect("data").questions;
    assert!(data.len() < all && data.iter().all(|line| line.kind == "data"));
    let narrow = of(Some("data"), Some("sql-joins"), Some("saas")).expect("data").questions;
    assert!(narrow.iter().all(|line| line.skills.contains(&"sql-joins".to_owned()) && line.companies.contains(&"saas".to_owned())));
    assert!(of(None, Some("sql-join"), None).expect_err("a typing mistake").help.is_some_and(|help| help.contains("sql-joins")));
    assert!(of(None, None, Some("bank")).is_err());
    assert!(desk.app.bank_question(QUESTION, true).expect("a question").model.is_some());
}
