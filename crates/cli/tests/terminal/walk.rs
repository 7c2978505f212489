use crate::learner::{EXERCISE, Learner, right_answers};
use std::path::{Path, PathBuf};

#[test]
fn from_nothing_to_verified_evidence() {
    let learner = Learner::onboarded();
    assert_eq!(learner.run(&["today"]).code, Some(0));
    let before = learner.read("plan.md");
    assert!(before.contains(EXERCISE), "the plan holds the exercise");

    let started = learner.run(&["start", EXERCISE]);
    assert_eq!(started.code, Some(0), "{}", started.err);
    assert!(started.out.contains("answers.toml"), "{}", started.out);

    std::fs::write(learner.answer_file(), right_answers().replace("102.5", "95")).expect("an answer");
    let wrong = learner.run(&["check", EXERCISE]);
    assert_eq!(wrong.code, Some(1), "{}", wrong.err);
    assert!(wrong.out.starts_with("Not right yet: 4 of 5 questions are right.\n"), "{}", wrong.out);
    assert!(wrong.out.contains("That counts the reads only.") && wrong.out.contains("answers.toml:"), "{}", wrong.out);

    std::fs::write(learner.answer_file(), right_answers()).expect("an answer");
    let right = learner.run(&["check", EXERCISE]);
    assert_eq!(right.code, Some(0), "{}", right.err);
    assert!(right.out.starts_with("Passed: 5 of 5 questions are right.\n"), "{}", right.out);

    let state = learner.json(&["state"]);
    assert_eq!(state["exercises"][0]["exercise"], EXERCISE);
    assert_eq!(state["exercises"][0]["state"], "verified");
    assert_eq!((&state["exercises"][0]["attempts"], &state["exercises"][0]["passes"]), (&2.into(), &1.into()));
    let verified = learner.json(&["verify", EXERCISE]);
    assert_eq!(verified["answer"], "1 of 1 pass holds.");
    let kept = verified["lines"][0]["kept"].as_str().and_then(|kept| Path::new(kept).file_stem()).expect("a kept answer");
    let told = learner.run(&["verify", EXERCISE]).out;
    assert!(told.contains(kept.to_str().expect("a hash")), "each row says of which text it is: {told}");
    assert_eq!(learner.run(&["check", "--all"]).code, Some(0));

    let after = learner.read("plan.md");
    assert!(!after.contains(EXERCISE), "what is passed leaves the plan");
}

#[test]
fn an_answer_that_cannot_be_read_is_shown_where() {
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    std::fs::write(learner.answer_file(), "plan is a\nrisk = 1\n").expect("an answer");
    let ran = learner.run(&["check", EXERCISE]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("Cannot be read:") && ran.out.contains("answers.toml:1:"), "{}", ran.out);
}

#[test]
fn every_answer_is_checked_also_after_one_that_is_no_text() {
    let learner = Learner::onboarded();
    for id in [EXERCISE, "numeric-availability-budget"] {
        assert_eq!(learner.run(&["start", id]).code, Some(0));
    }
    std::fs::write(learner.answer_file(), b"\xff\xfe").expect("an answer");
    let ran = learner.run(&["check", "--all"]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.out.contains("error:") && ran.out.contains("help:") && ran.out.contains("numeric-availability-budget"), "{}", ran.out);
    assert!(ran.out.ends_with("0 of 2 pass.\n"), "{}", ran.out);
}

#[test]
fn help_is_recorded() {
    let learner = Learner::onboarded();
    for _ in 0..2 {
        assert_eq!(learner.run(&["hint", EXERCISE]).code, Some(0));
    }
    assert_eq!(learner.run(&["solution", EXERCISE]).code, Some(0));
    let line = learner.json(&["state"])["exercises"][0].clone();
    assert_eq!((&line["hints"], &line["solution"]), (&2.into(), &true.into()));
}

#[test]
fn evidence_changed_after_the_pass_is_found() {
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    std::fs::write(learner.answer_file(), right_answers()).expect("an answer");
    assert_eq!(learner.run(&["check", EXERCISE]).code, Some(0));
    let passed: PathBuf = learner.answer_file().with_file_name("passed");
    let kept = std::fs::read_dir(passed).expect("the pass is kept").next().expect("one file").expect("an entry").path();
    std::fs::write(kept, "plan = \"b\"\n").expect("it can be changed");
    let ran = learner.run(&["verify"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.starts_with("0 of 1 pass holds.\n") && ran.out.contains("damaged"), "{}", ran.out);
}

#[test]
fn the_portfolio_is_built_from_evidence() {
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    std::fs::write(learner.answer_file(), right_answers()).expect("an answer");
    learner.run(&["check", EXERCISE]);
    let built = learner.json(&["portfolio", "build"]);
    assert!(
        built["files"]
            .as_array()
            .is_some_and(|files| files.iter().any(|file| file.as_str().is_some_and(|file| file.ends_with("index.html"))))
    );
    assert!(learner.read("site/index.html").contains("Cache, replica or larger machine?"));
}
