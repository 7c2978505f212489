use super::{Draft, Rule, absent};
use crate::read::{Section, header, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Idempotency names the header or key that makes a repeat safe, and says what a repeat answers or how long the key is remembered. "Retries
/// are safe" alone cannot be built against.
pub(crate) const RULE: Rule = Rule {
    code: "prose-idempotency-how",
    holds: "A header or key, and what a repeat answers or how long the key is remembered.",
    why: "“Retries are safe” cannot be built against without the key and what a repeat answers.",
    find,
};

const REPEAT: &[&str] = &[
    "repeat*",
    "same key",
    "again",
    "second time",
    "twice",
    "retr*",
    "replay*",
    "same response",
    "same answer",
    "same result",
    "second call",
    "second request",
];

const TIMES: &[&str] = &["second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "h", "min", "s"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let has_key = section.code_words().next().is_some() || section.blocks().any(|block| block.is_code()) || header::is_named(section);
    let says_what_happens = phrase::holds(&text, REPEAT) || number::with_unit(&text, TIMES).is_some();
    let missing = absent([
        (has_key, "which header or key makes a repeat safe"),
        (says_what_happens, "what a repeat answers or how long the key is remembered"),
    ]);
    let help = "Write: “Send `Idempotency-Key`; the same key answers the first result again for 24 hours”.";
    draft.unsaid(&RULE, section, &missing, help)
}
