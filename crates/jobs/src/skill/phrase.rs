//! Names of skills that a sentence takes apart: `user and customer interviews` speaks of user interviews, `documentation of APIs` of API
//! documentation.

use std::ops::Range;

/// A name put together again, with the stretch of the sentence it was taken from.
pub(super) struct Phrase {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// Every name of two words that a sentence in lower case may speak of without writing it so. Words are parted by single spaces.
pub(super) fn phrases(lower: &str) -> Vec<Phrase> {
    let words = words(lower);
    let word = |at: usize| &lower[words[at].clone()];
    // A comma or a full stop behind a word ends the thought.
    let goes_on = |from: usize, to: usize| (from..to).all(|at| lower[words[at].end..words[at + 1].start] == *" ");
    let mut phrases = Vec::new();
    let mut push = |first: usize, second: usize, from: usize, to: usize| {
        phrases.push(Phrase { text: format!("{} {}", word(first), word(second)), span: words[from].start..words[to].end });
    };
    for at in 1..words.len().saturating_sub(1) {
        match word(at) {
            "and" | "or" => {
                // "user and customer interviews"
                if at + 2 < words.len() && goes_on(at - 1, at + 2) {
                    push(at - 1, at + 2, at - 1, at + 2);
                }
                // "stakeholder communication and management"
                if at >= 2 && goes_on(at - 2, at + 1) {
                    push(at - 2, at + 1, at - 2, at + 1);
                }
            }
            // "documentation of APIs"
            "of" if goes_on(at - 1, at + 1) => push(at + 1, at - 1, at - 1, at + 1),
            _ => {}
        }
    }
    phrases
}

fn words(lower: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in lower.char_indices().chain([(lower.len(), ' ')]) {
        match (letter.is_alphanumeric() || letter == '\'', start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The word as it may stand in a name: without the ending of a plural in either of its two parts.
pub(super) fn singular_forms(phrase: &str) -> Vec<String> {
    let (first, second) = phrase.split_once(' ').unwrap_or((phrase, ""));
    let forms = |word: &str| -> Vec<String> {
        let cut = ["s", "es"].iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 2).map(str::to_owned);
        std::iter::once(word.to_owned()).chain(cut).collect()
    };
    let seconds = forms(second);
    forms(first).iter().flat_map(|first| seconds.iter().map(move |second| format!("{first} {second}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_taken_apart_are_put_together() {
        let said = |text: &str| phrases(text).into_iter().map(|phrase| (phrase.text, text[phrase.span].to_owned())).collect::<Vec<_>>();
        let pair = |name: &str, from: &str| (name.to_owned(), from.to_owned());
        assert_eq!(
            said("do user and customer interviews"),
            [pair("user interviews", "user and customer interviews"), pair("do customer", "do user and customer"),]
        );
        assert_eq!(said("documentation of apis"), [pair("apis documentation", "documentation of apis")]);
        assert_eq!(said("user research, and customer calls"), []);
        assert_eq!(said("and"), []);
        assert!(singular_forms("apis documentation").contains(&"api documentation".to_owned()));
        assert!(singular_forms("us ss").contains(&"us ss".to_owned()));
    }
}
