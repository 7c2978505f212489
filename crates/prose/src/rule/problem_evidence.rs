use super::{Draft, Rule};
use crate::document::BlockKind;
use crate::read::{Section, number};
use footbridge_diagnostic::Diagnostic;

/// A problem section holds a number that says what it counts. Without one nobody can weigh this problem against the next, and nobody can
/// tell afterwards whether it was solved.
pub(crate) const RULE: Rule = Rule {
    code: "prose-problem-evidence",
    holds: "A number that says what it counts, or a table with numbers.",
    why: "A problem without a number cannot be weighed against another one.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    // In a table the head of the column says what is counted.
    let holds_evidence = section.blocks().filter(|block| !block.is_code()).any(|block| match block.kind {
        BlockKind::Cell { row, .. } => row > 0 && !number::numbers(block.text()).is_empty(),
        _ => number::first_counted(block.text()).is_some(),
    });
    if holds_evidence {
        return Vec::new();
    }
    let help = "Write how many, how often or how much, and where that comes from: “210 tickets a month (support, April)”.";
    vec![draft.fault(&RULE, section, "holds no number that says what it counts", help)]
}
