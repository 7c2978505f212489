use super::{Draft, Rule};
use crate::read::{Section, date, number, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// A decision says when it is looked at again: a date, or a condition with a number. Without it a decision for 100 customers is still kept at
/// 10,000.
pub(crate) const RULE: Rule = Rule {
    code: "prose-review-date",
    holds: "When it is looked at again: review, revisit, look again … with a date, or a number behind when, above, after …; anywhere in the record.",
    why: "Without it a decision made for 100 customers is still kept at 10,000.",
    find,
};

const AGAIN: &[&str] = &[
    "look again",
    "look at it again",
    "look at this again",
    "look at that again",
    "revisit*",
    "review*",
    "reconsider*",
    "re-evaluate*",
    "reevaluate*",
    "reassess*",
    "check again",
    "decide again",
    "decided again",
    "open it again",
    "reopen*",
];

/// What makes a number a condition.
const CONDITION: &[&str] = &[
    "when",
    "if",
    "once",
    "above",
    "below",
    "beyond",
    "at",
    "after",
    "more than",
    "fewer than",
    "less than",
    "as soon as",
    "over",
    "under",
];

fn find(draft: &Draft<'_>, whole: &Section<'_>) -> Vec<Diagnostic> {
    let has_condition = |text: &str| !number::numbers(text).is_empty() && phrase::holds(text, CONDITION);
    let is_dated = |text: &str| date::first(text).is_some() || has_condition(text);
    let in_sentence = whole.blocks().any(|block| {
        let text = block.text();
        sentences(text).into_iter().map(|at| &text[at]).any(|sentence| phrase::holds(sentence, AGAIN) && is_dated(sentence))
    });
    let under_heading = draft.document.parts.iter().any(|part| {
        part.heading.as_ref().is_some_and(|heading| phrase::holds(heading.text(), AGAIN)) && part.said().any(|block| is_dated(block.text()))
    });
    if in_sentence || under_heading {
        return Vec::new();
    }
    let span = draft.section("Consequences").map_or(0..0, Section::span);
    let message = "The record does not say when it is looked at again.".to_owned();
    vec![draft.error(&RULE, span, message).help("Add: “We review this on 12 November 2026, or when more than 500 customers use it.”")]
}
