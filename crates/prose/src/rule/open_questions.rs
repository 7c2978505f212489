use super::{Draft, Rule, counted};
use crate::read::{Section, question};
use footbridge_diagnostic::Diagnostic;

/// At least four questions are open. A question that can be answered with yes is answered with yes, out of politeness.
pub(crate) const RULE: Rule = Rule {
    code: "prose-open-questions",
    holds: "At least 4 that begin with how, what, when, why, where, who, which, tell, describe, walk or show.",
    why: "A question that can be answered with yes is answered with yes, out of politeness.",
    find,
};

const FEWEST: usize = 4;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let open = question::all(section).iter().filter(|question| question.is_open()).count();
    if open >= FEWEST {
        return Vec::new();
    }
    let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(open, "open question"));
    vec![draft.error(&RULE, section.span(), message).help("Begin with how, what, when, why, or “tell me about the last time”.")]
}
