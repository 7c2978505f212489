use super::MOST_SUGGESTED;
use crate::judge::Limits;
use crate::roadmap::{Bet, Roadmap, Written};
use crate::wording::listed;
use footbridge_diagnostic::{Diagnostic, nearest};
use std::collections::HashSet;

/// A bet that moves no outcome, or one that does not exist. Work that changes no measure is not a bet but a task.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let known: HashSet<&str> = roadmap.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    let mut findings = Vec::new();
    for bet in roadmap.bets.iter() {
        if bet.outcomes.is_empty() {
            findings.push(moves_nothing(roadmap, bet));
        }
        for id in bet.outcomes.iter().filter(|id| !known.contains(id.as_str())) {
            findings.push(unknown(roadmap, id, findings.len() < MOST_SUGGESTED));
        }
    }
    findings
}

fn moves_nothing(roadmap: &Roadmap, bet: &Bet) -> Diagnostic {
    let help = if roadmap.outcomes.is_empty() {
        "Write an outcome first, then its id under `outcome`.".to_owned()
    } else {
        format!("Write under `outcome` which it moves: {}. If it moves none, leave it out.", outcomes(roadmap))
    };
    Diagnostic::error("roadmap-bet-moves-nothing", format!("The bet `{}` moves no outcome.", bet.id))
        .at(&roadmap.file, bet.id.span.clone())
        .note("What changes no measure cannot be weighed against anything.")
        .help(help)
}

fn unknown(roadmap: &Roadmap, id: &Written<String>, suggests: bool) -> Diagnostic {
    let finding = Diagnostic::error("roadmap-unknown-outcome", format!("There is no outcome `{id}`.")).at(&roadmap.file, id.span.clone());
    let near = if suggests { nearest(id, roadmap.outcomes.iter().map(|outcome| outcome.id.as_str())) } else { None };
    match near {
        Some(near) => finding.help(format!("Did you mean `{near}`?")),
        None if roadmap.outcomes.is_empty() => finding.help("There is none yet: write it under `outcomes`."),
        None => finding.note(format!("The outcomes are {}.", outcomes(roadmap))),
    }
}

fn outcomes(roadmap: &Roadmap) -> String {
    listed(roadmap.outcomes.iter().map(|outcome| outcome.id.as_str()).take(MOST_SUGGESTED))
}
