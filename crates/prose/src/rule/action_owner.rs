use super::{Draft, Rule, absent};
use crate::read::Section;
use crate::read::assigned::{DATE, OWNER, has_date, has_owner};
use footbridge_diagnostic::{Diagnostic, listed};

/// Every action has an owner and a date. An action of everybody is done by nobody, and the incident comes again.
pub(crate) const RULE: Rule = Rule {
    code: "prose-action-owner",
    holds: "Each action has an owner and a date.",
    why: "An action of everybody is done by nobody, and the incident comes again.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let actions = section.items(&[OWNER, DATE]);
    let judged = actions.iter().map(|action| {
        let text = action.text();
        (action, absent([(has_owner(action, text), "an owner"), (has_date(action, text), "a date")]))
    });
    judged
        .filter(|(_, missing)| !missing.is_empty())
        .map(|(action, missing)| {
            let message = format!("The action “{}” lacks {}.", action.name(), listed(missing));
            draft.error(&RULE, action.span.clone(), message).help("Write who does it and by when: “Owner: payments team. By: 12 May.”")
        })
        .collect()
}
