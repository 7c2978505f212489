use super::{Draft, Rule, nor};
use crate::document::front_matter_length;
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
    let mut missing = Vec::new();
    if !phrase::holds(&text, STATUSES) {
        missing.push("whether it is proposed, accepted, rejected or superseded");
    }
    if date::first(&text).is_none() && !has_date_at_top(draft) {
        missing.push("since when");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![draft.error(&RULE, section.span(), message).help("Write one line: “Accepted, 12 May 2026”.")]
}

/// In the front matter or right below the title, where many records keep it.
pub(crate) fn has_date_at_top(draft: &Draft<'_>) -> bool {
    let front_matter = &draft.answer[..front_matter_length(draft.answer)];
    let top = draft.document.parts.iter().take(2).take_while(|part| part.heading.as_ref().is_none_or(|heading| heading.level == 1));
    date::first(front_matter).is_some() || top.flat_map(|part| part.said()).any(|block| date::first(block.text()).is_some())
}
