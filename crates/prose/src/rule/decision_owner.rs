use super::open_question_owner::{DATE, OWNER};
use super::{Draft, Rule, nor};
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
    let prose = section.prose();
    let text = &prose.text;
    let labelled = |label| items.iter().filter_map(|item| item.value(label)).map(|value| value.text).collect::<Vec<String>>();
    let mut missing = Vec::new();
    if !who::is_named(text) && !labelled(OWNER).iter().any(|owner| who::is_value(owner)) {
        missing.push("who decides");
    }
    if date::first(text).is_none() && !labelled(DATE).iter().any(|by| date::first(by).is_some()) {
        missing.push("by when");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![draft.error(&RULE, section.span(), message).help("Write: “The platform council decides by 12 May whether …”.")]
}
