use super::{Draft, Rule, counted};
use crate::read::Section;
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three tests. What is not named before it is built is tested by the first customer.
pub(crate) const RULE: Rule = Rule {
    code: "prose-tests",
    holds: "At least 3 items of 4 words or more.",
    why: "What nobody planned to test, the first customer tests.",
    find,
};

const FEWEST: usize = 3;

/// "Load test" alone says neither what is done nor what must come out.
const FEWEST_WORDS: usize = 4;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let tests = section.items(&[]).iter().filter(|item| word_count(item.text()) >= FEWEST_WORDS).count();
    if tests >= FEWEST {
        return Vec::new();
    }
    let message =
        format!("The section “{}” has {} of {FEWEST_WORDS} words or more; it needs {FEWEST}.", section.heading, counted(tests, "item"));
    vec![draft.error(&RULE, section.span(), message).help("Write each test as a list item: what is done, and what must come out.")]
}
