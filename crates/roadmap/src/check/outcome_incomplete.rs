use crate::judge::Limits;
use crate::roadmap::{Outcome, Roadmap, Written};
use footbridge_diagnostic::Diagnostic;

/// An outcome without measure, baseline, target, date or source. Without them nobody can say later whether it was reached.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    roadmap.outcomes.iter().flat_map(|outcome| [lacking(roadmap, outcome)].into_iter().flatten().chain(numbers(roadmap, outcome))).collect()
}

fn lacking(roadmap: &Roadmap, outcome: &Outcome) -> Option<Diagnostic> {
    let needs = [
        (outcome.measure.is_none(), "`measure`: what is counted"),
        (outcome.baseline.is_none(), "`baseline`: how it stands today"),
        (outcome.target.is_none(), "`target`: how it is to stand"),
        (outcome.by.is_none(), "`by`: until which day"),
        (outcome.source.is_none(), "`source`: where the figure is read off, or that it is a guess"),
    ];
    let missing: Vec<&str> = needs.into_iter().filter_map(|(is_missing, words)| is_missing.then_some(words)).collect();
    let finding = || {
        Diagnostic::error("roadmap-outcome-incomplete", format!("Nobody could say whether the outcome `{}` was reached.", outcome.id))
            .at(&roadmap.file, outcome.id.span.clone())
            .note(format!("It lacks {}.", missing.join("; ")))
    };
    (!missing.is_empty()).then(finding)
}

fn numbers(roadmap: &Roadmap, outcome: &Outcome) -> Vec<Diagnostic> {
    let without = |key: &str, figure: &Option<Written<String>>, help: &str| {
        let figure = figure.as_ref().filter(|figure| !figure.contains(|c: char| c.is_ascii_digit()))?;
        Some(
            Diagnostic::error("roadmap-outcome-number", format!("The {key} of `{}` holds no number in digits.", outcome.id))
                .at(&roadmap.file, figure.span.clone())
                .help(help),
        )
    };
    let guess = "Write the number with its unit. When nobody has measured it, write your guess and call it one: `35 % (guess)`.";
    let goal = "Write the number with its unit: `70 %`.";
    [without("baseline", &outcome.baseline, guess), without("target", &outcome.target, goal)].into_iter().flatten().collect()
}
