//! The document of the format says what the code does.

use footbridge_roadmap::{Limits, judge, read, read_profile};

const DOCUMENT: &str = include_str!("../../../docs/roadmap-format.md");

/// The first block of code in a language.
fn block(language: &str) -> &'static str {
    let (_, rest) = DOCUMENT.split_once(&format!("```{language}\n")).expect("a block");
    rest.split_once("```").expect("its end").0
}

#[test]
fn the_example_is_complete() {
    let report = judge(block("yaml"), "roadmap.yaml", &Limits::default());
    assert_eq!(report.findings, []);
    assert!(report.is_complete());
}

#[test]
fn the_mapping_can_be_read() {
    let (profile, findings) = read_profile(block("toml"), "ours.toml");
    assert_eq!((profile.map(|profile| profile.columns.len()), findings), (Some(2), vec![]));
}

#[test]
fn every_key_and_every_field_is_named() {
    let shapes = [
        "qqqqqqqqqqqq: 1",
        "outcomes: [{qqqqqqqqqqqq: 1}]",
        "bets: [{qqqqqqqqqqqq: 1}]",
        "not_doing: [{qqqqqqqqqqqq: 1}]",
        "risks: [{qqqqqqqqqqqq: 1}]",
        "sources: [{qqqqqqqqqqqq: 1}]",
    ];
    let keys = shapes.iter().flat_map(|shape| {
        let findings = read(shape, "roadmap.yaml").1;
        let unknown = findings.into_iter().find(|finding| finding.code == "roadmap-unknown-key").expect("an unknown key");
        quoted(&unknown.notes[0])
    });
    let mapping =
        "format = 1\nid = \"x\"\ntitle = \"x\"\ndate = \"%Y\"\n[[column]]\nname = \"x\"\ntext = \"{qqqqqqqqqqqqqqqqqqqqqqqqqq}\"\n";
    let fields = read_profile(mapping, "x.toml").1.remove(0).help.remove(0);
    let fields = fields.trim_start_matches("The fields are ").trim_end_matches('.').split(", ").map(str::to_owned);
    let names: Vec<String> = keys.chain(fields).collect();
    assert!(names.len() > 50, "{names:?}");
    let missing: Vec<&String> = names.iter().filter(|name| !DOCUMENT.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "the document does not name {missing:?}");
}

fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
