use crate::dependency::{Dependency, dependencies};
use crate::judge::Limits;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::Diagnostic;

/// Bets that wait for one another in a circle: none of them could ever begin.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let all = dependencies(roadmap);
    let mut needs: Vec<Vec<&Dependency<'_>>> = vec![Vec::new(); roadmap.bets.len()];
    for dependency in &all {
        needs[dependency.number].push(dependency);
    }
    let mut open = vec![true; roadmap.bets.len()];
    let mut findings = Vec::new();
    loop {
        close_what_can_begin(&needs, &mut open);
        let Some(first) = open.iter().position(|open| *open) else { return findings };
        let circle = circle_from(first, &needs, &open);
        findings.push(finding(roadmap, &circle));
        for step in circle {
            open[step.number] = false;
        }
    }
}

/// A bet can begin when nothing it waits for is open. Kahn's order, each dependency looked at once from either end.
fn close_what_can_begin(needs: &[Vec<&Dependency<'_>>], open: &mut [bool]) {
    let mut waiting: Vec<usize> = vec![0; open.len()];
    let mut wanted_by: Vec<Vec<usize>> = vec![Vec::new(); open.len()];
    for dependency in needs.iter().flatten().filter(|dependency| open[dependency.number] && open[dependency.needs_number]) {
        waiting[dependency.number] += 1;
        wanted_by[dependency.needs_number].push(dependency.number);
    }
    let mut ready: Vec<usize> = (0..open.len()).filter(|bet| open[*bet] && waiting[*bet] == 0).collect();
    while let Some(bet) = ready.pop() {
        open[bet] = false;
        for &other in &wanted_by[bet] {
            waiting[other] -= 1;
            if waiting[other] == 0 {
                ready.push(other);
            }
        }
    }
}

/// Follows what is waited for until a bet comes up again. Every open bet waits for an open one, or it would have been closed.
fn circle_from<'d, 'r>(first: usize, needs: &[Vec<&'d Dependency<'r>>], open: &[bool]) -> Vec<&'d Dependency<'r>> {
    let mut steps: Vec<&Dependency<'_>> = Vec::new();
    let mut seen = vec![None; open.len()];
    let mut bet = first;
    loop {
        if let Some(from) = seen[bet] {
            return steps.split_off(from);
        }
        seen[bet] = Some(steps.len());
        let Some(step) = needs[bet].iter().copied().find(|dependency| open[dependency.needs_number]) else { return steps };
        steps.push(step);
        bet = step.needs_number;
    }
}

fn finding(roadmap: &Roadmap, circle: &[&Dependency<'_>]) -> Diagnostic {
    let span = circle.first().map_or(0..0, |step| step.span.clone());
    if let [step] = circle {
        return Diagnostic::error("roadmap-cycle", format!("The bet `{}` depends on itself.", step.bet.id)).at(&roadmap.file, span);
    }
    let ids: Vec<String> = circle.iter().chain(circle.first()).map(|step| format!("`{}`", step.bet.id)).collect();
    Diagnostic::error("roadmap-cycle", format!("These bets wait for one another in a circle: {}.", ids.join(" → ")))
        .at(&roadmap.file, span)
        .note("An arrow means “depends on”. None of them could ever begin.")
        .help("Cut one of the dependencies, or take the part that both need out as a bet of its own.")
}
