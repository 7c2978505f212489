//! Texts that nobody would write: the reader must take them without a panic, point only at places that exist, and whatever it lets through
//! must have an answer with finite figures. Mutations are drawn from a seed, so that a failure happens again.

use footbridge_decide::{Analysis, Estimate, Given, MatrixOf, Number, from_table, judge, matrix, read, read_unscored, starter, table};
use footbridge_diagnostic::{Source, render_text};
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

const PIECES: [&str; 32] = [
    "\n",
    "\n- ",
    "\n  - name: x\n",
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
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "---\n",
    "\u{feff}",
    "\0",
    "é",
    " – ",
    "-1",
    "0",
    "1e999",
    "999999999",
    "100 %",
    "<<: *a\n",
    "option,",
];

fn mutated(text: &str, chance: &mut Chance) -> String {
    let mut text: Vec<char> = text.chars().collect();
    // Most texts get one fault, so that much of what is read lies close to what people write.
    for _ in 0..1 + chance.below(6).saturating_sub(3) {
        let at = chance.below(text.len() + 1);
        let end = (at + chance.below(8)).min(text.len());
        match chance.below(5) {
            0 => drop(text.drain(at..end)),
            1 => drop(text.splice(at..at, PIECES[chance.below(PIECES.len())].chars())),
            2 => drop(text.splice(at..end, PIECES[chance.below(PIECES.len())].chars())),
            3 => {
                let copy: Vec<char> = text[at..end].to_vec();
                let to = chance.below(text.len() + 1);
                drop(text.splice(to..to, copy));
            }
            _ => text.truncate(text.len() - chance.below(40).min(text.len())),
        }
    }
    text.into_iter().collect()
}

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension != "snap"));
    paths.sort();
    let cases = paths.iter().map(|path| fs::read_to_string(path).expect("a text"));
    cases.chain(["rice", "moscow", "matrix"].into_iter().filter_map(starter)).collect()
}

/// Whether the text could be read; everything that was said of it can be shown.
fn survives(text: &str) -> bool {
    let report = judge(text, "decision.yaml");
    for finding in &report.findings {
        let place = finding.place.as_ref().expect("every finding has a place");
        assert!(text.get(place.span.clone()).is_some(), "{finding:?} points outside of its file:\n{text}");
    }
    if let Some(finding) = report.findings.first() {
        render_text(finding, Some(&Source { file: "decision.yaml", text }), false);
    }
    let columns = [("option", "option"), ("reach", "b")].map(|(ours, theirs)| (ours.to_owned(), theirs.to_owned()));
    let _ = from_table(text, &columns, &|_, cell| cell);
    if let Some((decision, _)) = &report.decided {
        let written = table(decision);
        assert_eq!(read(&written, "a.csv").0.as_ref().map(table), Some(written.clone()), "{written}\n{text}");
    }
    match &report.decided {
        Some((_, Analysis::Ranked(ranked))) => {
            for standing in &ranked.standings {
                assert!(standing.score.is_finite() && standing.low <= standing.high, "{standing:?}\n{text}");
            }
            assert!(ranked.flips.iter().all(|flip| flip.to.is_finite()), "{text}");
            true
        }
        Some((_, Analysis::Capacity(capacity))) => {
            assert!(capacity.effort.iter().all(|effort| effort.is_finite()));
            true
        }
        None => {
            assert!(report.findings.iter().any(|finding| finding.is_error()), "what is not read is told:\n{text}");
            false
        }
    }
}

#[test]
fn no_decision_is_too_strange_to_be_read() {
    let corpus = corpus();
    let mut chance = Chance(20_261_126);
    let read = (0..1_500).filter(|round| survives(&mutated(&corpus[round % corpus.len()], &mut chance))).count();
    assert!(read > 60, "only {read} were read at all");
}

/// Files that are made to be expensive: as many figures as are read, deep nesting, names for values.
#[test]
fn expensive_files_are_cheap() {
    let criteria: Vec<String> = (0..200).map(|number| format!("  - {{name: c{number}, weight: 1 – 2 – 3}}\n")).collect();
    let scores: Vec<String> = (0..60).map(|number| format!("c{number}: 1 – 2 – 3")).collect();
    let options: Vec<String> = (0..200).map(|number| format!("  - {{name: o{number}, scores: {{{}}}}}\n", scores.join(", "))).collect();
    survives(&format!("format: 1\nmethod: matrix\ncriteria:\n{}options:\n{}", criteria.concat(), options.concat()));
    let options = options[..60].concat();
    assert!(survives(&format!("format: 1\nmethod: matrix\ncriteria:\n{}options:\n{options}", criteria[..60].concat())));
    assert!(!survives(&format!("method: {}x{}\n", "[".repeat(5_000), "]".repeat(5_000))));
    assert!(!survives("method: rice\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"));
    assert!(!survives(&"x".repeat(300_000)));
    assert!(!survives(&format!("option,{}\n", "a,".repeat(100_000))));
}

/// The largest and the finest figures together stay exact.
#[test]
fn extreme_figures_are_reckoned() {
    for (reach, impact, confidence, effort) in
        [("1000000000", "10", "100", "100000"), ("0.001", "0.001", "0.001", "0.001"), ("1000000000", "10", "100", "0.001")]
    {
        let option =
            |name: &str| format!("  - {{name: {name}, reach: {reach}, impact: {impact}, confidence: {confidence}, effort: {effort}}}\n");
        let other = "  - {name: c, reach: 999999999.999, impact: 9.999, confidence: 99.999, effort: 99999.999}\n";
        assert!(survives(&format!("format: 1\nmethod: rice\noptions:\n{}{}{other}", option("a"), option("b"))));
        assert!(survives(&format!("format: 1\nmethod: rice\noptions:\n{}{other}", option("a"))));
    }
}

#[test]
fn names_of_any_kind_become_a_matrix_that_can_be_filled_and_read() {
    let names = ["a: b", "\"quoted\"", "back\\slash", "new\nline", "é – 日本", "- x", "#", "{x}", "\u{feff}a\u{2028}b\tc"];
    let criteria: Vec<(&str, u32, &str)> = names.iter().map(|name| (*name, 12, "why: so")).collect();
    let text = matrix(&MatrixOf { title: "x:\n\"y\"", team: Some(12), criteria: &criteria, locked: true, options: &names });
    let unscored = read_unscored(&text, "a.yaml").expect("criteria and names");
    assert!(unscored.is_locked(), "{text}");
    assert_eq!(unscored.options.iter().map(|option| option.value.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(unscored.title.as_ref().map(|title| title.value.as_str()), Some("x:\n\"y\""));
    let given =
        |number: i32| Given { score: Some(Estimate::exactly(Number::whole(number))), why: "# a: \"b\"".into(), evidence: "- {x}".into() };
    let unknown = || Given { score: None, why: String::new(), evidence: String::new() };
    let rows: Vec<Vec<Given>> =
        (0..9).map(|at| (0..9).map(|criterion| if at == criterion { unknown() } else { given(1 + at % 5) }).collect()).collect();
    let filled = unscored.filled(&text, &rows);
    assert!(survives(&filled), "{filled}");
    let report = judge(&filled, "a.yaml");
    assert!(report.is_complete(), "{:?}\n{filled}", report.findings);
}

/// Files whose options are written in ways that scores cannot be put into are left as they are.
#[test]
fn odd_options_are_filled_without_a_panic() {
    let head = "format: 1\nmethod: matrix\ncriteria:\n  - {name: c, weight: 1}\n";
    let given = vec![vec![Given { score: None, why: "w".into(), evidence: "e".into() }]; 2];
    for options in [
        "options: [{name: a}, {name: b}]",
        "options:\n- name: a\n- name: b",
        "options:\n  -\n    name: a\n  - name:\n      b",
        "options:\n  - {name: a}\n  - name: \"a\n    b\"\n",
        "options:\r\n  - name: a\r\n  - name: b\r\n",
    ] {
        let text = format!("{head}{options}");
        if let Some(unscored) = read_unscored(&text, "a.yaml") {
            survives(&unscored.filled(&text, &given));
        }
    }
    let text = format!("{head}options:\n- name: a\n- name: b");
    let filled = read_unscored(&text, "a.yaml").expect("unscored").filled(&text, &given);
    assert!(judge(&filled, "a.yaml").is_complete(), "{filled}");
}
