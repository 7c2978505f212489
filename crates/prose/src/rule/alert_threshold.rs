use super::{Draft, Rule, nor};
use crate::read::{Section, number, who};
use footbridge_diagnostic::Diagnostic;

/// Observability has a threshold and somebody who is told. A dashboard that nobody is called by is looked at after the customers have called.
pub(crate) const RULE: Rule = Rule {
    code: "prose-alert",
    holds: "A number, and who is told.",
    why: "A dashboard that calls nobody is looked at after the customers have called.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let mut missing = Vec::new();
    if number::numbers(&text).is_empty() {
        missing.push("above which number an alarm comes");
    }
    if !who::holds_role(&text) {
        missing.push("who is told");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Write: “more than 1 % of calls failing for 5 minutes pages the on-call engineer”."),
    ]
}
