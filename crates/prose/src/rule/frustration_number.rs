use super::{Draft, Rule, counted};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// At least three frustrations, each with how long or how often. Only then can the one that costs most be told from the one that is loudest.
pub(crate) const RULE: Rule = Rule {
    code: "prose-frustration-number",
    holds: "At least 3 items, each with how long or how often.",
    why: "Only with a number can what costs most be told from what is loudest.",
    find,
};

const WORDS: &[&str] = &[
    "once",
    "twice",
    "every day",
    "daily",
    "every week",
    "weekly",
    "every time",
    "each time",
    "every hour",
    "hourly",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "half an hour",
    "an hour",
];

const FEWEST: usize = 3;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]);
    let mut findings = Vec::new();
    if items.len() < FEWEST {
        let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(items.len(), "item"));
        findings.push(draft.error(&RULE, section.span(), message).help("Write each as a list item or a row of its own."));
    }
    for item in items.iter().filter(|item| number::numbers(item.text()).is_empty() && !phrase::holds(item.text(), WORDS)) {
        let message = format!("The frustration “{}” does not say how long or how often.", item.name());
        findings.push(draft.error(&RULE, item.span.clone(), message).help("Add minutes, or times a day; a count from one day is enough."));
    }
    findings
}
