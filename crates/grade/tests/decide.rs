//! What a decision is told: one answer that passes, changed in one place at a time; and answers that nobody would write.

use footbridge_content::{Files, Pack, read};
use footbridge_grade::{Checked, DataFolder, Grader, prove};
use footbridge_query::{Engine, EngineConfig};
use footbridge_verdict::{FindingKind, Outcome};
use std::path::PathBuf;

const EXERCISE: &str = r#"id = "first"
kind = "decide"
track = "product"
title = "What comes first"
skills = []
minutes = 10

[decide]
method = "rice"
period = "quarter"
options = ["Keys", "Sandbox"]

[[decide.figure]]
option = "Sandbox"
figure = "reach"
from = 342
to = 342
says = "Sign-ups are counted by the month."
near = [{ value = 114, feedback = "That is one month." }]

[[decide.weak]]
quote = "everybody wants a sandbox"
says = "Nobody counted."
"#;

const BRIEF: &str = "Decide. 4 weeks are a person-month.

## Material

**Log.** 386 accounts repeated a write. 114 accounts sign up in a month. In 22 of 29 cases an invoice was doubled. 20 % of the sign-ups are tests.

**Sales.** \"Honestly, everybody wants a sandbox.\"

| option | estimate |
|---|---|
| Keys | 12 weeks of work |
| Sandbox | 16 weeks of work |
";

const ANSWER: &str = "format: 1
method: rice
period: quarter
options:
  - name: Keys
    reach: 386
    impact: 2
    confidence: 80 %
    effort: 2 – 3 – 4
    evidence:
      reach: Counted as “386 accounts repeated a write”.
      impact: Money, “in 22 of 29 cases an invoice was doubled”.
      confidence: It was looked up, “in 22 of 29 cases”.
      effort: Says “keys | 12 weeks of work”; 12 / 4 = 3.
  - name: Sandbox
    reach: 342
    impact: 1
    confidence: 80 %
    effort: 4
    evidence:
      reach: Counted as “114 accounts sign up in a month”; 114 × 3 = 342.
      impact: It helps those, “114 accounts sign up in a month”.
      confidence: Known are “114 accounts sign up in a month”.
      effort: Says “sandbox | 16 weeks of work”; 16 / 4 = 4.
ranking: [Keys, Sandbox]
choice: Keys
because: A doubled invoice costs a customer money and us their trust.
flip: {option: Keys, figure: reach, to: 128, first: Sandbox}
would_change: If fewer than 5 of the doubled invoices come from a repeated write.
not_known: [what a sandbox changes for larger companies]
";

fn pack() -> Pack {
    pack_with(&[])
}

fn pack_with(more: &[(String, String)]) -> Pack {
    let mut files = Files::default();
    for (path, text) in more {
        files.insert(path.as_str(), text.clone().into_bytes());
    }
    for (path, text) in [
        ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"product\"]\n"),
        ("tracks/product/track.toml", "id = \"product\"\ntitle = \"Product\"\nsummary = \"Decisions.\"\n"),
        ("exercises/first/exercise.toml", EXERCISE),
        ("exercises/first/brief.md", BRIEF),
    ] {
        files.insert(path, text.as_bytes().to_vec());
    }
    read(&files).0.expect("a pack")
}

fn grader() -> Grader {
    let config = EngineConfig { worker: PathBuf::from("no-worker-here"), pool: 1, memory_bytes: 1 << 30, recycle_after: 100 };
    Grader::new(Engine::new(config), DataFolder::new(PathBuf::from("no-data-here")))
}

fn checked(grader: &Grader, pack: &Pack, answer: &str) -> Checked {
    grader.check(pack, &pack.exercises[0], answer, &|_| None)
}

fn open(checked: &Checked) -> Vec<String> {
    let essential = checked.verdict.findings.iter().filter(|finding| finding.kind == FindingKind::Essential);
    essential.map(|finding| finding.diagnostic.code.clone()).collect()
}

#[test]
fn one_change_is_told_as_one_fault() {
    let (grader, pack) = (grader(), pack());
    let right = checked(&grader, &pack, ANSWER);
    assert_eq!((right.verdict.outcome, open(&right)), (Outcome::Pass, Vec::new()), "{:?}", right.verdict);
    for (from, to, code) in [
        ("“386 accounts repeated", "“368 accounts repeated", "decide-quote-not-found"),
        ("Money, “in 22 of 29 cases an invoice was doubled”.", "Money is always important.", "decide-no-evidence"),
        ("“in 22 of 29 cases”", "“invoice was”", "decide-quote-too-short"),
        ("      effort: Says “sandbox | 16 weeks of work”; 16 / 4 = 4.\n", "", "decide-no-evidence"),
        ("16 / 4 = 4.", "16 / 4 = 3.", "decide-sum-wrong"),
        ("reach: 386\n", "reach: 400\n", "decide-number-from-nowhere"),
        ("114 × 3 = 342.", "114 × 3 = 342 of 9,120.", "decide-number-from-nowhere"),
        ("reach: 342\n", "reach: 114\n", "decide-contradicts-material"),
        ("Known are “114 accounts sign up in a month”.", "Sales knows, “everybody wants a sandbox”.", "decide-confidence-unearned"),
        ("period: quarter", "period: month", "decide-other-period"),
        ("[what a sandbox changes for larger companies]", "[Sandbox]", "decide-too-short"),
        ("[Keys, Sandbox]", "[Sandbox, Keys]", "decide-ranking-differs"),
        ("to: 128", "to: 193", "decide-flip-not-level"),
        ("choice: Keys", "choice: Sandbox", "decide-deviation-without-evidence"),
        ("A doubled invoice costs a customer money and us their trust.", "It is right.", "decide-too-short"),
        ("fewer than 5 of the", "only few of all the", "decide-no-threshold"),
        ("what a sandbox changes for larger companies", "114 accounts sign up in a month", "decide-known"),
        ("ranking: [Keys, Sandbox]\n", "", "decide-lacks"),
        ("name: Sandbox", "name: Sand box", "decide-lacks"),
    ] {
        let answer = ANSWER.replacen(from, to, 1);
        assert_ne!(answer, ANSWER, "{from} does not stand in the answer");
        let told = open(&checked(&grader, &pack, &answer));
        assert!(told.iter().any(|found| found == code), "{to}: {told:?}");
        let others: Vec<_> = told.iter().filter(|found| *found != code).collect();
        let follows = ["decide-unknown-choice", "decide-unknown-option", "decide-ranking-incomplete", "decide-flip-not-level"];
        assert!(others.iter().all(|other| follows.contains(&other.as_str())), "{to}: {told:?}");
    }
}

#[test]
fn a_quoted_percentage_stands_for_its_share_and_for_the_rest() {
    let (grader, pack) = (grader(), pack());
    let from_nowhere = |sum: &str| {
        let answer = ANSWER.replacen("; 114 × 3 = 342.", &format!(", “20 % of the sign-ups are tests”; {sum}."), 1).replacen(
            "reach: 342",
            "reach: 273.6",
            1,
        );
        open(&checked(&grader, &pack, &answer)).contains(&"decide-number-from-nowhere".to_owned())
    };
    for sum in ["114 × 3 × 0.8 = 273.6", "114 × 3 × 80 % = 273.6", "114 × 3 × (1 − 0.2) = 273.6", "114 × 3 × (1 − 20 %) = 273.6"]
    {
        assert!(!from_nowhere(sum), "{sum}");
    }
    assert!(from_nowhere("114 × 3 × 0.7 = 239.4"));
}

/// Faults of the exercise that only two winners and single mistakes rule out.
fn proven(solutions: &[&str], wrong: &[&str]) -> Vec<String> {
    let named =
        |folder: &'static str| move |(at, text): (usize, &&str)| (format!("exercises/first/{folder}-{}.yaml", at + 1), (*text).to_owned());
    let files: Vec<_> =
        solutions.iter().enumerate().map(named("solution")).chain(wrong.iter().enumerate().map(named("wrong/fault"))).collect();
    let pack = pack_with(&files);
    let found = prove(&grader(), &pack, &pack.exercises[0]).found.into_iter();
    let ours = ["solution-same-winner", "solution-fails", "wrong-several-faults", "wrong-passes", "wrong-same-findings"];
    found.map(|finding| finding.code).filter(|code| ours.contains(&code.as_str())).collect()
}

#[test]
fn an_exercise_is_proven_by_two_winners_and_by_wrong_answers_with_one_mistake_each() {
    let change = |changes: &[(&str, &str)]| changes.iter().fold(ANSWER.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    let other = change(&[
        ("impact: 2", "impact: 0.25"),
        ("[Keys, Sandbox]", "[Sandbox, Keys]"),
        ("choice: Keys", "choice: Sandbox"),
        ("{option: Keys, figure: reach, to: 128, first: Sandbox}", "{option: Sandbox, figure: reach, to: 129, first: Keys}"),
    ]);
    let no_threshold = change(&[("fewer than 5 of the", "only few of all the")]);
    let not_level = change(&[("to: 128", "to: 193")]);
    let both = change(&[("fewer than 5 of the", "only few of all the"), ("to: 128", "to: 193")]);
    assert_eq!(proven(&[ANSWER, &other], &[&no_threshold, &not_level]), [""; 0]);
    assert_eq!(proven(&[ANSWER, ANSWER], &[&no_threshold]), ["solution-same-winner"]);
    assert_eq!(proven(&[ANSWER, &other], &[&both]), ["wrong-several-faults"]);
    assert_eq!(proven(&[ANSWER, &no_threshold], &[]), ["solution-fails", "solution-same-winner"]);
}

struct Chance(u64);

impl Chance {
    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("small")).expect("small")
    }
}

const PIECES: [&str; 24] = [
    "“",
    "”",
    "\"",
    "«",
    "…",
    "...",
    "é",
    "日本",
    " = ",
    " × ",
    "%",
    "9,9",
    "1e9",
    ".",
    "(((((",
    "0.5 %",
    "\n",
    "  ",
    ": ",
    "- ",
    "{",
    "#",
    "\u{a0}",
    "1,1,1.1.1",
];

#[test]
fn no_answer_is_too_strange_to_be_judged() {
    let (grader, pack) = (grader(), pack());
    let mut chance = Chance(20_261_127);
    let mut outcomes = [0; 3];
    for _ in 0..400 {
        let mut text: Vec<char> = ANSWER.chars().collect();
        for _ in 0..1 + chance.below(4) {
            let at = chance.below(text.len() + 1);
            let end = (at + chance.below(10)).min(text.len());
            match chance.below(3) {
                0 => drop(text.drain(at..end)),
                _ => drop(text.splice(at..end.min(at + 1), PIECES[chance.below(PIECES.len())].chars())),
            }
        }
        let text: String = text.into_iter().collect();
        let checked = checked(&grader, &pack, &text);
        for finding in &checked.verdict.findings {
            let place = finding.diagnostic.place.as_ref().expect("every finding has a place");
            assert!(text.get(place.span.clone()).is_some(), "{finding:?} points outside of the answer:\n{text}");
        }
        match checked.verdict.outcome {
            Outcome::Pass => outcomes[0] += 1,
            Outcome::Revise => outcomes[1] += 1,
            Outcome::Unreadable => outcomes[2] += 1,
            Outcome::NotRun => panic!("the exercise is sound"),
        }
    }
    assert!(outcomes.iter().all(|count| *count > 10), "{outcomes:?}");
}
