use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// A bet in `now` without evidence: the first question it will be asked.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let bare = roadmap.bets_in(Horizon::Now).filter(|bet| bet.evidence.is_none());
    bare.map(|bet| {
        Diagnostic::advice("roadmap-no-evidence", format!("`{}` is in now and names no evidence.", bet.id))
            .at(&roadmap.file, bet.id.span.clone())
            .help("Write under `evidence` what you saw, read or measured; a guess is called a guess.")
    })
    .collect()
}
