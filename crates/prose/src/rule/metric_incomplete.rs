use super::{Draft, Rule, labels_listed};
use crate::read::item::Item;
use crate::read::label::{Label, Value};
use crate::read::{Section, date, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Every metric says where it stands, where it is to be, by when, and who can read it where. A metric that lacks one of these can be
/// declared reached by anybody on any day.
pub(crate) const RULE: Rule = Rule {
    code: "prose-metric-incomplete",
    holds: "At least one metric; each has Baseline and Target with a number, By with a date, and Measured by. A date in the sentence (“below 60 by 12 May”) counts as By.",
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
    let has_date_elsewhere = values[2].is_none() && says_by_when(metric.text());
    let missing: Vec<&str> = NAMES
        .into_iter()
        .enumerate()
        .filter(|(index, _)| values[*index].is_none() && !(*index == 2 && has_date_elsewhere))
        .map(|(_, name)| name)
        .collect();
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
