//! Practice from a shell: the bank, and what is due.

use crate::learner::{EXERCISE, Learner, right_answers};

const QUESTION: &str = "sd-mumbai-virginia";

#[test]
fn the_bank_needs_no_folder_and_keeps_its_answers_shut() {
    let nobody = Learner::new();
    let all = nobody.run(&["bank", "--kind", "data"]);
    assert_eq!(all.code, Some(0), "{all:?}");
    assert!(all.out.contains("data-flights-between-two-filters") && !all.out.contains(QUESTION), "{}", all.out);
    let one = nobody.run(&["bank", QUESTION]);
    assert!(one.out.contains("Mumbai") && one.out.contains("week 1") && !one.out.contains("excellent:"), "{}", one.out);
    let open = nobody.run(&["bank", QUESTION, "--open"]);
    for part in ["poor:", "excellent:", "A framework", "Common mistakes", "What is asked next"] {
        assert!(open.out.contains(part), "{part}: {}", open.out);
    }
    let json = nobody.json(&["bank", "--company", "fintech"]);
    assert!(json["questions"].as_array().is_some_and(|lines| lines.iter().all(|line| line["companies"].to_string().contains("fintech"))));
    for (arguments, meant) in [
        (&["bank", "sd-mumbai-virgina"][..], "`sd-mumbai-virginia`"),
        (&["bank", "--kind", "system"], "api-technical"),
        (&["bank", "--skill", "sql-join"], "`sql-joins`"),
        (&["bank", QUESTION, "--kind", "data"], "--kind"),
    ] {
        let ran = nobody.run(arguments);
        assert!(ran.code == Some(2) && ran.err.contains(meant), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn a_question_is_graded_and_comes_back() {
    let learner = Learner::onboarded();
    let nothing = learner.run(&["recall"]);
    assert_eq!(nothing.code, Some(0), "{nothing:?}");
    assert!(nothing.out.contains("Nothing to recall today"), "{}", nothing.out);
    let front = learner.run(&["recall", QUESTION]);
    assert!(front.out.contains("Mumbai") && !front.out.contains("excellent"), "without a terminal: {}", front.out);
    let graded = learner.run(&["recall", QUESTION, "--grade", "good"]);
    assert_eq!(graded.code, Some(0), "{graded:?}");
    assert!(graded.out.contains("It comes back on") && graded.out.contains("A framework"), "{}", graded.out);
    assert!(learner.run(&["bank", QUESTION]).out.contains("excellent:"), "once it was answered");
    assert_eq!(learner.json(&["recall"])["recalls"], 1);
    assert!(!learner.run(&["today"]).out.contains("Recall:"), "it is not due on the same day");
    let refused = learner.run(&["recall", QUESTION, "--grade", "superb"]);
    assert!(refused.code == Some(2) && refused.err.contains("again, hard, good, easy"), "{refused:?}");
    let stranger = learner.run(&["recall", "nobody"]);
    assert!(stranger.code == Some(2) && stranger.err.contains("There is no card `nobody`."), "{stranger:?}");
    let many = learner.run(&["recall", "--minutes", "900"]);
    assert_eq!(many.code, Some(2), "{many:?}");
}

#[test]
fn a_mistake_is_a_card_that_shows_it() {
    let learner = Learner::onboarded();
    assert_eq!(learner.run(&["start", EXERCISE]).code, Some(0));
    let wrong: String =
        right_answers().lines().map(|line| line.split(" = ").next().unwrap_or_default().to_owned() + " = \"e\"\n").collect();
    std::fs::write(learner.answer_file(), &wrong).expect("it is ours");
    assert_eq!(learner.run(&["check", EXERCISE]).code, Some(1));
    let question = wrong.split(" = ").next().expect("a question").to_owned();
    let card = learner.run(&["recall", &format!("{EXERCISE}/{question}")]);
    assert!(card.out.contains("Missed in") && card.out.contains("You answered:\n    e"), "{card:?}");
    let right = right_answers().lines().next().and_then(|line| line.split(" = ").nth(1)).expect("an answer").replace('"', "");
    let id = format!("{EXERCISE}/{question}");
    assert_eq!(learner.run(&["recall", &id, "--grade", "good"]).code, Some(2), "what a machine checks has to be answered");
    assert_eq!(learner.run(&["recall", &id, "--grade", "good", "--answer", &right]).code, Some(0));
    assert_eq!(learner.run(&["recall", &id, "--grade", "again", "--answer", "e"]).code, Some(0));
}

#[test]
fn an_answer_that_cannot_be_read_is_refused_before_the_back_is_told() {
    let learner = Learner::onboarded();
    let reckoning = learner.run(&["recall", "sd-eight-servers", "--answer", "0"]);
    assert!(reckoning.code == Some(0) && reckoning.out.contains("poor:"), "{reckoning:?}");
    for grade in [&[][..], &["--grade", "good"]] {
        let told = learner.run(&[&["recall", "sd-eight-servers", "--answer", "eight hunderd"][..], grade].concat());
        assert!(told.code == Some(2) && told.out.is_empty() && told.err.contains("“eight hunderd” is no number."), "{told:?}");
        assert!(!told.err.contains("poor:"), "{told:?}");
    }
}

#[test]
fn an_interview_is_booked_and_foretold() {
    let learner = Learner::onboarded();
    assert!(learner.run(&["recall", "interview"]).out.contains("No interview is booked"));
    assert_eq!(learner.run(&["application", "add", "Kiteport", "TPM"]).code, Some(0));
    let book = |day: &str, kind: &str| learner.run(&["application", "note", "kiteport", "--interview-on", day, "--company-kind", kind]);
    let day = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().saturating_add(jiff::ToSpan::days(20)).to_string();
    let refused = book(&day, "fintec");
    assert!(refused.code == Some(2) && refused.err.contains("fintech"), "{refused:?}");
    assert!(book("2099-01-01", "fintech").err.contains("more than a year ahead"));
    assert_eq!(book(&day, "fintech").code, Some(0));
    assert_eq!(learner.run(&["recall", QUESTION, "--grade", "good"]).code, Some(0));
    assert_eq!(learner.run(&["recall", "data-flights-between-two-filters", "--grade", "good"]).code, Some(0));
    let told = learner.run(&["recall", "interview"]);
    assert!(told.code == Some(0) && told.out.contains(&format!("Kiteport, {day}, asked as a fintech asks")), "{told:?}");
    assert!(told.out.contains("after recall") && told.out.contains("System design"), "{}", told.out);
}

#[test]
fn readiness_refit_and_log_say_how_little_is_known_yet() {
    let learner = Learner::onboarded();
    assert_eq!(learner.run(&["recall", QUESTION, "--grade", "good"]).code, Some(0));
    let readiness = learner.run(&["recall", "readiness"]);
    assert!(readiness.out.contains("too few answered cards") && readiness.out.contains("none yet"), "{}", readiness.out);
    let refit = learner.run(&["recall", "refit"]);
    assert!(refit.out.contains("The published parameters hold") && refit.out.contains("so far there is 1"), "{}", refit.out);
    let log = learner.run(&["recall", "log"]);
    assert!(log.out.starts_with("card,at,days_since_last,grade,right,seconds\n") && log.out.contains(QUESTION), "{}", log.out);
}

#[test]
fn cards_come_in_and_go_out_as_text() {
    let learner = Learner::onboarded();
    let file = learner.home().join("deck.txt");
    std::fs::write(&file, "What is a quorum?;More than half\nnothing\n").expect("it is ours");
    let taken = learner.run(&["recall", "import", file.to_str().expect("text")]);
    assert!(taken.code == Some(0) && taken.out.contains("1 card new") && taken.out.contains("Line 2: It has no back."), "{taken:?}");
    let out = learner.run(&["recall", "export", "--deck", "Mine"]);
    assert!(out.out.contains("#deck:Mine\n") && out.out.contains("What is a quorum?\tMore than half"), "{}", out.out);
    assert_eq!(learner.run(&["recall", "import", "nowhere.txt"]).code, Some(2));
}

#[test]
fn a_grade_that_there_is_not_names_those_there_are_and_an_empty_day_names_what_brings_cards() {
    let learner = Learner::onboarded();
    let refused = learner.run(&["recall", "sd-six-services", "--grade", "perfect"]);
    assert!(refused.code == Some(2) && refused.err.contains("There are again, hard, good, easy."), "{refused:?}");
    let empty = learner.run(&["recall"]);
    for way in ["footbridge recall ID", "footbridge recall import FILE", "--interview-on DATE"] {
        assert!(empty.out.contains(way), "{way}: {}", empty.out);
    }
}

#[test]
fn a_number_is_judged_beside_the_figures_that_it_is_asked_with() {
    let learner = Learner::onboarded();
    let record = |answer: &str, grade: &str| learner.run(&["recall", "sd-six-services", "--answer", answer, "--grade", grade]);
    let first = record("259", "good");
    assert!(first.code == Some(0) && first.out.contains("A request needs 6 services"), "{first:?}");
    let again = record("259", "good");
    assert!(again.code == Some(2) && again.err.contains("It asked: A request needs 8 services"), "{again:?}");
}

#[test]
fn a_table_of_words_in_a_pipe_is_no_wider_than_prose() {
    let learner = Learner::new();
    let ran = learner.run(&["bank"]);
    let widest = ran.out.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    assert!(ran.code == Some(0) && widest <= 100, "{widest}");
}
