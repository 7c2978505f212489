//! One person walks the whole way: onboarding, plan, work, verdict, evidence, portfolio.

use crate::answers::{pack, right};
use crate::desk::{Desk, START, profile};
use footbridge_app::view::{AnswerBody, ExerciseState, ProfileView, VerifyResult};
use footbridge_app::{Fault, Init};
use footbridge_journal::testing::FaultyDisk;
use jiff::ToSpan;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::sync::Arc;

#[test]
fn from_the_first_question_to_the_portfolio() {
    let desk = Desk::new();
    let session = desk.app.session(false).expect("an empty folder is no trouble");
    assert!(!session.onboarded);
    let reckoned = desk.app.reckon(&profile()).expect("a plan");
    assert_eq!(reckoned.minutes_a_week, 360);
    assert_eq!(reckoned.lines.iter().filter(|line| line.title.starts_with("Step")).map(|line| line.minutes).sum::<u32>(), reckoned.minutes);
    assert!(!reckoned.cuts.is_empty());

    let desk = Desk::begun();
    let today = desk.app.day().expect("a day");
    let planned: u32 = today.items.iter().map(|item| item.minutes).sum();
    assert!(planned > 0 && planned <= 60, "{planned} minutes of 60");
    assert!(today.items.iter().all(|item| !item.why.is_empty()));

    let id = "read-double-charge";
    let begun = desk.app.start(id).expect("it can begin");
    assert_eq!(begun.state, ExerciseState::InHand);
    assert!(begun.text.contains("# "), "questions stand in the file as comments");
    let wrong = desk.hand_in(id, &begun.text).expect("an empty answer can be checked");
    assert_eq!(wrong.outcome, "revise");
    assert!(wrong.kept.is_none());
    let hint = desk.app.hint(id).expect("there is a hint");
    assert_eq!(hint.number, 1);
    let passed = desk.hand_in(id, &right(id)).expect("the right answer can be checked");
    assert_eq!((passed.outcome.as_str(), passed.hints_used), ("pass", 1));
    let kept = passed.kept.expect("a pass keeps its answer");
    assert_eq!(desk.text(&kept), Some(right(id)));

    let evidence = desk.app.evidence().expect("evidence");
    assert_eq!(evidence.passes.len(), 1);
    assert_eq!((evidence.passes[0].proof, evidence.passes[0].help.as_str()), (ExerciseState::Verified, "1 hint"));
    assert_eq!(desk.app.verify(None).expect("it can be verified").answer, "1 of 1 pass holds.");

    let site = desk.app.build_portfolio().expect("a site");
    assert!(site.files.contains(&format!("evidence/{id}.html")));
    let page = desk.text(&format!("site/evidence/{id}.html")).expect("the page");
    for part in [passed.check_version.as_str(), &evidence.passes[0].answer_hash, "footbridge verify --site ."] {
        assert!(page.contains(part), "{part}");
    }
    for said_to_the_learner in ["Answer the five questions", "footbridge verify read-double-charge", "In the folder this work was made in"]
    {
        assert!(!page.contains(said_to_the_learner), "{said_to_the_learner}");
    }
}

#[test]
fn on_a_day_without_minutes_the_next_work_can_be_begun_all_the_same() {
    let desk = Desk::begun();
    assert!(desk.app.day().expect("a day").next.is_none(), "today's work comes first");
    desk.turn_to(date(2027, 1, 10));
    let sunday = desk.app.day().expect("a day");
    assert!(sunday.items.is_empty());
    let next = sunday.next.expect("Monday has work");
    assert_eq!(sunday.empty, Some(format!("The next work is “{}” on 11 January 2027.", next.title)));
    desk.app.start(&next.id).expect("it can begin");
    let begun = desk.app.day().expect("a day");
    assert_eq!((begun.items[0].id.as_str(), begun.next.is_none()), (next.id.as_str(), true));
}

#[test]
fn pace_counts_whole_weeks_from_the_start_on() {
    let desk = Desk::new();
    desk.app.init(&Init { profile: ProfileView { start: "2027-01-06".to_owned(), ..profile() } }).expect("a fresh folder can be made");
    desk.turn_to(date(2027, 1, 25));
    let pace = desk.app.day().expect("a day").pace;
    assert!(pace.ends_with("Your own pace shows after 3 whole weeks; 2 have passed."), "{pace}");
}

#[test]
fn when_the_work_is_done_and_the_last_milestone_is_not_both_are_said() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("it can be checked");
    let (journal, lines) = desk.all_texts().into_iter().find(|(path, _)| path.starts_with("journal/")).expect("a journal");
    let pass = lines.lines().find(|line| line.contains("\"pass\"")).expect("a pass");
    let passed =
        |(number, id): (usize, String)| pass.replace("read-double-charge", &id).replacen(&pass[13..45], &format!("{:032x}", number + 1), 1);
    let path = desk.app.path().expect("a path");
    let work: BTreeSet<String> = path.plan_weeks.iter().flat_map(|week| &week.items).map(|item| item.id.clone()).collect();
    let all: Vec<String> = work.into_iter().enumerate().map(passed).collect();
    desk.put(&journal, &format!("{lines}{}\n", all.join("\n")));
    let desk = Desk::on(Arc::clone(&desk.disk), "desk", START);
    let day = desk.app.day().expect("a day");
    let open = "3 published pieces that show TPM thinking. 0 of 3 published pieces recorded with the text that passed.";
    assert_eq!(day.empty, Some(format!("All work is done. Still open: {open}")));
    assert_eq!(desk.app.path().expect("a path").answer, "All work is done. Still open: First TPM interview scheduled");
}

#[test]
fn a_check_that_could_not_run_says_nothing_about_the_answer() {
    let desk = Desk::begun();
    let id = "sql-keys-near-quota";
    desk.app.start(id).expect("it can begin");
    assert_eq!(desk.hand_in(id, "select 1").expect("there is no worker").outcome, "not-run");
    let today = desk.app.day().expect("a day");
    let why = today.items.iter().find(|item| item.id == id).map(|item| item.why.as_str());
    assert_eq!(why, Some("You began it on 4 January 2027."));
}

#[test]
fn one_answer_that_cannot_be_read_hides_no_verdict_of_the_others() {
    let desk = Desk::begun();
    for id in ["read-double-charge", "numeric-availability-budget"] {
        desk.hand_in(id, &right(id)).expect("it can be checked");
    }
    let path = desk.app.work("read-double-charge").expect("work").path;
    desk.put(&path, &"x".repeat(600 * 1024));
    let checked = desk.app.check_all();
    let outcomes: Vec<(&str, Option<&str>)> =
        checked.iter().map(|(id, verdict)| (id.as_str(), verdict.as_ref().ok().map(|verdict| verdict.outcome.as_str()))).collect();
    assert_eq!(outcomes, [("numeric-availability-budget", Some("pass")), ("read-double-charge", None)]);
}

#[test]
fn weekly_work_that_was_begun_this_week_is_in_hand() {
    let desk = Desk::begun();
    let id = "five-people-a-week";
    assert_eq!(desk.app.start(id).expect("it can begin").state, ExerciseState::InHand);
    let in_weeks = |desk: &Desk| -> Vec<ExerciseState> {
        let weeks = desk.app.path().expect("a path").plan_weeks;
        weeks.iter().take(2).flat_map(|week| &week.items).filter(|item| item.id == id).map(|item| item.state).collect()
    };
    assert_eq!(in_weeks(&desk), [ExerciseState::InHand, ExerciseState::ToDo], "begun is it for this week alone");
    desk.turn_to(date(2027, 1, 11));
    assert_eq!(desk.app.work(id).expect("work").state, ExerciseState::ToDo, "a week later it is to be begun anew");
}

#[test]
fn self_reported_work_is_never_counted_as_verified() {
    let desk = Desk::begun();
    let id = "project-microservices-explained";
    let passed = desk.hand_in(id, &right(id)).expect("it can be checked");
    assert_eq!(passed.outcome, "pass");
    assert_eq!(passed.passes_as, ExerciseState::SelfReported);
    assert_eq!(passed.milestones, ["Explain microservices architecture in 5 minutes"]);
    let evidence = desk.app.evidence().expect("evidence");
    assert!(evidence.answer.starts_with("0 verified, 1 self-reported"), "{}", evidence.answer);
    let milestone = &evidence.milestones[0];
    assert!(milestone.reached && milestone.proof == Some(ExerciseState::SelfReported));
    assert!(evidence.skills.iter().all(|skill| skill.state != ExerciseState::Verified));
}

#[test]
fn a_teardown_becomes_text_for_linkedin() {
    let desk = Desk::begun();
    let id = "weekly-teardown";
    assert!(desk.app.post(id, "linkedin").is_err(), "nothing is begun yet");
    desk.app.start(id).expect("a file to begin with");
    let untouched = desk.app.post(id, "linkedin").expect_err("nothing is written yet");
    assert!(untouched.message.ends_with("holds what it began with."), "{}", untouched.message);
    desk.hand_in(id, "# Stripe\n\n## Users\n\nDevelopers, **mostly**. See [docs](https://example.org).\n").expect("it can be checked");
    let post = desk.app.post(id, "linkedin").expect("a text");
    assert_eq!(post.text, "Stripe\n\nUsers\n\nDevelopers, mostly. See docs (https://example.org).\n");
    assert_eq!(post.says, "Fits a post on LinkedIn: 66 of 3,000 characters, spaces included.");
    desk.hand_in(id, &"word ".repeat(700)).expect("it can be checked");
    assert_eq!(
        desk.app.post(id, "linkedin").expect("a text").says,
        "Fits an article on LinkedIn as it is. For a post it is 499 characters too long: 3,499 of 3,000, spaces included."
    );
    let page = desk.app.post(id, "confluence").expect("a text");
    assert_eq!(page.limit, None);
    assert!(desk.app.post(id, "linkdin").expect_err("no place").help.is_some_and(|help| help.contains("linkedin")));
    assert!(desk.app.post("five-people-a-week", "linkedin").is_err(), "private work is not for publishing");
}

#[test]
fn a_file_changed_outside_is_not_overwritten() {
    let desk = Desk::begun();
    let id = "weekly-teardown";
    let begun = desk.app.start(id).expect("it can begin");
    desk.put(&begun.path, "changed in another editor\n");
    let refused = desk.app.save(id, &AnswerBody { text: "mine\n".to_owned(), base_hash: begun.hash, variant: 0 }).expect_err("it changed");
    assert_eq!(refused.fault, Fault::Changed);
    assert_eq!(desk.text(&begun.path).as_deref(), Some("changed in another editor\n"));
}

#[test]
fn a_changed_kept_answer_is_told_and_proves_nothing() {
    let desk = Desk::begun();
    let id = "read-double-charge";
    let kept = desk.hand_in(id, &right(id)).expect("a pass").kept.expect("kept");
    desk.put(&kept, "cause = \"z\"\n");
    assert_eq!(desk.app.verify(None).expect("verified").lines[0].result, VerifyResult::Damaged);
    assert!(desk.app.evidence().expect("evidence").passes[0].damaged.is_some());
    let site = desk.app.build_portfolio().expect("a site");
    assert!(!site.files.iter().any(|file| file.contains(id)), "a damaged answer is not shown as proof");
}

#[test]
fn a_pass_of_an_exercise_that_left_the_course_is_listed_as_such() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.hand_in("choice-breaking-change", &right("choice-breaking-change")).expect("a pass");
    let journal = desk.text("journal/desk-2027-01.jsonl").expect("a journal");
    desk.put("journal/desk-2027-01.jsonl", &journal.replace("read-double-charge", "read-that-was-retired"));
    let evidence = desk.app.evidence().expect("evidence");
    assert_eq!(evidence.passes.iter().map(|pass| pass.exercise.as_str()).collect::<Vec<_>>(), ["choice-breaking-change"]);
    assert_eq!(evidence.former.iter().map(|pass| pass.exercise.as_str()).collect::<Vec<_>>(), ["read-that-was-retired"]);
    let verified = desk.app.verify(None).expect("verified");
    assert_eq!(verified.answer, "1 of 1 pass holds. 1 more is of an exercise that left the course.");
    assert_eq!(verified.lines[1].result, VerifyResult::LeftTheCourse);
    assert_eq!(
        desk.app.verify(Some("read-that-was-retired")).expect("verified").answer,
        "No pass can be judged. 1 more is of an exercise that left the course."
    );
    assert!(desk.app.verify(Some("read-that-never-was")).is_err());
}

#[test]
fn what_is_missing_on_this_machine_is_never_held_against_the_learner() {
    let desk = Desk::begun();
    let verdict = desk.hand_in("sql-failed-requests", "select 1").expect("a verdict");
    assert_eq!(verdict.outcome, "not-run", "there is no worker here: {}", verdict.summary);
    let state = desk.app.state().expect("a state");
    let line = state.exercises.iter().find(|line| line.exercise == "sql-failed-requests").expect("it was tried");
    assert_eq!(line.attempts, 0, "it costs nothing");
}

#[test]
fn missed_days_move_the_plan_and_say_so() {
    let desk = Desk::begun();
    let before = desk.app.path().expect("a path").ends.expect("an end");
    desk.turn_to(date(2027, 1, 18));
    let path = desk.app.path().expect("a path");
    assert!(path.ends.expect("an end") > before);
    assert_eq!(desk.app.day().expect("a day").week, Some(3));
    assert!(path.plan_weeks.iter().flat_map(|week| &week.items).all(|item| item.first.as_deref() >= Some("2027-01-18")));
    assert_eq!(START, date(2027, 1, 4));
}

/// The sample's six weeks end today, whatever day that is.
#[test]
fn the_sample_can_be_opened_on_any_day() {
    for days in [0, 1, 2, 3, 4, 5, 6, 58, 325] {
        let desk = Desk::on(Arc::new(FaultyDisk::new()), "desk", START.saturating_add(days.days()));
        let sample = desk.app.sample().unwrap_or_else(|trouble| panic!("{days} days after the start: {trouble}"));
        assert!(sample.session(false).expect("a session").evidence > 5);
    }
}

#[test]
fn every_screen_of_the_sample_has_life_in_it() {
    let desk = Desk::on(Arc::new(FaultyDisk::new()), "desk", START);
    let sample = desk.app.sample().expect("a sample");
    let passed: Vec<String> = sample.evidence().expect("evidence").passes.into_iter().map(|pass| pass.at[..10].to_owned()).collect();
    assert!(passed.iter().collect::<BTreeSet<_>>().len() > 15, "six weeks are lived on their days: {passed:?}");
    let people = sample.people(false).expect("people");
    assert!(people.contacts > 5 && !people.due.is_empty(), "{}", people.answer);
    assert_eq!(people.gatherings.len(), 1);
    assert_eq!(sample.applications().expect("applications").lines.len(), 3);
    assert_eq!(sample.interviews().expect("interviews").interviews.len(), 1);
    assert_eq!(sample.mocks().expect("mocks").mocks[0].scored, 1);
    let recalls = sample.recall(None).expect("recall").recalls;
    assert!(recalls > 10, "{recalls}");
    let resume = sample.resume("").expect("a résumé");
    assert!(resume.findings.iter().all(|found| found.finding.severity != "error"), "{:?}", resume.findings);
    assert!(resume.answer.contains("2 jobs"), "{}", resume.answer);
}

#[test]
fn a_week_that_begins_two_weeks_of_the_learning_plan_has_both_titles_and_all_their_questions() {
    let mut eager = profile();
    eager.minutes = [240; 7];
    let desk = Desk::new();
    desk.app.init(&Init { profile: eager }).expect("a folder");
    let weeks = desk.app.path().expect("a path").plan_weeks;
    let titled: Vec<&str> = weeks.iter().filter_map(|week| week.title.as_deref()).flat_map(|title| title.split(" · ")).collect();
    let all: Vec<&str> = pack().path.weeks.iter().map(|week| week.title.as_str()).collect();
    assert_eq!(titled.len(), all.len(), "each week of the learning plan begins once: {titled:?}");
    assert!(weeks.iter().any(|week| week.title.as_deref().is_some_and(|title| title.contains(" · ")) && week.questions.len() >= 10));
}
