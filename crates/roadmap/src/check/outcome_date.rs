use crate::judge::Limits;
use crate::roadmap::{Outcome, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// An outcome that is due on or before the day of the roadmap, or before any bet that moves it ends.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    roadmap.outcomes.iter().filter_map(|outcome| fault(roadmap, outcome)).collect()
}

fn fault(roadmap: &Roadmap, outcome: &Outcome) -> Option<Diagnostic> {
    let by = outcome.by.as_ref()?;
    let warning = |message: String| Diagnostic::warning("roadmap-outcome-date", message).at(&roadmap.file, by.span.clone());
    if let Some(as_of) = roadmap.as_of.as_ref().filter(|as_of| by.value <= as_of.value) {
        let message = format!("The outcome `{}` is due by {}, and the roadmap is as of {}.", outcome.id, by.value, as_of.value);
        return Some(warning(message).help("Say in the baseline what was reached, and set a new date."));
    }
    let ends: Option<Vec<_>> =
        roadmap.bets.iter().filter(|bet| bet.outcomes.iter().any(|id| id.value == outcome.id.value)).map(|bet| bet.ends()).collect();
    let first = ends?.into_iter().min().filter(|first| *first > by.value)?;
    let message = format!("The outcome `{}` is due by {}, and the first bet that moves it ends on {first}.", outcome.id, by.value);
    Some(warning(message).note("A measure moves after the work that moves it, often weeks after."))
}
