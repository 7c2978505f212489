use super::{Draft, Rule};
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// Doing nothing is one of the alternatives. It is always possible, it costs nothing today, and a proposal that cannot beat it should not be
/// built.
pub(crate) const RULE: Rule = Rule {
    code: "prose-do-nothing",
    holds: "One of the alternatives is doing nothing, leaving it, or the status quo.",
    why: "Doing nothing is always possible; a proposal has to be better than that.",
    find,
};

const NOTHING: &[&str] = &[
    "nothing",
    "status quo",
    "as it is",
    "as they are",
    "as today",
    "as is",
    "leave",
    "leaving",
    "keep today's",
    "stay with",
    "no change",
    "keep the current",
    "keep what we have",
    "keep it as",
    "carry on",
    "continue as",
    "no action",
    "stay on the current",
    "stay as",
    "unchanged",
    "not build",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if section.entries(&[]).iter().any(|option| phrase::holds(option.text(), NOTHING)) {
        return Vec::new();
    }
    vec![draft.fault(&RULE, section, "does not weigh doing nothing", "Add “Do nothing”, and what happens then, with a number.")]
}
