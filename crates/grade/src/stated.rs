//! What a decision must say besides its figures, in an exercise.

use crate::decide::same;
use crate::evidence::Evidence;
use crate::material::quotes;
use footbridge_decide::{Analysis, Decision, Method};
use footbridge_diagnostic::Diagnostic;

/// Fewest words of a reason and of what would change a mind.
const FEWEST_WORDS: usize = 8;

/// Fewest words that say what is not known.
const FEWEST_WORDS_UNKNOWN: usize = 4;

/// What the file leaves out.
pub(crate) fn lacking(decision: &Decision, analysis: &Analysis) -> Vec<Diagnostic> {
    let stated = &decision.stated;
    let has_flips = match analysis {
        Analysis::Ranked(ranked) => !ranked.flips.is_empty(),
        Analysis::Capacity(_) => true,
    };
    let is_moscow = matches!(decision.method, Method::Moscow { .. });
    let capacity_lacks = matches!(&decision.method, Method::Moscow { capacity: None, .. });
    let wanted = [
        (!is_moscow && stated.ranking.is_empty(), "ranking", "all options, best first, as your figures give them"),
        (is_moscow && stated.sums.is_none(), "sums", "the likely efforts of `must`, `should` and `could`, added up"),
        (capacity_lacks, "capacity", "how much can be done in the time"),
        (!is_moscow && decision.choice.is_none(), "choice", "the option you choose"),
        (decision.because.is_none(), "because", "why"),
        (has_flips && stated.flip.is_none(), "flip", "one figure and the value at which the first place, or whether the musts fit, turns"),
        (stated.would_change.is_none(), "would_change", "what would change your mind, with a figure"),
        (stated.not_known.is_empty(), "not_known", "what the material does not tell"),
    ];
    let end = decision.because.as_ref().or(decision.choice.as_ref()).map_or(0..0, |text| text.span.clone());
    let lacks = wanted.into_iter().filter(|(lacks, ..)| *lacks);
    let mut found: Vec<Diagnostic> = lacks
        .map(|(_, key, what)| {
            Diagnostic::error("decide-lacks", format!("`{key}` is not there."))
                .at(&decision.file, end.clone())
                .help(format!("Write {what}."))
        })
        .collect();
    if let (Method::Matrix(scored), None) = (&decision.method, &stated.locked) {
        let span = scored.criteria.first().map_or(0..0, |criterion| criterion.weight.span.clone());
        let message = "Options are scored, and the weights were never locked.";
        let note = "Whoever scores first and weighs later finds that the option they liked has won.";
        let help = "Take all scores out, check, write the line that you are given, and score then.";
        found.push(Diagnostic::error("decide-not-locked", message).at(&decision.file, span).note(note).help(help));
    }
    found
}

/// The texts of the file: reason, what would change it, what is not known.
pub(crate) fn words(decision: &Decision, analysis: &Analysis, evidence: &mut Evidence<'_>) {
    if let Some(because) = &decision.because {
        evidence.own_words(because, "`because`", FEWEST_WORDS);
        if deviates(decision, analysis) && quotes(because).is_empty() {
            let message = "The choice is not first by the figures, and `because` quotes nothing that they leave out.";
            let help = "Quote the words of the material that the figures do not hold.";
            evidence.say(Diagnostic::error("decide-deviation-without-evidence", message).help(help), &because.span);
        }
    }
    if let Some(text) = &decision.stated.would_change {
        evidence.own_words(text, "`would_change`", FEWEST_WORDS);
        if !text.contains(|letter: char| letter.is_ascii_digit()) {
            let message = "`would_change` names no figure, so nobody could tell whether it has come about.";
            let help = "Write what would be seen, how much of it, and by when.";
            evidence.say(Diagnostic::error("decide-no-threshold", message).help(help), &text.span);
        }
    }
    for unknown in &decision.stated.not_known {
        // One word, such as `Nothing`, stands in any material and names nothing of it.
        let names_something = unknown.split_whitespace().count() >= FEWEST_WORDS_UNKNOWN;
        if names_something && evidence.is_of_the_material(unknown) {
            let message = "This is named as not known, and it stands in the material.";
            evidence.say(Diagnostic::error("decide-known", message).help("Name what the material does not tell."), &unknown.span);
        } else {
            evidence.own_words(unknown, "what is not known", FEWEST_WORDS_UNKNOWN);
        }
    }
}

fn deviates(decision: &Decision, analysis: &Analysis) -> bool {
    let (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked), Some(choice)) =
        (&decision.method, analysis, &decision.choice)
    else {
        return false;
    };
    let chosen = scored.options.iter().position(|option| same(&option.name, choice));
    chosen.is_some_and(|chosen| ranked.standings[chosen].place > 1)
}
