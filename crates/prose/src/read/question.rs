//! Questions of an interview guide.

use super::phrase;
use super::section::Section;
use crate::document::Block;
use crate::text::sentences;
use std::ops::Range;

const OPEN: &[&str] = &[
    "how",
    "what",
    "when",
    "why",
    "where",
    "who",
    "whom",
    "whose",
    "which",
    "tell",
    "describe",
    "walk",
    "show",
    "talk me",
    "take me",
    "give me an example",
];

/// Requests that are asked without a question mark.
const REQUESTS: &[&str] = &["tell", "describe", "walk", "show", "talk me", "take me"];

/// What a polite question begins with before it begins.
const PREFIXES: &[&str] = &[
    "and",
    "so",
    "then",
    "please",
    "can you",
    "could you",
    "would you",
    "if so",
    "if not",
    "ok",
    "great",
    "thinking back",
    "first",
    "last",
    "finally",
    "q",
];

/// One question with its place in a block.
pub(crate) struct Question<'a> {
    pub(crate) block: &'a Block,
    pub(crate) at: Range<usize>,
}

impl<'a> Question<'a> {
    pub(crate) fn text(&self) -> &'a str {
        &self.block.text()[self.at.clone()]
    }

    /// Whether it asks for a story and not for yes or no.
    pub(crate) fn is_open(&self) -> bool {
        begins_with(self.text(), OPEN)
    }
}

/// Sentences that end in a question mark, and requests such as "Tell me about the last time."
pub(crate) fn all<'a>(section: &Section<'a>) -> Vec<Question<'a>> {
    let blocks: Vec<&'a Block> = section.blocks().filter(|block| !block.is_code()).collect();
    let sentences = blocks.into_iter().flat_map(|block| sentences(block.text()).into_iter().map(move |at| Question { block, at }));
    sentences.filter(|question| is_question(question.text())).collect()
}

fn is_question(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['”', '"', '’', ')', '»', ' ']);
    (bare.ends_with('?') && bare.contains(char::is_alphabetic)) || begins_with(sentence, REQUESTS)
}

fn begins_with(sentence: &str, words: &[&str]) -> bool {
    let mut rest = skip_marks(sentence);
    for _ in 0..3 {
        if words.iter().any(|word| phrase::end_of(rest, 0, word).is_some()) {
            return true;
        }
        let Some(end) = PREFIXES.iter().filter_map(|prefix| phrase::end_of(rest, 0, prefix)).max() else { return false };
        rest = skip_marks(&rest[end..]);
    }
    false
}

fn skip_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphabetic())
}
