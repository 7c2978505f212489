use super::{Draft, Rule, nor};
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// The timeline shows when it was noticed and when it was over. The two stretches between — how long nobody knew, how long it took then — are
/// what the actions have to shorten.
pub(crate) const RULE: Rule = Rule {
    code: "prose-timeline-turns",
    holds: "When it was noticed (detected, alert …) and when it was over (resolved, mitigated …).",
    why: "How long nobody knew and how long it took then are what the actions have to shorten.",
    find,
};

const NOTICED: &[&str] =
    &["detected", "detects", "noticed", "notices", "alert*", "paged", "pages", "alarm*", "reported", "reports", "discovered", "spotted"];

const OVER: &[&str] =
    &["resolved", "mitigated", "ended", "ends", "restored", "recovered", "recovers", "fixed", "back to normal", "over", "closed"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let mut missing = Vec::new();
    if !phrase::holds(&text, NOTICED) {
        missing.push("when it was noticed");
    }
    if !phrase::holds(&text, OVER) {
        missing.push("when it was over");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Add the entry with the word: detected, noticed or alert; resolved, mitigated or ended."),
    ]
}
