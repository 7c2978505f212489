//! Practice: cards come from the bank, from lessons and from mistakes, and come back under a cap.

use crate::answers::{exercise, pack, right};
use crate::desk::{Desk, START};
use footbridge_app::BankWish;
use footbridge_app::view::{EntryBody, NewApplicationBody, RecallBody, RecallView};
use footbridge_content::Kind;
use jiff::ToSpan;
use jiff::civil::Date;

const LESSON: &str = "lesson-one-request";
pub(crate) const QUESTION: &str = "sd-mumbai-virginia";

pub(crate) fn day(number: i32) -> Date {
    START.saturating_add(number.days())
}

pub(crate) fn grade(level: u8) -> RecallBody {
    RecallBody { level, checked: String::new(), seconds: None }
}

/// A grade beside the right number, where one is asked for.
pub(crate) fn with_number(desk: &Desk, id: &str, level: u8) -> RecallBody {
    let answered = desk.app.bank_question(id, false).map_or(0, |question| question.line.answered as usize);
    let number = pack().question(id).and_then(|question| question.variant(answered).number.as_ref());
    RecallBody { checked: number.map_or_else(String::new, |number| number.answer.clone()), ..grade(level) }
}

pub(crate) fn ids(view: &RecallView) -> Vec<&str> {
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
    assert_eq!(words("rather many"), (Some(false), 2), "no number is no better than a wrong one");
    assert_eq!(words(""), (Some(false), 2), "left out it scores no better than wrong");
    assert!(desk.app.recalled(id, &grade(3)).expect_err("without the number").help.is_some());
    let first = desk.app.card(id).expect("a card").number_ask;
    desk.app.recalled(id, &RecallBody { checked: number.answer.clone(), ..grade(3) }).expect("recorded");
    assert_ne!(desk.app.card(id).expect("a card").number_ask, first, "the next time with other numbers");
}

#[test]
fn a_number_in_words_is_read_and_one_that_is_none_is_told_apart_from_a_wrong_one() {
    let desk = Desk::begun();
    let back = |typed: &str| desk.app.turn_card("ps-calls-to-break-even", typed).expect("a back");
    let asked = desk.app.card("ps-calls-to-break-even").expect("a card");
    assert!(!asked.number_ask.is_empty(), "the question asks for a number");
    assert!(back("rather many").unreadable);
    for typed in ["four hundred and three", "minus two", "17", ""] {
        assert!(!back(typed).unreadable, "{typed}");
    }
    let in_millions = pack().question("ps-calls-to-break-even").and_then(|question| question.number.clone()).expect("a number");
    let said = |typed: String| desk.app.turn_card("ps-calls-to-break-even", &typed).expect("a back").right;
    assert_eq!(said(format!("{} million calls", in_millions.answer)), Some(true), "in the unit that is asked for");
}

#[test]
fn a_slip_on_a_letter_is_told_apart_from_a_wrong_letter() {
    let desk = Desk::begun();
    desk.hand_in(LESSON, &right(LESSON)).expect("a verdict");
    desk.turn_to(day(1));
    let cards = desk.app.recall(None).expect("a day").cards;
    let lettered = cards.iter().map(|card| desk.app.card(&card.id).expect("a card")).find(|card| card.answer_kind == "one");
    let card = lettered.expect("a card that asks for a letter");
    let is_slip = |typed: &str| desk.app.turn_card(&card.line.id, typed).expect("a back").unreadable;
    for slip in ["seven", "z", "7", "a, b"] {
        assert!(is_slip(slip), "{slip}");
    }
    for option in &card.options {
        assert!(!is_slip(&option.label), "{}", option.label);
    }
    assert!(!is_slip(""), "left out");
}

#[test]
fn a_missed_card_says_where_its_answer_stands_and_once_the_exercise_is_passed_the_answer() {
    let desk = Desk::begun();
    let id = "numeric-availability-budget";
    let whole = right(id);
    let (question, answer) = whole.lines().find_map(|line| line.split_once(" = ")).expect("a first question");
    desk.hand_in(id, &whole.replacen(&format!("{question} = {answer}"), &format!("{question} = 12345"), 1)).expect("a verdict");
    desk.turn_to(day(1));
    let back = |typed: &str| desk.app.turn_card(&format!("{id}/{question}"), typed).expect("a back");
    let shut = format!("{:?}", back("12345").discussion);
    assert!(shut.contains("not passed yet") && shut.contains(&format!("footbridge show {id}")), "{shut}");
    assert!(!shut.contains(answer), "{shut}");
    assert!(back(answer).discussion.is_empty(), "a right answer needs none");
    desk.hand_in(id, &whole).expect("a verdict");
    for typed in ["12345", ""] {
        let open = format!("{:?}", back(typed).discussion);
        assert!(open.contains(&format!("The answer is {answer}")) && open.contains(&format!("footbridge show {id}")), "{open}");
    }
}

#[test]
fn a_short_sitting_says_under_a_minute_and_not_none() {
    let desk = Desk::begun();
    assert_eq!(desk.app.recall(None).expect("a day").used_words, "");
    desk.app.recalled(QUESTION, &RecallBody { seconds: Some(0), ..grade(3) }).expect("recorded");
    assert_eq!(desk.app.recall(None).expect("a day").used_words, "under a minute");
    desk.app.recalled("sd-charged-twice", &RecallBody { seconds: Some(70), ..grade(3) }).expect("recorded");
    assert_eq!(desk.app.recall(None).expect("a day").used_words, "2\u{202f}min");
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
            let body = match card.split_once('/') {
                Some((exercise, question)) => RecallBody { checked: right_to(exercise, question), ..grade(3) },
                None => with_number(&desk, &card, 3),
            };
            today = desk.app.recalled(&card, &body).expect("recorded").day;
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

pub(crate) fn interview(desk: &Desk, company: &str, on: Date, kind: &str) {
    let application = NewApplicationBody { company: company.to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let id = desk.app.add_application(&application).expect("an application").line.id;
    let body = EntryBody { interview_on: on.to_string(), company_kind: kind.to_owned(), ..EntryBody::default() };
    desk.app.add_to_application(&id, &body).expect("an interview");
}

#[test]
fn no_kind_waits_for_another_whose_lessons_were_passed_earlier() {
    let desk = Desk::begun();
    for (number, week) in pack().path.weeks[..3].iter().enumerate() {
        desk.turn_to(day(i32::try_from(number).expect("few") * 2));
        let lesson = week.concept.as_ref().as_str();
        desk.hand_in(lesson, &right(lesson)).expect("a verdict");
    }
    desk.turn_to(day(9));
    interview(&desk, "Kiteport", day(20), "developer-platform");
    let cards = desk.app.recall(Some(200)).expect("a long day").cards;
    let first: Vec<&str> =
        cards.iter().filter(|card| card.source == "bank").filter_map(|card| card.id.split('-').next()).take(10).collect();
    let count = |prefix: &str| first.iter().filter(|kind| **kind == prefix).count();
    assert_eq!([count("sd"), count("ps"), count("api"), count("beh")], [3, 3, 2, 2], "{first:?}");
}

#[test]
fn recorded_seconds_fill_the_day_and_a_card_left_open_fills_it_four_times_at_most() {
    let desk = Desk::begun();
    let used = |desk: &Desk| desk.app.recall(None).expect("a day").used;
    desk.app.recalled(QUESTION, &RecallBody { seconds: Some(70), ..grade(3) }).expect("recorded");
    assert_eq!(used(&desk), 2, "70 s are begun minutes");
    desk.app.recalled("sd-url-shortener", &with_number(&desk, "sd-url-shortener", 3)).expect("recorded");
    let minutes = desk.app.card("sd-url-shortener").expect("a card").line.minutes;
    assert_eq!(used(&desk), 2 + minutes, "without a measure its card's minutes count");
    desk.turn_to(day(1));
    let minutes = desk.app.card(QUESTION).expect("a card").line.minutes;
    desk.app.recalled(QUESTION, &RecallBody { seconds: Some(7_200), ..grade(3) }).expect("recorded");
    assert_eq!(used(&desk), 4 * minutes);
}

/// Ids of the bank's questions of system design.
fn system_design() -> Vec<&'static str> {
    let questions = pack().banks.iter().flat_map(|bank| &bank.questions);
    questions.map(|question| question.id.as_str()).filter(|id| id.starts_with("sd-")).collect()
}

#[test]
fn readiness_shows_no_figure_of_few_and_counts_what_came_true() {
    let desk = Desk::begun();
    let system = system_design();
    for id in &system[..4] {
        desk.app.recalled(id, &with_number(&desk, id, 3)).expect("recorded");
    }
    let few = desk.app.readiness().expect("a view");
    let of =
        |view: &footbridge_app::view::ReadinessView| view.kinds.iter().find(|kind| kind.id == "system-design").cloned().expect("a kind");
    assert_eq!((of(&few).answered, of(&few).chance), (4, None), "four cards say nothing");
    for id in &system[4..12] {
        desk.app.recalled(id, &with_number(&desk, id, 3)).expect("recorded");
    }
    desk.turn_to(day(8));
    for (at, id) in system[..12].iter().enumerate() {
        desk.app.recalled(id, &with_number(&desk, id, if at < 9 { 3 } else { 1 })).expect("recorded");
    }
    let view = desk.app.readiness().expect("a view");
    let kind = of(&view);
    assert!(kind.chance.is_some() && kind.history.len() == 8, "{kind:?}");
    assert_eq!((kind.predicted, kind.recalled), (12, 9));
    assert!(kind.came_true.contains("predicted, 75\u{202f}% recalled (9 of 12, between 47 % and 91 %)"), "{}", kind.came_true);
    assert_eq!(of(&few).came_true, "none yet");
    assert_eq!(kind.history.iter().map(|point| point.answered).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 0, 12, 12]);
    assert_eq!(view.predicted, 12);
    let band = view.bands.iter().find(|band| band.predicted > 0).expect("all were alike");
    assert_eq!((band.predicted, band.recalled), (12, 9));
    assert!(band.says.contains("75\u{202f}%") && band.says.contains("9 of 12, between 47 % and 91 %"), "{}", band.says);
}

#[test]
fn readiness_does_not_rise_with_what_was_just_missed() {
    let desk = Desk::begun();
    let system = &system_design()[..6];
    for id in system {
        desk.app.recalled(id, &with_number(&desk, id, 3)).expect("recorded");
    }
    desk.turn_to(day(8));
    let chance = || {
        let kinds = desk.app.readiness().expect("a view").kinds;
        kinds.into_iter().find(|kind| kind.id == "system-design").and_then(|kind| kind.chance).expect("a figure")
    };
    let before = chance();
    for id in &system[..2] {
        desk.app.recalled(id, &grade(1)).expect("recorded");
    }
    assert!(chance() <= before, "{before} became {}", chance());
    let view = desk.app.readiness().expect("a view");
    let kind = view.kinds.iter().find(|kind| kind.id == "system-design").expect("a kind");
    assert_eq!(kind.came_true, "0 of 2 recalled, too few for a share");
}

#[test]
fn the_published_parameters_hold_until_there_are_enough_recalls_and_a_refit_is_recorded_once() {
    let desk = Desk::begun();
    desk.app.recalled(QUESTION, &grade(3)).expect("recorded");
    let early = desk.app.refit().expect("a view");
    assert!(
        !early.own && early.published_loss.is_none() && early.says.contains("from 400 recalls on; so far there is 1"),
        "{}",
        early.says
    );
    assert!(desk.app.recall_log_csv().expect("a log").contains(&format!("{QUESTION},2027-01-04T12:00:00")));
    let system: Vec<String> =
        pack().banks.iter().flat_map(|bank| &bank.questions).map(|question| question.id.to_string()).take(60).collect();
    let mut days = 0;
    let mut told = None;
    // Somebody who never recalls anything after a day is far from the published parameters.
    'all: for round in 0..20 {
        days += if round % 2 == 0 { 3 } else { 1 };
        desk.turn_to(day(days));
        for id in &system {
            let after = desk.app.recalled(id, &with_number(&desk, id, if round == 0 { 3 } else { 1 })).expect("recorded");
            if after.refit.is_some() {
                told = after.refit;
                break 'all;
            }
        }
    }
    let refit = told.expect("it comes by itself");
    assert!(refit.own && refit.recalls == 400, "{refit:?}");
    assert!(refit.own_loss < refit.published_loss, "{refit:?}");
    let lines = |desk: &Desk| desk.all_texts().iter().map(|(_, text)| text.matches("\"kind\":\"refitted\"").count()).sum::<usize>();
    assert_eq!(lines(&desk), 1);
    desk.app.refit().expect("the same again");
    assert_eq!(lines(&desk), 1, "the same recalls are not recorded twice");
    assert!(desk.app.recall(None).expect("a day").parameters.contains("Your own hold"));
    let csv = desk.app.recall_log_csv().expect("a log");
    assert!(csv.lines().count() == 401 && csv.contains(",3.0000,again,,"), "{}", &csv[..200]);
}

#[test]
fn a_short_timed_item_says_its_limit_and_is_graded_like_the_others() {
    let desk = Desk::begun();
    let id = "tr-month-end-limit";
    let card = desk.app.card(id).expect("a card");
    assert_eq!(card.limit.map(|limit| (limit.words, limit.seconds)), Some((60, 90)));
    assert_eq!((card.line.minutes, card.from.as_str()), (2, "Translation, at most 60 words in 90 s"));
    assert_eq!(desk.app.turn_card(id, "").expect("a back").levels.len(), 4);
    desk.app.recalled(id, &grade(3)).expect("recorded");
    let drills = desk.app.bank(&BankWish { kind: Some("translation".to_owned()), ..BankWish::default() }).expect("a bank");
    assert!(drills.questions.len() >= 24);
}

#[test]
fn cards_come_in_from_anki_are_asked_changed_by_a_second_import_and_go_out_with_their_guid() {
    let desk = Desk::begun();
    let first = "#separator:tab\n#html:true\n#guid column:1\ng1\tWhat is <b>p95</b>?\t19 of 20<br>stay below\ng2\tno back\n\tWhat is a quorum?\tMore than half\n";
    let view = desk.app.import_cards(first.as_bytes()).expect("taken in");
    assert_eq!((view.new, view.changed, view.same), (2, 0, 0), "{view:?}");
    assert_eq!((view.bad_lines[0].line, view.bad_lines[0].says.as_str()), (5, "It has no back."));
    let today = desk.app.recall(None).expect("a day");
    assert_eq!(today.cards.iter().map(|card| card.source.as_str()).collect::<Vec<_>>(), ["own", "own"]);
    let id = today.cards.iter().find(|card| card.ask.contains("p95")).expect("the card").id.clone();
    assert!(format!("{:?}", desk.app.turn_card(&id, "").expect("a back").discussion).contains("stay below"));
    desk.app.recalled(&id, &grade(3)).expect("recorded");
    // A comment of the person's stays.
    assert!(desk.text("cards.toml").expect("a file").starts_with("# Cards of your own"), "what a file is stands at its top");
    let text = desk.text("cards.toml").expect("a file").replacen("[[card]]", "# from my course\n[[card]]", 1);
    desk.put("cards.toml", &text);
    let again = desk.app.import_cards(first.replace("19 of 20", "95 of 100").as_bytes()).expect("taken in");
    assert_eq!((again.new, again.changed, again.same), (0, 1, 1), "{again:?}");
    let kept = desk.text("cards.toml").expect("a file");
    assert!(kept.contains("# from my course") && kept.contains("95 of 100") && kept.matches("[[card]]").count() == 2, "{kept}");
    assert!(desk.app.card(&id).expect("a card").line.last.is_some(), "its history stays");
    desk.app.recalled(QUESTION, &grade(3)).expect("recorded");
    let out = desk.app.export_cards("Mine").expect("text");
    assert!(
        out.contains("#guid column:1") && out.contains("\ng1\tWhat is p95?\t") && out.contains(&format!("\nfootbridge:{QUESTION}\t")),
        "{out}"
    );
    let back = desk.app.import_cards(out.as_bytes()).expect("taken in");
    assert_eq!((back.new, back.changed, back.same, back.ours), (0, 0, 2, 1), "what was exported comes back as it is: {back:?}");
    assert_eq!(out, desk.app.export_cards("Mine").expect("text"));
    for (path, text) in desk.all_texts() {
        assert!(!path.starts_with("journal/") || !text.contains("p95"), "no front stands in the journal");
    }
}

/// Written by hand or as lines of one's own, and later taken from Anki, which gives each note a guid.
#[test]
fn a_card_without_a_guid_of_ankis_is_found_by_its_front_and_keeps_its_history() {
    let desk = Desk::begun();
    desk.put("cards.toml", "[[card]]\nfront = \"By hand?\"\nback = \"Yes.\"\n");
    desk.app.import_cards(b"What is a quorum?\tMore than half\n").expect("taken in");
    let ids: Vec<String> = desk.app.recall(None).expect("a day").cards.iter().map(|card| card.id.clone()).collect();
    assert_eq!(ids.len(), 2);
    ids.iter().for_each(|id| _ = desk.app.recalled(id, &grade(3)).expect("recorded"));
    let notes = "#separator:tab\n#guid column:1\ng1\tBy hand?\tYes.\ng2\tWhat is a quorum?\tOver half\ng3\tBy hand?\tAnother note.\n";
    for wanted in [(1, 1, 1), (0, 0, 3)] {
        let view = desk.app.import_cards(notes.as_bytes()).expect("taken in");
        assert_eq!((view.new, view.changed, view.same), wanted, "{view:?}");
    }
    assert!(ids.iter().all(|id| desk.app.card(id).expect("a card").line.last.is_some()), "their history stays");
}

#[test]
fn a_file_of_cards_that_cannot_be_read_is_told_and_left_as_it_is() {
    let desk = Desk::begun();
    for wrong in ["[[card]\n", "card = 3\n", "[[card]]\nfront = \"alone\"\n"] {
        desk.put("cards.toml", wrong);
        let today = desk.app.recall(None).expect("a day");
        assert!(today.unreadable.is_some_and(|says| says.contains("`cards.toml` cannot be read")), "{wrong}");
        assert!(desk.app.import_cards(b"a\tb\n").expect_err(wrong).message.contains("left as it is"));
        assert_eq!(desk.text("cards.toml").as_deref(), Some(wrong));
    }
    desk.put("cards.toml", "[[card]]\nfront = \"By hand?\"\nback = \"Yes.\"\n");
    let today = desk.app.recall(None).expect("a day");
    assert_eq!((today.unreadable, today.cards.len()), (None, 1));
    assert!(desk.app.import_cards(b" \n").expect_err("nothing in it").message.contains("no card"));
    assert!(desk.app.import_cards(&[0xff, 0xfe]).expect_err("no text").message.contains("not UTF-8"));
}

/// Seeded damage of a file that people edit: it is read or told, and an import neither panics nor loses a card that could be read.
#[test]
fn a_damaged_file_of_cards_is_never_a_panic() {
    let desk = Desk::begun();
    desk.app.import_cards("#guid column:1\ng1\ta \"b\"\tc\ng2\tä₹\td\n".as_bytes()).expect("taken in");
    let sound = desk.text("cards.toml").expect("a file");
    let mut chance = 7_u64;
    for _ in 0..40 {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut letters: Vec<char> = sound.chars().collect();
        let at = (chance >> 33) as usize % letters.len();
        letters[at] = ['"', '[', '\n', '=', 'x', '#'][(chance >> 20) as usize % 6];
        let damaged: String = letters.into_iter().collect();
        desk.put("cards.toml", &damaged);
        let before = desk.app.recall(None).expect("a day");
        match desk.app.import_cards(b"new\tcard\n") {
            Ok(_) => assert!(before.unreadable.is_none(), "{damaged}"),
            Err(_) => assert_eq!(desk.text("cards.toml"), Some(damaged)),
        }
    }
}

/// Answers that no question tells apart come back whole: a decision, a roadmap, a query.
#[test]
fn a_wrong_decision_a_wrong_roadmap_and_a_wrong_query_make_cards_that_show_them() {
    const DECISION: &str = "decide-idempotency-sandbox-bulk";
    let is_missed = |desk: &Desk, id: &str, wrong: &str| {
        desk.turn_to(day(1));
        assert!(ids(&desk.app.recall(None).expect("a day")).contains(&id), "{id} is due");
        let card = desk.app.card(id).expect("a card");
        assert_eq!((card.line.source.as_str(), card.missed.map(|missed| missed.text).as_deref()), ("mistake", Some(wrong)), "{id}");
    };
    for id in [DECISION, "roadmap-api-product"] {
        let desk = Desk::begun();
        let wrong = &exercise(id).wrong.first().expect("a wrong answer").text;
        assert_eq!(desk.hand_in(id, wrong).expect("a verdict").outcome, "revise", "{id}");
        is_missed(&desk, id, wrong);
    }
    // No worker runs here, so the journal of a learner whose query was wrong is put in its place.
    let asked = pack().exercises.iter().find(|exercise| exercise.kind == Kind::Sql && !exercise.private).expect("a query");
    let desk = Desk::begun();
    let wrong = &exercise(DECISION).wrong.first().expect("a wrong answer").text;
    desk.hand_in(DECISION, wrong).expect("a verdict");
    for (path, text) in desk.all_texts() {
        if path.starts_with("journal/") {
            desk.put(&path, &text.replace(DECISION, asked.id.as_str()));
        } else if path.contains("/missed/") {
            let track = &asked.track;
            let (_, name) = path.rsplit_once('/').expect("a file in a folder");
            desk.put(&format!("work/{track}/{}/missed/{}", asked.id, name.replace(".yaml", ".sql")), &text);
        }
    }
    let reopened = Desk::on(std::sync::Arc::clone(&desk.disk), "desk", START);
    is_missed(&reopened, asked.id.as_str(), wrong);
}

/// What could not be read says nothing of what somebody knows.
#[test]
fn an_answer_that_cannot_be_read_makes_no_card() {
    let desk = Desk::begun();
    assert_eq!(desk.hand_in("roadmap-api-product", "][").expect("a verdict").outcome, "unreadable");
    desk.turn_to(day(1));
    assert!(ids(&desk.app.recall(None).expect("a day")).is_empty());
}
