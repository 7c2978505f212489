use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap, Size};
use footbridge_diagnostic::Diagnostic;

/// Weeks of a quarter.
const QUARTER: u16 = 13;

/// A bet in `now` that takes more than a quarter: nobody learns anything from it until it is over.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for bet in roadmap.bets_in(Horizon::Now) {
        let Some(size) = &bet.size else { continue };
        if matches!(size.value, Size::ExtraLarge) || matches!(size.value, Size::Weeks(weeks) if weeks > QUARTER) {
            findings.push(
                Diagnostic::advice(
                    "roadmap-too-big-for-now",
                    format!("`{}` is in now and takes more than a quarter ({}).", bet.id, size.value),
                )
                .at(&roadmap.file, size.span.clone())
                .help("Split off the first part that somebody can use, and put the rest into next."),
            );
        }
    }
    findings
}
