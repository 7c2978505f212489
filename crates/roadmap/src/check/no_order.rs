use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// Fewer bets than this need no order.
const FEWEST: usize = 3;

/// All bets in one horizon: a list, not a roadmap.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let full = Horizon::ALL.into_iter().find(|horizon| roadmap.bets_in(*horizon).count() == roadmap.bets.len());
    let Some(horizon) = full.filter(|_| roadmap.bets.len() >= FEWEST) else { return Vec::new() };
    vec![
        Diagnostic::error(
            "roadmap-no-order",
            format!("All {} bets are in {}, so nothing comes first.", roadmap.bets.len(), horizon.word()),
        )
        .at(&roadmap.file, roadmap.bets.span.clone())
        .help("Keep in `now` what is being worked on. `next` begins when something of `now` ends; `later` waits for something: name it."),
    ]
}
