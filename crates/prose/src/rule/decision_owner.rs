use super::{Draft, Rule, absent};
use crate::read::assigned::{DATE, OWNER, has_date, has_owner};
use crate::read::{Section, date, who};
use footbridge_diagnostic::Diagnostic;

/// A decision that is asked for has somebody who takes it and a day. Comments without both go on until everybody is tired.
pub(crate) const RULE: Rule = Rule {
    code: "prose-decision-owner",
    holds: "Who decides, and by when.",
    why: "A request that nobody has to decide by a day is commented on and never decided.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[OWNER, DATE]);
    let text = section.prose().text;
    let missing = absent([
        (who::is_named(&text) || items.iter().any(|item| has_owner(item, "")), "who decides"),
        (date::first(&text).is_some() || items.iter().any(|item| has_date(item, "")), "by when"),
    ]);
    draft.unsaid(&RULE, section, &missing, "Write: “The platform council decides by 12 May whether …”.")
}
