use super::{Draft, Rule, nor};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Rate limits say how many calls per time, and what a caller sees beyond them. Without the number a client cannot be paced; without the
/// answer its author learns the limit from an outage.
pub(crate) const RULE: Rule = Rule {
    code: "prose-limit-number",
    holds: "A number per time, and what a caller sees beyond it: 429 or a header.",
    why: "A client that does not know the number learns the limit from an outage.",
    find,
};

const PER_TIME: &[&str] = &[
    "a second",
    "per second",
    "each second",
    "every second",
    "a minute",
    "per minute",
    "each minute",
    "every minute",
    "an hour",
    "per hour",
    "each hour",
    "every hour",
    "a day",
    "per day",
    "each day",
    "every day",
    "a month",
    "per month",
    "each month",
    "in a second",
    "rps",
    "rpm",
    "qps",
    "second window",
    "minute window",
    "seconds",
    "minutes",
    "hourly",
    "daily",
    "monthly",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let has_number = number::numbers(&text).iter().any(|number| !(400.0..600.0).contains(&number.value) || number.decimals > 0);
    let per_time = phrase::holds(&text, PER_TIME)
        || ["/s", "/min", "/h", "/second", "/minute", "/hour", "/day"].iter().any(|unit| text.contains(unit));
    let seen = phrase::holds(&text, &["429"])
        || section.code_words().any(is_header)
        || text.split_whitespace().any(|word| is_header(word.trim_matches(|c: char| !c.is_alphanumeric())));
    let mut missing = Vec::new();
    if !(has_number && per_time) {
        missing.push("how many calls per time");
    }
    if !seen {
        missing.push("what a caller sees beyond that");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Write: “10 calls a second for each key; beyond that 429 with `Retry-After` in seconds”."),
    ]
}

/// `Retry-After`, `X-RateLimit-Remaining`: words joined by hyphens, each with a capital letter.
pub(crate) fn is_header(word: &str) -> bool {
    let name = word.split(':').next().unwrap_or_default();
    name.contains('-') && name.split('-').all(|part| part.starts_with(|c: char| c.is_ascii_uppercase()))
}
