use super::{Draft, Least, Rule};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// At least three frustrations, each with how long or how often. Only then can the one that costs most be told from the one that is loudest.
pub(crate) const RULE: Rule = Rule {
    code: "prose-frustration-number",
    holds: "At least 3 items, each with how long or how often.",
    why: "Only with a number can what costs most be told from what is loudest.",
    find,
};

/// How often, without a number.
const OFTEN: &[&str] = &[
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
    "half an hour",
    "an hour",
];

const FEWEST: Least = Least { count: 3, one: "item", many: "items", help: "Write each as a list item or a row of its own." };

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]);
    let mut findings = draft.too_few(&RULE, section, items.len(), &FEWEST);
    for item in items.iter().filter(|item| !number::is_any(item.text()) && !phrase::holds(item.text(), OFTEN)) {
        let message = format!("The frustration “{}” does not say how long or how often.", item.name());
        findings.push(draft.error(&RULE, item.span.clone(), message).help("Add minutes, or times a day; a count from one day is enough."));
    }
    findings
}
