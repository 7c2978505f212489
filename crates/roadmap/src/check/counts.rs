use crate::judge::Limits;
use crate::roadmap::Roadmap;
use crate::wording::counted;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Too few of something, or too many bets. A roadmap that contains everything tells nobody what comes first.
pub(super) fn find(roadmap: &Roadmap, limits: &Limits) -> Vec<Diagnostic> {
    let few = |key: &str, what: (&str, &str), has: usize, min: usize, span: &Range<usize>| {
        let message = format!("There {}, and at least {} {} needed.", is_are(has, what), min, if min == 1 { "is" } else { "are" });
        let finding = || Diagnostic::error("roadmap-too-few", message).at(&roadmap.file, span.clone());
        (has < min).then(|| finding().help(format!("Write them under `{key}`.")))
    };
    let mut findings: Vec<Diagnostic> = [
        few("outcomes", ("outcome", "outcomes"), roadmap.outcomes.len(), limits.min_outcomes, &roadmap.outcomes.span),
        few("bets", ("bet", "bets"), roadmap.bets.len(), limits.min_bets, &roadmap.bets.span),
        few("risks", ("risk", "risks"), roadmap.risks.len(), limits.min_risks, &roadmap.risks.span),
        few("assumptions", ("assumption", "assumptions"), roadmap.assumptions.len(), limits.min_assumptions, &roadmap.assumptions.span),
        few("sources", ("source", "sources"), roadmap.sources.len(), limits.min_sources, &roadmap.sources.span),
    ]
    .into_iter()
    .flatten()
    .collect();
    let has = roadmap.bets.len();
    if has > limits.max_bets {
        let more = counted(has - limits.max_bets, "bet", "bets");
        findings.push(
            Diagnostic::error("roadmap-too-many-bets", format!("There are {has} bets; {} is the most.", limits.max_bets))
                .at(&roadmap.file, roadmap.bets.span.clone())
                .note("A roadmap is read in two minutes. What contains everything does not say what comes first.")
                .help(format!("Move {more} to `not_doing` with the reason, or join bets that move the same outcome.")),
        );
    }
    findings
}

fn is_are(number: usize, (one, many): (&str, &str)) -> String {
    match number {
        0 => format!("is no {one}"),
        1 => format!("is 1 {one}"),
        more => format!("are {more} {many}"),
    }
}
