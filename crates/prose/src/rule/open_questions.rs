use super::{Draft, Least, Rule};
use crate::read::{Section, question};
use footbridge_diagnostic::Diagnostic;

/// At least four questions are open. A question that can be answered with yes is answered with yes, out of politeness.
pub(crate) const RULE: Rule = Rule {
    code: "prose-open-questions",
    holds: "At least 4 that begin with how, what, when, why, where, who, which, tell, describe, walk or show.",
    why: "A question that can be answered with yes is answered with yes, out of politeness.",
    find,
};

const FEWEST: Least = Least {
    count: 4,
    one: "open question",
    many: "open questions",
    help: "Begin with how, what, when, why, or “tell me about the last time”.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let open = question::all(section).iter().filter(|question| question.is_open()).count();
    draft.too_few(&RULE, section, open, &FEWEST)
}
