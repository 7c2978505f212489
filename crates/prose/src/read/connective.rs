//! Words that join a claim to its reason, and whether a reason stands behind them.

use super::{date, phrase};
use crate::text::{first_sentence, sentences, word_count};
use std::ops::Range;

/// Words that join a claim to its reason, or to what follows from it.
const CONNECTIVES: &[&str] = &[
    "because",
    "since",
    "so that",
    "therefore",
    "the reason",
    "the reasons",
    "reason is",
    "reason for",
    "reasons for",
    "which means",
    "that means",
    "meaning that",
    "due to",
    "owing to",
    "thanks to",
    "given how",
    "given our",
    "given that",
    "given the",
    "in order to",
    "hence",
    "thus",
    "consequently",
    "that is why",
    "which is why",
    "otherwise",
    "for the sake of",
];

/// What a thing is done for, whatever stands before it.
const PURPOSES: &[&str] = &["to avoid", "to prevent"];

/// The same behind a main clause; behind a noun it says what the noun is for: "an endpoint to save a draft".
const PURPOSES_OR_USES: &[&str] = &["to save", "to reduce", "to protect"];

/// "We want to reduce it" is a wish.
const WISHES: &[&str] = &[
    "able", "aim", "aims", "attempt", "attempts", "decide", "decided", "go", "going", "have", "has", "help", "helps", "hope", "hopes",
    "how", "intend", "need", "needs", "ought", "plan", "plans", "promise", "promised", "tried", "tries", "try", "trying", "want", "wants",
    "way", "ways", "wish",
];

/// Verbs before a noun that has a use, and not before a deed with a purpose.
const HAVING: &[&str] = &[
    "are", "had", "has", "have", "is a", "is an", "is the", "lack", "lacks", "need", "needs", "offer", "offers", "there is", "want",
    "wants",
];

/// Who does something, at the beginning of a sentence.
const DOERS: &[&str] = &["we", "i", "they", "it", "you", "each", "every", "all", "both"];

/// Subjects of a clause behind "as" that need no comma before it.
const PRONOUNS: &[&str] = &["it", "they", "we", "nobody"];

/// Subjects of a clause behind ", as". ", as Stripe does" compares.
const SUBJECTS: &[&str] =
    &["the", "our", "it", "its", "they", "their", "this", "these", "that", "we", "nobody", "no", "each", "every", "all", "there"];

/// Before an "as" that compares: "as soon as it is built".
const COMPARED: &[&str] = &["soon", "long", "far", "well", "same", "such", "much", "many", "just", "fast", "often"];

/// Verbs of a comparison, when nothing but a time or place follows: "as it is today", "as we agreed in May".
const LIKE_BEFORE: &[&str] = &[
    "agreed",
    "always did",
    "always have",
    "are",
    "decided",
    "described",
    "did",
    "discussed",
    "do",
    "does",
    "expected",
    "had",
    "has been",
    "have",
    "have always done",
    "have been",
    "have done",
    "is",
    "knew",
    "know",
    "planned",
    "promised",
    "said",
    "stand",
    "stands",
    "was",
    "were",
    "wrote",
];

/// Words that begin a time or a place, or another clause.
const TIMES_AND_PLACES: &[&str] = &[
    "above",
    "after",
    "already",
    "and",
    "at",
    "before",
    "below",
    "but",
    "by",
    "currently",
    "earlier",
    "for",
    "here",
    "in",
    "last",
    "now",
    "on",
    "or",
    "since",
    "so far",
    "then",
    "there",
    "today",
    "under",
    "until",
    "when",
    "with",
    "yesterday",
];

/// What a time is counted from.
const EVENTS: &[&str] = &[
    "audit",
    "autumn",
    "beginning",
    "change",
    "crash",
    "day one",
    "deployment",
    "failure",
    "incident",
    "launch",
    "merger",
    "migration",
    "month",
    "move",
    "night",
    "outage",
    "quarter",
    "release",
    "rollout",
    "spring",
    "start",
    "summer",
    "switch",
    "upgrade",
    "version",
    "week",
    "winter",
    "year",
];

/// Words before an event.
const WHICH: &[&str] = &["a", "its", "last", "our", "our first", "our last", "that", "the", "the first", "the last", "this"];

/// What follows an event when the clause behind it has begun: "since launch we wait".
const NEXT_CLAUSE: &[&str] = &["all", "each", "every", "it", "no", "nobody", "of", "the", "they", "we"];

/// A word behind a connective is no reason yet.
pub(super) const FEWEST_WORDS: usize = 2;

/// A connective with a reason behind it.
pub(super) fn is_connected(text: &str) -> bool {
    phrase::all(text, CONNECTIVES).iter().any(|(word, at)| begins_a_reason(text, word, at)) || has_as_clause(text) || has_purpose(text)
}

/// The first connective, when there is any.
pub(super) fn first(text: &str) -> Option<&'static str> {
    phrase::all(text, CONNECTIVES).first().map(|(word, _)| *word)
}

/// "Since June", "since the outage", "since launch nobody": a time and no reason.
pub(super) fn is_since_a_time(text: &str, connective: &str, at: &Range<usize>) -> bool {
    connective == "since" && behind(text, at.end).is_none_or(begins_with_a_time)
}

fn begins_a_reason(text: &str, connective: &str, at: &Range<usize>) -> bool {
    behind(text, at.end).is_some_and(|clause| word_count(clause) >= FEWEST_WORDS) && !is_since_a_time(text, connective, at)
}

/// What follows in the same sentence, or begins the list that is announced. A full stop ends the sentence, and nothing follows.
fn behind(text: &str, end: usize) -> Option<&str> {
    let is_joined =
        |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '—' | '*' | '•' | '…' | '(' | '“' | '"' | '‘' | '\'');
    let rest = text[end..].trim_start_matches(is_joined);
    (!rest.is_empty() && !rest.starts_with([';', ')', '”'])).then(|| first_sentence(rest))
}

fn begins_with_a_time(clause: &str) -> bool {
    if date::leading(clause).is_some() || phrase::longest_at(clause, 0, &["then", "yesterday"]).is_some() {
        return true;
    }
    let Some(rest) = behind_an_event(clause) else { return false };
    // "Since last week's release" is one time; "since the outage cost us a customer" goes on with a verb.
    let rest = ["'s ", "’s "].iter().find_map(|of| rest.strip_prefix(of)).and_then(behind_an_event).unwrap_or(rest);
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'))
        || phrase::longest_at(rest, 0, TIMES_AND_PLACES).is_some()
        || phrase::longest_at(rest, 0, NEXT_CLAUSE).is_some()
}

fn behind_an_event(clause: &str) -> Option<&str> {
    let event = phrase::longest_at(clause, 0, WHICH).map_or(clause, |end| clause[end..].trim_start());
    phrase::longest_at(event, 0, EVENTS).map(|end| &event[end..])
}

/// "As it keeps the limit", ", as the contract promises": a reason begins with what does something.
fn has_as_clause(text: &str) -> bool {
    phrase::all(text, &["as"]).into_iter().any(|(_, at)| {
        let before = text[..at.start].trim_end();
        let compares = phrase::is_one_of(before.rsplit(char::is_whitespace).next().unwrap_or_default(), COMPARED);
        let subjects = if before.ends_with(',') { SUBJECTS } else { PRONOUNS };
        let clause = first_sentence(&text[at.end..]);
        let said = phrase::longest_at(clause, 0, subjects).map(|end| clause[end..].trim_start());
        !compares && said.is_some_and(|said| word_count(said) >= FEWEST_WORDS && !is_like_before(said))
    })
}

fn is_like_before(said: &str) -> bool {
    phrase::longest_at(said, 0, LIKE_BEFORE).map(|end| said[end..].trim_start()).is_some_and(|rest| {
        !rest.starts_with(char::is_alphanumeric) || phrase::longest_at(rest, 0, TIMES_AND_PLACES).is_some() || date::leading(rest).is_some()
    })
}

/// "We take it to avoid refusals": what a deed is for.
fn has_purpose(text: &str) -> bool {
    let sentences = sentences(text);
    let is_purpose = |at: &Range<usize>, may_be_a_use: bool| {
        let Some(aim) = behind(text, at.end).filter(|aim| word_count(aim) >= FEWEST_WORDS) else { return false };
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.end <= at.start));
        let start = sentence.map_or(at.start, |sentence| sentence.start);
        match text[start..at.start].trim() {
            // "To save calls, we …", or an entry of what "We take it:" announces.
            "" => !may_be_a_use || leads(aim) || text[..start].trim_end().ends_with([':', '?']),
            before if before.ends_with([',', ';', ':', '—', '–', '(']) => true,
            before if may_be_a_use => is_deed(before, 3) && !phrase::holds(before, HAVING),
            before => is_deed(before, 2),
        }
    };
    phrase::all(text, PURPOSES).iter().any(|(_, at)| is_purpose(at, false))
        || phrase::all(text, PURPOSES_OR_USES).iter().any(|(_, at)| is_purpose(at, true))
}

/// "To save calls, we …", "To save calls we …".
fn leads(aim: &str) -> bool {
    aim.contains(", ") || phrase::holds(aim, DOERS)
}

/// Words before "to" that hold a main clause and no wish. A clause has `fewest` words, unless it begins with somebody who acts.
fn is_deed(before: &str, fewest: usize) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_wish = phrase::is_one_of(last, WISHES);
    let has_doer = phrase::longest_at(before, 0, DOERS).is_some() && word_count(before) >= 2;
    let is_clause = word_count(before) >= fewest && phrase::longest_at(before, 0, &["a", "an"]).is_none();
    !is_wish && (has_doer || is_clause)
}
