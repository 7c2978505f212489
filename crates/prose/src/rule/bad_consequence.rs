use super::{Draft, Rule};
use crate::read::{Section, cost};
use footbridge_diagnostic::Diagnostic;

/// At least one consequence is a bad one. The record is read when the bad ones have come, by people who ask whether they were known.
pub(crate) const RULE: Rule = Rule {
    code: "prose-bad-consequence",
    holds: "A sentence that names something that becomes worse.",
    why: "It is read when the bad consequences have come, by people who ask whether they were known.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if cost::is_named(section) {
        return Vec::new();
    }
    let help = "Write what costs more, becomes slower or harder, or is no longer possible.";
    vec![draft.fault(&RULE, section, "names nothing that becomes worse", help)]
}
