use super::{Draft, Rule, absent};
use crate::read::assigned::{DATE, OWNER, has_date, has_owner};
use crate::read::{Item, Section, date};
use footbridge_diagnostic::Diagnostic;

/// A next step has somebody and a day. Without both, a good conversation ends in goodwill.
pub(crate) const RULE: Rule = Rule {
    code: "prose-next-step",
    holds: "Who does what by when; in interview notes a date is enough.",
    why: "Without somebody and a day, a good conversation ends in goodwill.",
    find,
};

/// The same where the writer is the one who does it.
pub(crate) const DATED: Rule = Rule { code: RULE.code, holds: RULE.holds, why: RULE.why, find: find_dated };

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[OWNER, DATE]);
    let missing = absent([(items.iter().any(|item| has_owner(item, item.text())), "who does it"), (is_dated(section, &items), "by when")]);
    draft.unsaid(&RULE, section, &missing, "Write: “I show the figures to the head of support on 12 May.”")
}

fn find_dated(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if is_dated(section, &section.items(&[DATE])) {
        return Vec::new();
    }
    let help = "Write what you do and by when: “Count the retries in the log by 12 May.”";
    vec![draft.fault(&RULE, section, "has no step with a date", help)]
}

fn is_dated(section: &Section<'_>, items: &[Item<'_>]) -> bool {
    date::first(&section.text()).is_some() || items.iter().any(|item| has_date(item, item.text()))
}
