use crate::judge::Limits;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::Diagnostic;
use std::collections::HashSet;

/// An outcome that no bet moves: a wish.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let moved: HashSet<&str> = roadmap.bets.iter().flat_map(|bet| &bet.outcomes).map(|id| id.as_str()).collect();
    let wishes = roadmap.outcomes.iter().filter(|outcome| !moved.contains(outcome.id.as_str()));
    wishes
        .map(|outcome| {
            Diagnostic::error("roadmap-outcome-unmoved", format!("No bet moves the outcome `{}`.", outcome.id))
                .at(&roadmap.file, outcome.id.span.clone())
                .help("Add the bet that moves it, or take the outcome off the roadmap.")
        })
        .collect()
}
