use crate::judge::Limits;
use crate::roadmap::{Outcome, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// A target that equals the baseline, or that is counted in another unit. Neither tells how far there is to go.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    roadmap.outcomes.iter().filter_map(|outcome| fault(roadmap, outcome)).collect()
}

fn fault(roadmap: &Roadmap, outcome: &Outcome) -> Option<Diagnostic> {
    let (baseline, target) = (outcome.baseline.as_ref()?, outcome.target.as_ref()?);
    let (from, to) = (figure(baseline)?, figure(target)?);
    let at = target.span.clone();
    if (from - to).abs() < f64::EPSILON && baseline.contains('%') == target.contains('%') {
        let message = format!("The target of `{}` is where it stands today: {}.", outcome.id, baseline.value);
        return Some(Diagnostic::error("roadmap-outcome-standing-still", message).at(&roadmap.file, at));
    }
    (baseline.contains('%') != target.contains('%')).then(|| {
        let message = format!("The baseline of `{}` is {} and its target is {}.", outcome.id, baseline.value, target.value);
        Diagnostic::warning("roadmap-outcome-units", message)
            .at(&roadmap.file, at)
            .note("One is a share in per cent and the other is not, so they cannot be compared.")
    })
}

/// The first number of a text, thousands commas left out.
fn figure(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let number: String = text[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(|c| *c != ',').collect();
    number.trim_end_matches('.').parse().ok()
}
