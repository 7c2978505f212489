use std::collections::BTreeSet;

/// Words of one shingle.
const SHINGLE: usize = 5;

/// The sentences of a text: a full stop, a question mark or an exclamation mark ends one when what follows begins like another.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        sentence.push(word);
        let ends = word.trim_end_matches(['"', '”', '’', '\'', '*', ')']).ends_with(['.', '?', '!']);
        let begins = |next: &&str| {
            let bare = next.trim_start_matches(['"', '“', '‘', '\'', '(', '*', '`']);
            bare.starts_with(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '{')
        };
        if ends && words.get(at + 1).is_some_and(begins) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
    found
}

/// The runs of five words of a text, whatever their case and punctuation.
pub(super) fn shingles(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(SHINGLE.min(words.len().max(1))).map(<[String]>::to_vec).collect()
}

/// The share of runs of words that two texts have in common, from 0 to 1 (Jaccard's index).
pub(super) fn likeness(one: &BTreeSet<Vec<String>>, other: &BTreeSet<Vec<String>>) -> f64 {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::{likeness, sentences, shingles};

    #[test]
    fn a_sentence_ends_where_another_begins() {
        assert_eq!(sentences("It costs 4.2 ms, e.g. for reads. \"Why?\" (Nobody knows.) `SELECT` is fast.").len(), 4);
        assert_eq!(sentences("Use v1. after that stop"), ["Use v1. after that stop"]);
        assert_eq!(sentences(""), [""; 0]);
    }

    #[test]
    fn texts_are_alike_by_the_runs_of_words_they_share() {
        let one = shingles("Which of the two figures would you put in the objective?");
        assert!((likeness(&one, &shingles("which of the two figures, would you put in the objective")) - 1.0).abs() < 1e-9);
        assert!(likeness(&one, &shingles("Name four ways in which both can be right about their own question.")) < 0.01);
        assert!(likeness(&shingles("short one"), &shingles("short one")) > 0.99);
    }
}
