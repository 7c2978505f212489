//! `docs/writing.md` says of every kind of document, section and rule what the code says. The part between "## The documents" and "## The
//! wording advice" is made of the data here; `FOOTBRIDGE_PROSE_BLESS=1` writes it.

use crate::artifact::{Artifact, Asked, Kind};
use crate::rule::Rule;
use std::collections::BTreeMap;
use std::path::Path;

const FROM: &str = "## The documents\n";
const TO: &str = "## The wording advice\n";

fn made() -> String {
    let mut text = String::from(FROM);
    text.push_str("\nHeadings are found at any level, in any case, with numbers in front, in singular or plural, and by the other names given here.\n");
    for artifact in Artifact::ALL {
        text.push_str(&document(artifact.kind()));
    }
    text.push_str("\n## The rules\n\nAll are errors: a document that breaks one does not pass. The two that are advice say so.\n\n| rule | what has to be there | why | in |\n|---|---|---|---|\n");
    for (code, (rule, kinds)) in rules() {
        text.push_str(&format!("| `{code}` | {} | {} | {} |\n", rule.holds, rule.why, kinds.join(", ")));
    }
    text.push('\n');
    text
}

fn document(kind: &Kind) -> String {
    let mut text = format!("\n### {} (`{}`)\n\n", kind.title, kind.id);
    if let Some(words) = kind.words {
        text.push_str(&format!("{} to {} words.\n\n", words.min, words.max));
    }
    text.push_str("| section | also found as | it answers | words | rules |\n|---|---|---|---|---|\n");
    for section in kind.sections {
        text.push_str(&row(section));
    }
    if !kind.rules.is_empty() {
        text.push_str(&format!("\nThe whole document: {}.\n", codes(kind.rules)));
    }
    text
}

fn row(section: &Asked) -> String {
    let needs: Vec<String> = section.section_rule().needs.iter().map(|need| format!("holds {}", need.what())).collect();
    let rules = [codes(section.rules), needs.join("; ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    format!("| {} | {} | {} | {} | {rules} |\n", section.heading, section.synonyms.join(", "), section.asks, section.min_words)
}

fn codes(rules: &[Rule]) -> String {
    rules.iter().map(|rule| format!("`{}`", rule.code)).collect::<Vec<_>>().join(", ")
}

fn rules() -> BTreeMap<&'static str, (&'static Rule, Vec<&'static str>)> {
    let mut rules: BTreeMap<&str, (&Rule, Vec<&str>)> = BTreeMap::new();
    for kind in Artifact::ALL.into_iter().map(Artifact::kind) {
        for rule in kind.sections.iter().flat_map(|section| section.rules).chain(kind.rules) {
            let (_, kinds) = rules.entry(rule.code).or_insert((rule, Vec::new()));
            if !kinds.contains(&kind.id) {
                kinds.push(kind.id);
            }
        }
    }
    rules
}

#[test]
fn the_handbook_says_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/writing.md");
    let text = std::fs::read_to_string(&path).expect("docs/writing.md is there");
    let (from, to) = (text.find(FROM).expect("it has the documents"), text.find(TO).expect("it has the wording advice"));
    let made = made();
    if std::env::var_os("FOOTBRIDGE_PROSE_BLESS").is_some() {
        std::fs::write(&path, format!("{}{made}{}", &text[..from], &text[to..])).expect("it can be written");
    } else {
        assert!(text[from..to] == made, "docs/writing.md is stale: run the tests of footbridge-prose with FOOTBRIDGE_PROSE_BLESS=1");
    }
    for word in [
        "prose-undefined-acronym",
        "prose-claim-without-number",
        "prose-hedge",
        "prose-unmeasurable",
        "prose-long-sentence",
        "prose-style",
        "prose-reference",
    ] {
        assert!(text.contains(word), "docs/writing.md lacks {word}");
    }
}
