//! Words that tell what must be from what would be nice.

use super::Must;
use super::section::Section;
use crate::lower::same_length_lower;
use std::ops::Range;

/// Words that make what follows them nice to have.
const NICE_BEFORE: [&str; 14] = [
    "ideally",
    "preferably",
    "bonus if",
    "bonus points",
    "a bonus",
    "big plus if",
    "plus if",
    "nice to have",
    "good to have",
    "preferred:",
    "desirable:",
    "would love",
    "we'd love",
    "it's preferred that",
];

/// Words that make what stands before them nice to have.
const NICE_AFTER: [&str; 30] = [
    "a plus",
    "is plus",
    "- plus",
    "big plus",
    "preferred",
    "(preferred)",
    "would be a bonus",
    "is a bonus",
    "a bonus",
    "nice to have",
    "good to have",
    "desirable",
    "desired",
    "an advantage",
    "added advantage",
    "advantageous",
    "an asset",
    "is an asset",
    "not required",
    "isn't required",
    "not a must",
    "not mandatory",
    "not essential",
    "optional",
    "would be great",
    "would help",
    "is helpful",
    "beneficial",
    "- advantage",
    "(advantage)",
];

/// Words that make the whole sentence a requirement, wherever it stands.
const MUST_ANYWHERE: [&str; 10] =
    ["must have", "must be", "you must", "mandatory", "is a must", "- a must", "(required)", "is required", "required", "is essential"];

/// Words that make a sentence a requirement where no heading says what it is.
const MUST_WITHOUT_HEADING: [&str; 30] = [
    "you need",
    "you'll need",
    "need to be",
    "have to be able",
    "you have to",
    "you should be",
    "you should have",
    "should be able",
    "at least",
    "minimum",
    "you have ",
    "you've ",
    "proficien",
    "strong knowledge",
    "strong understanding",
    "solid understanding",
    "expert in",
    "we expect you",
    "we'd expect you",
    "you are expected",
    "is expected",
    "you bring",
    "has to have",
    "requires",
    "you know",
    "you can ",
    "you understand",
    "comfortable with",
    "ability to",
    "understanding of",
];

/// How a mention in a sentence is meant. `sentence` and `mention` are of the plain text.
pub(super) fn must(text: &str, sentence: &Range<usize>, mention: &Range<usize>, section: Section) -> Must {
    let lower = same_length_lower(&text[sentence.clone()]);
    let at = mention.start - sentence.start..mention.end - sentence.start;
    if is_nice(&lower, &at) {
        return Must::Nice;
    }
    let clause = clause(&lower, &at);
    let demanded = MUST_ANYWHERE.iter().any(|cue| lower[clause.clone()].contains(cue));
    match section {
        _ if demanded => Must::Must,
        Section::Unknown if MUST_WITHOUT_HEADING.iter().any(|cue| lower.contains(cue)) => Must::Must,
        section => by_section(section),
    }
}

fn by_section(section: Section) -> Must {
    match section {
        Section::Must => Must::Must,
        Section::Nice => Must::Nice,
        Section::Work | Section::Unknown | Section::Ignored | Section::Fact => Must::Unclear,
    }
}

fn is_nice(lower: &str, at: &Range<usize>) -> bool {
    let before = NICE_BEFORE.iter().any(|cue| lower[..at.start].contains(cue));
    let clause = clause(lower, at);
    let rest = &lower[at.end..clause.end];
    let after = NICE_AFTER.iter().any(|cue| rest.contains(cue) && !rest.contains("not a plus"));
    before || after
}

/// The part of a sentence that a cue behind the mention belongs to: up to the next mark or word that begins another thought.
fn clause(lower: &str, at: &Range<usize>) -> Range<usize> {
    const ENDS: [&str; 6] = [" but ", ", knowing ", ". ", ") and ", "), ", " while "];
    let end = ENDS.iter().filter_map(|mark| lower[at.end..].find(mark)).min().map_or(lower.len(), |found| at.end + found + 1);
    let start = ENDS.iter().filter_map(|mark| lower[..at.start].rfind(mark)).max().map_or(0, |found| found + 1);
    start..end.max(at.end)
}
