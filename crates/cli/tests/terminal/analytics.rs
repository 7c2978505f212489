//! The page about analytics says what can be typed, and each line of it is typed here.

use crate::learner::Learner;
use std::path::{Path, PathBuf};
use std::process::Output;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The program beside the real worker, in the folder of the repository.
fn run(learner: &Learner, arguments: &[String]) -> Output {
    learner.with_worker().current_dir(root()).args(arguments).output().expect("it can be started")
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn examples() -> Vec<Vec<String>> {
    let page = std::fs::read_to_string(root().join("docs/analytics.md")).expect("the page");
    let lines = page.lines().filter_map(|line| line.strip_prefix("footbridge "));
    lines.map(|line| line.split(' ').map(|word| word.trim_matches('\'').to_owned()).collect()).collect()
}

#[test]
fn each_example_gives_the_rows_of_its_query() {
    let learner = Learner::new();
    let examples = examples();
    assert!(examples.len() > 6, "the page shows {} examples", examples.len());
    for example in examples {
        let with = |more: &[&str]| example.iter().cloned().chain(more.iter().map(|word| (*word).to_owned())).collect::<Vec<_>>();
        let view: serde_json::Value = serde_json::from_str(&said(&run(&learner, &with(&["--json"])))).expect("JSON");
        let rows = &view["rows"]["rows"];
        assert!(rows.as_array().is_some_and(|rows| !rows.is_empty()), "{example:?} gives nothing");
        let sql = said(&run(&learner, &with(&["--sql"])));
        assert_eq!(view["sql"], sql.as_str());
        let asked = ["sql", "--data", &example[2], "--json", &sql].map(str::to_owned);
        let again: serde_json::Value = serde_json::from_str(&said(&run(&learner, &asked))).expect("JSON");
        assert_eq!(&again["rows"]["rows"], rows, "{example:?}");
    }
}

#[test]
fn a_chart_is_written_with_its_numbers() {
    let learner = Learner::new();
    let picture = learner.home().join("funnel.svg");
    let example = examples().into_iter().next().expect("an example");
    let arguments: Vec<String> = example.into_iter().chain(["--svg".to_owned(), picture.display().to_string()]).collect();
    let page = said(&run(&learner, &arguments));
    let svg = std::fs::read_to_string(picture).expect("it is written");
    assert!(svg.contains("<desc") && svg.contains("1 /customers: "), "{svg}");
    assert!(page.contains("Times that name no zone are taken as UTC"), "{page}");
}

#[test]
fn retention_prints_its_triangle_and_its_rows_only_when_asked() {
    let learner = Learner::new();
    let example = examples().into_iter().find(|example| example[1] == "retention").expect("an example");
    let page = said(&run(&learner, &example));
    assert!(page.contains("day 1") && !page.contains("rate_low") && page.contains("`--rows` prints a row for each cell"), "{page}");
    let with_rows = said(&run(&learner, &example.into_iter().chain(["--rows".to_owned()]).collect::<Vec<_>>()));
    assert!(with_rows.contains("rate_low"), "{with_rows}");
}

#[test]
fn files_in_which_nothing_can_be_counted_are_refused_with_a_sentence() {
    let learner = Learner::new();
    for (name, text, more, message) in [
        ("none.csv", "user_id,event,ts\n", &[][..], "The files hold no rows."),
        ("no-time.csv", "user_id,event\na,x\n", &[], "No column is known to say when it happened."),
        ("odd.csv", "user_id,event,ts\na,x,yesterday\n", &[], "No row has a time that can be read in `ts`."),
        ("nobody.csv", "user_id,event,ts\n,x,2026-01-05 08:00:00\n", &[], "No row has a user in `user_id`."),
        ("typed.csv", "user_id,event,ts\na,signup,2026-01-05 08:00:00\n", &["--begin", "singup"], "Did you mean `signup`?"),
        ("packed.jsonl", "{\"user_id\":\"a\",\"event\":{\"name\":\"x\"},\"ts\":1767600000}\n", &[], "`event` holds several values in one"),
    ] {
        let file = learner.home().join(name);
        std::fs::write(&file, text).expect("a file of the test's own");
        let words = ["analytics", "cohort", &file.display().to_string()]
            .into_iter()
            .chain(more.iter().copied())
            .map(str::to_owned)
            .collect::<Vec<_>>();
        let ran = run(&learner, &words);
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(2), "{name}: {told}");
        assert!(told.contains(message), "{name}: {told}");
    }
}

#[test]
fn numbers_since_1970_are_told_apart_by_their_size_also_as_text() {
    let learner = Learner::new();
    for (time, unit) in [("1767600000", "seconds"), ("1767600000000", "milliseconds"), ("1767600000000000", "microseconds")] {
        let row = |time: &str| format!("{{\"user_id\":\"a\",\"event\":\"x\",\"ts\":{time}}}\n");
        let written =
            [("bare.jsonl", format!("{0}{1}{0}", row(time), row("99999999999999999"))), ("text.jsonl", row(&format!("\"{time}\"")))];
        for (name, text) in written {
            let file = learner.home().join(name);
            std::fs::write(&file, text).expect("a file of the test's own");
            let page = said(&run(&learner, &["analytics", "cohort", &file.display().to_string(), "--period", "day"].map(str::to_owned)));
            assert!(page.contains(&format!("counted in {unit} since 1970")) && page.contains("2026-01-05"), "{name} {time}: {page}");
        }
    }
}

#[test]
fn what_cannot_be_asked_is_said_before_anything_is_read() {
    let learner = Learner::new();
    for (arguments, message) in [
        (&["funnel", "e.csv", "--step", "a", "--window", "soon"][..], "`soon` is no length of time."),
        (&["retention", "e.csv", "--periods", "99"], "99 periods cannot be shown."),
        (&["cohort", "e.csv", "--by", "plan"], "Retention and cohorts are not told apart by a column."),
        (&["funnel", "e.json.gz", "--step", "a"], "`e.json.gz` is packed, and packed files are not read."),
    ] {
        let ran = learner.run(&[&["analytics"][..], arguments].concat());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(message), "{ran:?}");
    }
}
