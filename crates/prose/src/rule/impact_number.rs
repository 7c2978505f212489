use super::{Draft, Rule, absent};
use crate::read::{Section, clock, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Impact says how many were hurt and for how long. "Some customers saw errors" can neither be compared with the last incident nor told to a
/// customer.
pub(crate) const RULE: Rule = Rule {
    code: "prose-impact-number",
    holds: "A number of customers, requests or money, and a duration or two times.",
    why: "“Some customers saw errors” can neither be compared nor told to a customer.",
    find,
};

const TIMES: &[&str] =
    &["second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "h", "hr", "hrs", "day", "days", "week", "weeks", "s", "m"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let is_time = |at: &std::ops::Range<usize>| {
        let unit = text[at.clone()].trim_start_matches(|c: char| !c.is_alphabetic());
        TIMES.iter().any(|time| phrase::end_of(unit, 0, time) == Some(unit.len()))
    };
    let counted = number::counted(&text);
    let counts_something =
        counted.iter().any(|at| !is_time(at)) || section.items(&[]).iter().any(|item| item.has_counted() && !counted.iter().any(is_time));
    let missing = absent([
        (counts_something, "how many customers, requests or how much money"),
        (counted.iter().any(is_time) || holds_two_times(&text), "for how long"),
    ]);
    let help = "Write: “412 merchants could not take payments for 47 minutes; 3,180 payments failed”.";
    draft.unsaid(&RULE, section, &missing, help)
}

/// "from 10:02 to 10:49" is a duration too.
fn holds_two_times(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '-' | '(' | ')'));
    words.filter(|word| word.contains(':') && clock::time(word).is_some()).count() >= 2
}
