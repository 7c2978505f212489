use super::{Draft, Rule};
use crate::read::{Section, number, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// Capacity shows a reckoning: which number times which gives what. A result alone cannot be corrected when one of its inputs changes.
pub(crate) const RULE: Rule = Rule {
    code: "prose-reckoning",
    holds: "Two numbers and an operator, “per” or “times” in one sentence, row or line of code.",
    why: "A result alone cannot be corrected when one of its inputs changes.",
    find,
};

const OPERATORS: [char; 8] = ['=', '×', '*', '/', '÷', '+', '≈', '·'];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let is_reckoned = |stretch: &str| {
        number::numbers(stretch).len() >= 2
            && (stretch.contains(OPERATORS) || phrase::holds(stretch, &["per", "times", "divided by", "multiplied by"]))
    };
    let rows = section.items(&[]);
    if sentences(&text).into_iter().any(|at| is_reckoned(&text[at])) || rows.iter().any(|row| is_reckoned(row.text())) {
        return Vec::new();
    }
    let help = "Write it out: “3.2 million deliveries a day × 2.2 kB = 7 GB a day”.";
    vec![draft.fault(&RULE, section, "shows no reckoning", help)]
}
