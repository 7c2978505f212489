use super::{Draft, Rule};
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// The root cause goes at least two whys deep. The first why ends at what somebody did; the second at what made it possible, and only that
/// can be changed.
pub(crate) const RULE: Rule = Rule {
    code: "prose-why",
    holds: "Two steps: because, since, why, so, therefore, led to …",
    why: "The first why ends at what somebody did, the second at what made it possible.",
    find,
};

const STEPS: &[&str] = &["because", "since", "why", "so", "therefore", "led to", "which meant", "as a result", "caused", "that is how"];

const FEWEST: usize = 2;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let steps = phrase::all(&section.prose().text, STEPS).len();
    if steps >= FEWEST {
        return Vec::new();
    }
    let message = if steps == 0 {
        format!("The section “{}” does not ask why.", section.heading)
    } else {
        format!("The section “{}” asks why only once.", section.heading)
    };
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Write why it happened, and then why that could happen: a sentence each, with because."),
    ]
}
