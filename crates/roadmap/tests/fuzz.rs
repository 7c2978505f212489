//! Texts that nobody would write: the readers must take them without a panic, point only at places that exist, and whatever they let through
//! must be fit to be drawn and exported. Mutations are drawn from a seed, so that a failure happens again.

use footbridge_diagnostic::{Diagnostic, Source, render_text};
use footbridge_roadmap::{
    Limits, Roadmap, Tool, csv, dry_run, from_csv, judge, markdown, mermaid, read, read_profile, svg, to_csv, to_yaml,
};
use std::fs;
use std::path::Path;

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

const PIECES: [&str; 34] = [
    "\n",
    "\n- ",
    "\n  - id: x\n",
    ": ",
    "- ",
    "  ",
    "\t",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">\n",
    "{",
    "}",
    "[",
    "]",
    ",",
    "?",
    "---\n",
    "\u{feff}",
    "\0",
    "é",
    "日本",
    "9999-12-31",
    "2026-Q9",
    "-1",
    "1e999",
    "=1+1",
    "depends_on: [x, x]\n",
    "<<: *a\n",
    "<script>",
];

fn mutated(text: &str, chance: &mut Chance) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..1 + chance.below(6) {
        let at = chance.below(text.len() + 1);
        let end = (at + chance.below(30)).min(text.len());
        match chance.below(5) {
            0 => drop(text.drain(at..end)),
            1 => drop(text.splice(at..at, PIECES[chance.below(PIECES.len())].chars())),
            2 => drop(text.splice(at..end, PIECES[chance.below(PIECES.len())].chars())),
            3 => {
                let copy: Vec<char> = text[at..end].to_vec();
                let to = chance.below(text.len() + 1);
                drop(text.splice(to..to, copy));
            }
            _ => text.truncate(text.len() - chance.below(text.len() / 3 + 1)),
        }
    }
    text.into_iter().collect()
}

fn corpus(ending: &str, folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a text")).collect()
}

fn can_be_shown(findings: &[Diagnostic], file: &str, text: &str) {
    for finding in findings {
        let place = finding.place.as_ref().expect("every finding has a place");
        assert!(text.get(place.span.clone()).is_some(), "{finding:?} points outside of its file");
        assert_eq!(place.file, file);
        assert!(!finding.message.is_empty());
    }
    if let Some(finding) = findings.first() {
        render_text(finding, Some(&Source { file, text }), false);
    }
}

/// What is let through can be drawn and exported, however little sense it makes.
fn can_be_used(roadmap: &Roadmap) {
    let picture = svg(roadmap);
    assert!(picture.ends_with("</svg>\n") && !picture.contains("<script>"));
    csv(roadmap, &Tool::Jira.profile());
    dry_run(roadmap, &Tool::Linear.profile()).text();
    mermaid(roadmap);
    markdown(roadmap);
    let (back, _) = from_csv(&to_csv(roadmap), &roadmap.file);
    assert_eq!(back.as_ref(), Some(roadmap), "our own CSV loses nothing");
    let (back, _) = read(&to_yaml(roadmap), &roadmap.file);
    assert!(back.is_some(), "what we write is YAML");
}

#[test]
fn no_roadmap_is_too_strange_to_be_read() {
    let corpus = corpus("yaml", "tests/cases");
    let mut chance = Chance(20_261_126);
    let mut read = 0;
    for round in 0..400 {
        let text = mutated(&corpus[round % corpus.len()], &mut chance);
        let report = judge(&text, "roadmap.yaml", &Limits::default());
        can_be_shown(&report.findings, "roadmap.yaml", &text);
        if let Some(roadmap) = report.roadmap.filter(|_| round % 3 == 0) {
            read += 1;
            can_be_used(&roadmap);
        }
    }
    assert!(read > 20, "only {read} were read at all");
}

#[test]
fn no_csv_is_too_strange_to_be_read_back() {
    let corpus: Vec<String> =
        corpus("yaml", "tests/cases").iter().filter_map(|text| Some(to_csv(&read(text, "roadmap.yaml").0?))).collect();
    let mut chance = Chance(7);
    for round in 0..400 {
        let text = mutated(&corpus[round % corpus.len()], &mut chance);
        let (roadmap, findings) = from_csv(&text, "roadmap.csv");
        can_be_shown(&findings, "roadmap.csv", &text);
        if let Some(roadmap) = roadmap.filter(|_| round % 10 == 0) {
            can_be_used(&roadmap);
        }
    }
}

#[test]
fn no_mapping_is_too_strange_to_be_read() {
    let corpus = corpus("toml", "profiles");
    let (roadmap, _) =
        read(&fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/good.yaml")).expect("a case"), "roadmap.yaml");
    let roadmap = roadmap.expect("a roadmap");
    let mut chance = Chance(3);
    for round in 0..300 {
        let text = mutated(&corpus[round % corpus.len()], &mut chance);
        let (profile, findings) = read_profile(&text, "profile.toml");
        can_be_shown(&findings, "profile.toml", &text);
        assert_eq!(profile.is_none(), findings.iter().any(Diagnostic::is_error), "a mapping comes back when nothing is wrong with it");
        if let Some(profile) = profile {
            csv(&roadmap, &profile);
            dry_run(&roadmap, &profile);
        }
    }
}

/// Files that are made to be expensive: many names that are nearly right, deep nesting, everything waiting for everything.
#[test]
fn expensive_files_are_cheap() {
    let many: String =
        (0..4_000).map(|number| format!("  - {{id: bet-{number}, depends_on: [bat-{number}], outcome: o-{number}}}\n")).collect();
    let dense: String = (0..200)
        .map(|number| {
            let needs: Vec<String> = (0..90).map(|other| format!("b{other}")).collect();
            let horizon = ["now", "next", "later"][number % 3];
            format!("  - {{id: b{number}, horizon: {horizon}, depends_on: [{}]}}\n", needs.join(", "))
        })
        .collect();
    for bets in [many, dense] {
        let text = format!("format: 1\nproduct: x\nbets:\n{bets}");
        if let Some(roadmap) = judge(&text, "roadmap.yaml", &Limits::default()).roadmap {
            svg(&roadmap);
        }
    }
    let deep = format!("format: 1\nproduct: {}x{}\n", "[".repeat(5_000), "]".repeat(5_000));
    assert!(read(&deep, "roadmap.yaml").0.is_none());
    let aliases = "format: 1\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assert!(read(aliases, "roadmap.yaml").0.is_none());
    assert!(read(&"x".repeat(300_000), "roadmap.yaml").0.is_none());
}
