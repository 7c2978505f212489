use super::{Draft, Rule, absent};
use crate::read::{Section, date, phrase};
use footbridge_diagnostic::Diagnostic;

/// The recommendation asks for one thing by a day. Two asks get one answer, and an ask without a day gets none.
pub(crate) const RULE: Rule = Rule {
    code: "prose-ask-date",
    holds: "One ask, and by when.",
    why: "Two asks get one answer, and an ask without a day gets none.",
    find,
};

const ASKS: &[&str] = &[
    "approve",
    "decide",
    "agree",
    "fund",
    "give",
    "allow",
    "release",
    "hire",
    "sign",
    "choose",
    "move",
    "stop",
    "start",
    "let",
    "recommend",
    "ask",
    "asking",
    "propose",
    "need",
    "please",
    "confirm",
    "spend",
    "free",
    "postpone",
    "delay",
    "invest",
    "grant",
    "support",
    "go ahead",
    "pick",
    "accept",
    "say yes",
    "limit",
    "raise",
    "buy",
    "pause",
    "pay",
    "assign",
    "lend",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let missing = absent([(phrase::holds(&text, ASKS), "what you ask for"), (date::first(&text).is_some(), "by when")]);
    let mut findings = draft.unsaid(&RULE, section, &missing, "Write: “Please approve two engineers for six weeks by 12 May.”");
    let asks = section
        .blocks()
        .filter(|block| block.item.is_some() && ASKS.iter().any(|ask| phrase::end_of(block.text(), 0, ask).is_some()))
        .count();
    if asks > 1 {
        let help = "Keep the one that unblocks the others, and say what follows from it.";
        findings.push(draft.fault(&RULE, section, &format!("asks for {asks} things"), help));
    }
    findings
}
