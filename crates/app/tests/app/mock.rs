//! Mock interviews: chosen, answered, scored before the model answer is shown, and laid beside what others gave.

use crate::answers::pack;
use crate::desk::{Desk, START};
use footbridge_app::view::{MockAnswerBody, MockQuestionView, MockScoresBody, MockWishBody, ScoreBody};
use footbridge_journal::testing::{Fault, FaultyDisk};
use std::io::ErrorKind;
use std::sync::Arc;

const SAID: &str = "[00:10] We keep 42 things, because two of them broke last year.\n[02:00] If that fails we stop.";

fn of_kind(kind: &str, questions: u16) -> MockWishBody {
    MockWishBody { kind: Some(kind.to_owned()), questions: Some(questions), seed: Some(7), ..MockWishBody::default() }
}

fn answer(transcript: &str) -> MockAnswerBody {
    MockAnswerBody { transcript: transcript.to_owned(), seconds: Some(240), ..MockAnswerBody::default() }
}

fn scores(question: &MockQuestionView, level: u8, because: &str) -> MockScoresBody {
    let score = |criterion: &footbridge_app::view::MockCriterionView| ScoreBody {
        criterion: criterion.id.clone(),
        level,
        because: because.to_owned(),
    };
    MockScoresBody { scores: question.criteria.iter().map(score).collect() }
}

fn anchors_of(id: &str) -> [String; 4] {
    pack().question(id).expect("a question of the bank").anchors.clone()
}

/// The public journal.
fn journal(desk: &Desk) -> String {
    desk.all_texts().into_iter().filter(|(path, _)| path.starts_with("journal/")).map(|(_, text)| text).collect()
}

#[test]
fn ten_questions_for_a_company_and_others_the_next_time() {
    let desk = Desk::begun();
    let wish = MockWishBody { company: Some("fintech".to_owned()), seed: Some(1), ..MockWishBody::default() };
    let first = desk.app.begin_mock(&wish).expect("an interview");
    let kinds = |prefix: &str| first.questions.iter().filter(|question| question.id.starts_with(prefix)).count();
    assert_eq!(["sd-", "ps-", "api-", "beh-"].map(kinds), [3, 3, 2, 2]);
    let second = desk.app.begin_mock(&wish).expect("another");
    assert_ne!(first.line.id, second.line.id);
    assert!(
        second.questions.iter().all(|question| first.questions.iter().all(|earlier| earlier.id != question.id)),
        "the same seed, asked lately"
    );
    let other = Desk::begun();
    let again = other.app.begin_mock(&wish).expect("an interview");
    assert!(first.questions.iter().zip(&again.questions).all(|(one, other)| one.id == other.id), "the same seed and history");
    for wrong in [MockWishBody { company: Some("bank".into()), ..MockWishBody::default() }, of_kind("data", 0), of_kind("data", 11)] {
        assert!(desk.app.begin_mock(&wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn the_model_answer_waits_for_scores_that_quote_the_answer() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("behavioural", 2)).expect("an interview").line.id;
    assert!(desk.app.answer_mock(&id, 1, &answer(" \n")).is_err(), "nothing was said");
    assert!(desk.app.answer_mock(&id, 3, &answer(SAID)).is_err(), "no such question");
    let view = desk.app.answer_mock(&id, 1, &answer(SAID)).expect("kept");
    let question = &view.questions[0];
    assert!(question.model.is_none() && question.figures.is_none() && question.levels.len() == 4, "{question:?}");
    let anchors = &anchors_of(&question.id);
    let shown: Vec<&String> = question.levels.iter().map(|level| &level.anchor).collect();
    assert_eq!(shown[..3], anchors.iter().take(3).collect::<Vec<_>>(), "the question's own anchors");
    assert!(!shown[3].contains(&anchors[3]), "what an excellent answer says comes later");
    let refused = |body: &MockScoresBody| {
        let trouble = desk.app.score_mock(&id, 1, body).expect_err("refused");
        format!("{} {}", trouble.message, trouble.help.unwrap_or_default())
    };
    assert!(refused(&scores(question, 3, "")).contains("no words"), "a level above 1 needs words");
    for stranger in ["never said", "-", "…", "we stop … !never", "wo of them"] {
        assert!(refused(&scores(question, 3, stranger)).contains("do not stand in your answer"), "{stranger}");
    }
    assert!(refused(&scores(question, 3, "two")).contains("quote at least two"), "a word alone says nothing");
    assert!(refused(&MockScoresBody { scores: Vec::new() }).contains("needs one level"));
    let view = desk.app.score_mock(&id, 1, &scores(question, 3, "Two of them … “we stop”")).expect("scored");
    let question = &view.questions[0];
    assert!(question.model.as_ref().is_some_and(|model| model.levels.len() == 4) && question.figures.is_some());
    assert_eq!((view.line.scored, view.line.mean), (1, Some(3.0)));
    assert!(desk.app.mock_to_answer(&id, 1, None).expect_err("told before it is typed").message.contains("stays as it is"));
    assert_eq!(desk.app.mock_to_answer(&id, 2, None).expect("open").number, 2);
    assert!(desk.app.answer_mock(&id, 1, &answer("Something better, now that I know it.")).is_err(), "the model answer was seen");
    assert!(desk.app.score_mock(&id, 1, &scores(question, 4, "42 things")).is_err());
    // The public journal holds the level and none of the words; the card comes back.
    let lines = journal(&desk);
    assert!(lines.contains("recalled") && !lines.contains("42 things") && !lines.contains("broke"), "{lines}");
    assert_eq!(desk.app.bank_question(&question.id, false).expect("the question").line.grade, "good");
    assert_eq!(desk.app.mocks().expect("a list").answer, "1 mock interview, 1 of 2 questions scored");
}

#[test]
fn scores_of_others_come_back_by_file_and_stand_beside_ones_own() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("data", 1)).expect("an interview").line.id;
    assert!(desk.app.mock_page(&id).expect_err("nothing scored").message.contains("No answer"));
    let question = desk.app.answer_mock(&id, 1, &answer(SAID)).expect("kept").questions.remove(0);
    desk.app.score_mock(&id, 1, &scores(&question, 4, "42 things")).expect("scored");
    let page = desk.text(&desk.app.mock_page(&id).expect("a page").path).expect("it is there");
    assert!(page.contains("two of them broke") && !page.contains("http://") && !page.contains("https://"), "it loads nothing");
    let hash = page.split("data-answer=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a hash").to_owned();
    let reply = |id: &str, hash: &str, level: u8| {
        format!(
            r#"{{"format":1,"exercise":"{id}","answer":"{hash}","reviewer":"","on":"2026-01-01","scores":{{"q1-1":{{"level":{level}}},"q1-2":{{"level":3}}}}}}"#
        )
    };
    let take = |text: &str| desk.app.take_mock_review(&id, "r.json", text.as_bytes());
    assert!(take(&reply("mock-2026-01-01-9", &hash, 2)).expect_err("another interview").message.contains("not about"));
    assert!(take(&reply(&id, &"0".repeat(hash.len()), 2)).is_err(), "another text");
    assert!(take(&" ".repeat(300_000)).expect_err("too large").message.contains("KiB"));
    let view = take(&reply(&id, &hash, 2)).expect("taken in").mock;
    assert_eq!((view.agreement.pairs, view.agreement.mean_difference), (2, Some(1.5)));
    assert_eq!(view.questions[0].criteria[0].others[0].level, 2);
    assert_eq!(take(&reply(&id, &hash, 2)).expect("again").mock.agreement.pairs, 2, "the same file counts once");
    let mut text = reply(&id, &hash, 2).into_bytes();
    for at in 0..text.len() {
        let kept = std::mem::replace(&mut text[at], b'"');
        // A file that is not quite right is refused or read; either way nothing is lost.
        let _ = desk.app.take_mock_review(&id, "r.json", &text);
        text[at] = kept;
    }
    assert_eq!(desk.app.mock(&id).expect("it is whole").line.scored, 1);
}

#[test]
fn a_review_of_a_page_stays_good_when_further_questions_are_scored() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("data", 2)).expect("an interview").line.id;
    let score = |number: u32| {
        let question = desk.app.answer_mock(&id, number, &answer(SAID)).expect("kept").questions.remove(number as usize - 1);
        desk.app.score_mock(&id, number, &scores(&question, 4, "42 things")).expect("scored");
    };
    score(1);
    let page = desk.text(&desk.app.mock_page(&id).expect("a page").path).expect("it is there");
    let hash = page.split("data-answer=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a hash").to_owned();
    score(2);
    let reply = format!(r#"{{"format":1,"exercise":"{id}","answer":"{hash}","on":"2026-01-01","scores":{{"q1-1":{{"level":2}}}}}}"#);
    assert_eq!(desk.app.take_mock_review(&id, "r.json", reply.as_bytes()).expect("taken in").mock.agreement.pairs, 1);
    let file = format!("private/mocks/{id}.toml");
    desk.put(&file, &desk.text(&file).expect("it is there").replacen("42 things", "43 things", 1));
    assert!(desk.app.take_mock_review(&id, "r.json", reply.as_bytes()).is_err(), "another answer than the one that was read");
}

#[test]
fn the_file_of_another_interview_is_told() {
    let desk = Desk::begun();
    let ids = [1, 2].map(|questions| desk.app.begin_mock(&of_kind("data", questions)).expect("an interview").line.id);
    let reply = |id: &str| format!(r#"{{"format":1,"exercise":"{id}","answer":"","on":"2026-01-01","scores":{{}}}}"#);
    let told = |id: &str| desk.app.take_mock_review(&ids[0], "r.json", reply(id).as_bytes()).expect_err("another's");
    let other = told(&ids[1]);
    assert_eq!(other.message, format!("This file belongs to another interview: `{}`, not `{}`.", ids[1], ids[0]));
    assert!(other.help.is_some_and(|help| help.contains(&format!("footbridge mock take {}", ids[1]))));
    assert!(told("weekly-teardown").message.contains("it is about `weekly-teardown`"));
}

#[test]
fn unless_said_otherwise_an_interview_asks_as_the_next_one_that_is_booked_will() {
    let desk = Desk::begun();
    assert_eq!(desk.app.mocks().expect("a view").company, None);
    assert_eq!(desk.app.begin_mock(&MockWishBody::default()).expect("an interview").line.about, "Ten questions");
    crate::recall::interview(&desk, "Kiteport", crate::recall::day(20), "developer-platform");
    assert_eq!(desk.app.mocks().expect("a view").company.as_deref(), Some("developer-platform"));
    let begun = desk.app.begin_mock(&MockWishBody::default()).expect("an interview");
    assert_eq!(begun.line.about, "Ten questions, as a developer platform asks them");
    assert!(
        begun.says.starts_with("A developer platform asks so, and your next interview, on ") && !begun.says.contains("Kiteport"),
        "{}",
        begun.says
    );
    let other = MockWishBody { company: Some("fintech".to_owned()), ..MockWishBody::default() };
    assert_eq!(desk.app.begin_mock(&other).expect("an interview").line.about, "Ten questions, as a fintech asks them");
    assert!(!desk.app.begin_mock(&of_kind("data", 1)).expect("an interview").says.contains("your next interview"));
}

/// A corrected file counted as a second reader.
#[test]
fn a_readers_corrected_file_takes_the_place_of_their_first() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("data", 2)).expect("an interview").line.id;
    for number in [1, 2] {
        let question = desk.app.answer_mock(&id, number, &answer(SAID)).expect("kept").questions.remove(number as usize - 1);
        desk.app.score_mock(&id, number, &scores(&question, 4, "42 things")).expect("scored");
    }
    let page = desk.text(&desk.app.mock_page(&id).expect("a page").path).expect("it is there");
    let hash = page.split("data-answer=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a hash").to_owned();
    let take = |reader: &str, scores: &str| {
        let reply =
            format!(r#"{{"format":1,"exercise":"{id}","answer":"{hash}","reviewer":"{reader}","on":"2026-01-01","scores":{{{scores}}}}}"#);
        desk.app.take_mock_review(&id, "r.json", reply.as_bytes()).expect("taken in")
    };
    let first = take("Ada", r#""q1-1":{"level":1},"q1-2":{"level":1},"q2-1":{"level":2}"#);
    assert_eq!(first.says, "The levels of Ada are taken in. They stand beside yours.");
    let corrected = take(" ada", r#""q1-1":{"level":3}"#);
    assert!(corrected.says.contains("in place of those that the same reader gave on 1 January 2026."), "{}", corrected.says);
    let levels = |view: &footbridge_app::view::MockView, question: usize, line: usize| {
        view.questions[question].criteria[line].others.iter().map(|score| score.level).collect::<Vec<_>>()
    };
    assert_eq!((levels(&corrected.mock, 0, 0), levels(&corrected.mock, 0, 1)), (vec![3], Vec::new()), "question 1 as it is judged now");
    assert_eq!(levels(&corrected.mock, 1, 0), [2], "question 2 was not judged again");
    assert_eq!(take("Grace", r#""q1-1":{"level":2}"#).mock.agreement.pairs, 3, "another reader stands beside");
    take("", r#""q1-1":{"level":1}"#);
    let nameless = take("", r#""q1-1":{"level":2}"#);
    assert!(nameless.says.contains("Readers without a name count as one"), "{}", nameless.says);
    assert_eq!(levels(&nameless.mock, 0, 0), [3, 2, 2]);
    assert!(take("", r#""q1-1":{"level":2}"#).says.contains("already"));
}

/// Marks up to 09:40 in an answer of 45 seconds gave 936 words a minute.
#[test]
fn a_mark_beyond_the_time_of_the_answer_is_told() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("data", 1)).expect("an interview").line.id;
    let body = |seconds: Option<u32>| MockAnswerBody { seconds, ..answer("[00:05] We keep 42 things.\n[09:40] Two of them broke.") };
    let trouble = desk.app.answer_mock(&id, 1, &body(Some(45))).expect_err("one of the two is off");
    assert_eq!(trouble.message, "A line is marked [09:40], and the answer is said to have taken 00:45: one of the two is off.");
    assert!(trouble.help.is_some_and(|help| help.contains("--seconds 580")));
    desk.app.answer_mock(&id, 1, &body(Some(580))).expect("it ends with the last mark");
    desk.app.answer_mock(&id, 1, &body(None)).expect("nobody measured the time");
}

#[test]
fn one_kind_of_questions_is_asked_as_a_company_asks_it() {
    let desk = Desk::begun();
    let wish = MockWishBody { company: Some("fintech".to_owned()), ..of_kind("system-design", 2) };
    let begun = desk.app.begin_mock(&wish).expect("both can be wished for");
    assert_eq!(begun.line.about, "2 questions, system design, as a fintech asks them");
    assert_eq!(begun.line.at.as_deref().map(str::len), Some(5), "the list tells the interviews of one day apart");
}

#[test]
fn the_kind_of_a_company_of_ones_own_is_what_its_card_or_application_says() {
    let desk = Desk::begun();
    let begin = |company: &str| desk.app.begin_mock(&MockWishBody { company: Some(company.to_owned()), ..MockWishBody::default() });
    desk.put("private/companies/kiteport.md", "# Kiteport\n\n## Product\n\nKites.\n");
    let trouble = begin("kiteport").expect_err("the card does not say");
    assert_eq!(trouble.message, "Nothing in your folder says of which kind of company `Kiteport` is.");
    assert!(trouble.help.is_some_and(|help| help.contains("## Kind") && help.contains("fintech")));
    desk.put("private/companies/kiteport.md", "# Kiteport\n\n## Kind\n\n- Marketplace\n\n## Product\n\nKites.\n");
    assert_eq!(begin("kiteport").expect("its card says").line.about, "Ten questions, as a marketplace asks them");
    let applied = "company: Sailbank\nrole: TPM\nhistory:\n  - on: 2025-12-01\n    stage: applied\n  - on: 2025-12-02\n    stage: interview\n    interview_on: 2027-01-10\n    company_kind: fintech\n";
    desk.put("private/applications/sailbank.yaml", applied);
    assert_eq!(begin("Sailbank").expect("its application says").line.about, "Ten questions, as a fintech asks them");
    assert_eq!(begin("Sailbnk").expect_err("a slip").help.as_deref(), Some("Did you mean `Sailbank`?"));
}

/// It was kept, and nothing was ever said of it.
#[test]
fn a_number_where_none_is_asked_for_is_refused() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("behavioural", 2)).expect("an interview").line.id;
    let body = MockAnswerBody { given: "12".to_owned(), ..answer(SAID) };
    let refused = desk.app.answer_mock(&id, 1, &body).expect_err("no number is asked for");
    assert_eq!(refused.message, "Question 1 asks for no number.");
    assert_eq!(desk.app.mock(&id).expect("the interview").questions[0].state, "open", "nothing was kept");
    let before = desk.app.mock_to_answer(&id, 1, Some("12")).expect_err("told before it is typed");
    assert_eq!(before.message, refused.message);
    desk.app.answer_mock(&id, 1, &answer(SAID)).expect("kept");
    let file = format!("private/mocks/{id}.toml");
    let earlier = desk.text(&file).expect("a file").replacen("transcript = ", "given = \"12\"\ntranscript = ", 1);
    desk.put(&file, &earlier);
    desk.app.answer_mock(&id, 1, &body).expect("one that was taken before stands in no one's way");
}

/// A number that is left out scores no better than a wrong one, and neither does one that was given once the anchors were shown.
#[test]
fn without_its_number_no_answer_is_good() {
    for (given, grade) in [("", "hard"), ("-17", "hard"), ("right", "good"), ("late", "hard")] {
        let desk = Desk::begun();
        let asks_a_number = |question: &MockQuestionView| !question.number_ask.is_empty();
        let begun = desk.app.begin_mock(&of_kind("system-design", 10)).expect("an interview");
        let question = begun.questions.iter().find(|question| asks_a_number(question)).expect("a question with a number");
        let right = pack().question(&question.id).and_then(|question| question.number.clone()).expect("a number").answer;
        if given == "late" {
            desk.app.answer_mock(&begun.line.id, question.number, &answer(SAID)).expect("kept");
        }
        let given = if matches!(given, "right" | "late") { right } else { given.to_owned() };
        let body = MockAnswerBody { given, ..answer(SAID) };
        let view = desk.app.answer_mock(&begun.line.id, question.number, &body).expect("kept");
        let question = view.questions.into_iter().find(|one| one.number == question.number).expect("the question");
        desk.app.score_mock(&begun.line.id, question.number, &scores(&question, 3, "42 things")).expect("scored");
        assert_eq!(desk.app.bank_question(&question.id, false).expect("the question").line.grade, grade);
    }
}

#[test]
fn an_answer_in_a_mock_takes_no_minutes_of_the_days_recall() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("behavioural", 1)).expect("an interview").line.id;
    let question = desk.app.answer_mock(&id, 1, &answer(SAID)).expect("kept").questions.remove(0);
    desk.app.score_mock(&id, 1, &scores(&question, 3, "42 things")).expect("scored");
    assert_eq!(desk.app.bank_question(&question.id, false).expect("the question").line.answered, 1);
    assert_eq!(desk.app.recall(None).expect("a day").used, 0);
}

#[test]
fn an_interview_is_begun_as_a_company_of_the_guide_asks() {
    let desk = Desk::begun();
    let begin =
        |company: &str| desk.app.begin_mock(&MockWishBody { company: Some(company.to_owned()), seed: Some(7), ..MockWishBody::default() });
    let named = begin("razorpay").expect("the Guide names it");
    assert_eq!((named.questions.len(), named.line.about.as_str()), (10, "Ten questions, as a fintech asks them"));
    let trouble = begin("Kiteport").expect_err("nobody knows it");
    assert_eq!(trouble.message, "`Kiteport` is neither a kind of company nor a company that the Guide names.");
    assert!(trouble.help.is_some_and(|help| help.contains("fintech")));
}

/// The disk fails at every step of scoring: afterwards the answer is scored once, at the first try or at the next.
#[test]
fn a_score_that_could_not_be_kept_can_be_given_again_and_counts_once() {
    let desk = Desk::begun();
    let id = desk.app.begin_mock(&of_kind("behavioural", 1)).expect("an interview").line.id;
    let question = desk.app.answer_mock(&id, 1, &answer(SAID)).expect("kept").questions.remove(0);
    let files = desk.disk.files();
    let on = |disk: &Arc<FaultyDisk>| Desk::on(Arc::clone(disk), "desk", START);
    let steps = {
        let whole = on(&Arc::new(FaultyDisk::with_files(&files)));
        whole.app.score_mock(&id, 1, &scores(&question, 3, "42 things")).expect("scored");
        whole.disk.steps()
    };
    let mut refused = 0;
    let faults = [Fault::Fails(ErrorKind::StorageFull), Fault::StopsHalfway(ErrorKind::Other), Fault::LosesPower];
    for (step, fault) in (0..steps).step_by(2).zip(faults.into_iter().cycle()) {
        let disk = Arc::new(FaultyDisk::with_files(&files));
        disk.plan(Some((step, fault)));
        let first = on(&disk).app.score_mock(&id, 1, &scores(&question, 3, "42 things"));
        disk.restart(step);
        let after = on(&disk);
        let context = format!("step {step}, {fault:?}");
        let is_scored = after.app.mock(&id).expect("it can be read").line.scored == 1;
        assert!(is_scored || first.is_err(), "{context}: what was acknowledged is there");
        if !is_scored {
            refused += 1;
            after.app.score_mock(&id, 1, &scores(&question, 2, "42 things")).expect(&context);
        }
        let line = after.app.bank_question(&question.id, false).expect("the question").line;
        let grade = if is_scored { "good" } else { "hard" };
        assert_eq!((line.answered, line.grade.as_str()), (1, grade), "{context}: one recall, as it was scored last");
    }
    assert!(refused > 0, "no step of {steps} was refused");
}

/// A short timed item has no parts that a machine could tell; it has a limit.
#[test]
fn a_short_timed_item_is_held_to_its_words_and_seconds() {
    let desk = Desk::begun();
    let begun = desk.app.begin_mock(&of_kind("translation", 1)).expect("an item");
    let limit = begun.questions[0].limit.expect("a limit");
    let body = MockAnswerBody { seconds: Some(limit.seconds + 1), ..answer(&SAID.replace("[02:00]", "[00:50]")) };
    let question = desk.app.answer_mock(&begun.line.id, 1, &body).expect("kept").questions.remove(0);
    let scored = desk.app.score_mock(&begun.line.id, 1, &scores(&question, 2, "42 things")).expect("scored");
    let figures = scored.questions[0].figures.as_ref().expect("figures");
    assert!(figures.parts.is_empty(), "{figures:?}");
    let said = format!("16 of at most {} words, within; {} of at most {} s, over.", limit.words, limit.seconds + 1, limit.seconds);
    assert_eq!(figures.limit, said);
}
