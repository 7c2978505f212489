use super::{Draft, Rule, counted};
use crate::read::item::Item;
use crate::read::label::Label;
use crate::read::{Section, phrase};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// Every risk has an answer. A list of fears asks the reader to worry; a risk with what is done about it asks them to agree.
pub(crate) const RULE: Rule = Rule {
    code: "prose-risk-answer",
    holds: "At least 2 items; each has a Mitigation, by label or in a sentence (“we will …”, “if it happens …”).",
    why: "A risk without an answer leaves the decision about it to the day it happens.",
    find,
};

const MITIGATION: Label = &[
    "mitigation",
    "answer",
    "response",
    "guardrail",
    "we will",
    "so we",
    "if it happens",
    "countermeasure",
    "what we do",
    "prevention",
    "fallback",
];

/// Beginnings of an answer in a sentence.
const WE_DO: &[&str] =
    &["we will", "so we", "if it happens", "if that happens", "then we", "in that case", "guardrail", "to prevent this", "against this"];

const FEWEST: usize = 2;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let risks = section.entries(&[MITIGATION]);
    let mut findings = Vec::new();
    if risks.len() < FEWEST {
        let message = format!("The section “{}” has {}; it needs {FEWEST}.", section.heading, counted(risks.len(), "item"));
        findings.push(draft.error(&RULE, section.span(), message).help("Write each risk as a list item or a row of its own."));
    }
    for risk in risks.iter().filter(|risk| !is_answered(risk)) {
        let message = format!("The risk “{}” has no Mitigation.", risk.name());
        findings.push(
            draft.error(&RULE, risk.span.clone(), message).help("Add “Mitigation:” and what you do before it happens or when it does."),
        );
    }
    findings
}

fn is_answered(risk: &Item<'_>) -> bool {
    let text = risk.text();
    let says_what_we_do = phrase::find(text, WE_DO).is_some_and(|at| word_count(&text[at.end..]) >= 2);
    says_what_we_do || risk.value(MITIGATION).is_some_and(|value| word_count(&value.text) >= 2)
}
