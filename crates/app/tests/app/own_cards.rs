//! Cards of one's own beside an interview that is booked, as notes of Anki, and with a number on their back.

use crate::desk::{Desk, START};
use crate::recall::interview;
use footbridge_app::view::RecallBody;
use jiff::ToSpan;

fn good(checked: &str) -> RecallBody {
    RecallBody { level: 3, checked: checked.to_owned(), seconds: None }
}

/// The id of the one card that asks this.
fn id_of(desk: &Desk, front: &str) -> String {
    let cards = desk.app.recall(Some(2_000)).expect("a day").cards;
    cards.into_iter().find(|card| card.ask == front).expect("the card").id
}

/// The second was told to be new, and at the next import the file that had not changed had "1 changed".
#[test]
fn two_notes_of_one_guid_are_told_and_importing_them_again_changes_nothing() {
    let desk = Desk::begun();
    let notes = b"#separator:tab\n#guid column:1\ng1\tOne?\tYes\ng1\tTwo?\tNo\n";
    let view = desk.app.import_cards(notes).expect("taken in");
    assert_eq!((view.new, view.changed, view.same), (1, 0, 0), "{view:?}");
    assert_eq!(view.answer, "1 card new, 0 changed, 0 as before, 1 line not read");
    assert!(view.bad_lines[0].line == 4 && view.bad_lines[0].says.starts_with("Its guid `g1` stands in line 3 already"), "{view:?}");
    let kept = desk.text("cards.toml").expect("a file");
    assert!(kept.contains("One?") && !kept.contains("Two?"), "{kept}");
    let again = desk.app.import_cards(notes).expect("taken in");
    assert_eq!((again.new, again.changed, again.same), (0, 0, 1), "{again:?}");
}

/// It read "Your own cards is the one kind".
#[test]
fn readiness_of_a_kind_that_is_named_in_the_plural_reads_well() {
    let desk = Desk::begun();
    desk.app.import_cards(b"One?\tYes\nTwo?\tYes\nThree?\tYes\nFour?\tYes\nFive?\tYes\n").expect("taken in");
    for front in ["One?", "Two?", "Three?", "Four?", "Five?"] {
        desk.app.recalled(&id_of(&desk, front), &good("")).expect("recorded");
    }
    let answer = desk.app.readiness().expect("a view").answer;
    assert!(answer.starts_with("One kind has enough answered cards for a figure, “Your own cards”: "), "{answer}");
}

#[test]
fn with_an_interview_booked_own_cards_come_in_turn_and_those_left_over_are_counted() {
    let desk = Desk::begun();
    desk.app.import_cards(b"One?\tYes\nTwo?\tYes\nThree?\tYes\n").expect("taken in");
    interview(&desk, "Kiteport", START.saturating_add(20.days()), "fintech");
    let day = desk.app.recall(Some(60)).expect("a day");
    let own = day.cards.iter().take(6).filter(|card| card.source == "own").count();
    assert_eq!(own, 1, "beside ten questions come two of one's own: {:?}", day.cards);
    let short = desk.app.recall(Some(2)).expect("a short day");
    assert!(short.later > 40 && short.own_later + u32::try_from(short.cards.len()).expect("few") >= 3, "{short:?}");
}

#[test]
fn a_card_is_found_by_the_guid_that_stands_in_the_file() {
    let desk = Desk::begun();
    desk.app.import_cards(b"What is a quorum?\tMore than half\n").expect("taken in");
    let text = desk.text("cards.toml").expect("a file");
    let guid = text.lines().find_map(|line| line.strip_prefix("guid = \"")).expect("a guid").trim_end_matches('"').to_owned();
    let id = id_of(&desk, "What is a quorum?");
    assert!(guid.starts_with("own:") && guid != id);
    assert_eq!(desk.app.card(&guid).expect("the card").line.id, id);
    desk.app.recalled(&guid, &good("")).expect("recorded");
    assert!(desk.app.card(&id).expect("the card").line.last.is_some(), "it is recorded under the one id");
}

#[test]
fn a_front_that_changes_in_anki_after_the_card_was_found_by_it_keeps_its_history() {
    let desk = Desk::begun();
    desk.put("cards.toml", "[[card]]\nfront = \"By hand?\"\nback = \"Yes.\"\n");
    desk.app.import_cards(b"What is a quorum?\tMore than half\n").expect("taken in");
    let ids = ["By hand?", "What is a quorum?"].map(|front| id_of(&desk, front));
    ids.iter().for_each(|id| _ = desk.app.recalled(id, &good("")).expect("recorded"));
    let notes = "#separator:tab\n#guid column:1\ng1\tBy hand?\tYes.\ng2\tWhat is a quorum?\tMore than half\n";
    desk.app.import_cards(notes.as_bytes()).expect("taken in");
    let reworded = notes.replace("By hand?", "Written by hand?").replace("What is", "Which is");
    let view = desk.app.import_cards(reworded.as_bytes()).expect("taken in");
    assert_eq!((view.new, view.changed, view.same), (0, 2, 0), "{view:?}");
    for (id, front) in ids.iter().zip(["Written by hand?", "Which is a quorum?"]) {
        let line = desk.app.card(id).expect("the card").line;
        assert!(line.ask == front && line.last.is_some(), "{line:?}");
    }
    let out = desk.app.export_cards("Mine").expect("text");
    assert!(out.contains("\ng1\tWritten by hand?\t") && out.contains("\ng2\tWhich is a quorum?\t"), "Anki knows its own notes: {out}");
}

#[test]
fn a_card_with_a_number_on_its_back_is_checked_and_may_be_said_aloud() {
    let desk = Desk::begun();
    desk.app.import_cards("Seconds of a day?\t86,400\nWhy?\t3 reasons, all old\n".as_bytes()).expect("taken in");
    let id = id_of(&desk, "Seconds of a day?");
    assert_eq!(desk.app.card(&id).expect("the card").answer_kind, "number");
    let grades = |typed: &str| {
        let back = desk.app.turn_card(&id, typed).expect("a back");
        (back.right, back.grades.into_iter().map(|grade| grade.word).collect::<Vec<_>>())
    };
    assert_eq!(grades("86400"), (Some(true), ["again", "hard", "good", "easy"].map(str::to_owned).to_vec()));
    assert_eq!(grades("3600"), (Some(false), ["again", "hard"].map(str::to_owned).to_vec()));
    assert_eq!(grades("").0, None, "said aloud, it is graded by the learner");
    assert_eq!(desk.app.card(&id_of(&desk, "Why?")).expect("the card").answer_kind, "words");
}

#[test]
fn a_number_on_a_card_is_read_with_its_thousands_and_a_slip_in_a_word_is_told_apart() {
    let desk = Desk::begun();
    desk.app
        .import_cards("How many calls?\t4500\nHow many users?\t1200000\nHow much?\t1.2 million\nHow long?\t5m\n".as_bytes())
        .expect("taken in");
    let back = |front: &str, typed: &str| {
        let back = desk.app.turn_card(&id_of(&desk, front), typed).expect("a back");
        (back.right, back.unreadable)
    };
    for (front, typed) in [
        ("How many calls?", "4.5k"),
        ("How many calls?", "4.5 thousand"),
        ("How many calls?", "four thousand five hundred"),
        ("How many users?", "1.2 million"),
        ("How many users?", "1.2M"),
        ("How many users?", "one point two million"),
        ("How much?", "1.2"),
        ("How much?", "1200000"),
        ("How much?", "1.2 million"),
        ("How long?", "5"),
        ("How long?", "5 m"),
    ] {
        assert_eq!(back(front, typed), (Some(true), false), "{front} {typed}");
    }
    for slip in ["four thousand five hunderd", "4.5 thousnd", "forty three thousnd"] {
        assert_eq!(back("How many calls?", slip), (Some(false), true), "{slip}");
    }
    assert_eq!(back("How many calls?", "4.5 million"), (Some(false), false));
}
