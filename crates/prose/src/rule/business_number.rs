use super::{Draft, Rule};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// What it means, what it costs and what happens otherwise each hold a number in the units of the business. An executive compares it with
/// other uses of the same money and months; "high load" cannot be compared.
pub(crate) const RULE: Rule = Rule {
    code: "prose-business-number",
    holds: "A number in money, customers, people, time or per cent.",
    why: "An executive weighs it against other uses of the same money and months.",
    find,
};

const UNITS: &[&str] = &[
    "customer*",
    "client*",
    "merchant*",
    "user*",
    "account*",
    "compan*",
    "people",
    "person*",
    "employee*",
    "engineer*",
    "developer*",
    "partner*",
    "shop*",
    "store*",
    "order*",
    "payment*",
    "booking*",
    "contract*",
    "subscriber*",
    "ticket*",
    "deal*",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "quarters",
    "year",
    "years",
    "hour",
    "hours",
    "per cent",
    "percent",
    "team",
    "teams",
    "renewal*",
    "invoice*",
    "shipment*",
    "deliveries",
    "visit*",
    "sale*",
    "countries",
    "lost",
    "refund*",
    "complaint*",
];

/// Words that may stand between a number and its unit: "40 of our largest customers".
const WORDS_BETWEEN: usize = 5;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let is_business = |found: &number::Number| {
        let after = &text[found.range.end..];
        let near: String =
            after.split(['.', ';', '\n']).next().unwrap_or_default().split_whitespace().take(WORDS_BETWEEN).collect::<Vec<_>>().join(" ");
        number::has_currency_beside(&text, &found.range) || after.trim_start().starts_with('%') || phrase::holds(&near, UNITS)
    };
    if number::numbers(&text).iter().any(is_business) {
        return Vec::new();
    }
    let help = "Write how many customers, how much money, how many weeks of whom, or which share of revenue.";
    vec![draft.fault(&RULE, section, "holds no number in money, customers or time", help)]
}
