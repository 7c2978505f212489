//! What a description says it does not ask for: `No need for Python`.

use super::cue::is_wish;
use crate::lower::same_length_lower;
use std::ops::Range;

/// Words behind which stands what is not needed.
const DENIES: [&str; 24] = [
    "no need for",
    "no need to",
    "no requirement for",
    "no requirement to",
    "not need ",
    "need not ",
    "n't need ",
    "n’t need ",
    "not require ",
    "n't require ",
    "n’t require ",
    "not have to ",
    "n't have to ",
    "n’t have to ",
    "not required:",
    "not needed:",
    "not necessary:",
    "not required to ",
    "not expected to ",
    "not care about ",
    "n't care about ",
    "n’t care about ",
    "not ask for ",
    "n't ask for ",
];

/// What a heading of two or three words begins with that stands above what is not needed.
const DENYING: [&str; 14] = [
    "not required",
    "not needed",
    "not necessary",
    "not asked for",
    "no need for",
    "we don't need",
    "we do not need",
    "we don't require",
    "we do not require",
    "we don't ask for",
    "we do not ask for",
    "we don't care about",
    "we do not care about",
    "you don't need",
];

/// Whether the words of a heading, in lower case, say that what stands below it is not needed: `Not required (really!)`. One that goes on to
/// wish for it, as `Not required, but nice`, is another heading.
pub(super) fn denies(heading: &[String]) -> bool {
    const WISHES: [&str; 9] = ["but", "nice", "plus", "helpful", "welcome", "though", "although", "good", "great"];
    const MOST_WORDS_BEHIND: usize = 2;
    let heading = heading.join(" ");
    let rest = DENYING.iter().find_map(|words| heading.strip_prefix("what ").unwrap_or(&heading).strip_prefix(words));
    rest.filter(|rest| rest.is_empty() || rest.starts_with(' ')).is_some_and(|rest| {
        let behind = rest.split_whitespace();
        behind.clone().count() <= MOST_WORDS_BEHIND && !behind.clone().any(|word| WISHES.contains(&word))
    })
}

/// Words that end what begins with `no`: `No Rust experience required`.
const NEEDED: [&str; 4] = ["needed", "required", "necessary", "expected"];

/// Words behind which another thought stands.
const ENDS: [&str; 14] =
    [" but ", "; ", ". ", ": ", " if ", " as long as ", " though ", " although ", " however", ", just ", ", only ", " (", " – ", " - "];

/// Who need not know everything of something is asked for something of it: `You don't need to be an expert in SQL`.
const LESS: [&str; 9] = ["expert", "deep", "every", "all ", "master", "advanced", "perfect", "more than", "than "];

/// A stretch of a sentence that says what is not needed.
pub(super) struct Denial {
    /// Bytes of the sentence.
    pub(super) span: Range<usize>,
    /// Whether the sentence goes on to say that it would be welcome: `not needed, but a plus`.
    pub(super) is_wished: bool,
}

pub(super) fn denials(sentence: &str) -> Vec<Denial> {
    let lower = same_length_lower(sentence);
    let named = DENIES.iter().flat_map(|words| lower.match_indices(words)).map(|(at, words)| {
        let from = at + words.len();
        at..ENDS.iter().filter_map(|mark| lower[from..].find(mark)).min().map_or(lower.len(), |end| from + end)
    });
    let spans = named.chain(lower.match_indices("no ").filter_map(|(at, _)| behind_no(&lower, at)));
    let spans = spans.filter(|span| !LESS.iter().any(|word| lower[span.clone()].contains(word)));
    spans.map(|span| Denial { is_wished: goes_on_to_wish(&lower[span.end..]), span }).collect()
}

/// Whether a sentence says nothing beside what is not needed.
pub(super) fn is_all_denied(sentence: &str, denials: &[Denial]) -> bool {
    const MOST_WORDS_BEFORE: usize = 4;
    denials.iter().any(|denial| {
        let before = sentence[..denial.span.start].split_whitespace().count();
        !denial.is_wished && before <= MOST_WORDS_BEFORE && !sentence[denial.span.end..].contains(char::is_alphanumeric)
    })
}

fn behind_no(lower: &str, at: usize) -> Option<Range<usize>> {
    if lower[..at].ends_with(char::is_alphanumeric) || lower[at..].starts_with("no code") {
        return None;
    }
    let ends = ENDS.iter().filter_map(|mark| lower[at..].find(mark)).min().map_or(lower.len(), |end| at + end);
    let end = NEEDED.iter().filter_map(|word| Some(lower[at..ends].find(word)? + word.len())).min()?;
    let span = at..at + end;
    // "No nonsense, SQL required" denies no SQL; "no Java, Python or Go needed" denies all three.
    let is_one = !lower[span.clone()].contains(',') || [" or ", " nor "].iter().any(|word| lower[span.clone()].contains(word));
    is_one.then_some(span)
}

/// `, but a plus`, `(but it helps)`, `though they would be nice`; not `, but Kafka is a plus`.
fn goes_on_to_wish(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', '(', '–', '-']);
    let turned = ["but ", "though ", "although "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let speaks_of_it =
        ["it ", "it's ", "it’s ", "they ", "that ", "this ", "is ", "are ", "would "].iter().any(|word| turned.starts_with(word));
    let few_words = turned.split_whitespace().count() <= 3;
    (speaks_of_it || few_words) && is_wish(turned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_needed_is_told_from_what_stands_beside_it() {
        for (sentence, denied) in [
            ("No prior OAuth experience needed", &["No prior OAuth experience needed"][..]),
            ("No Java, Python or Go required.", &["No Java, Python or Go required"]),
            ("You don't need to know Java, but SQL is a must", &["n't need to know Java,"]),
            ("Not required: MBA", &["Not required: MBA"]),
            ("No nonsense, SQL required", &[]),
            ("No exceptions: SQL required", &[]),
            ("No-code tools required", &[]),
            ("No more than two years of SQL required", &[]),
            ("You don't need to be an expert in SQL", &[]),
            ("You don't need SQL if you know Python", &["n't need SQL"]),
            ("You need not know GraphQL", &["need not know GraphQL"]),
            ("SQL required", &[]),
        ] {
            let found: Vec<&str> = denials(sentence).into_iter().map(|denial| &sentence[denial.span]).collect();
            assert_eq!(found, denied, "{sentence}");
        }
    }
}
