//! What a description says it does not ask for: `No need for Python`, `GraphQL (not required)`, `Not required: an MBA`.
//!
//! Said alone, it asks for nothing. With a wish beside it, as in `not required, but a plus`, it is a wish; so is what is not required under a
//! heading of what would be nice.

use super::cue::{asks, is_wish};
use crate::lower::same_length_lower;
use std::ops::Range;

/// Words behind which stands what is not needed.
const BEHIND: &[&str] = &[
    "no need for",
    "no need to",
    "no requirement for",
    "no requirement to",
    "not need ",
    "need not ",
    "n't need ",
    "not require ",
    "n't require ",
    "not have to ",
    "n't have to ",
    "not expected to ",
    "not care about ",
    "n't care about ",
    "n't care less about ",
    "not ask for ",
    "n't ask for ",
    "not ask you about ",
    "n't ask you about ",
    "never need ",
    "not looking for ",
    "n't looking for ",
];

/// Words before which stands what is not needed; behind a colon or `to`, what follows is not needed: `not required to know Java`.
const LACKS: &[&str] = &[
    "not required",
    "n't required",
    "not needed",
    "n't needed",
    "not necessary",
    "n't necessary",
    "not asked for",
    "not a requirement",
    "n't a requirement",
    "not a prerequisite",
    "n't a prerequisite",
    "nicht erforderlich",
    "nicht notwendig",
    "nicht nötig",
    "nicht gefordert",
];

/// Words by which what is not needed is welcome all the same.
const WISHES: &[&str] = &[
    "but",
    "nice",
    "plus",
    "helpful",
    "welcome",
    "though",
    "although",
    "good",
    "great",
    "preferred",
    "desired",
    "bonus",
    "appreciated",
    "desirable",
    "beneficial",
    "advantage",
    "useful",
];

/// Words that end what begins with `no`: `No Rust experience required`.
const NEEDED: &[&str] = &["needed", "required", "necessary", "expected"];

/// Words behind which another thought stands.
const ENDS: [&str; 14] =
    [" but ", "; ", ". ", ": ", " if ", " as long as ", " though ", " although ", " however", ", just ", ", only ", " (", " – ", " - "];

/// Who need not know everything of something is asked for something of it: `You don't need to be an expert in SQL`.
const LESS: &[&str] = &["expert", "deep", "every", "all ", "master", "advanced", "perfect", "more than", "than "];

/// Who needs none of this can do it alone: `somebody who does not need help with SQL`.
const HELP: &[&str] = &[
    "help",
    "guidance",
    "supervision",
    "assistance",
    "hand",
    "handholding",
    "to be told",
    "to be taught",
    "to be shown",
    "to be asked",
    "convincing",
    "reminding",
];

/// Marks at the beginning of a line by which it says no.
const NO: &[char] = &['❌', '🚫', '🙅', '⛔', '✗', '✘'];

/// Whether the words of a heading, in lower case, say that what stands below it is not needed: `Not required (really!)`, `Not a fit if`. One
/// that goes on to wish for it, as `Not required, but nice`, is another heading; one that names something is a sentence.
pub(super) fn denies(heading: &[String]) -> bool {
    const SUBJECTS: &[&str] = &[
        "what", "what's", "things", "stuff", "who", "that", "we", "we're", "you", "are", "is", "do", "does", "did", "will", "wo", "could",
    ];
    const FILLERS: &[&str] = &["really", "at", "all", "here", "from", "you", "to", "have", "know", "be", "for", "this", "role", "position"];
    if heading.iter().any(|word| WISHES.contains(&word.as_str())) {
        return false;
    }
    let is_no = |word: &String| matches!(word.as_str(), "not" | "no") || word.ends_with("n't");
    if heading.last().is_some_and(|last| last == "if") && heading.iter().any(is_no) {
        return true;
    }
    let heading = format!("{} ", heading.join(" "));
    let all = |words: &str, known: &[&str]| words.split_whitespace().all(|word| known.contains(&word));
    BEHIND
        .iter()
        .chain(LACKS)
        .filter_map(|words| Some((heading.find(words)?, words)))
        .any(|(at, words)| all(&heading[..at], SUBJECTS) && all(&heading[at + words.len()..], FILLERS))
}

/// Whether a label and what stands behind it name what is not needed and nothing else: `Not required: an MBA`. `words` folds a label.
pub(super) fn is_denied_label(line: &str, words: impl Fn(&str) -> Vec<String>) -> bool {
    line.split_once(':').is_some_and(|(label, behind)| {
        behind.contains(char::is_alphanumeric)
            && denies(&words(label))
            && !is_wish(&behind.to_lowercase())
            && ![". ", "; "].iter().any(|end| behind.contains(end))
    })
}

/// Whether a line says no by the mark it begins with: `❌ Agencies`.
pub(super) fn says_no(line: &str) -> bool {
    line.starts_with(NO)
}

/// A stretch of a sentence that says what is not needed.
pub(super) struct Denial {
    /// Bytes of the sentence.
    pub(super) span: Range<usize>,
    /// Whether the sentence says too that it would be welcome: `not needed, but a plus`.
    pub(super) is_wished: bool,
    /// Whether it is a remark behind what it speaks of, as in `Kafka (not required)`, which leaves a wish of the heading as it is.
    pub(super) is_remark: bool,
}

pub(super) fn denials(sentence: &str) -> Vec<Denial> {
    let lower = same_length_lower(sentence);
    let behind = BEHIND.iter().flat_map(|words| lower.match_indices(words)).map(|(at, words)| (at, at + words.len()));
    let behind = behind.filter(|(_, from)| !is_help(&lower[*from..]));
    let (turned, remarks): (Vec<_>, Vec<_>) = LACKS
        .iter()
        .flat_map(|words| lower.match_indices(words))
        .map(|(at, words)| (at, at + words.len()))
        .partition(|(_, end)| [":", " to "].iter().any(|turn| lower[*end..].starts_with(turn)));
    let turned = turned.into_iter().map(|(at, end)| (at, end + 1));
    let named = behind.chain(turned).map(|(at, from)| at..first_end(&lower, from));
    let spans =
        named.chain(["no ", "neither "].iter().flat_map(|word| lower.match_indices(word)).filter_map(|(at, _)| behind_no(&lower, at)));
    let spans = spans.filter(|span| !LESS.iter().any(|word| lower[span.clone()].contains(word)));
    let told = spans.map(|span| {
        let is_wished = is_wish(&lower[..span.start]) && lower[..span.start].split_whitespace().count() <= FEW_WORDS;
        Denial { is_wished: is_wished || goes_on_to_wish(&lower[span.end..]), span, is_remark: false }
    });
    let remarks = remarks.into_iter().chain(left_out(&lower)).map(|(at, end)| remark(&lower, at, end));
    told.chain(remarks.flatten()).collect()
}

/// Whether a sentence says nothing beside what is not needed. Under a heading of wishes a remark leaves a wish.
pub(super) fn is_all_denied(sentence: &str, denials: &[Denial], below_wishes: bool) -> bool {
    const MOST_WORDS_BEFORE: usize = 4;
    denials.iter().any(|denial| {
        let before = sentence[..denial.span.start].split_whitespace().count();
        let most = if denial.is_remark { 0 } else { MOST_WORDS_BEFORE };
        let stays_a_wish = denial.is_wished || below_wishes && denial.is_remark;
        !stays_a_wish && before <= most && !sentence[denial.span.end..].contains(char::is_alphanumeric)
    })
}

fn first_end(lower: &str, from: usize) -> usize {
    ENDS.iter().filter_map(|mark| lower[from..].find(mark)).min().map_or(lower.len(), |end| from + end)
}

fn is_help(rest: &str) -> bool {
    let rest = rest.trim_start();
    let rest = ["any ", "much ", "a lot of ", "your ", "our "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    HELP.iter().any(|word| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn behind_no(lower: &str, at: usize) -> Option<Range<usize>> {
    if lower[..at].ends_with(char::is_alphanumeric) || lower[at..].starts_with("no code") || is_help(&lower[at + "no ".len()..]) {
        return None;
    }
    let end = NEEDED.iter().filter_map(|word| Some(lower[at..first_end(lower, at)].find(word)? + word.len())).min()?;
    let span = at..at + end;
    // "No nonsense, SQL required" denies no SQL; "no Java, Python or Go needed" denies all three.
    let is_one = !lower[span.clone()].contains(',') || [" or ", " nor "].iter().any(|word| lower[span.clone()].contains(word));
    is_one.then_some(span)
}

/// Where a demand is turned round and its word left out: `REST is required, GraphQL is not.`
fn left_out(lower: &str) -> Vec<(usize, usize)> {
    const MOST_WORDS_OF_A_REPLY: usize = 4;
    let is_reply = lower.split_whitespace().count() <= MOST_WORDS_OF_A_REPLY;
    let ends = |end: usize| {
        let rest = lower[end..].trim_start();
        rest.is_empty() || rest.starts_with([',', '.', ';', ')', '!'])
    };
    let found = ["is not", "isn't", "are not", "aren't"].iter().flat_map(|words| lower.match_indices(words));
    let found = found.filter(|(at, words)| ends(at + words.len()) && (is_reply || asks(&lower[..*at])));
    found.map(|(at, words)| (at, at + words.len())).collect()
}

/// What a remark that ends at `end` says is not needed; `None` where nothing stands before it.
fn remark(lower: &str, at: usize, end: usize) -> Option<Denial> {
    let end =
        if FOR_WHAT.iter().any(|word| lower[end..].starts_with(word)) { first_end(lower, end).min(next_comma(lower, end)) } else { end };
    let before = without_connectors(&lower[..at]);
    let start = begin_of_the_last(before);
    let is_named = before[start..].contains(char::is_alphanumeric);
    is_named.then(|| Denial { span: start..end, is_wished: is_wish(&lower[start..at]) || goes_on_to_wish(&lower[end..]), is_remark: true })
}

/// Words behind a remark that belong to it: `not required for this position`.
const FOR_WHAT: &[&str] = &[" for ", " here", " in ", " at ", " by "];

fn next_comma(lower: &str, from: usize) -> usize {
    lower[from..].find([',', '.', ')']).map_or(lower.len(), |at| from + at)
}

/// Without the words that tie a remark to what it speaks of: `Kafka is`, `Kafka –`, `Kafka (`.
fn without_connectors(before: &str) -> &str {
    const TIES: &[&str] =
        &[" is", " are", " be", " but", " though", " although", " strictly", " definitely", " really", " ist", " sind", " also"];
    let mut before = before;
    loop {
        let trimmed = before.trim_end_matches([' ', ',', '-', '–', '—', ':', '(']);
        let trimmed = TIES.iter().find_map(|tie| trimmed.strip_suffix(tie)).unwrap_or(trimmed);
        if trimmed.len() == before.len() {
            return before;
        }
        before = trimmed;
    }
}

/// Where the last thing, or list of things, that stands before a remark begins. Of `SQL, Kafka (not required)` only Kafka is not required, of
/// `Java, Python and Go (not required)` none is, and of `You need SQL and Kafka is not required` again only Kafka.
fn begin_of_the_last(before: &str) -> usize {
    const MARKS: &[&str] = &[". ", "; ", ": ", " but ", " while ", " whereas ", " though ", " – ", " — ", " - "];
    const SAYS: [&str; 12] =
        [" is ", " are ", " must ", " need ", " needs ", " have ", " know ", " write ", " use ", " require ", " required ", " can "];
    const MOST_WORDS_OF_A_NAME: usize = 3;
    let says = |stretch: &str| SAYS.iter().any(|verb| format!(" {stretch} ").contains(verb));
    let clause = MARKS.iter().filter_map(|mark| before.rfind(mark).map(|at| at + mark.len())).max().unwrap_or(0);
    let bracket = before.rfind('(').filter(|open| !before[*open..].contains(')')).map_or(0, |open| open + 1);
    let clause = clause.max(bracket);
    let last = before[clause..].rfind(',').map_or(clause, |comma| clause + comma + 1);
    let earlier = &before[clause..last];
    let is_joined = [" and ", " or ", " und ", " oder "].iter().any(|word| before[last..].contains(word));
    let is_one_list = is_joined && !says(earlier) && earlier.split(',').all(|part| part.split_whitespace().count() <= MOST_WORDS_OF_A_NAME);
    let start = if is_one_list { clause } else { last };
    let other = before[start..].match_indices(" and ").filter(|(at, _)| says(&before[start..start + at])).last();
    other.map_or(start, |(at, word)| start + at + word.len())
}

/// So few words beside a denial speak of it.
const FEW_WORDS: usize = 3;

/// `, but a plus`, `(but it helps)`, `though they would be nice`; not `, but Kafka is a plus`.
fn goes_on_to_wish(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', '(', '–', '-']);
    let turned = ["but ", "though ", "although "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let speaks_of_it = ["it ", "it's ", "they ", "that ", "this ", "is ", "are ", "would "].iter().any(|word| turned.starts_with(word));
    if speaks_of_it || ["a ", "an "].iter().any(|article| turned.starts_with(article)) && turned.split_whitespace().count() <= FEW_WORDS {
        return is_wish(turned);
    }
    let mut words = turned.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).take(FEW_WORDS);
    words.find(|word| !["still", "very", "always", "highly", "strongly", "also"].contains(word)).is_some_and(|word| WISHES.contains(&word))
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
            ("Neither Java nor Go is required", &["Neither Java nor Go is required"]),
            ("No nonsense, SQL required", &[]),
            ("No exceptions: SQL required", &[]),
            ("No-code tools required", &[]),
            ("No more than two years of SQL required", &[]),
            ("You don't need to be an expert in SQL", &[]),
            ("You don't need SQL if you know Python", &["n't need SQL"]),
            ("You need not know GraphQL", &["need not know GraphQL"]),
            ("somebody who does not need help with SQL", &[]),
            ("No help needed with SQL", &[]),
            ("SQL, GraphQL (not required)", &[" GraphQL (not required"]),
            ("SQL, Java and Go (not required)", &["SQL, Java and Go (not required"]),
            ("SQL is a must, Java and Go are not required", &[" Java and Go are not required"]),
            ("You need SQL and Kafka is not required", &["Kafka is not required"]),
            ("SQL (Postgres not required)", &["Postgres not required"]),
            ("Java is not required for this position.", &["Java is not required for this position"]),
            ("It is not required to know Java", &["not required to know Java"]),
            ("REST is required, GraphQL is not.", &[" GraphQL is not"]),
            ("GraphQL is not.", &["GraphQL is not"]),
            ("We wrote SQL where it is not.", &[]),
            ("SQL required", &[]),
        ] {
            let found: Vec<&str> = denials(sentence).into_iter().map(|denial| &sentence[denial.span]).collect();
            assert_eq!(found, denied, "{sentence}");
        }
    }

    #[test]
    fn a_heading_denies_what_stands_below_it_and_a_sentence_what_it_names() {
        for (heading, expected) in [
            ("not required really", true),
            ("what you don't need", true),
            ("what we are not looking for", true),
            ("we do not care about", true),
            ("stuff we couldn't care less about", true),
            ("not a fit if", true),
            ("this is not for you if", true),
            ("not required but nice", false),
            ("you don't need python", false),
            ("python not required", false),
            ("what we are looking for", false),
        ] {
            assert_eq!(denies(&heading.split(' ').map(str::to_owned).collect::<Vec<_>>()), expected, "{heading}");
        }
    }
}
