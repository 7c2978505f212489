//! Reasons as people give them: behind a connective, as what an option does to somebody, or as what it takes. Whether a reason is a good one
//! is for a reader to say; that one stands there, and not only the words for one, is told here.

use super::burden::{BURDENS, BURDENS_OF_SOMETHING};
use super::connective::{self, FEWEST_WORDS, is_connected};
use super::{keywords, number, phrase};
use crate::text::{first_sentence, sentences, word_count};
use std::ops::Range;

/// What speaks against an option, in whatever part of it.
const AGAINST: &[&str] = &["but", "would", "rejected", "against", "however", "too", "does not", "do not", "doesn't", "con", "cons"];

/// What an option does to somebody or leaves undone. The name of an option may hold such a word and say nothing by it: "Wait for the vendor".
const HARM: &[&str] = &[
    "another",
    "are not",
    "aren't",
    "blocks",
    "brittle",
    "days old",
    "dearer",
    "depends on",
    "don't",
    "fails",
    "fragile",
    "hardest",
    "hours old",
    "is not",
    "isn't",
    "lacks",
    "locks",
    "minutes old",
    "misses",
    "missing",
    "never",
    "no one",
    "nobody",
    "not enough",
    "only",
    "out of date",
    "overkill",
    "risky",
    "slowest",
    "stale",
    "waits for",
    "wasted",
    "wastes",
    "worst",
];

/// What speaks for an option.
const FOR: &[&str] = &["pro", "pros", "for", "advantage*", "good", "keeps", "needs no", "cheap*", "faster", "simpler"];

/// How an option is weighed against the others.
const WEIGHED: &[&str] = &[
    "only option",
    "only one that",
    "only one which",
    "best",
    "better",
    "cheapest",
    "cheaper",
    "simplest",
    "simpler",
    "easiest",
    "easier",
    "fastest",
    "faster",
    "safest",
    "safer",
    "fewest",
    "lowest",
    "smallest",
    "outweigh*",
    "matters more",
    "matter more",
    "more important",
    "wins on",
    "meets all",
    "meets our",
    "meets the",
];

/// Verbs of what an option takes, when a number follows.
const TAKES: &[&str] = &[
    "take", "takes", "took", "need", "needs", "require", "requires", "add", "adds", "wait", "waits", "drift", "drifts", "lag", "lags",
    "delay", "delays",
];

/// Words that may stand between such a verb and its number: "adds at least another 40 ms".
const WORDS_BETWEEN: usize = 4;

/// Steps from an effect to its cause, or from a cause to its effect.
const STEPS: &[&str] = &[
    "because",
    "since",
    "why",
    "so",
    "therefore",
    "led to",
    "leads to",
    "which meant",
    "which means",
    "as a result",
    "caused",
    "that is how",
    "due to",
    "owing to",
    "made it possible",
    "made this possible",
    "hence",
    "thus",
    "consequently",
    "resulted in",
    "stems from",
    "stemmed from",
    "for lack of",
];

/// "So" that counts and does not join, unless a "that" follows: "so many that the pool ran dry".
const SO_MUCH: &[&str] = &["so far", "so few", "so long", "so many", "so much"];

/// Words on both sides of a colon or an arrow that says why: fewer are a label, or a stop on a way.
const SIDE_OF_A_MARK: usize = 3;

/// Whether a reason stands behind a connective.
pub(crate) fn is_given(text: &str) -> bool {
    is_connected(&keywords::without(text))
}

/// A connective that stands in a text.
pub(crate) fn connective_in(text: &str) -> Option<&'static str> {
    connective::first(text)
}

/// Whether something is said against an option. `name` is how the option is called.
pub(crate) fn speaks_against(text: &str, name: &str) -> bool {
    let text = keywords::without(text);
    let said = text.trim_start().strip_prefix(name).filter(|said| word_count(said) >= FEWEST_WORDS).unwrap_or(&text);
    let names_a_burden = phrase::holds(&text, BURDENS) || phrase::holds(said, BURDENS_OF_SOMETHING);
    is_connected(&text)
        || phrase::holds(&text, AGAINST)
        || names_a_burden
        || phrase::holds(said, HARM)
        || has_consequence(said)
        || takes(said)
}

/// Whether something is said for an option.
pub(crate) fn speaks_for(text: &str) -> bool {
    phrase::holds(&keywords::without(text), FOR)
}

/// Whether a choice is explained: by a reason, or by weighing it against the others.
pub(crate) fn explains(text: &str) -> bool {
    let text = keywords::without(text);
    is_connected(&text) || phrase::holds(&text, WEIGHED)
}

/// How many steps from effects to causes a text goes. A colon is one beside a connective; alone it may as well announce a list.
pub(crate) fn steps(text: &str) -> usize {
    let text = keywords::without(text);
    let only_counts = |at: &Range<usize>| {
        phrase::longest_at(&text, at.start, SO_MUCH).is_some_and(|end| !phrase::holds(first_sentence(&text[end..]), &["that"]))
    };
    let joins = |(word, at): &&(&str, Range<usize>)| !only_counts(at) && !connective::is_since_a_time(&text, word, at);
    let joined = phrase::all(&text, STEPS).iter().filter(joins).count();
    let has_colon = joined > 0 && sentences(&text).into_iter().any(|at| has_telling_colon(&text[at]));
    joined + usize::from(has_colon) + telling_arrows(&text)
}

/// ", so lines get mixed up".
fn has_consequence(text: &str) -> bool {
    let follows = |so: &str| text.find(so).is_some_and(|at| word_count(&text[at + so.len()..]) >= FEWEST_WORDS);
    [", so ", "; so ", "— so ", "– so "].into_iter().any(follows)
}

/// "Takes six weeks", "adds 40 ms": a verb with a number close behind it.
fn takes(text: &str) -> bool {
    phrase::all(text, TAKES).iter().any(|(_, at)| {
        let near: Vec<&str> = text[at.end..].split_whitespace().take(WORDS_BETWEEN).collect();
        number::is_any(&near.join(" "))
    })
}

/// "It went out unseen: the check runs on an empty database." Behind the colon of a list the first comma comes earlier.
fn has_telling_colon(sentence: &str) -> bool {
    sentence.split_once(": ").is_some_and(|(effect, cause)| {
        let clause = cause.split([',', ';']).next().unwrap_or_default();
        word_count(effect) >= SIDE_OF_A_MARK && word_count(clause) > SIDE_OF_A_MARK
    })
}

/// "The certificate expired → nobody was told": sentences on both sides. "Mobile → gateway" is a way.
fn telling_arrows(text: &str) -> usize {
    let pieces: Vec<&str> = text.split(['→', '⇒']).collect();
    let last = |piece: &str| sentences(piece).pop().map_or(0, |at| word_count(&piece[at]));
    let tells = |sides: &[&str]| last(sides[0]) >= SIDE_OF_A_MARK && word_count(first_sentence(sides[1])) >= SIDE_OF_A_MARK;
    pieces.windows(2).filter(|sides| tells(sides)).count()
}
