use super::{Draft, Rule};
use crate::read::{Section, phrase, reason};
use footbridge_diagnostic::Diagnostic;
use std::collections::HashSet;

/// The decision is one of the options, and says why. A decision for something that was never weighed was taken elsewhere.
pub(crate) const RULE: Rule = Rule {
    code: "prose-decision-names-option",
    holds: "The name of one of the options, and why: a reason (because, to avoid …), or what it does better (cheaper, the only one that …).",
    why: "A decision for something that was not among the options was taken elsewhere.",
    find,
};

/// Shorter words are found in any text.
const FEWEST_LETTERS: usize = 4;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let mut findings = Vec::new();
    let options = draft.section("Options").map(|options| options.entries(&[])).unwrap_or_default();
    let names: Vec<&str> = options.iter().map(crate::read::Item::name).collect();
    if !names.is_empty() && !names.iter().any(|name| is_named(&text, name)) {
        let known: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        let help = format!("The options are {}. Use the same words.", known.join(", "));
        findings.push(draft.fault(&RULE, section, "names none of the options", &help));
    }
    if !reason::explains(&text) {
        let help = "Add what it does better than the others: “because an exact limit is what the contract promises”.";
        findings.push(draft.fault(&RULE, section, "does not say why", help));
    }
    findings
}

/// The name as it stands, or most of its longer words.
fn is_named(text: &str, name: &str) -> bool {
    let words: HashSet<String> = stems(text).collect();
    name.split([':', '—', '–', '(']).map(str::trim).filter(|piece| piece.contains(char::is_alphanumeric)).any(|piece| {
        let lower = piece.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let long: Vec<String> = stems(piece).filter(|word| word.chars().count() >= FEWEST_LETTERS).collect();
        let known = long.iter().filter(|word| words.contains(*word)).count();
        phrase::holds(text, &[lower.as_str()]) || (!long.is_empty() && known * 3 >= long.len() * 2)
    })
}

/// Lower-case words without the ending of a plural.
fn stems(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().trim_end_matches('s').to_owned())
}
