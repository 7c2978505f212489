use super::{Draft, Rule, absent};
use crate::read::{Section, header, number, phrase};
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
    let missing = absent([
        (has_number && per_time, "how many calls per time"),
        (phrase::holds(&text, &["429"]) || header::is_named(section), "what a caller sees beyond that"),
    ]);
    let help = "Write: “10 calls a second for each key; beyond that 429 with `Retry-After` in seconds”.";
    draft.unsaid(&RULE, section, &missing, help)
}
