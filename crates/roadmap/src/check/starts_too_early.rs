use super::dependencies;
use crate::judge::Limits;
use crate::roadmap::{Bet, Roadmap};
use footbridge_diagnostic::Diagnostic;
use jiff::civil::Date;

/// A bet that starts before what it depends on ends. A quarter is taken at its most favourable: only what cannot be is told.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    // What depends on itself is a circle, and told as one.
    for dependency in dependencies(roadmap).into_iter().filter(|dependency| dependency.number != dependency.needs_number) {
        let (Some(starts), Some(ends)) = (latest_start(dependency.bet), earliest_end(dependency.needs)) else { continue };
        if starts < ends {
            let (bet, needs) = (&dependency.bet.id, &dependency.needs.id);
            let message = format!("`{bet}` {}, before `{needs}` {}.", begins(dependency.bet), is_finished(dependency.needs));
            findings.push(
                Diagnostic::error("roadmap-starts-too-early", message)
                    .at(&roadmap.file, dependency.bet.dates_span().unwrap_or_else(|| dependency.span.clone()))
                    .note(format!("`{bet}` depends on `{needs}`."))
                    .help("Move the dates, or split off the part that does not have to wait."),
            );
        }
    }
    findings
}

fn latest_start(bet: &Bet) -> Option<Date> {
    let from = bet.from.as_ref().map(|from| from.value);
    let quarter = || bet.quarter.as_ref().map(|quarter| quarter.last_day());
    from.or_else(quarter).or_else(|| bet.until.as_ref().map(|until| until.value))
}

fn earliest_end(bet: &Bet) -> Option<Date> {
    let until = bet.until.as_ref().map(|until| until.value);
    let quarter = || bet.quarter.as_ref().map(|quarter| quarter.first_day());
    until.or_else(quarter).or_else(|| bet.from.as_ref().map(|from| from.value))
}

fn begins(bet: &Bet) -> String {
    match (&bet.from, &bet.quarter, &bet.until) {
        (Some(from), ..) => format!("begins on {}", from.value),
        (None, Some(quarter), _) => format!("is planned for {}", quarter.value),
        (None, None, Some(until)) => format!("ends on {}", until.value),
        (None, None, None) => "begins".to_owned(),
    }
}

fn is_finished(bet: &Bet) -> String {
    match (&bet.until, &bet.quarter, &bet.from) {
        (Some(until), ..) => format!("ends on {}", until.value),
        (None, Some(quarter), _) => format!("can end in {}", quarter.value),
        (None, None, Some(from)) => format!("begins on {}", from.value),
        (None, None, None) => "ends".to_owned(),
    }
}
