use super::{Draft, Rule, absent};
use crate::read::{Section, number, who};
use footbridge_diagnostic::Diagnostic;

/// Observability has a threshold and somebody who is told. A dashboard that nobody is called by is looked at after the customers have called.
pub(crate) const RULE: Rule = Rule {
    code: "prose-alert",
    holds: "A number, and who is told.",
    why: "A dashboard that calls nobody is looked at after the customers have called.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let missing =
        absent([(!number::numbers(&text).is_empty(), "above which number an alarm comes"), (who::holds_role(&text), "who is told")]);
    let help = "Write: “more than 1 % of calls failing for 5 minutes pages the on-call engineer”.";
    draft.unsaid(&RULE, section, &missing, help)
}
