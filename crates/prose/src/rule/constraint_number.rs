use super::{Draft, Rule};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// Every constraint is a number with its unit. "Must be fast enough" rules nothing out; "p95 below 200 ms" decides between two designs.
pub(crate) const RULE: Rule = Rule {
    code: "prose-constraint-number",
    holds: "Each item has a number with its unit.",
    why: "Only a number with a unit decides between two designs.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]);
    let vague = items.iter().filter(|item| !item.has_counted());
    vague
        .map(|item| {
            let message = format!("The constraint “{}” has no number with a unit.", item.name());
            draft
                .error(&RULE, item.span.clone(), message)
                .help("Write the limit: “p95 below 200 ms”, “at most 40 GB”, “2,000 requests a second”.")
        })
        .collect()
}
