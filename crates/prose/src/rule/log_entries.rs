use super::{Draft, Least, Rule};
use crate::read::Section;
use crate::read::entry::entries;
use footbridge_diagnostic::Diagnostic;

/// At least eight entries of the log begin with a time or a day. What is written from memory in the evening has lost the waiting, and the
/// waiting is what one came to see.
pub(crate) const RULE: Rule = Rule {
    code: "prose-log-entries",
    holds: "At least 8 entries that begin with a time or a day.",
    why: "What is written from memory in the evening has lost the waiting, which one came to see.",
    find,
};

const FEWEST: Least = Least {
    count: 8,
    one: "entry that begins with a time or a day",
    many: "entries that begin with a time or a day",
    help: "Begin each line with when it was: “09:40 waits for the build, 14 minutes”.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let timed = entries(section).iter().filter(|entry| entry.at.is_some()).count();
    draft.too_few(&RULE, section, timed, &FEWEST)
}
