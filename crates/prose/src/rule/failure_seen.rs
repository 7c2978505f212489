use super::{Draft, Least, Rule};
use crate::read::item::Item;
use crate::read::{Section, number, phrase};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three failures, each with what the caller sees. What fails is the business of those who build it; what is seen is the contract
/// with everybody else.
pub(crate) const RULE: Rule = Rule {
    code: "prose-failure-seen",
    holds: "At least 3 items; each says what the caller sees: a status, a code in backticks, or what is answered or retried.",
    why: "Callers cannot prepare for a failure when nobody says what it looks like to them.",
    find,
};

const SEEN: &[&str] = &[
    "retry",
    "retries",
    "retried",
    "answers",
    "answer",
    "returns",
    "return",
    "shows",
    "show",
    "sees",
    "see",
    "receives",
    "gets",
    "responds",
    "error",
    "times out",
    "message",
    "waits",
];

const FEWEST: Least = Least {
    count: 3,
    one: "item",
    many: "items",
    help: "Write each failure as a list item or a row: what fails, and what the caller sees.",
};

/// A cause and what is seen take at least so many words.
const FEWEST_WORDS: usize = 5;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.entries(&[]);
    let mut findings = draft.too_few(&RULE, section, items.len(), &FEWEST);
    for item in items.iter().filter(|item| !says_what_is_seen(item)) {
        let message = format!("The failure “{}” does not say what the caller sees.", item.name());
        findings.push(
            draft
                .error(&RULE, item.span.clone(), message)
                .help("Add the status, the error code in backticks, or what is answered and retried."),
        );
    }
    findings
}

fn says_what_is_seen(item: &Item<'_>) -> bool {
    let has_status = number::numbers(item.text()).iter().any(|number| number.range.len() == 3 && (200.0..600.0).contains(&number.value));
    word_count(item.text()) >= FEWEST_WORDS && (has_status || !item.code.is_empty() || phrase::holds(item.text(), SEEN))
}
