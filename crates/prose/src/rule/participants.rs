use super::{Draft, Rule, nor};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Participants have a number and a criterion. "Some users" become those who answer fastest, and they are not like the others.
pub(crate) const RULE: Rule = Rule {
    code: "prose-participants",
    holds: "How many, and what they must have done.",
    why: "Without a criterion one asks those who answer fastest, and they are not like the others.",
    find,
};

const NUMBERS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty"];

const CRITERIA: &[&str] = &[
    "who",
    "whose",
    "that",
    "with",
    "at least",
    "have",
    "has",
    "had",
    "must",
    "criteria",
    "criterion",
    "using",
    "in the last",
    "no",
    "not",
    "only",
    "from",
    "between",
    "more than",
    "fewer than",
    "since",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let mut missing = Vec::new();
    if number::numbers(&text).is_empty() && !phrase::holds(&text, NUMBERS) {
        missing.push("how many");
    }
    if !phrase::holds(&text, CRITERIA) {
        missing.push("what somebody must have done to be asked");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Write: “6 developers who have connected a payment provider in the last 3 months”."),
    ]
}
