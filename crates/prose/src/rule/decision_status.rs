use super::{Draft, Rule, absent};
use crate::read::{Section, date, phrase};
use footbridge_diagnostic::Diagnostic;

/// The status is one of the known words, with a date. A record without it is followed years after it was replaced.
pub(crate) const RULE: Rule = Rule {
    code: "prose-decision-status",
    holds: "Proposed, accepted, rejected, superseded or deprecated, with a date there, below the title or in the front matter.",
    why: "A record without status and date is followed years after it was replaced.",
    find,
};

const STATUSES: &[&str] = &["proposed", "accepted", "rejected", "superseded", "deprecated"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let missing = absent([
        (phrase::holds(&text, STATUSES), "whether it is proposed, accepted, rejected or superseded"),
        (date::first(&text).is_some() || draft.has_date_at_top(), "since when"),
    ]);
    draft.unsaid(&RULE, section, &missing, "Write one line: “Accepted, 12 May 2026”.")
}
