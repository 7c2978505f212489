//! Words, their stems, and what they say.

use crate::same::stands_for;
use crate::turns::as_said;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that carry grammar and no content.
const GRAMMAR: &str = "a an the and or but nor so yet if then else than that this these those there here it its itself they them their \
theirs he him his she hers her we us our ours you your yours i me my mine myself one ones who whom whose which what when where why how is are \
was were be been being am do does did done doing have has had having will would shall should can could may might must not no of in on at by \
for with without from to into onto over under above below between through during before after about against as because while until since \
though although both either each every all any some such only own same too very just also even still again more most less least other \
others another out up down off once per via isn't don't doesn't didn't won't can't couldn't wouldn't shouldn't let let's it's that's there's \
i'm i'd i'll i've we're we'd we'll we've they're cannot never now instead rather whether within upon";

/// Words that stand in any talk about products and show nothing of this question.
const GENERIC: &str = "thing stuff lot way good great bad important aspect factor various different many several overall general \
basic really quite stakeholder communication communicate alignment align team success successful experience journey challenge value best \
practice approach solution holistic robust scalable scale leverage synergy impact driven strategic strategy ensure maybe kind sort like know \
mean question topic point consider think thing area issue matter etc first second third next last finally well actually literally honestly \
definitely certainly obviously clearly always work hard passionate excellent proactive dynamic one two three four five six seven eight nine ten half hundred thousand world today day time people everyone everybody";

static GRAMMAR_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| GRAMMAR.split_ascii_whitespace().collect());

static GENERIC_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| GENERIC.split_ascii_whitespace().map(stem).collect());

/// The words of a text, in lower case; an apostrophe, a hyphen and a point inside of one belong to it.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let between = at > 0 && letters[at - 1].is_alphanumeric() && letters.get(at + 1).is_some_and(|next| next.is_alphanumeric());
        let digits = at > 0 && letters[at - 1].is_ascii_digit() && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        match letter {
            letter if letter.is_alphanumeric() => word.extend(letter.to_lowercase()),
            '’' | '\'' | '-' if between => word.push(if *letter == '’' { '\'' } else { *letter }),
            // Digits are grouped by commas, and a point between digits is decimal.
            ',' if digits => {}
            '.' if digits => word.push('.'),
            _ if !word.is_empty() => found.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

/// Whether a word carries grammar alone.
pub(crate) fn is_grammar(word: &str) -> bool {
    GRAMMAR_WORDS.contains(word)
}

/// Whether a word is a figure, with or without its unit.
pub(crate) fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// What a word says: its stem, or that of the word which stands for it. `None` for grammar and for words of any talk.
pub(crate) fn content(word: &str) -> Option<String> {
    stem_with_content(word).map(stands_for)
}

/// The stem of a word that says something.
pub(crate) fn stem_with_content(word: &str) -> Option<String> {
    if word.len() < 2 && !is_figure(word) || is_grammar(word) {
        return None;
    }
    Some(stem(word)).filter(|stem| !GENERIC_STEMS.contains(stem))
}

/// What a text says, in its order.
pub(crate) fn contents(text: &str) -> Vec<String> {
    contents_of(&words(text))
}

/// The same of words that were taken apart already.
pub(crate) fn contents_of(words: &[String]) -> Vec<String> {
    as_said(words).into_iter().filter_map(content).collect()
}

/// A word without its ending: a plain cut of English endings, which leaves at least three letters.
pub(crate) fn stem(word: &str) -> String {
    const ENDINGS: [&str; 19] = [
        "ations", "ation", "ingly", "ments", "ment", "ings", "ing", "ions", "ion", "edly", "ies", "ied", "ed", "es", "ers", "er", "ly",
        "s", "e",
    ];
    if is_figure(word) {
        return word.to_owned();
    }
    let word = word.strip_suffix("'s").unwrap_or(word);
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3));
    let bare = cut.unwrap_or(word);
    // `stopped` and `stop`, `try` and `tries`.
    let mut letters: Vec<char> = bare.chars().collect();
    if letters.len() > 3 && letters[letters.len() - 1] == letters[letters.len() - 2] {
        letters.pop();
    }
    if letters.len() > 2 && matches!(letters[letters.len() - 1], 'y' | 'i') {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{contents, words};

    #[test]
    fn words_keep_what_is_inside_of_them() {
        assert_eq!(words("It’s 1,389.5 writes/s — not `ETag`s."), ["it's", "1389.5", "writes", "s", "not", "etag", "s"]);
    }

    #[test]
    fn words_that_mean_the_same_are_one() {
        assert_eq!(contents("We cap the calls"), contents("they limited each request"));
        assert_eq!(contents("retries stopped"), contents("retry halting"));
        assert_eq!(contents("It is of the"), [""; 0]);
    }
}
