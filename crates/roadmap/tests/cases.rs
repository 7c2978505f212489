//! Roadmaps with one fault and what their writer is told: each `tests/cases/<fault>.yaml` beside its snapshot.
//!
//! A new case is a new file; `cargo insta review` shows what is said about it.

use footbridge_diagnostic::{Source, render_text};
use footbridge_roadmap::{Limits, judge};
use std::fs;
use std::path::Path;

/// Words of the parser, which nobody who writes a roadmap knows.
const INTERNALS: [&str; 7] = ["serde", "scalar", "mapping values", "block", "token", "deserializ", "Written"];

#[test]
fn every_fault_is_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(&folder).expect("the folder of cases").map(|entry| entry.expect("an entry").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    cases.sort();
    assert!(!cases.is_empty());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in cases {
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain file name").to_owned();
            let text = fs::read_to_string(&path).expect("a case");
            let told = told(&text);
            let leaked: Vec<&&str> = INTERNALS.iter().filter(|word| told.contains(**word) && !text.contains(**word)).collect();
            assert!(leaked.is_empty(), "{name} speaks of {leaked:?}:\n{told}");
            insta::assert_snapshot!(name, told);
        }
    });
}

fn told(text: &str) -> String {
    let report = judge(text, "roadmap.yaml", &Limits::default());
    let source = Source { file: "roadmap.yaml", text };
    let mut told = vec![if report.is_complete() { "complete".to_owned() } else { "not complete".to_owned() }];
    told.extend(report.findings.iter().map(|finding| render_text(finding, Some(&source), false)));
    told.join("\n\n")
}

#[test]
fn a_report_is_summed_up() {
    let says = |case: &str| judge(case, "roadmap.yaml", &Limits::default()).says();
    assert_eq!(
        says(include_str!("cases/good.yaml")),
        "The roadmap holds together, with 2 outcomes and 4 bets. Whether these are the right bets is for a reader to say."
    );
    assert_eq!(says(include_str!("cases/no-summary.yaml")), "One thing is still to be mended. Read so far: 2 outcomes and 4 bets.");
    assert_eq!(
        says("format: 1\noutcomes: [{id: a, title: A}]\n").split_once(" things").map(|(_, rest)| rest),
        Some(" are still to be mended. Read so far: 1 outcome and 0 bets.")
    );
    assert_eq!(says(""), "This cannot be read as a roadmap.");
}
