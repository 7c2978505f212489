use crate::dependency::dependencies;
use crate::judge::Limits;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::Diagnostic;

/// A bet that depends on one further away: what must be finished first would come afterwards.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for dependency in dependencies(roadmap) {
        let (Some(own), Some(first)) = (&dependency.bet.horizon, &dependency.needs.horizon) else { continue };
        if own.value < first.value {
            let (bet, needs) = (&dependency.bet.id, &dependency.needs.id);
            let (near, far) = (own.word(), first.word());
            findings.push(
                Diagnostic::error("roadmap-horizon-order", format!("`{bet}` is in {near} and depends on `{needs}`, which is in {far}."))
                    .at(&roadmap.file, dependency.span.clone())
                    .help(format!("Move `{needs}` to {near}, or `{bet}` to {far}, or say what of `{bet}` can be done without it.")),
            );
        }
    }
    findings
}
