use super::decision_status::has_date_at_top;
use super::{Draft, Rule};
use crate::read::{Section, date};
use footbridge_diagnostic::Diagnostic;

/// Notes carry the day. What somebody does is true for a while, and a year later nobody knows whether it was before or after the change.
pub(crate) const RULE: Rule = Rule {
    code: "prose-notes-date",
    holds: "The day, there, below the title or in the front matter.",
    why: "What somebody does is true for a while; without the day nobody knows for which.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if date::first(&section.text()).is_some() || has_date_at_top(draft) {
        return Vec::new();
    }
    let message = format!("The section “{}” holds no date.", section.heading);
    vec![draft.error(&RULE, section.span(), message).help("Write the day of the interview: “12 May 2026”.")]
}
