//! What proving an exercise finds: whether its wrong answers show that the check tells faults apart.

use footbridge_content::{Files, read};
use footbridge_grade::{DataFolder, Grader, prove};
use footbridge_query::{Engine, EngineConfig};
use std::path::PathBuf;

/// Messages of one code that proving finds about an exercise of this kind and table, with these wrong answers.
fn proven(code: &str, (kind, table, ending): (&str, &str, &str), wrong: &[String]) -> Vec<String> {
    let mut files = Files::default();
    let exercise =
        format!("id = \"memo\"\nkind = \"{kind}\"\ntrack = \"apis\"\ntitle = \"A memo\"\nskills = [\"apis\"]\nminutes = 10\n\n{table}");
    for (path, text) in [
        ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"apis\"]\n"),
        ("tracks/apis/track.toml", "id = \"apis\"\ntitle = \"APIs\"\nsummary = \"Contracts.\"\n"),
        ("exercises/memo/exercise.toml", exercise.as_str()),
        ("exercises/memo/brief.md", "Write.\n"),
    ] {
        files.insert(path, text.as_bytes().to_vec());
    }
    for (number, text) in wrong.iter().enumerate() {
        files.insert(format!("exercises/memo/wrong/fault-{number}.{ending}"), text.clone().into_bytes());
    }
    let pack = read(&files).0.expect("a pack");
    let config = EngineConfig { worker: PathBuf::from("no-worker-here"), pool: 1, memory_bytes: 1 << 30, recycle_after: 100 };
    let grader = Grader::new(Engine::new(config), DataFolder::new(PathBuf::from("no-data-here")));
    let found = prove(&grader, &pack, &pack.exercises[0]).found.into_iter();
    found.filter(|finding| finding.code == code).map(|finding| finding.message).collect()
}

fn writing(code: &str, wrong: &[&str]) -> Vec<String> {
    let table = "[write]\n[[write.section]]\nheading = \"Why\"\nasks = \"Why?\"\nmin_words = 4\n\
        needs = [{ reason = true, what = \"a reason\" }, { number = true, what = \"a number\" }]\n";
    let wrong: Vec<String> = wrong.iter().map(|text| format!("## Why\n\n{text}\n")).collect();
    proven(code, ("write", table, "md"), &wrong)
}

const NO_REASON: &str = "There are 5 of them.";
const NO_NUMBER: &str = "Because it is so.";
const NEITHER: &str = "It is so.";

/// One wrong answer shows that a check refuses something; three show that it tells faults apart.
#[test]
fn a_verified_piece_of_writing_is_proven_by_three_wrong_answers() {
    assert_eq!(writing("exercise-wrong", &[NO_REASON, NO_NUMBER]), ["`memo` has 2 wrong answers; it needs 3."]);
    assert_eq!(writing("exercise-wrong", &[NO_REASON, NO_NUMBER, NEITHER]), [""; 0]);
}

#[test]
fn two_wrong_answers_are_wrong_in_different_ways() {
    let same = |wrong: &[&str]| writing("wrong-same-findings", wrong);
    assert_eq!(same(&[NO_REASON, NO_NUMBER, NEITHER]), [""; 0]);
    assert_eq!(same(&[NO_REASON, NO_NUMBER, "There are 7 of those."]), ["`fault-2` is refused for the same as `fault-0`."]);
    assert_eq!(same(&["It is.", NEITHER]), ["`fault-1` is refused for the same as `fault-0`."]);
}

#[test]
fn two_wrong_roadmaps_are_wrong_in_different_ways() {
    let same = |wrong: &[&str]| {
        let wrong: Vec<String> = wrong.iter().map(|text| format!("format: 1\n{text}")).collect();
        proven("wrong-same-findings", ("roadmap", "[roadmap]\nmin_bets = 1\n", "yaml"), &wrong)
    };
    let (no_bets, no_product) = ("product: Ledger\nas_of: 2026-10-01\n", "as_of: 2026-10-01\n");
    assert_eq!(same(&[no_bets, no_product]), [""; 0]);
    assert_eq!(same(&[no_bets, "product: Books\nas_of: 2026-10-02\n"]), ["`fault-1` is refused for the same as `fault-0`."]);
}
