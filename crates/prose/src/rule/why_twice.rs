use super::{Draft, Rule};
use crate::read::{Section, phrase, reason};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// The root cause goes at least two whys deep. The first why ends at what somebody did; the second at what made it possible, and only that
/// can be changed.
pub(crate) const RULE: Rule = Rule {
    code: "prose-why",
    holds: "Two steps, each with because, so, due to, led to … or an arrow between sentences; a colon is one beside such a word. Or a list of whys.",
    why: "The first why ends at what somebody did, the second at what made it possible.",
    find,
};

const FEWEST: usize = 2;

/// "Five whys", as a list: one why an item.
const FEWEST_ITEMS: usize = 3;

/// A shorter item is a name and no why.
const FEWEST_WORDS: usize = 3;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.prose().text;
    let steps = reason::steps(&text);
    let telling = || section.items(&[]).iter().filter(|item| word_count(item.text()) >= FEWEST_WORDS).count();
    let lists_whys = phrase::holds(&text, &["whys"]) && telling() >= FEWEST_ITEMS;
    if steps >= FEWEST || lists_whys {
        return Vec::new();
    }
    let what = if steps == 0 { "does not ask why" } else { "asks why only once" };
    let help = "Write why it happened, and then why that could happen: “because …, and that went unseen because …”.";
    vec![draft.fault(&RULE, section, what, help)]
}
