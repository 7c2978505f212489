use super::{Draft, Rule, labels_listed};
use crate::read::item::Item;
use crate::read::label::{Label, Value};
use crate::read::{Section, date, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Every metric says where it stands, where it is to be, by when, and who can read it where. A metric that lacks one of these can be
/// declared reached by anybody on any day.
pub(crate) const RULE: Rule = Rule {
    code: "prose-metric-incomplete",
    holds: "At least one metric; each has Baseline and Target with a number, By with a date, and Measured by. A sentence counts too: “from 38 to under 10” is Baseline and Target, “by 12 May” By, “read in the support log” Measured by.",
    why: "Without all four, anybody can declare the metric reached on any day.",
    find,
};

const LABELS: [Label; 4] = [
    &["baseline", "today", "currently", "now", "current", "current value", "as of today"],
    &["target", "goal", "target value"],
    &["by", "date", "until", "when", "by when", "deadline", "due"],
    &[
        "measured by",
        "measured with",
        "source",
        "how measured",
        "query",
        "how it is measured",
        "measured in",
        "measurement",
        "data source",
        "how we measure",
        "how we measure it",
    ],
];

const HELP: &str =
    "Write for each metric: “Baseline: 14 minutes (April). Target: 6 minutes. By: 12 May 2026. Measured by: the query in the dashboard.”";

const NAMES: [&str; 4] = ["Baseline", "Target", "By", "Measured by"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let metrics = section.entries(&LABELS);
    if metrics.is_empty() {
        return vec![draft.fault(&RULE, section, "names no metric", HELP)];
    }
    metrics.iter().flat_map(|metric| judge(draft, metric)).collect()
}

fn judge(draft: &Draft<'_>, metric: &Item<'_>) -> Vec<Diagnostic> {
    let values = metric.values(&LABELS);
    let text = metric.text();
    let from_to = says_from_to(text);
    let said = [from_to, from_to, says_by_when(text), says_how(text)];
    let is_missing = |index: &usize| values[*index].is_none() && !said[*index];
    let missing: Vec<&str> = (0..NAMES.len()).filter(is_missing).map(|index| NAMES[index]).collect();
    let mut findings = Vec::new();
    if !missing.is_empty() {
        let message = format!("The metric “{}” lacks {}.", metric.name(), labels_listed(&missing));
        findings.push(draft.error(&RULE, metric.span.clone(), message).help(HELP));
    }
    for (name, value) in NAMES.into_iter().zip(&values).take(2) {
        if let Some(value) = value.as_ref().filter(|value| number::numbers(&value.text).is_empty()) {
            findings.push(without(draft, metric, name, value, "number", "Write it in digits with its unit."));
        }
    }
    if let Some(by) = values[2].as_ref().filter(|by| date::first(&by.text).is_none()) {
        findings.push(without(draft, metric, "By", by, "date", "Write a day, a month, a quarter, or “90 days after launch”."));
    }
    findings
}

fn without(draft: &Draft<'_>, metric: &Item<'_>, name: &str, value: &Value, what: &str, help: &str) -> Diagnostic {
    let message = format!("“{name}” of the metric “{}” holds no {what}.", metric.name());
    draft.error(&RULE, value.span.clone(), message).help(help)
}

/// "from 38 to under 10": where it stands and where it is to be, without labels. Days are no metric.
fn says_from_to(text: &str) -> bool {
    let days = date::dates(text);
    let numbers = number::numbers(text).into_iter().map(|number| number.range);
    let numbers: Vec<_> = numbers.filter(|at| !days.iter().any(|day| day.contains(&at.start))).collect();
    numbers.windows(2).any(|pair| {
        let (before, between) = (text[..pair[0].start].trim_end(), &text[pair[0].end..pair[1].start]);
        let follows_from = phrase::all(before, &["from"]).iter().any(|(_, at)| at.end == before.len());
        follows_from && !between.contains(['.', ';']) && !phrase::all(between, &["to"]).is_empty()
    })
}

/// "read in the support log": who can read it where, without a label.
fn says_how(text: &str) -> bool {
    phrase::all(text, READ_IN).iter().any(|(_, at)| text[at.end..].trim_start().starts_with(char::is_alphanumeric))
}

const READ_IN: &[&str] = &[
    "measured by",
    "measured with",
    "measured in",
    "measured from",
    "read in",
    "read from",
    "counted in",
    "counted by",
    "counted from",
    "taken from",
    "according to",
];

/// "below 60 tickets by 12 May": the date stands in the sentence and has no label of its own.
fn says_by_when(text: &str) -> bool {
    date::dates(text).iter().any(|at| {
        let before = text[..at.start].trim_end();
        ["by", "until", "before", "within", "by the", "end of"].iter().any(|word| {
            let start = before.len().checked_sub(word.len()).filter(|start| before.is_char_boundary(*start));
            start.is_some_and(|start| phrase::end_of(before, start, word).is_some())
        })
    })
}
