//! Words that tell what must be from what would be nice.

use super::Must;
use super::section::Section;
use crate::lower::same_length_lower;
use std::ops::Range;

/// Words that make what follows them nice to have. A hyphen reads like a space.
const NICE_BEFORE: [&str; 49] = [
    "ideally",
    "idealerweise",
    "be lovely if",
    "lovely to have",
    "preferably",
    "optionally",
    "bonus if",
    "bonus points",
    "bonus for",
    "bonus:",
    "a bonus",
    "big plus if",
    "plus if",
    "plus points",
    "points if",
    "points for",
    "extra credit",
    "kudos",
    "nice to have",
    "nice if",
    "good to have",
    "great to have",
    "great if",
    "good if",
    "even better",
    "better still",
    "it helps",
    "helps if",
    "helpful if",
    "advantage if",
    "advantage:",
    "preferred:",
    "desirable:",
    "desired:",
    "optional:",
    "plus:",
    "would love",
    "we'd love",
    "be thrilled if",
    "be delighted if",
    "be impressed if",
    "it's preferred",
    "preference for",
    "preference given",
    "preference to",
    "preference will be",
    "stand out if",
    "stands out if",
    "preferred candidates",
];

/// Words that make a sentence that begins with them a wish; in its midst they speak of what stands before them.
const NICE_AT_THE_BEGINNING: [&str; 4] = ["not required but", "not required, but", "not essential but", "not essential, but"];

/// Words that make what stands before them nice to have. A hyphen reads like a space.
const NICE_AFTER: [&str; 66] = [
    "a plus",
    "is plus",
    "- plus",
    "big plus",
    "huge plus",
    "strong plus",
    "definite plus",
    "major plus",
    "real plus",
    "added plus",
    "(plus)",
    "preferred",
    "preferable",
    "prefered",
    "would be a bonus",
    "is a bonus",
    "a bonus",
    "(bonus)",
    "nice to have",
    "good to have",
    "great to have",
    "desirable",
    "desired",
    "an advantage",
    "added advantage",
    "strong advantage",
    "distinct advantage",
    "advantageous",
    "appreciated",
    "is valued",
    "an asset",
    "strong asset",
    "not a must",
    "not mandatory",
    "not essential",
    "not strictly",
    "not absolutely",
    "not a hard",
    "not a deal",
    "not a blocker",
    "optional",
    "would be great",
    "would be nice",
    "would be awesome",
    "would be amazing",
    "would be cool",
    "would be fantastic",
    "would be wonderful",
    "so much the better",
    "would help",
    "is helpful",
    "helpful but",
    "(helpful)",
    "beneficial",
    "is welcome",
    "welcome but",
    "- advantage",
    "- bonus",
    ", bonus",
    "(advantage)",
    "would be lovely",
    "nobody will ask",
    "von vorteil",
    "wünschenswert",
    "kein muss",
    "nicht zwingend",
];

/// Where the thought ends behind it, it makes a wish: `some German helps`. Elsewhere it says what something is good for.
const NICE_AT_THE_END: &str = " helps";

/// Words that make the whole sentence a requirement, wherever it stands.
const MUST_ANYWHERE: [&str; 19] = [
    "must have",
    "must be",
    "you must",
    "mandatory",
    "we require ",
    "is a must",
    "- a must",
    "(must)",
    "(required)",
    "is required",
    "are required",
    "is essential",
    "are essential",
    "non negotiable",
    "(essential)",
    "ist ein muss",
    "sind ein muss",
    "erforderlich",
    "zwingend",
];

/// Where the thought ends behind it, it makes a requirement: `degree required`. Elsewhere it says how work is done: `as required by law`.
const MUST_AT_THE_END: &str = "required";

/// Words that make a sentence a requirement in the midst of the work too: they speak of what somebody can, and not of what is done.
const MUST_OF_A_PERSON: [&str; 11] = [
    "you should be",
    "you should have",
    "you should know",
    "you ought to",
    "should be able",
    "have to be able",
    "we expect that you",
    "we need somebody",
    "we need someone",
    "i need somebody",
    "i need someone",
];

/// Words that make a sentence a requirement where no heading says what it is.
const MUST_WITHOUT_HEADING: [&str; 26] = [
    "you need",
    "you'll need",
    "need to be",
    "you have to",
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
    let lower = without_hyphens(&same_length_lower(&text[sentence.clone()]));
    let at = mention.start - sentence.start..mention.end - sentence.start;
    let clause = clause(&lower, &at);
    if is_nice(&lower, &at) && !is_demanded_at_once(&lower[at.end..clause.end]) {
        return Must::Nice;
    }
    let demanded = is_demanded(&lower[clause]);
    let says = |cues: &[&str]| cues.iter().any(|cue| lower.contains(cue));
    match section {
        _ if demanded => Must::Must,
        Section::Unknown | Section::Work if says(&MUST_OF_A_PERSON) => Must::Must,
        Section::Unknown if says(&MUST_WITHOUT_HEADING) => Must::Must,
        section => by_section(section),
    }
}

/// How a whole sentence is meant that names nothing known.
pub(super) fn must_of_all(sentence: &str, section: Section) -> Must {
    let lower = without_hyphens(&same_length_lower(sentence));
    let begins = NICE_BEFORE.iter().any(|cue| lower.starts_with(cue));
    let wished = NICE_AFTER.iter().filter_map(|cue| with_plain_dashes(&lower).find(cue)).min();
    match section {
        _ if begins || wished.is_some_and(|at| is_one_list(with_plain_dashes(&lower)[..at].trim_end())) => Must::Nice,
        _ if is_demanded(&lower) => Must::Must,
        section => by_section(section),
    }
}

/// Whether a sentence says of something that it must be or would be nice, whoever is spoken to.
pub(super) fn asks(sentence: &str) -> bool {
    let lower = without_hyphens(&same_length_lower(sentence));
    is_demanded(&lower) || is_wish(&lower) || MUST_OF_A_PERSON.iter().any(|cue| lower.contains(cue))
}

/// Whether words in lower case say of something that it would be nice.
pub(super) fn is_wish(lower: &str) -> bool {
    let lower = with_plain_dashes(&without_hyphens(lower));
    NICE_BEFORE.iter().chain(&NICE_AFTER).any(|cue| lower.contains(cue)) || helps(&lower)
}

fn helps(clause: &str) -> bool {
    let clause = clause.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    clause.strip_suffix(NICE_AT_THE_END).is_some_and(|before| ![" that", " which", " who"].iter().any(|word| before.ends_with(word)))
}

/// Whether what stands before a wish is one thing or a list of things: `Go, Java or Rust`. Of `Calm under fire, Figma a plus` only the last
/// part is wished for.
fn is_one_list(before: &str) -> bool {
    const MOST_WORDS_OF_A_NAME: usize = 3;
    let parts: Vec<&str> = before.split(',').collect();
    let ends_a_list = parts.last().is_some_and(|last| last.contains(" or ") || last.contains(" and "));
    parts.len() == 1 || ends_a_list || parts.iter().all(|part| part.split_whitespace().count() <= MOST_WORDS_OF_A_NAME)
}

fn with_plain_dashes(text: &str) -> String {
    text.replace(['–', '—'], "-")
}

/// What stands right behind a mention speaks of it, and not of what follows: `SQL is a must, Python would be nice`.
fn is_demanded_at_once(rest: &str) -> bool {
    let rest = &rest[..rest.find(',').unwrap_or(rest.len())];
    is_demanded(rest) && !is_wish(rest) && ![" not ", "n't ", " nicht ", " kein "].iter().any(|no| rest.contains(no))
}

/// Hyphens within words as spaces; those with a space around them stay.
fn without_hyphens(lower: &str) -> String {
    let mut before = ' ';
    let mut letters = lower.chars().peekable();
    let mut text = String::with_capacity(lower.len());
    while let Some(letter) = letters.next() {
        let binds = letter == '-' && before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        text.push(if binds { ' ' } else { letter });
        before = letter;
    }
    text
}

fn is_demanded(clause: &str) -> bool {
    let ends = |(at, cue): (usize, &str)| {
        let rest = clause[at + cue.len()..].trim_start();
        let is_turned = [" as", "not", "n't"].iter().any(|word| clause[..at].trim_end().ends_with(word));
        !is_turned && (rest.is_empty() || rest.starts_with([',', '.', ')', ';', ':', '!', '|', '/', '-', '–', '—', '*']))
    };
    MUST_ANYWHERE.iter().any(|cue| clause.contains(cue)) || clause.match_indices(MUST_AT_THE_END).any(ends)
}

fn by_section(section: Section) -> Must {
    match section {
        Section::Must => Must::Must,
        Section::Nice => Must::Nice,
        Section::Work | Section::Unknown | Section::Ignored | Section::Fact => Must::Unclear,
    }
}

fn is_nice(lower: &str, at: &Range<usize>) -> bool {
    let before = NICE_BEFORE.iter().any(|cue| lower[..at.start].contains(cue))
        || NICE_AT_THE_BEGINNING.iter().any(|cue| lower[..at.start].starts_with(cue));
    let clause = clause(lower, at);
    let rest = with_plain_dashes(&without_asides(&lower[at.end..clause.end]));
    let after = NICE_AFTER.iter().any(|cue| rest.contains(cue) && !["not a plus", "not optional"].iter().any(|no| rest.contains(no)));
    before || after || helps(&rest)
}

/// Without brackets that speak of something else: of `SQL (Postgres preferred)`, only Postgres is preferred, and of `SQL, REST, Kafka (bonus)`
/// only Kafka is a bonus. Behind `SQL, Python and Go` a bracket speaks of all three.
fn without_asides(rest: &str) -> String {
    const LEAD: [&str; 8] = ["strongly", "highly", "is ", "but ", "would ", "not ", "very ", "also "];
    let mut kept = String::with_capacity(rest.len());
    let mut left = rest;
    while let Some((before, behind)) = left.split_once('(') {
        let (inner, after) = behind.split_once(')').unwrap_or((behind, ""));
        let speaks_of_it = NICE_AFTER.iter().chain(&LEAD).any(|cue| inner.trim_start().starts_with(cue));
        kept.push_str(before);
        let of_the_last = kept.rsplit_once(',').is_some_and(|(_, last)| ![" and ", " or "].iter().any(|word| last.contains(word)));
        if (speaks_of_it || !inner.trim().contains(' ')) && !of_the_last {
            kept.extend(["(", inner, ")"]);
        }
        left = after;
    }
    kept + left
}

/// The part of a sentence that a cue behind the mention belongs to: up to the next mark or word that begins another thought.
fn clause(lower: &str, at: &Range<usize>) -> Range<usize> {
    const ENDS: [&str; 6] = [" but ", ", knowing ", ". ", ") and ", "), ", " while "];
    let end = ENDS.iter().filter_map(|mark| lower[at.end..].find(mark)).min().map_or(lower.len(), |found| at.end + found + 1);
    let start = ENDS.iter().filter_map(|mark| lower[..at.start].rfind(mark)).max().map_or(0, |found| found + 1);
    start..end.max(at.end)
}
