use super::{Draft, Rule, counted};
use crate::read::{Section, question};
use footbridge_diagnostic::Diagnostic;

/// At least six questions. Who comes with three talks about their own product for the rest of the half hour.
pub(crate) const RULE: Rule = Rule {
    code: "prose-questions",
    holds: "At least 6 questions; a request such as “Tell me about the last time” is one.",
    why: "Who comes with three questions talks about their own product for the rest of the time.",
    find,
};

const FEWEST: usize = 6;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let questions = question::all(section).len();
    if questions >= FEWEST {
        return Vec::new();
    }
    let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(questions, "question"));
    vec![draft.error(&RULE, section.span(), message).help("Write each as you would say it, with a question mark.")]
}
