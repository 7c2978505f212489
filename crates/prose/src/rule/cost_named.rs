use super::{Draft, Rule};
use crate::read::{Section, cost};
use footbridge_diagnostic::Diagnostic;

/// Consequences name at least one cost. Every change has one; a proposal that names none was not thought to its end, and reviewers then spend
/// their time finding it.
pub(crate) const RULE: Rule = Rule {
    code: "prose-cost-named",
    holds: "A sentence that names a cost: slower, harder, more work, cannot, lose, risk …; “no cost” is none.",
    why: "Every change has a price; who does not name it leaves it to others to find.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if cost::is_named(section) {
        return Vec::new();
    }
    let help = "Write what becomes slower, harder, dearer or impossible, and for whom.";
    vec![draft.fault(&RULE, section, "names no cost", help)]
}
