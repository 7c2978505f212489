use crate::Question;
use crate::words::{contents, words};
use std::collections::{BTreeMap, BTreeSet};

/// How rare a word is among all questions: a rare one shows more.
#[derive(Debug, Clone, Default)]
pub struct Rarity {
    texts: usize,
    holds: BTreeMap<String, usize>,
}

impl Rarity {
    /// From one text for each question of all banks.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut rarity = Self::default();
        for text in texts {
            rarity.texts += 1;
            for word in contents(text).into_iter().collect::<BTreeSet<_>>() {
                *rarity.holds.entry(word).or_default() += 1;
            }
        }
        rarity
    }

    /// Inverse document frequency, with a half added so that an unknown word has one.
    pub(crate) fn weight(&self, word: &str) -> f64 {
        let holds = self.holds.get(word).copied().unwrap_or(0) as f64;
        ((self.texts as f64 + 1.5) / (holds + 0.5)).ln()
    }
}

/// A question's words, ready to be compared with an answer.
pub(crate) struct Lexicon<'a> {
    pub(crate) rarity: &'a Rarity,
    /// Runs of words in its texts, as they are written.
    runs: BTreeSet<Vec<String>>,
    /// Runs of what they say, whatever the grammar between.
    content_runs: BTreeSet<Vec<String>>,
    /// What each of its texts says.
    texts: Vec<BTreeSet<String>>,
    /// What each of its sentences says.
    sentences: Vec<BTreeSet<String>>,
}

/// Words of a run, and words with content of a run.
const RUN: usize = 4;
const CONTENT_RUN: usize = 3;

/// From this share of its runs on a sentence is a copy.
const COPIED: f64 = 0.5;

/// A sentence that says this share of what a text says, and hardly more, is that text in another order.
const PARROTED: f64 = 0.8;
const LEAST_PARROTED: usize = 5;

/// A sentence of so many words with content that nearly all stand in one text was put together from it.
const PIECED: f64 = 0.9;
const LEAST_PIECED: usize = 7;

impl<'a> Lexicon<'a> {
    pub(crate) fn of(question: &Question, rarity: &'a Rarity) -> Self {
        let texts: Vec<&str> =
            std::iter::once(&question.ask).chain(&question.framework).chain(&question.beside).map(String::as_str).collect();
        let sentences = texts.iter().flat_map(|text| crate::transcript::sentences(text));
        Self {
            rarity,
            runs: texts.iter().flat_map(|text| runs(&words(text), RUN)).collect(),
            content_runs: texts.iter().flat_map(|text| runs(&contents(text), CONTENT_RUN)).collect(),
            texts: texts.iter().map(|text| contents(text).into_iter().collect()).collect(),
            sentences: sentences.map(|sentence| contents(&sentence).into_iter().collect()).collect(),
        }
    }

    /// How much words say of what the question's texts speak of, by their rarity.
    pub(crate) fn asked<'w>(&self, content: impl IntoIterator<Item = &'w String>) -> f64 {
        content.into_iter().filter(|word| self.texts.iter().any(|text| text.contains(*word))).map(|word| self.rarity.weight(word)).sum()
    }

    /// Whether a sentence was taken from the question's own texts, word for word or in another order.
    pub(crate) fn is_copied(&self, sentence: &str) -> bool {
        let of = |all: Vec<Vec<String>>, known: &BTreeSet<Vec<String>>| {
            !all.is_empty() && all.iter().filter(|run| known.contains(*run)).count() as f64 >= COPIED * all.len() as f64
        };
        let content = contents(sentence);
        if of(runs(&words(sentence), RUN), &self.runs) || of(runs(&content, CONTENT_RUN), &self.content_runs) {
            return true;
        }
        let content: BTreeSet<String> = content.into_iter().collect();
        let holds = |known: &BTreeSet<String>| known.intersection(&content).count() as f64;
        if content.len() >= LEAST_PIECED && self.texts.iter().any(|text| holds(text) >= PIECED * content.len() as f64) {
            return true;
        }
        content.len() >= LEAST_PARROTED
            && self.sentences.iter().any(|known| {
                let shared = holds(known);
                shared >= PARROTED * content.len() as f64 && shared >= PARROTED * known.len() as f64
            })
    }
}

fn runs(words: &[String], length: usize) -> Vec<Vec<String>> {
    words.windows(length).map(<[String]>::to_vec).collect()
}
