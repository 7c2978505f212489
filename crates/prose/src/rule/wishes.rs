use super::{Draft, Rule};
use crate::read::{Section, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// Notes hold what was seen and said. "They want a dashboard" is the writer's solution in the person's mouth; advice only, because a person
/// may have said just that.
pub(crate) const RULE: Rule = Rule {
    code: "prose-wish",
    holds: "Advice: “they want”, “they need” stand beside a quote.",
    why: "“They want …” is often the writer's solution in the other person's mouth.",
    find,
};

const WISHES: &[&str] =
    &["they want", "they need", "they would like", "he wants", "she wants", "he needs", "she needs", "users want", "users need"];

fn find(draft: &Draft<'_>, whole: &Section<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for block in whole.blocks().filter(|block| !block.is_code() && !block.in_quote) {
        for sentence in sentences(block.text()) {
            let text = &block.text()[sentence.clone()];
            let Some(at) = phrase::find(text, WISHES).filter(|_| !text.contains(['“', '"', '„', '«'])) else { continue };
            let message = format!("“{}” is a wish, and no quote stands beside it.", &text[at.clone()]);
            let place = sentence.start + at.start..sentence.start + at.end;
            findings.push(draft.advice(&RULE, block.prose.origin(place), message).help("Write what they did or said, in their words."));
        }
    }
    findings
}
