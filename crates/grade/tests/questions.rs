//! Questions judged through the one public door: an exercise, an answer file, and what the learner reads.

use footbridge_content::{Files, Pack, read};
use footbridge_grade::{DataFolder, Grader, check_question, feedback, number_typed, read_answers, read_questions};
use footbridge_query::{Engine, EngineConfig};
use std::path::PathBuf;

const ASKED: &str = r#"
id = "asked"
kind = "read"
track = "apis"
title = "Asked"
skills = []
minutes = 10

[[question]]
id = "cause"
ask = "Why was the card charged twice?"
options = [
  { text = "The client retried.", right = true, feedback = "The retry carried no key." },
  { text = "The bank failed.", feedback = "The bank answered both calls." },
  { text = "A race.", feedback = "There was one worker." },
]

[[question]]
id = "fixes"
ask = "What helps?"
options = [
  { text = "A key.", right = true, feedback = "The key names the act." },
  { text = "A queue.", feedback = "A queue charges twice, later." },
  { text = "A unique index.", right = true, feedback = "The index refuses the second." },
]

[[question]]
id = "wait"
ask = "How long is the wait?"
answer = 200
unit = "ms"
tolerance = { relative = 0.01 }
reckoning = "10 requests of 20 ms each."
near = [{ value = 180, feedback = "You left out the request itself." }]
"#;

fn pack(exercise: &str) -> Pack {
    let mut files = Files::default();
    for (path, text) in [
        ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"apis\"]\n"),
        ("tracks/apis/track.toml", "id = \"apis\"\ntitle = \"APIs\"\nsummary = \"Contracts.\"\n"),
        ("exercises/asked/exercise.toml", exercise),
        ("exercises/asked/brief.md", "Read.\n"),
        ("exercises/asked/hints.md", "## One\nLook.\n"),
        ("exercises/asked/discussion.md", "Why.\n"),
    ] {
        files.insert(path, text.as_bytes().to_vec());
    }
    read(&files).0.expect("a pack")
}

/// No worker is there: questions need none.
fn grader() -> Grader {
    let config = EngineConfig { worker: PathBuf::from("no-worker-here"), pool: 1, memory_bytes: 1 << 30, recycle_after: 100 };
    Grader::new(Engine::new(config), DataFolder::new(PathBuf::from("no-data-here")))
}

fn said(answers: &str) -> String {
    let pack = pack(ASKED);
    feedback(&grader().check(&pack, pack.exercise("asked").expect("the exercise"), answers, &|_| None))
}

const RIGHT: &str = "cause = \"a\"\nfixes = [\"c\", \"a\"]\nwait = 201\n";

#[test]
fn right_answers_pass_with_their_reasons() {
    insta::assert_snapshot!(said(RIGHT), @r"
    **pass** — 3 of 3 questions are right.

    - Right: cause: The retry carried no key.

    - Right: fixes: The key names the act.

    - Right: fixes: The index refuses the second.

    - Right: wait: 10 requests of 20 ms each.
    ");
}

#[test]
fn nothing_answered_is_told_for_each_question() {
    insta::assert_snapshot!(said("cause = \"\"\nfixes = []\n"), @r"
    **revise** — 0 of 3 questions are right.

    - cause: This question has no answer yet.

    - fixes: This question has no answer yet.

    - wait: This question has no answer yet.
    ");
}

#[test]
fn a_wrong_option_gets_its_own_words() {
    insta::assert_snapshot!(said(&RIGHT.replace("cause = \"a\"", "cause = \"B\"")), @r"
    **revise** — 2 of 3 questions are right.

    - cause: The bank answered both calls.

    - Right: fixes: The key names the act.

    - Right: fixes: The index refuses the second.

    - Right: wait: 10 requests of 20 ms each.
    ");
}

#[test]
fn one_option_is_asked_for_and_an_unknown_one_is_named() {
    insta::assert_snapshot!(said("cause = [\"a\", \"b\"]\nfixes = \"f\"\nwait = \"soon\"\n"), @r"
    **revise** — 0 of 3 questions are right.

    - cause: One option is asked for; 2 are chosen.

    - fixes: There is no option `f`; the options are a, b, c.

    - wait: This question is answered with a number of ms.
    ");
}

#[test]
fn several_right_options_must_all_be_chosen_and_no_wrong_one() {
    insta::assert_snapshot!(said(&RIGHT.replace("[\"c\", \"a\"]", "\"c\"")), @r"
    **revise** — 2 of 3 questions are right.

    - Right: cause: The retry carried no key.

    - fixes: What you chose is right, and 1 more belongs to it.

    - Right: wait: 10 requests of 20 ms each.
    ");
    insta::assert_snapshot!(said(&RIGHT.replace("[\"c\", \"a\"]", "[\"a\", \"b\", \"c\"]")), @r"
    **revise** — 2 of 3 questions are right.

    - Right: cause: The retry carried no key.

    - fixes: A queue charges twice, later.

    - Right: wait: 10 requests of 20 ms each.
    ");
}

#[test]
fn a_known_slip_a_slip_of_units_and_a_plain_miss_are_told_apart() {
    for (given, expected) in [
        ("180.5", "You left out the request itself."),
        ("0.2", "check the units"),
        ("200000", "1,000 times too large: check the units"),
        ("240", "240\u{202f}ms is too large."),
        ("150", "150\u{202f}ms is too small."),
        ("196", "196\u{202f}ms is too small."),
    ] {
        let said = said(&RIGHT.replace("201", given));
        assert!(said.starts_with("**revise**") && said.contains(expected), "{given}: {said}");
    }
    for given in ["198", "202", "200"] {
        assert!(said(&RIGHT.replace("201", given)).starts_with("**pass**"), "{given} is within 1 %");
    }
}

#[test]
fn an_answer_to_no_question_blocks_the_pass_and_the_nearest_is_named() {
    insta::assert_snapshot!(said(&format!("{RIGHT}waite = 3\n")), @r"
    **revise** — 3 of 3 questions are right, and one answer belongs to no question.

    - Right: cause: The retry carried no key.

    - Right: fixes: The key names the act.

    - Right: fixes: The index refuses the second.

    - Right: wait: 10 requests of 20 ms each.

    - There is no question `waite`.
      → Did you mean `wait`?
    ");
}

#[test]
fn what_is_no_answer_file_is_unreadable() {
    insta::assert_snapshot!(said("cause = 2027-01-01\n"), @r#"
    **unreadable** — The answers cannot be read.

    - `cause` is neither a letter, a list of letters nor a number.
      → Write `"b"`, `["a", "c"]` or `43.2`.
    "#);
}

#[test]
fn questions_that_cannot_judge_are_refused() {
    for (from, to, said) in [
        ("relative = 0.01", "relative = inf", "The tolerance of `wait` is an amount or a share from 0 up, and finite."),
        ("relative = 0.01", "absolute = -1", "The tolerance of `wait` is an amount or a share from 0 up, and finite."),
        ("\"wait\"", "\"the wait\"", "`the wait` is no key of `answers.toml`: letters, digits, `-` and `_` make a question's id."),
        ("\"wait\"", "\"cause\"", "The question id `cause` is used twice."),
        ("answer = 200", "answer = nan", "A question has options or an `answer`, not both, and the answer is a finite number."),
        (
            "{ text = \"A race.\", feedback = \"There was one worker.\" },",
            "",
            "A question has 3 to 5 options or one `answer`; this one has 2 options.",
        ),
    ] {
        let pack = pack(&ASKED.replacen(from, to, 1));
        let exercise = pack.exercise("asked").expect("the exercise");
        let refused = read_questions(exercise).expect_err(to);
        assert_eq!(refused.message, said);
        let verdict = grader().check(&pack, exercise, RIGHT, &|_| None).verdict;
        assert_eq!(verdict.outcome.word(), "not run", "{to}: our fault costs the learner nothing");
    }
}

/// Every answer file there could be: damaged ones give findings inside the text, or answers, never a panic.
#[test]
fn damaged_answer_files_never_panic() {
    let pieces = [
        "cause",
        "=",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "\r\n",
        "#",
        ",",
        "a",
        "é",
        "−",
        "1e400",
        "nan",
        "inf",
        "0x1f",
        "\"\"\"",
        "[[",
        ".",
        "\0",
        "2027-01-01",
        "wait",
        "5 ms",
        " ",
    ];
    // A linear congruential generator (Knuth's MMIX) with a fixed seed: the same files every time.
    let mut seed = 1_u64;
    let mut next = |end: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % end
    };
    let (mut read, mut refused) = (0, 0);
    for round in 0..20_000 {
        let text: String = (0..next(12)).map(|_| pieces[next(pieces.len())]).collect();
        match read_answers(&text) {
            Ok(answers) => {
                read += 1;
                assert!(answers.values().all(|answer| answer.span().end <= text.len()), "round {round}: {text:?}");
            }
            Err(found) => {
                refused += 1;
                assert!(!found.is_empty(), "round {round}: {text:?}");
                let places = found.iter().filter_map(|finding| finding.place.as_ref());
                assert!(places.into_iter().all(|place| place.span.end <= text.len()), "round {round}: {text:?}");
            }
        }
    }
    assert!(read > 100 && refused > 100, "both happen: {read} read, {refused} refused");
    for deep in ["[", "{a=", "a.", "[[a."] {
        assert!(read_answers(&deep.repeat(100_000)).is_err(), "{deep}");
        // With a key before it, it is a line whose value means nothing; that it returns at all is what is asked.
        let _ = read_answers(&format!("cause = {}", deep.repeat(100_000)));
    }
    let many: String = (0..60_000).map(|number| format!("q{number}=x\n")).collect();
    assert_eq!(read_answers(&many).expect("readable").len(), 60_000);
}

#[test]
fn one_question_is_judged_as_it_is_typed() {
    let pack = pack(ASKED);
    let asked = pack.exercise("asked").expect("the exercise");
    let outcome = |id: &str, typed: &str| check_question(asked, id, typed).map(|verdict| verdict.outcome.word());
    for (id, typed, word) in [
        ("cause", "a", "pass"),
        ("cause", "B", "revise"),
        ("fixes", "c and a", "pass"),
        ("fixes", "a", "revise"),
        ("wait", "200 ms", "pass"),
        ("wait", "20", "revise"),
        ("wait", "", "revise"),
        ("wait", "200\ncause = \"b\"", "pass"),
        ("cause", "a # b", "pass"),
    ] {
        assert_eq!(outcome(id, typed), Some(word), "{id} = {typed}");
    }
    assert_eq!(outcome("nobody", "a"), None);
    assert_eq!([number_typed("1,389 writes/s"), number_typed("some")], [Some(1389.0), None]);
}
