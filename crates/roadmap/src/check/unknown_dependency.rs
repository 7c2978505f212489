use super::MOST_SUGGESTED;
use crate::judge::Limits;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::{Diagnostic, nearest};
use std::collections::HashSet;

/// A bet that waits for something that is not on the roadmap.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let known: HashSet<&str> = roadmap.bets.iter().map(|bet| bet.id.as_str()).collect();
    let mut findings = Vec::new();
    for bet in roadmap.bets.iter() {
        for id in bet.depends_on.iter().filter(|id| !known.contains(id.as_str())) {
            let message = format!("The bet `{}` depends on `{}`, which is no bet of this roadmap.", bet.id, id.value);
            let finding = Diagnostic::error("roadmap-unknown-dependency", message).at(&roadmap.file, id.span.clone());
            let others = roadmap.bets.iter().map(|other| other.id.as_str()).filter(|other| *other != bet.id.value);
            let near = if findings.len() < MOST_SUGGESTED { nearest(id, others) } else { None };
            findings.push(match near {
                Some(near) => finding.help(format!("Did you mean `{near}`?")),
                None => finding.help("Write the `id` of a bet. What other teams must do first belongs under `risks`."),
            });
        }
    }
    findings
}
