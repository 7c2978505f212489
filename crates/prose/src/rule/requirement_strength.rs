use super::{Draft, Least, Rule, telling};
use crate::read::{Section, date, phrase};
use footbridge_diagnostic::Diagnostic;

/// Every requirement says how binding it is, in a word that a test can be written for. "Supports exports" can be cut without anybody
/// noticing; "must export within 10 seconds" cannot.
pub(crate) const RULE: Rule = Rule {
    code: "prose-requirement-strength",
    holds: "At least 3 items of 4 words or more; each says must, should, may or will not, or stands under a heading that does.",
    why: "Whoever builds it has to know what may be left out when time runs short.",
    find,
};

const STRENGTHS: &[&str] = &["must", "should", "may", "will not", "won't", "shall", "must not", "should not"];

/// Groups after MoSCoW: the heading says it for all below it.
const GROUPS: &[&str] = &["must", "should", "may", "will not", "won't", "could", "shall"];

const FEWEST: Least = Least {
    count: 3,
    one: "item of 4 words or more",
    many: "items of 4 words or more",
    help: "Write each requirement as a list item or a row of its own.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]);
    let mut findings = draft.too_few(&RULE, section, telling(&items), &FEWEST);
    for item in items.iter().filter(|item| !is_binding(item.text()) && !phrase::holds(item.group, GROUPS)) {
        let message = format!("The requirement “{}” says neither must, should, may nor will not.", item.name());
        findings.push(
            draft
                .error(&RULE, item.span.clone(), message)
                .help("Write “must” when the release fails without it, “should” when it may slip, “may” when it is free."),
        );
    }
    findings
}

/// Whether one of the words stands in the text. The month of May is none of them.
fn is_binding(text: &str) -> bool {
    let dates = date::dates(text);
    phrase::all(text, STRENGTHS).iter().any(|(_, at)| !dates.iter().any(|date| date.start <= at.start && at.end <= date.end))
}
