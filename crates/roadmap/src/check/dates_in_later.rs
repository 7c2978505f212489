use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// Days in `later`: whoever reads them plans with them, and nobody knows them.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for bet in roadmap.bets_in(Horizon::Later) {
        let Some(day) = bet.from.as_ref().or(bet.until.as_ref()) else { continue };
        findings.push(
            Diagnostic::advice("roadmap-false-precision", format!("`{}` is in later and has a day: {}.", bet.id, day.value))
                .at(&roadmap.file, day.span.clone())
                .note("Whoever reads a day plans with it.")
                .help("Leave it out, or write a quarter. A date that was promised belongs into now or next."),
        );
    }
    findings
}
