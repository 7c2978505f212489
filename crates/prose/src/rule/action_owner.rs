use super::open_question_owner::{DATE, OWNER, has_date, has_owner};
use super::{Draft, Rule, listed};
use crate::read::{Section, date};
use footbridge_diagnostic::Diagnostic;

/// Every action has an owner and a date. An action of everybody is done by nobody, and the incident comes again.
pub(crate) const RULE: Rule = Rule {
    code: "prose-action-owner",
    holds: "Each action has an owner and a date.",
    why: "An action of everybody is done by nobody, and the incident comes again.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for action in section.items(&[OWNER, DATE]) {
        let mut missing = Vec::new();
        if !has_owner(&action, action.text()) {
            missing.push("an owner");
        }
        if date::first(action.text()).is_none() && !has_date(&action) {
            missing.push("a date");
        }
        if !missing.is_empty() {
            let message = format!("The action “{}” lacks {}.", action.name(), listed(&missing));
            findings.push(
                draft.error(&RULE, action.span.clone(), message).help("Write who does it and by when: “Owner: payments team. By: 12 May.”"),
            );
        }
    }
    findings
}
