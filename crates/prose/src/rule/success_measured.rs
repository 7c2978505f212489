use super::{Draft, Rule};
use crate::read::{Section, number, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// Whether it worked shows in something that is counted or timed, and that moves or is compared. The word “metric” measures nothing.
pub(crate) const RULE: Rule = Rule {
    code: "prose-success-measured",
    holds: "Something counted or timed (a share, a median, a number of …) that is measured, compared or moves; or a figure with the way it goes.",
    why: "Without it nobody can say after the quarter whether it was right to build it.",
    find,
};

/// What can be read off and put beside an earlier one.
const QUANTITIES: &[&str] = &[
    "share",
    "shares",
    "median",
    "average",
    "mean time",
    "rate",
    "ratio",
    "percentage",
    "percentile",
    "number of",
    "count",
    "counts",
    "how many",
    "how much",
    "how long",
    "how often",
    "time to",
    "time between",
    "time from",
    "time until",
    "minutes",
    "hours",
    "days",
    "seconds",
    "contacts",
    "tickets",
    "calls",
    "accounts",
    "errors",
    "requests",
    "sign-ups",
    "signups",
    "conversion",
    "retention",
    "churn",
    "revenue",
    "costs",
];

const MEASURES: &[&str] =
    &["measure", "measures", "measured", "compare", "compares", "compared", "count", "track", "tracks", "tracked", "watch"];

/// Those that say by themselves that something moves or is held to a limit.
const MOVES: &[&str] = &[
    "rise",
    "rises",
    "rose",
    "rising",
    "fall",
    "falls",
    "fell",
    "drop",
    "drops",
    "dropped",
    "grow",
    "grows",
    "grew",
    "shrink",
    "shrinks",
    "halve",
    "halves",
    "double",
    "doubles",
    "increase",
    "increases",
    "decrease",
    "decreases",
    "goes up",
    "goes down",
    "go up",
    "go down",
    "below",
    "above",
    "at least",
    "at most",
    "reach",
    "reaches",
];

const HELP: &str = "Write: “the share of new accounts with a successful call in the first day rises from 20 to 30 %”.";

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let is_measured = sentences(&text).into_iter().any(|at| measures(&text[at]));
    let missing: &[&str] = if is_measured { &[] } else { &["what would be counted or timed to show that it worked"] };
    draft.unsaid(&RULE, section, missing, HELP)
}

fn measures(sentence: &str) -> bool {
    let moves = phrase::holds(sentence, MOVES);
    let is_counted = number::first_counted(sentence).is_some() && moves;
    is_counted || (phrase::holds(sentence, QUANTITIES) && (moves || phrase::holds(sentence, MEASURES)))
}
