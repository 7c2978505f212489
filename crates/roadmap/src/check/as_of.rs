use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;
use jiff::ToSpan;

/// Days of a quarter: what begins later than that is not now.
const QUARTER: i64 = 92;

/// A roadmap whose day does not fit its `now`: bets that are over, or that are still a quarter away.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let Some(as_of) = &roadmap.as_of else { return Vec::new() };
    let mut findings = Vec::new();
    for bet in roadmap.bets_in(Horizon::Now) {
        if let (Some(ends), Some(span)) = (bet.ends().filter(|ends| *ends < as_of.value), bet.dates_span()) {
            let message = format!("`{}` is in now and ended on {ends}; the roadmap is as of {}.", bet.id, as_of.value);
            findings.push(
                Diagnostic::warning("roadmap-over", message)
                    .at(&roadmap.file, span)
                    .help("Take it off if it is finished, and say in the baseline what it moved. Otherwise give it a new date."),
            );
        }
    }
    let begun = roadmap.bets_in(Horizon::Now).filter_map(|bet| bet.starts()).min();
    if let Some(first) = begun.filter(|first| *first > as_of.value.saturating_add(QUARTER.days())) {
        findings.push(
            Diagnostic::advice("roadmap-stale", format!("The roadmap is as of {}, and nothing in now begins before {first}.", as_of.value))
                .at(&roadmap.file, as_of.span.clone())
                .help("Bring `as_of` up to date, or move to next what is not being worked on."),
        );
    }
    findings
}
