use crate::dependency::dependencies;
use crate::judge::Limits;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::Diagnostic;

/// A bet that is surer than one it waits for.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for dependency in dependencies(roadmap) {
        let (Some(own), Some(base)) = (&dependency.bet.confidence, &dependency.needs.confidence) else { continue };
        if own.value > base.value {
            let (bet, needs) = (&dependency.bet.id, &dependency.needs.id);
            let message = format!("`{bet}` is {} % sure and waits for `{needs}`, which is {} % sure.", own.value, base.value);
            findings.push(
                Diagnostic::advice("roadmap-surer-than-its-base", message)
                    .at(&roadmap.file, own.span.clone())
                    .note(format!("If `{needs}` does not work out, `{bet}` may have nothing to stand on.")),
            );
        }
    }
    findings
}
