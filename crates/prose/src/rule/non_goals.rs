use super::{Draft, Rule, counted};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// At least two non-goals. What a document leaves open, each reader fills in with a wish of their own, and the disappointment comes at launch.
pub(crate) const RULE: Rule =
    Rule { code: "prose-non-goals", holds: "At least 2 items.", why: "What is not ruled out, each reader takes for promised.", find };

const FEWEST: usize = 2;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]).len();
    if items >= FEWEST {
        return Vec::new();
    }
    let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(items, "item"));
    let help = "Write each thing that a reader would expect and will not get as a list item of its own.";
    vec![draft.error(&RULE, section.span(), message).help(help)]
}
