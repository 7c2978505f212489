use super::{Draft, Rule, absent};
use crate::read::assigned::{DATE, OWNER};
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
    let labelled = |label| items.iter().filter_map(|item| item.value(label)).map(|value| value.text).collect::<Vec<String>>();
    let missing = absent([
        (who::is_named(&text) || labelled(OWNER).iter().any(|owner| who::is_value(owner)), "who decides"),
        (date::first(&text).is_some() || labelled(DATE).iter().any(|by| date::first(by).is_some()), "by when"),
    ]);
    draft.unsaid(&RULE, section, &missing, "Write: “The platform council decides by 12 May whether …”.").into_iter().collect()
}
