use super::{Draft, Least, Rule, telling};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// At least three tests. What is not named before it is built is tested by the first customer.
pub(crate) const RULE: Rule = Rule {
    code: "prose-tests",
    holds: "At least 3 items of 4 words or more.",
    why: "What nobody planned to test, the first customer tests.",
    find,
};

const FEWEST: Least = Least {
    count: 3,
    one: "item of 4 words or more",
    many: "items of 4 words or more",
    help: "Write each test as a list item: what is done, and what must come out.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    draft.too_few(&RULE, section, telling(&section.items(&[])), &FEWEST)
}
