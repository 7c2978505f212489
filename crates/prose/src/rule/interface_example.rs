use super::{Draft, Rule};
use crate::read::Section;
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// The interface shows at least one request or signature in a code block. Two teams that agree on a sentence build two interfaces; two teams
/// that agree on an example build one.
pub(crate) const RULE: Rule = Rule {
    code: "prose-interface-example",
    holds: "A code block with a request or a signature.",
    why: "Two teams that agree on a sentence still build two interfaces.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let is_example = |text: &str| word_count(text) >= 2 && text.contains(['(', '/', '{', ':']);
    if section.blocks().any(|block| block.is_code() && is_example(block.text())) {
        return Vec::new();
    }
    vec![draft.fault(&RULE, section, "shows no request or signature", "Add a code block with one complete call and what it answers.")]
}
