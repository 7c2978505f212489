//! An answer in SQL from its starter to a portfolio that a stranger verifies, with the real worker.

use crate::learner::{Learner, Ran, content, ran};
use std::path::PathBuf;

const QUERY: &str = "sql-failed-requests";

fn run(learner: &Learner, arguments: &[&str]) -> Ran {
    ran(learner.with_worker().args(arguments))
}

fn json(learner: &Learner, arguments: &[&str], code: i32) -> serde_json::Value {
    let ran = run(learner, &[arguments, &["--json"]].concat());
    assert_eq!(ran.code, Some(code), "{arguments:?}: {ran:?}");
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{arguments:?} printed no JSON, {error}: {}", ran.out))
}

/// A query of the exercise's folder, with the numbers of its first variant.
fn query(name: &str) -> String {
    let file = content().join("exercises").join(QUERY).join(name);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = text.replace("{{from}}", "14:00").replace("{{until}}", "16:00");
    assert!(!text.contains("{{"), "{text}");
    text
}

#[test]
fn a_query_becomes_evidence_that_a_stranger_verifies() {
    let learner = Learner::onboarded();
    let begun = json(&learner, &["start", QUERY], 0);
    let answer = learner.folder().join(begun["path"].as_str().expect("a path"));
    assert!(answer.is_file(), "{}", answer.display());
    assert_eq!(json(&learner, &["check", QUERY], 1)["outcome"], "revise", "a starter does not pass");

    std::fs::write(&answer, query("wrong/counts-client-errors.sql")).expect("an answer");
    let wrong = json(&learner, &["check", QUERY], 1);
    assert_eq!(wrong["outcome"], "revise");
    let said = wrong["findings"].to_string();
    assert!(said.contains("every status from 400 up counts as our failure"), "{said}");
    assert!(!wrong["tables"].as_array().expect("tables").is_empty(), "the rows are shown");

    let right = query("solution.sql");
    std::fs::write(&answer, &right).expect("an answer");
    let passed = json(&learner, &["check", QUERY], 0);
    assert_eq!(passed["outcome"], "pass");
    let kept = passed["kept"].as_str().expect("a pass keeps its answer");
    assert_eq!(learner.read(kept), right);

    let state = json(&learner, &["state"], 0);
    let line = &state["exercises"][0];
    assert_eq!((line["exercise"].as_str(), line["state"].as_str()), (Some(QUERY), Some("verified")));
    assert_eq!((&line["attempts"], &line["passes"]), (&3.into(), &1.into()));
    assert_eq!(json(&learner, &["verify"], 0)["lines"][0]["result"], "holds");

    let built = json(&learner, &["portfolio", "build"], 0);
    assert!(built["files"].to_string().contains(&format!("evidence/{QUERY}.html")), "{built}");
    let site: PathBuf = learner.folder().join("site");
    let stranger = Learner::new();
    let claims = json(&stranger, &["verify", "--site", &site.display().to_string()], 0);
    assert_eq!((claims["lines"][0]["exercise"].as_str(), claims["lines"][0]["result"].as_str()), (Some(QUERY), Some("holds")));

    // The same claim about rows that are not those of the question.
    let published = site.join("evidence").join(QUERY).join("query.sql");
    assert_eq!(std::fs::read_to_string(&published).expect("the answer is published"), right);
    std::fs::write(&published, query("wrong/newest-first.sql")).expect("it can be changed");
    assert_eq!(json(&stranger, &["verify", "--site", &site.display().to_string()], 1)["lines"][0]["result"], "damaged");
    assert_eq!(run(&stranger, &["state"]).code, Some(2), "a stranger has no folder, and needs none");
}
