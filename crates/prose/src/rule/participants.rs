use super::{Draft, Rule, absent};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Participants have a number and a criterion. "Some users" become those who answer fastest, and they are not like the others.
pub(crate) const RULE: Rule = Rule {
    code: "prose-participants",
    holds: "How many, and what they must have done.",
    why: "Without a criterion one asks those who answer fastest, and they are not like the others.",
    find,
};

const CRITERIA: &[&str] = &[
    "who",
    "whose",
    "that",
    "with",
    "at least",
    "have",
    "has",
    "had",
    "must",
    "criteria",
    "criterion",
    "using",
    "in the last",
    "no",
    "not",
    "only",
    "from",
    "between",
    "more than",
    "fewer than",
    "since",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let missing =
        absent([(number::is_any(&text), "how many"), (phrase::holds(&text, CRITERIA), "what somebody must have done to be asked")]);
    let help = "Write: “6 developers who have connected a payment provider in the last 3 months”.";
    draft.unsaid(&RULE, section, &missing, help)
}
