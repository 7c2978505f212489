use super::{Draft, Least, Rule};
use crate::read::{Section, reason};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least two alternatives, each with a reason. A list without reasons shows that they were named, not that they were thought through, and
/// the next reader proposes them again.
pub(crate) const RULE: Rule = Rule {
    code: "prose-alternative-reason",
    holds: "At least 2 entries; each has a reason against it, in a decision record for or against it.",
    why: "An alternative without a reason is proposed again by the next reader.",
    find,
};

const HELP: &str = "Write each as a list item or under a heading of its own.";

const FEWEST_ALTERNATIVES: Least = Least { count: 2, one: "alternative", many: "alternatives", help: HELP };

const FEWEST_OPTIONS: Least = Least { count: 2, one: "option", many: "options", help: HELP };

/// A name and one word are no reason.
const FEWEST_WORDS: usize = 5;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let options = section.entries(&[]);
    // A decision record lists the chosen option too, and what speaks for it.
    let takes_for = section.heading == "Options";
    let (side, least) = if takes_for { ("for or against it", FEWEST_OPTIONS) } else { ("against it", FEWEST_ALTERNATIVES) };
    let mut findings = draft.too_few(&RULE, section, options.len(), &least);
    for option in &options {
        let text = option.text();
        let has_reason = reason::speaks_against(text, option.name()) || (takes_for && reason::speaks_for(text));
        if !has_reason || word_count(text) < FEWEST_WORDS {
            let message = format!("The {} “{}” has no reason {side}.", least.one, option.name());
            let help = "Add what it costs, breaks or leaves undone: “but it needs agents on 140 machines”.";
            findings.push(draft.error(&RULE, option.span.clone(), message).help(help));
        }
    }
    findings
}
