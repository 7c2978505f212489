use crate::Question;
use crate::same::stands_for;
use crate::words::{contents, stem_with_content, words};
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
    /// Runs of their words with content, whatever the grammar between.
    content_runs: BTreeSet<Vec<String>>,
    /// The words with content of all its texts, as they are written but for their endings: what is said in other words is no copy.
    stems: BTreeSet<String>,
    /// The same of each of its sentences, in order.
    sentences: Vec<Vec<String>>,
}

/// Words of a run, and words with content of a run.
const RUN: usize = 4;
const CONTENT_RUN: usize = 3;

/// From this share of its runs on a sentence is a copy.
const COPIED: f64 = 0.5;

/// So many words with content in a row, in a sentence that is copied: fewer are said by two people who know nothing of one another.
const LEAST_COPIED: usize = 5;

/// A sentence that says this share of what a sentence of the texts says, and hardly more, is that sentence in another order.
const PARROTED: f64 = 0.8;
const LEAST_PARROTED: usize = 5;

/// A sentence of so many words with content that nearly all stand in neighbouring sentences was put together from them.
const PIECED: f64 = 0.9;
const LEAST_PIECED: usize = 7;
const NEIGHBOURS: usize = 3;

impl<'a> Lexicon<'a> {
    pub(crate) fn of(question: &Question, rarity: &'a Rarity) -> Self {
        let texts: Vec<&str> =
            std::iter::once(&question.ask).chain(&question.framework).chain(&question.beside).map(String::as_str).collect();
        let sentences: Vec<Vec<String>> =
            texts.iter().flat_map(|text| crate::transcript::sentences(text)).map(|sentence| stems(&sentence)).collect();
        Self {
            rarity,
            runs: texts.iter().flat_map(|text| runs(&words(text), RUN)).collect(),
            content_runs: texts.iter().flat_map(|text| runs(&stems(text), CONTENT_RUN)).collect(),
            stems: sentences.iter().flatten().cloned().collect(),
            sentences,
        }
    }

    /// How much of what the question's texts speak of is spoken of in the same words, by their rarity.
    pub(crate) fn asked<'w>(&self, stems: impl IntoIterator<Item = &'w String>) -> f64 {
        stems.into_iter().filter(|stem| self.stems.contains(*stem)).map(|stem| self.rarity.weight(&stands_for(stem.clone()))).sum()
    }

    /// Whether a sentence was taken from the question's own texts, word for word or in another order.
    pub(crate) fn is_copied(&self, sentence: &str) -> bool {
        let said = stems(sentence);
        if self.is_in_runs(&words(sentence), &said) || self.holds_a_whole_sentence(&said) {
            return true;
        }
        let said: BTreeSet<&String> = said.iter().collect();
        let shared = |known: &BTreeSet<&String>| known.intersection(&said).count() as f64;
        let is_pieced = |known: &[Vec<String>]| shared(&known.iter().flatten().collect()) >= PIECED * said.len() as f64;
        let is_parroted = |known: &Vec<String>| {
            let known: BTreeSet<&String> = known.iter().collect();
            shared(&known) >= PARROTED * said.len().max(known.len()) as f64
        };
        said.len() >= LEAST_PIECED && self.sentences.windows(NEIGHBOURS.min(self.sentences.len().max(1))).any(is_pieced)
            || said.len() >= LEAST_PARROTED && self.sentences.iter().any(is_parroted)
    }

    /// Whether most of a sentence's runs stand in the texts, and enough of them in a row.
    fn is_in_runs(&self, words: &[String], said: &[String]) -> bool {
        let is_most = |all: &[bool]| !all.is_empty() && all.iter().filter(|known| **known).count() as f64 >= COPIED * all.len() as f64;
        let known: Vec<bool> = runs(words, RUN).iter().map(|run| self.runs.contains(run)).collect();
        let known_content: Vec<bool> = runs(said, CONTENT_RUN).iter().map(|run| self.content_runs.contains(run)).collect();
        let in_a_row = known_content.split(|known| !known).map(<[bool]>::len).max().unwrap_or(0);
        (is_most(&known) || is_most(&known_content)) && in_a_row + CONTENT_RUN > LEAST_COPIED
    }

    /// Whether a short sentence of the texts stands in it as it is.
    fn holds_a_whole_sentence(&self, said: &[String]) -> bool {
        let is_in =
            |known: &Vec<String>| (2..LEAST_COPIED).contains(&known.len()) && said.windows(known.len()).any(|run| run == known.as_slice());
        self.sentences.iter().any(is_in)
    }
}

fn runs(words: &[String], length: usize) -> Vec<Vec<String>> {
    words.windows(length).map(<[String]>::to_vec).collect()
}

/// The words with content, without their endings.
fn stems(text: &str) -> Vec<String> {
    words(text).iter().filter_map(|word| stem_with_content(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Rarity};
    use crate::Question;

    #[test]
    fn words_that_a_person_says_too_are_no_copy_and_a_run_of_them_is() {
        let anchor = "I use an opaque cursor over `(created_at, id)`, `limit` 100 by default and 500 at most, and no total. The unlimited \
                      form stays for existing keys until a dated end, and one delete makes the client miss a row.";
        let question = Question { beside: vec![anchor.into()], framework: vec!["Divide size by pace.".into()], ..Question::default() };
        let rarity = Rarity::default();
        let lexicon = Lexicon::of(&question, &rarity);
        for own in [
            "So I use an opaque cursor with a limit.",
            "We would have no total, because a delete makes each count wrong.",
            "Existing keys keep what they have, and one client at most would miss a row of a page that it had read.",
            "With a cursor, `created_at` and the id, a limit and a default nobody needs a total, and keys that exist stay as they are.",
        ] {
            assert!(!lexicon.is_copied(own), "{own}");
        }
        for copied in [
            "I use an opaque cursor over created_at and id, limit 100 by default.",
            "As I said, the unlimited form stays for existing keys until a dated end.",
            "Until a dated end, for existing keys the unlimited form stays.",
            "What I would do here is to divide size by pace.",
        ] {
            assert!(lexicon.is_copied(copied), "{copied}");
        }
    }
}
