//! Recall before an interview that is agreed on: what it asks comes earlier, and what recall will be like on its day.

use crate::answers::{pack, right};
use crate::desk::Desk;
use crate::recall::{QUESTION, day, grade, ids, interview, with_number};
use footbridge_app::view::{EntryBody, NewApplicationBody};

#[test]
fn a_booked_interview_says_what_recall_will_be_like_and_whether_the_minutes_suffice() {
    let desk = Desk::begun();
    for week in 0..3 {
        let lesson = pack().path.weeks[week].concept.as_ref().as_str();
        desk.hand_in(lesson, &right(lesson)).expect("a verdict");
    }
    desk.turn_to(day(1));
    assert_eq!(desk.app.interviews().expect("none").answer, "No interview is booked");
    interview(&desk, "Kiteport", day(4), "developer-platform");
    interview(&desk, "Zanzibank", day(30), "startup");
    let view = desk.app.interviews().expect("two");
    let [soon, later] = view.interviews.as_slice() else { panic!("{view:?}") };
    assert_eq!((soon.company.as_str(), soon.days, soon.asks_as.as_str(), soon.minutes), ("Kiteport", 3, "a developer platform", 45));
    assert!(!soon.enough && soon.answer.contains("do not suffice"), "{}", soon.answer);
    for interview in [soon, later] {
        let shares: Vec<(&str, u8)> = interview.kinds.iter().map(|kind| (kind.kind.as_str(), kind.share)).collect();
        assert_eq!(shares, [("system-design", 30), ("product-sense", 30), ("api-technical", 20), ("behavioural", 20)]);
    }
    for kind in view.interviews.iter().flat_map(|interview| &interview.kinds) {
        assert!(kind.questions > 0 && kind.answered == 0 && kind.before == Some(0), "{kind:?}");
    }
    let all: u32 = later.kinds.iter().map(|kind| kind.questions).sum();
    assert!(
        later.answer.contains(&format!("counts all {all} questions"))
            && later.answer.contains(&format!("{all} of them were never answered"))
    );
    // Some 400 minutes do not answer every question of the bank even once.
    assert!(!later.enough && later.kinds.iter().any(|kind| kind.after > kind.before), "{}", later.answer);
    let needed = later.needed.expect("some minutes would");
    assert!(needed > 15 && later.answer.contains(&format!("With {needed}\u{202f}min on each day")), "{}", later.answer);
    desk.turn_to(day(5));
    assert_eq!(desk.app.interviews().expect("one").interviews.len(), 1, "what is over is not ahead");
}

#[test]
fn an_interview_at_a_company_of_the_guide_asks_as_its_kind_does() {
    let desk = Desk::begun();
    interview(&desk, "Razorpay", day(9), "");
    interview(&desk, "Kiteport", day(10), "");
    interview(&desk, "Stripe", day(11), "startup");
    let interviews = desk.app.interviews().expect("three").interviews;
    let asks: Vec<&str> = interviews.iter().map(|interview| interview.asks_as.as_str()).collect();
    assert_eq!(asks, ["a fintech", "", "a startup"], "what is said of the interview itself holds");
}

#[test]
fn before_an_interview_the_kinds_take_turns() {
    let desk = Desk::begun();
    interview(&desk, "Kiteport", day(9), "developer-platform");
    let kinds: Vec<String> = desk.app.recall(Some(60)).expect("a day").cards.into_iter().map(|card| card.id).collect();
    let first: Vec<&str> = kinds.iter().filter_map(|id| id.split('-').next()).take(10).collect();
    let count = |prefix: &str| first.iter().filter(|kind| **kind == prefix).count();
    assert_eq!([count("sd"), count("ps"), count("api"), count("beh")], [3, 3, 2, 2], "{first:?}");
}

#[test]
fn what_a_company_asks_is_work_until_the_interview_and_never_answered_it_is_not_recalled() {
    let desk = Desk::begun();
    assert!(ids(&desk.app.recall(Some(200)).expect("a day")).is_empty(), "nothing was learned yet");
    interview(&desk, "Kiteport", day(60), "startup");
    let pack = pack();
    let asked = |id: &str| pack.question(id).expect("a question of the bank");
    let today = desk.app.recall(Some(2_000)).expect("a long day");
    assert!(today.cards.len() > 40, "{}", today.cards.len());
    for card in &today.cards {
        assert!(asked(&card.id).companies.iter().any(|kind| kind.word() == "startup"), "{}", card.id);
        assert!(!["data", "translation"].contains(&asked(&card.id).kind.word()), "{}", card.id);
    }
    assert!(desk.app.recall(None).expect("a day").minutes <= 15, "the cap stays");
    let view = desk.app.interviews().expect("one").interviews.remove(0);
    assert_eq!(view.kinds.iter().map(|kind| kind.questions).sum::<u32>(), u32::try_from(today.cards.len()).expect("few"));
    // Every question answered well leaves a small part to do: then the minutes suffice.
    for card in &today.cards {
        desk.app.recalled(&card.id, &with_number(&desk, &card.id, 4)).expect("recorded");
    }
    desk.turn_to(day(55));
    let after = desk.app.interviews().expect("one").interviews.remove(0);
    assert!(after.kinds.iter().all(|kind| kind.answered == kind.questions), "{after:?}");
    assert!(after.kinds.iter().all(|kind| kind.before > Some(0)) && !after.answer.contains("never answered"), "{}", after.answer);
    desk.turn_to(day(61));
    assert!(desk.app.interviews().expect("none").interviews.is_empty());
}

#[test]
fn before_an_interview_its_questions_come_earlier_and_no_company_leaves_the_private_part() {
    let desk = Desk::begun();
    desk.app.recalled(QUESTION, &grade(4)).expect("recorded");
    let due = |desk: &Desk| desk.app.card(QUESTION).expect("a card").line.due;
    let usual = due(&desk);
    interview(&desk, "Zanzibank", day(30), "cloud");
    let before = due(&desk);
    assert!(before < usual, "{before} and {usual}");
    desk.app.recalled("beh-convinced-engineers", &grade(3)).expect("recorded");
    desk.app.interviews().expect("one");
    for (path, text) in desk.all_texts() {
        assert!(path.starts_with("private/") || !text.contains("Zanzibank"), "{path}");
    }
    desk.turn_to(day(31));
    assert_eq!(due(&desk), usual, "afterwards everything is as before");
}

#[test]
fn an_interview_needs_a_day_to_come_and_a_known_kind() {
    let desk = Desk::begun();
    let application = NewApplicationBody { company: "Kiteport".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let id = desk.app.add_application(&application).expect("an application").line.id;
    for (on, kind, said) in [
        ("2027-01-03", "", "still to come"),
        ("2027-02-01", "fintec", "no such kind"),
        ("", "fintech", "belongs to the day"),
        ("soon", "", "soon"),
        ("2099-01-01", "", "more than a year"),
    ] {
        let body = EntryBody { interview_on: on.to_owned(), company_kind: kind.to_owned(), ..EntryBody::default() };
        let refused = desk.app.add_to_application(&id, &body).expect_err(on);
        assert!(refused.message.contains(said), "{on} {kind}: {refused:?}");
    }
}
