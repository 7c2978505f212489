use super::timeline_order::entries;
use super::{Draft, Rule, counted};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// At least eight entries of the log begin with a time or a day. What is written from memory in the evening has lost the waiting, and the
/// waiting is what one came to see.
pub(crate) const RULE: Rule = Rule {
    code: "prose-log-entries",
    holds: "At least 8 entries that begin with a time or a day.",
    why: "What is written from memory in the evening has lost the waiting, which one came to see.",
    find,
};

const FEWEST: usize = 8;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let timed = entries(section).iter().filter(|entry| entry.at.is_some()).count();
    if timed >= FEWEST {
        return Vec::new();
    }
    let message = format!(
        "The section “{}” has {} that begin with a time or a day; it needs {FEWEST}.",
        section.heading,
        counted(timed, "entry").replace("entrys", "entries")
    );
    vec![draft.error(&RULE, section.span(), message).help("Begin each line with when it was: “09:40 waits for the build, 14 minutes”.")]
}
