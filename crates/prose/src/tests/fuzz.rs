//! Mutations of all case documents, from a fixed seed: nothing panics, places lie in the text and between its characters, and the same
//! document is always judged the same.

use super::cases;
use crate::artifact::Artifact;
use crate::vale::Style;
use crate::{Rules, Target, check, export, plain_text, references};
use footbridge_diagnostic::Diagnostic;
use std::path::Path;

/// Rounds of the ordinary test; `FOOTBRIDGE_PROSE_ROUNDS` asks for more.
const ROUNDS: u64 = 250;

/// What is put in between: markup, marks of our own readers, and characters of two to four bytes.
const PIECES: [&str; 44] = [
    "#",
    "## ",
    "\n## Risks\n",
    "\n\n",
    "\n",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n| c | d |\n",
    "|",
    "```",
    "```json\n{",
    "```bash\ncurl '",
    "```http\nGET ",
    "`",
    "**",
    "*",
    "_",
    "<b>",
    "<!--",
    "[x](",
    "]",
    "{{query:",
    "}}",
    "5 % ",
    "429",
    "12 May 2026",
    "2026-05-12",
    "10:42 ",
    "Owner: ",
    "By — ",
    "**Baseline** ",
    "TBD",
    "…",
    "é",
    "„",
    "😀",
    "\u{a0}",
    "\u{200b}",
    "\r\n",
    "\t",
    "---\n",
    "\u{0}",
];

/// A small generator: the same numbers in every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

fn rounds() -> u64 {
    std::env::var("FOOTBRIDGE_PROSE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

/// A stretch of one document with up to eight changes.
fn mutated(chance: &mut Chance, corpus: &[String]) -> String {
    let pick = |chance: &mut Chance| corpus[chance.below(corpus.len())].clone();
    let mut text = pick(chance);
    let (start, length) = (chance.place(&text), 200 + chance.below(1_500));
    let end = text.floor_char_boundary((start + length).min(text.len()));
    text = text[start..end].to_owned();
    for _ in 0..chance.below(9) {
        let at = chance.place(&text);
        match chance.below(5) {
            0 => text.insert_str(at, PIECES[chance.below(PIECES.len())]),
            1 => {
                let end = text.floor_char_boundary((at + chance.below(40)).min(text.len()));
                text.replace_range(at..end.max(at), "");
            }
            2 => {
                let end = text.floor_char_boundary((at + chance.below(80)).min(text.len())).max(at);
                let copy = text[at..end].to_owned();
                let to = chance.place(&text);
                text.insert_str(to, &copy);
            }
            3 => {
                let other = pick(chance);
                let from = chance.place(&other);
                let to = other.floor_char_boundary((from + chance.below(200)).min(other.len())).max(from);
                text.insert_str(at, &other[from..to]);
            }
            _ => text.insert_str(at, &PIECES[chance.below(PIECES.len())].repeat(1 + chance.below(30))),
        }
    }
    text
}

fn assert_places(findings: &[Diagnostic], text: &str) {
    for finding in findings {
        let span = finding.place.as_ref().expect("every finding has a place").span.clone();
        assert!(text.get(span.clone()).is_some(), "{span:?} of {} in {text:?}", finding.code);
    }
}

#[test]
fn no_document_breaks_the_checks_the_exports_and_the_references() {
    let corpus: Vec<String> = cases::all().into_iter().map(|case| case.text).collect();
    let style = house();
    let mut chance = Chance(0x00f0_07b2_1d9e);
    for round in 0..rounds() {
        let text = mutated(&mut chance, &corpus);
        let artifact = Artifact::ALL[chance.below(Artifact::ALL.len())];
        let starter = (round % 3 == 0).then(|| mutated(&mut chance, &corpus));
        let styles = if round % 4 == 0 { vec![style.clone()] } else { Vec::new() };
        let rules = Rules { artifact: (round % 7 != 0).then_some(artifact), starter, styles, ..Rules::default() };
        let report = check(&text, "answer.md", &rules);
        assert_places(&report.findings, &text);
        assert_eq!(report, check(&text, "answer.md", &rules), "{text:?}");
        for section in report.sections.iter().filter_map(|section| section.found.as_ref()) {
            assert!(text.get(section.span.clone()).is_some(), "{text:?}");
        }
        let (found, faults) = references(&text, "answer.md");
        assert_places(&faults, &text);
        assert!(
            found.iter().all(|one| text.get(one.span.clone()).is_some() && text[one.figure.span.clone()] == one.figure.written),
            "{text:?}"
        );
        for target in Target::ALL {
            let exported = export(&text, target);
            assert_eq!(exported.characters, exported.text.trim_end().chars().count());
        }
        assert_eq!(plain_text(&text), export(&without_references(&text), Target::LinkedIn).text, "{text:?}");
    }
}

/// The plain text keeps references, the post does not.
fn without_references(text: &str) -> String {
    let (found, _) = references(text, "");
    if found.is_empty() { text.to_owned() } else { text.replace("{{query:", "{{ query:") }
}

fn rule_files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/styles");
    let mut files = Vec::new();
    for style in ["Broken", "House"] {
        for entry in std::fs::read_dir(root.join(style)).expect("the style is there") {
            let path = entry.expect("it can be read").path();
            files.push((path.to_string_lossy().into_owned(), std::fs::read_to_string(&path).expect("it can be read")));
        }
    }
    files.sort();
    files
}

fn house() -> Style {
    let files = rule_files();
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Style::read(&borrowed).0
}

#[test]
fn no_rule_file_breaks_the_reader_of_styles() {
    const MARKS: [&str; 24] = [
        "(", ")", "[", "]", "{9999}", "*", "+", "?", "\\", "\\1", "(?=", "(?<!", "|", "'", "\"", ":", "\n", "  - ", "&a ", "*a", "%s",
        "$title", "é", "- - - -",
    ];
    let files = rule_files();
    let corpus: Vec<String> = files.iter().map(|(_, text)| text.clone()).collect();
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/styles/text.md")).expect("the text is there");
    let mut chance = Chance(0x5717_1e5a_11d0);
    for _ in 0..rounds() / 2 {
        let mut rule = corpus[chance.below(corpus.len())].clone();
        for _ in 0..1 + chance.below(5) {
            let at = chance.place(&rule);
            if chance.below(3) == 0 {
                let end = rule.floor_char_boundary((at + chance.below(20)).min(rule.len())).max(at);
                rule.replace_range(at..end, "");
            } else {
                rule.insert_str(at, MARKS[chance.below(MARKS.len())]);
            }
        }
        let (style, told) = Style::read(&[("S/R.yml", &rule)]);
        assert_places(&told, &rule);
        let report = check(&text, "text.md", &Rules { styles: vec![style], ..Rules::default() });
        assert_places(&report.findings, &text);
        assert!(report.is_complete(), "a style never fails a document: {rule:?}");
    }
}
