use super::{Draft, Rule};
use crate::read::{Section, phrase};
use crate::text::{sentences, word_count};
use footbridge_diagnostic::Diagnostic;

/// One feature comes first only when something else comes later. The word “priority” alone decides nothing.
pub(crate) const RULE: Rule = Rule {
    code: "prose-priority",
    holds: "What the feature comes ahead of (“ahead of”, “before”, “rather than”, “instead of” something), or what can wait.",
    why: "A wish that nothing waits for is no decision.",
    find,
};

/// What stands behind them comes later.
const AHEAD: &[&str] = &[
    "ahead of",
    "rather than",
    "instead of",
    "comes before",
    "goes before",
    "come before",
    "go before",
    "sooner than",
    "matters more than",
    "matter more than",
    "more urgent than",
    "worth more than",
    "in place of",
    "in preference to",
    "prioritise it over",
    "prioritize it over",
];

/// What stands before them comes later.
const WAITS: &[&str] = &[
    "can wait",
    "will wait",
    "could wait",
    "has to wait",
    "have to wait",
    "must wait",
    "waits",
    "comes later",
    "come later",
    "comes second",
    "comes after",
    "come after",
    "goes second",
    "is postponed",
    "are postponed",
    "would postpone",
    "would leave out",
    "not this quarter",
];

const HELP: &str = "Write: “I would put it ahead of a second payment method”, or “a new dashboard can wait”.";

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let compares = sentences(&text).into_iter().any(|at| compares(&text[at]));
    let missing: &[&str] = if compares { &[] } else { &["what the feature comes ahead of, or what can wait"] };
    draft.unsaid(&RULE, section, missing, HELP)
}

fn compares(sentence: &str) -> bool {
    let followed = |phrases: &[&str]| phrase::all(sentence, phrases).iter().any(|(_, at)| word_count(&sentence[at.end..]) > 0);
    let first_before = || {
        let Some(first) = phrase::find(sentence, &["first", "prioritise", "prioritize", "next", "now"]) else { return false };
        let later = &sentence[first.end..];
        phrase::all(later, &["before", "over"]).iter().any(|(_, at)| word_count(&later[at.end..]) > 0)
    };
    let waits =
        || phrase::all(sentence, WAITS).iter().any(|(_, at)| word_count(&sentence[..at.start]) > 0 || word_count(&sentence[at.end..]) > 0);
    followed(AHEAD) || first_before() || waits()
}
