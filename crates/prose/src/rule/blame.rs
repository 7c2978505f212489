use super::{Draft, Rule};
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// A postmortem blames nobody. Who is blamed tells less the next time, and a person cannot be changed by an action item. Advice only: a
/// quotation may be right.
pub(crate) const RULE: Rule = Rule {
    code: "prose-blame",
    holds: "Advice: no “human error”, “forgot”, “should have known”.",
    why: "Who is blamed tells less the next time; what made the mistake possible stays.",
    find,
};

const BLAME: &[&str] = &[
    "human error",
    "user error",
    "operator error",
    "careless*",
    "should have known",
    "forgot",
    "negligen*",
    "at fault",
    "to blame",
    "sloppy",
    "incompeten*",
];

fn find(draft: &Draft<'_>, whole: &Section<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for block in whole.blocks().filter(|block| !block.is_code()) {
        for (_, at) in phrase::all(block.text(), BLAME) {
            let message = format!("“{}” blames somebody.", &block.text()[at.clone()]);
            let help = "Write what the system let happen: “nothing asked for a second look”.";
            findings.push(draft.advice(&RULE, block.prose.origin(at), message).help(help));
        }
    }
    findings
}
