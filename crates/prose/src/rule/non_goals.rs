use super::{Draft, Least, Rule};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// At least two non-goals. What a document leaves open, each reader fills in with a wish of their own, and the disappointment comes at launch.
pub(crate) const RULE: Rule =
    Rule { code: "prose-non-goals", holds: "At least 2 items.", why: "What is not ruled out, each reader takes for promised.", find };

const FEWEST: Least = Least {
    count: 2,
    one: "item",
    many: "items",
    help: "Write each thing that a reader would expect and will not get as a list item of its own.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    draft.too_few(&RULE, section, section.items(&[]).len(), &FEWEST)
}
