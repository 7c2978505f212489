use super::{Draft, Rule};
use crate::read::{Section, date, number, phrase};
use crate::text::{sentences, word_count};
use footbridge_diagnostic::Diagnostic;

/// A rollout has stages, and a way back with the number at which it is taken. Whoever has to reckon the threshold while customers complain
/// takes the way back too late.
pub(crate) const RULE: Rule = Rule {
    code: "prose-rollout",
    holds: "At least 2 stages, and a way back (roll back, switch off, revert; stop or pause behind a condition) with a number or condition in the same sentence or item.",
    why: "When it goes wrong there is no time to agree on the number at which to go back.",
    find,
};

const BACK: &[&str] = &[
    "roll back",
    "rolled back",
    "rolls back",
    "rolling back",
    "roll it back",
    "roll them back",
    "rollback",
    "revert*",
    "go back",
    "goes back",
    "going back",
    "way back",
    "back out",
];

/// Words that mean a way back only where a condition stands beside them: "we stop at 2 % errors", but not "in week 5 the old one stops".
const HALT: &[&str] = &["stop", "stops", "stopped", "pause", "pauses", "halt", "halts"];

const CONDITION: &[&str] = &["if", "when", "as soon as", "above", "below", "exceeds", "more than", "at the first", "should"];

/// Stages that people name in a sentence.
const STAGES: &[&str] = &[
    "phase",
    "stage",
    "step",
    "wave",
    "pilot",
    "pilots",
    "beta",
    "alpha",
    "canary",
    "general availability",
    "general release",
    "ga",
    "all customers",
    "everyone",
    "everybody",
    "then all",
];

const FEWEST: usize = 2;

/// Fewer words are a keyword and no plan.
const FEWEST_WORDS: usize = 5;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let items = section.items(&[]);
    let prose = section.prose();
    let text = &prose.text;
    let percentages = number::with_unit(text, &["per cent", "percent"]).is_some();
    let named = date::dates(text).len() + phrase::all(text, STAGES).len() + usize::from(percentages);
    if items.len() < FEWEST && named < FEWEST {
        let help = "Write who gets it first, who next, and when, each as a list item.";
        findings.push(draft.fault(&RULE, section, &format!("names fewer than {FEWEST} stages"), help));
    }
    let by_item = items.iter().map(crate::read::Item::text);
    let by_sentence = sentences(text).into_iter().map(|at| &text[at]);
    let mut returns = by_item.chain(by_sentence).filter(|stretch| goes_back(stretch)).peekable();
    if returns.peek().is_none() {
        let help = "Write how it is switched off or rolled back, and at which number: “above 2 % errors for 10 minutes we switch it off”.";
        findings.push(draft.fault(&RULE, section, "names no way back", help));
    } else if !returns.any(|stretch| word_count(stretch) >= FEWEST_WORDS && has_threshold(stretch)) {
        let help = "Write the number in the same sentence: “above 2 % errors for 10 minutes we switch it off”.";
        findings.push(draft.fault(&RULE, section, "does not say when the way back is taken", help));
    }
    findings
}

fn has_threshold(stretch: &str) -> bool {
    !number::numbers(stretch).is_empty() || phrase::holds(stretch, CONDITION)
}

/// One of the words, a halt on a condition, or "switch" and "turn" with "off" a few words later.
fn goes_back(stretch: &str) -> bool {
    let switches = phrase::all(stretch, &["switch*", "turn*", "flag*"]);
    let halts = phrase::holds(stretch, HALT) && phrase::holds(stretch, CONDITION);
    phrase::holds(stretch, BACK)
        || halts
        || switches.iter().any(|(_, at)| {
            stretch[at.end..]
                .split_whitespace()
                .take(4)
                .any(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case("off"))
        })
}
