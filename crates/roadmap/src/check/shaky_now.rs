use crate::judge::Limits;
use crate::roadmap::{Bet, Horizon, Roadmap, SHAKY};
use crate::wording::{counted, listed};
use footbridge_diagnostic::Diagnostic;

/// More than a third of what is being worked on rests on guesses. A guess in `now` is paid in full before it is known to be wrong.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let now: Vec<&Bet> = roadmap.bets_in(Horizon::Now).collect();
    let shaky: Vec<&Bet> = now.iter().copied().filter(|bet| bet.is_shaky()).collect();
    let Some(first) = shaky.first().filter(|_| shaky.len() * 3 > now.len()) else { return Vec::new() };
    let span = first.confidence.as_ref().map_or(first.id.span.clone(), |confidence| confidence.span.clone());
    let bets = counted(now.len(), "bet", "bets");
    let message = format!("{} of {bets} in now {} under {SHAKY} %.", shaky.len(), if shaky.len() == 1 { "is" } else { "are" });
    vec![
        Diagnostic::error("roadmap-shaky-now", message)
            .at(&roadmap.file, span)
            .note(format!(
                "{} {}. At most a third of what is being worked on should rest on a guess.",
                if shaky.len() == 1 { "It is" } else { "These are" },
                listed(shaky.iter().map(|bet| bet.id.as_str()))
            ))
            .help("Put the question that would raise the confidence into now, as a small bet of its own, and the rest into next."),
    ]
}
