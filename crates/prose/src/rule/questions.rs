use super::{Draft, Least, Rule};
use crate::read::{Section, question};
use footbridge_diagnostic::Diagnostic;

/// At least six questions. Who comes with three talks about their own product for the rest of the half hour.
pub(crate) const RULE: Rule = Rule {
    code: "prose-questions",
    holds: "At least 6 questions; a request such as “Tell me about the last time” is one.",
    why: "Who comes with three questions talks about their own product for the rest of the time.",
    find,
};

const FEWEST: Least = Least { count: 6, one: "question", many: "questions", help: "Write each as you would say it, with a question mark." };

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    draft.too_few(&RULE, section, question::all(section).len(), &FEWEST)
}
