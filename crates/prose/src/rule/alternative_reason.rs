use super::{Draft, Rule, counted};
use crate::read::{Section, phrase};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least two alternatives, each with a reason. A list without reasons shows that they were named, not that they were thought through, and
/// the next reader proposes them again.
pub(crate) const RULE: Rule = Rule {
    code: "prose-alternative-reason",
    holds: "At least 2 entries; each has a reason against it, in a decision record for or against it.",
    why: "An alternative without a reason is proposed again by the next reader.",
    find,
};

const AGAINST: &[&str] = &[
    "because",
    "but",
    "would",
    "rejected",
    "cost",
    "costs",
    "cannot",
    "can't",
    "against",
    "however",
    "too",
    "since",
    "does not",
    "do not",
    "doesn't",
    "con",
    "cons",
    "drawback*",
    "downside*",
    "disadvantage*",
    "slower",
    "harder",
    "expensive",
    "breaks",
    "lose*",
    "no longer",
    "worse",
];

const FOR: &[&str] = &["pro", "pros", "for", "so that", "advantage*", "good", "keeps", "needs no", "cheap*", "faster", "simpler"];

const FEWEST: usize = 2;

/// A name and one word are no reason.
const FEWEST_WORDS: usize = 5;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let options = section.entries(&[]);
    // A decision record lists the chosen option too, and what speaks for it.
    let (side, thing) = if section.heading == "Options" { ("for or against it", "option") } else { ("against it", "alternative") };
    let takes_for = section.heading == "Options";
    let mut findings = Vec::new();
    if options.len() < FEWEST {
        let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(options.len(), thing));
        findings.push(draft.error(&RULE, section.span(), message).help("Write each as a list item or under a heading of its own."));
    }
    for option in &options {
        let text = option.text();
        let has_reason = phrase::holds(text, AGAINST) || (takes_for && phrase::holds(text, FOR));
        if !has_reason || word_count(text) < FEWEST_WORDS {
            let message = format!("The {thing} “{}” has no reason {side}.", option.name());
            let help = "Add why, in a sentence with because, but, would, cannot or costs.";
            findings.push(draft.error(&RULE, option.span.clone(), message).help(help));
        }
    }
    findings
}
