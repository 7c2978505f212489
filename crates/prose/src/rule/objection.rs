use super::stakeholder_complete::{LABELS, position};
use super::{Draft, Rule};
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// At least one stakeholder is against or unsure. When all are for it, either nobody was asked or no brief is needed.
pub(crate) const RULE: Rule = Rule {
    code: "prose-objection",
    holds: "At least one of them is against or unsure.",
    why: "When all are for it, either nobody was asked or no brief is needed.",
    find,
};

const AGAINST: &[&str] =
    &["against", "unsure", "opposes", "opposed", "undecided", "sceptical", "skeptical", "mixed", "neutral", "on the fence"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let people = section.entries(&LABELS);
    if people.is_empty() || people.iter().filter_map(position).any(|position| phrase::holds(&position, AGAINST)) {
        return Vec::new();
    }
    let message = format!("Nobody in “{}” is against it or unsure.", section.heading);
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Ask the person who would have to work for it, or whose plan it delays, and write what they say."),
    ]
}
