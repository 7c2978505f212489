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
    if date::first(&section.text()).is_some() || draft.has_date_at_top() {
        return Vec::new();
    }
    vec![draft.fault(&RULE, section, "holds no date", "Write the day of the interview: “12 May 2026”.")]
}
