use super::{Draft, Rule};
use crate::read::{Section, phrase};
use crate::text::{sentences, word_count};
use footbridge_diagnostic::Diagnostic;

/// Consequences name at least one cost. Every change has one; a proposal that names none was not thought to its end, and reviewers then spend
/// their time finding it.
pub(crate) const RULE: Rule = Rule {
    code: "prose-cost-named",
    holds: "A sentence that names a cost: slower, harder, more, cannot, lose, risk …; “no cost” is none.",
    why: "Every change has a price; who does not name it leaves it to others to find.",
    find,
};

/// Words for a price.
const COSTS: &[&str] = &[
    "cost*",
    "slower",
    "harder",
    "lose*",
    "losing",
    "risk*",
    "cannot",
    "can't",
    "more",
    "no longer",
    "worse",
    "expensive",
    "downside*",
    "drawback*",
    "extra",
    "additional",
    "has to",
    "have to",
    "burden",
    "complex*",
    "break*",
    "delay*",
    "less",
    "fewer",
    "another",
];

/// "No cost", "without risk".
const DENIALS: &[&str] = &["no", "without", "zero", "not", "any", "never"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    if names_a_cost(section) {
        return Vec::new();
    }
    let message = format!("The section “{}” names no cost.", section.heading);
    let help = "Write what becomes slower, harder, dearer or impossible, and for whom.";
    vec![draft.error(&RULE, section.span(), message).help(help)]
}

/// Whether a sentence says that something has a price.
pub(crate) fn names_a_cost(section: &Section<'_>) -> bool {
    let prose = section.prose();
    let text = &prose.text;
    sentences(text).into_iter().map(|at| &text[at]).filter(|sentence| word_count(sentence) >= 4).any(|sentence| {
        phrase::all(sentence, COSTS).iter().any(|(_, at)| {
            let before = sentence[..at.start].split_whitespace().next_back().unwrap_or_default();
            !DENIALS.iter().any(|denial| before.eq_ignore_ascii_case(denial))
        })
    })
}
