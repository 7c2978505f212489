use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// A bet of a further horizon that begins before anything of a nearer one does.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (near, far) in [(Horizon::Now, Horizon::Next), (Horizon::Next, Horizon::Later), (Horizon::Now, Horizon::Later)] {
        let Some(first) = roadmap.bets_in(near).filter_map(|bet| bet.starts()).min() else { continue };
        for bet in roadmap.bets_in(far) {
            let (Some(starts), Some(span)) = (bet.starts(), bet.dates_span()) else { continue };
            let is_told = findings.iter().any(|finding: &Diagnostic| finding.place.as_ref().is_some_and(|place| place.span == span));
            if starts < first && !is_told {
                let (near, far) = (near.word(), far.word());
                let message = format!("`{}` is in {far} and begins on {starts}; the first bet in {near} begins on {first}.", bet.id);
                let finding = Diagnostic::warning("roadmap-horizon-dates", message).at(&roadmap.file, span);
                findings.push(finding.help("Change its dates or its horizon: they say different things."));
            }
        }
    }
    findings
}
