use super::open_question_owner::{DATE, OWNER, has_date, has_owner};
use super::{Draft, Rule, nor};
use crate::read::{Section, date};
use footbridge_diagnostic::Diagnostic;

/// A next step has somebody and a day. Without both, a good conversation ends in goodwill.
pub(crate) const RULE: Rule = Rule {
    code: "prose-next-step",
    holds: "Who does what by when; in interview notes a date is enough.",
    why: "Without somebody and a day, a good conversation ends in goodwill.",
    find,
};

/// The same where the writer is the one who does it.
pub(crate) const DATED: Rule = Rule { code: RULE.code, holds: RULE.holds, why: RULE.why, find: find_dated };

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[OWNER, DATE]);
    let text = section.text();
    let mut missing = Vec::new();
    if !items.iter().any(|item| has_owner(item, item.text())) {
        missing.push("who does it");
    }
    if date::first(&text).is_none() && !items.iter().any(has_date) {
        missing.push("by when");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![draft.error(&RULE, section.span(), message).help("Write: “I show the figures to the head of support on 12 May.”")]
}

fn find_dated(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if date::first(&section.text()).is_some() || section.items(&[DATE]).iter().any(has_date) {
        return Vec::new();
    }
    let message = format!("The section “{}” has no step with a date.", section.heading);
    vec![draft.error(&RULE, section.span(), message).help("Write what you do and by when: “Count the retries in the log by 12 May.”")]
}
