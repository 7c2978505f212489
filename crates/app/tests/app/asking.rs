//! A master prompt put to a model, which is a function here.

use crate::desk::{Desk, profile};
use footbridge_app::view::{ProfileView, PromptBody};
use footbridge_app::{Fault, Init, ModelQuestion, Trouble, Turn};

fn begun() -> (Desk, ModelQuestion) {
    let desk = Desk::new();
    let named = ProfileView { companies: vec!["Acme Pay".to_owned()], blocker_note: "I left Acme Pay.".to_owned(), ..profile() };
    desk.app.init(&Init { profile: named }).expect("a folder");
    let question = desk.app.question_for_model("learning-plan", &PromptBody::default()).expect("a prompt");
    (desk, question)
}

fn plan(weeks: usize) -> String {
    let week = r#"{"title": "Load", "concept": "Queues", "project": "A page", "resources": ["A text"], "questions": ["a?", "b?", "c?", "d?", "e?"]}"#;
    format!("{{\"weeks\": [{}]}}", vec![week; weeks].join(","))
}

fn by_us(turn: &Turn) -> &str {
    assert!(!turn.by_model);
    &turn.text
}

#[test]
fn what_is_shown_is_what_is_asked_and_nothing_private_is_in_it() {
    let (desk, question) = begun();
    let text = &question.prompt.text;
    assert!(text.contains("I left [a target company]."), "{text}");
    assert!(!text.contains("Acme"), "{text}");
    assert!(text.contains("\"weeks\"") && text.contains("exactly 12 weeks"), "{text}");
    let view = desk.app.ask_model(&question, |turns| {
        assert_eq!(turns, [Turn { by_model: false, text: text.clone() }]);
        Ok(plan(12))
    });
    let view = view.expect("an answer of the right shape");
    assert!(!view.repaired);
    let file = view.file.expect("kept");
    assert!(file.starts_with("private/replies/learning-plan-"), "{file}");
    assert!(desk.text(&file).expect("a file").starts_with("---\nreviewed: false\n"));
}

#[test]
fn faults_are_named_once_and_a_mended_answer_is_kept() {
    let (desk, question) = begun();
    let mut rounds = 0;
    let view = desk.app.ask_model(&question, |turns| {
        rounds += 1;
        let [first, middle @ ..] = turns else { panic!("nothing was asked") };
        assert_eq!(by_us(first), question.prompt.text);
        let [answer, faults] = middle else { return Ok(plan(11)) };
        assert_eq!((answer.by_model, answer.text.as_str()), (true, plan(11).as_str()));
        assert!(by_us(faults).contains("\n- The reply has 11 weeks; twelve were asked for.\n"), "{faults:?}");
        Ok(plan(12))
    });
    let view = view.expect("mended");
    assert_eq!((rounds, view.repaired, view.file.is_some(), view.findings.len()), (2, true, true, 0));
}

#[test]
fn an_answer_that_is_wrong_twice_is_given_back_and_changes_nothing() {
    let (desk, question) = begun();
    let before: Vec<_> = desk.disk.files().into_iter().collect();
    let mut answers = [plan(11), "I would rather talk about the weather.".to_owned()].into_iter();
    let view = desk.app.ask_model(&question, |_| Ok(answers.next().expect("two rounds and no more"))).expect("told, not failed");
    assert_eq!(view.file, None);
    assert_eq!(view.reply.as_deref(), Some("I would rather talk about the weather."));
    assert_eq!(
        view.findings.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>(),
        ["The reply has 0 weeks; twelve were asked for."]
    );
    assert_eq!(desk.disk.files().into_iter().collect::<Vec<_>>(), before);
}

#[test]
fn a_round_that_fails_keeps_nothing_and_loses_no_answer() {
    let (desk, question) = begun();
    let before: Vec<_> = desk.disk.files().into_iter().collect();
    let gone = || Trouble { fault: Fault::World, message: "Nobody answers.".to_owned(), help: None, findings: Vec::new(), source: None };
    assert_eq!(desk.app.ask_model(&question, |_| Err(gone())).expect_err("the first round").message, "Nobody answers.");
    let view = desk.app.ask_model(&question, |turns| if turns.len() == 1 { Ok(plan(3)) } else { Err(gone()) }).expect("the first answer");
    assert_eq!((view.reply, view.repair_failed.as_deref(), view.file), (Some(plan(3)), Some("Nobody answers."), None));
    assert_eq!(desk.disk.files().into_iter().collect::<Vec<_>>(), before);
}

#[test]
fn only_the_three_prompts_go_out() {
    let (desk, _) = begun();
    let refused = desk.app.question_for_model("interviews", &PromptBody::default()).expect_err("no such prompt");
    assert_eq!(
        (refused.message.as_str(), refused.help.as_deref()),
        ("There is no prompt `interviews`.", Some("Did you mean `interview`?"))
    );
}
