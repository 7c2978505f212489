//! Fillers, also those of several words.

use crate::Fillers;
use crate::transcript::Transcript;
use crate::words::words;
use std::collections::BTreeMap;

/// What is said while one looks for words; the longest first, so that no word counts twice.
const FILLERS: [&str; 26] = [
    "at the end of the day",
    "if that makes sense",
    "to be honest",
    "you know what i mean",
    "or something like that",
    "as i said",
    "i would say",
    "sort of",
    "kind of",
    "you know",
    "i mean",
    "i guess",
    "um",
    "umm",
    "uh",
    "uhm",
    "er",
    "erm",
    "ah",
    "hmm",
    "basically",
    "essentially",
    "actually",
    "literally",
    "honestly",
    "obviously",
];

/// Counts fillers wherever they stand.
pub(crate) fn fillers(transcript: &Transcript, words_in_all: usize, answered: usize) -> Fillers {
    let mut each: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &transcript.lines {
        let words = words(&line.text);
        let mut at = 0;
        while at < words.len() {
            let filler = FILLERS.iter().find(|filler| {
                let length = filler.split(' ').count();
                words.get(at..at + length).is_some_and(|said| said.iter().map(String::as_str).eq(filler.split(' ')))
            });
            at += filler.map_or(1, |filler| filler.split(' ').count());
            if let Some(filler) = filler {
                *each.entry(filler).or_default() += 1;
            }
        }
    }
    let count = each.values().sum();
    let mut each: Vec<(String, usize)> = each.into_iter().map(|(filler, count)| (filler.to_owned(), count)).collect();
    each.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Fillers { each, count, words: words_in_all, answered }
}
