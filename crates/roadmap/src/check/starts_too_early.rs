use crate::dependency::dependencies;
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
        if starts.day < ends.day {
            let (bet, needs) = (&dependency.bet.id, &dependency.needs.id);
            let message = format!("`{bet}` {}, before `{needs}` {}.", starts.said, ends.said);
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

/// A day, and what the bet says that makes it that day.
struct Bound {
    day: Date,
    said: String,
}

fn latest_start(bet: &Bet) -> Option<Bound> {
    if let Some(from) = &bet.from {
        return Some(Bound { day: from.value, said: format!("begins on {from}") });
    }
    if let Some(quarter) = &bet.quarter {
        return Some(Bound { day: quarter.last_day(), said: format!("is planned for {quarter}") });
    }
    bet.until.as_ref().map(|until| Bound { day: until.value, said: format!("ends on {until}") })
}

fn earliest_end(bet: &Bet) -> Option<Bound> {
    if let Some(until) = &bet.until {
        return Some(Bound { day: until.value, said: format!("ends on {until}") });
    }
    if let Some(quarter) = &bet.quarter {
        return Some(Bound { day: quarter.first_day(), said: format!("can end in {quarter}") });
    }
    bet.from.as_ref().map(|from| Bound { day: from.value, said: format!("begins on {from}") })
}
