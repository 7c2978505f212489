//! Whether a text says that something has a price.

use super::burden::{BURDENS, BURDENS_OF_SOMETHING};
use super::denial::is_denied;
use super::phrase;
use super::section::Section;
use crate::text::{sentences, word_count};

/// Words for a price, beside those for a burden.
const COSTS: &[&str] = &["burden", "complex*", "delay*", "give up", "gives up", "overhead"];

/// A price when there is more of a thing that somebody bears.
const MORE: &[&str] = &["additional", "another", "extra", "longer", "more"];

const BORNE: &[&str] = &[
    "attention",
    "call",
    "calls",
    "code",
    "day*",
    "dependenc*",
    "effort",
    "engineer*",
    "hop",
    "hops",
    "hour*",
    "latency",
    "learn*",
    "load",
    "maintain*",
    "maintenance",
    "memory",
    "milliseconds",
    "minute*",
    "money",
    "month*",
    "ms",
    "need*",
    "operate*",
    "pay*",
    "place*",
    "process*",
    "quer*",
    "request*",
    "require*",
    "run",
    "second*",
    "service*",
    "step*",
    "storage",
    "store",
    "system*",
    "take*",
    "team*",
    "test*",
    "traffic",
    "wait*",
    "week*",
    "work*",
];

/// A price when there is less of a thing that somebody likes to have.
const LESS: &[&str] = &["fewer", "less"];

const LIKED: &[&str] = &[
    "accura*", "check*", "choice*", "context", "control", "detail*", "exact*", "flexib*", "freedom", "fresh*", "insight*", "often",
    "option*", "precis*", "reliab*", "room", "safe*", "secur*", "time for", "visib*",
];

/// A shorter sentence is a keyword.
const FEWEST_WORDS: usize = 4;

/// Words between a denial and what it denies: "no real drawbacks".
const REACH_OF_A_DENIAL: usize = 3;

/// Whether a sentence of the section names a price and does not deny it.
pub(crate) fn is_named(section: &Section<'_>) -> bool {
    let text = section.prose().text;
    sentences(&text).into_iter().map(|at| &text[at]).filter(|sentence| word_count(sentence) >= FEWEST_WORDS).any(|sentence| {
        let names = |words| phrase::all(sentence, words).iter().any(|(_, at)| !is_denied(sentence, at.start, REACH_OF_A_DENIAL));
        let compares = |words, of| names(words) && phrase::holds(sentence, of);
        names(BURDENS) || names(BURDENS_OF_SOMETHING) || names(COSTS) || compares(MORE, BORNE) || compares(LESS, LIKED)
    })
}
