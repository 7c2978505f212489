//! What of a transcript claims something, and what is set aside.

use crate::lexicon::Lexicon;
use crate::transcript::{Transcript, sentences};
use crate::words::{content, is_figure, is_grammar, words};
use std::collections::BTreeSet;

/// Words of the shortest claim.
const SHORTEST_CLAIM: usize = 5;

/// Running speech has at least this share of grammar; a list of words has less.
const LEAST_GRAMMAR: f64 = 0.22;

/// So many words with content in a row are a list.
const LONGEST_RUN: usize = 7;

/// Words that commit: a reason, a condition, a limit, a contrast, an amount.
const COMMITS: &str = "because since so if when unless until till instead rather than not no never but only before after without otherwise \
therefore must cannot can't won't don't doesn't didn't isn't wasn't weren't couldn't wouldn't nobody nothing none each every both half twice \
once one two three four five six seven eight nine ten first by within at most least first from which while though although";

/// Verbs that announce a subject without saying anything of it.
const ANNOUNCES: &str = "discuss consider mention describe explore introduce elaborate highlight tackle";

/// The same, which are things as often: they announce behind one of these. A dead letter list and an address are said of something.
const ANNOUNCES_OR_IS: &str = "talk cover address outline list";
const BEFORE_A_VERB: &str = "i we you i'd we'd i'll we'll will would shall should can could might to and also then first next now let's me us \
about by am are be";

/// A sentence that claims something.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) quote: String,
    pub(crate) at: Option<u32>,
    pub(crate) words: Vec<String>,
    pub(crate) content: BTreeSet<String>,
}

/// What was said and counts nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The words.
    pub quote: String,
    /// Why.
    pub why: Aside,
}

/// Why something counts nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// It only names what follows.
    Heading,
    /// It lists words.
    List,
    /// It stands in the question's own texts.
    Copied,
    /// It says that something will be spoken of.
    Announced,
    /// It was said before.
    Repeated,
    /// It says nothing that could be wrong.
    Bare,
    /// It is a sum without words: it is computed again, and answers no part.
    Sum,
    /// It hangs together with nothing of the story that was told.
    Elsewhere,
}

pub(crate) struct Said {
    pub(crate) claims: Vec<Claim>,
    pub(crate) set_aside: Vec<SetAside>,
}

impl Said {
    pub(crate) fn of(transcript: &Transcript, lexicon: &Lexicon<'_>) -> Self {
        let mut said = Self { claims: Vec::new(), set_aside: Vec::new() };
        let mut known: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for line in &transcript.lines {
            if line.is_heading {
                said.set_aside.push(SetAside { quote: line.text.clone(), why: Aside::Heading });
                continue;
            }
            for sentence in sentences(&line.text) {
                let words = words(&sentence);
                let content: BTreeSet<String> = words.iter().filter_map(|word| content(word)).collect();
                match aside(&sentence, &words, &content, lexicon).or_else(|| known.contains(&content).then_some(Aside::Repeated)) {
                    Some(why) => said.set_aside.push(SetAside { quote: sentence, why }),
                    None => {
                        known.insert(content.clone());
                        said.claims.push(Claim { quote: sentence, at: line.at, words, content });
                    }
                }
            }
        }
        said
    }
}

fn aside(sentence: &str, words: &[String], content: &BTreeSet<String>, lexicon: &Lexicon<'_>) -> Option<Aside> {
    if words.is_empty() || sentence.ends_with(':') {
        return Some(Aside::Heading);
    }
    if lexicon.is_copied(sentence) {
        return Some(Aside::Copied);
    }
    let has_figure = words.iter().any(|word| is_figure(word));
    if has_figure && !content.iter().any(|word| !is_figure(word)) {
        return Some(if sentence.contains(['=', '+', '×', '*', '/', '÷']) { Aside::Sum } else { Aside::Bare });
    }
    if is_list(words) {
        return Some(Aside::List);
    }
    let is_one_of = |word: &str, known: &str| known.split_ascii_whitespace().any(|known| word.strip_suffix("ing").unwrap_or(word) == known);
    let announces = words.iter().any(|word| is_one_of(word, ANNOUNCES))
        || is_one_of(&words[0], ANNOUNCES_OR_IS)
        || words
            .windows(2)
            .any(|pair| is_one_of(&pair[1], ANNOUNCES_OR_IS) && BEFORE_A_VERB.split_ascii_whitespace().any(|known| known == pair[0]))
        || words.windows(2).any(|pair| matches!(pair[0].as_str(), "touch" | "touching") && matches!(pair[1].as_str(), "on" | "upon"));
    if announces && !has_figure && !words.iter().any(|word| word == "because") {
        return Some(Aside::Announced);
    }
    let commits = has_figure || words.iter().any(|word| COMMITS.split_ascii_whitespace().any(|known| known == word));
    let acts = words.iter().any(|word| matches!(word.as_str(), "i" | "we" | "i'd" | "we'd" | "they" | "he" | "she"));
    if words.len() < SHORTEST_CLAIM || content.is_empty() || sentence.ends_with('?') || !(commits || acts) {
        return Some(Aside::Bare);
    }
    None
}

/// Whether words stand beside one another without the grammar that makes a sentence of them. Figures are no words: a sum has many.
fn is_list(words: &[String]) -> bool {
    let plain = words.iter().filter(|word| !is_figure(word)).count();
    let grammar = words.iter().filter(|word| is_grammar(word)).count() as f64;
    let mut run = 0;
    let mut longest = 0;
    for word in words {
        run = if is_grammar(word) || is_figure(word) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    (words.len() >= SHORTEST_CLAIM && grammar < LEAST_GRAMMAR * plain as f64) || longest > LONGEST_RUN
}

#[cfg(test)]
mod tests {
    use super::{Aside, Said};
    use crate::lexicon::{Lexicon, Rarity};
    use crate::{Question, read_transcript};

    #[test]
    fn what_is_set_aside_says_why() {
        let rarity = Rarity::default();
        let question = Question::default();
        let cases = [
            ("5 × 511 = 2555 minutes, and 2555 / 60 = 42.58 hours.", None),
            ("4.56 / 43.2 = 10.6 %.", Some(Aside::Sum)),
            ("It was 9 to 5.", Some(Aside::Bare)),
            ("We log the touchpoints on each order, because two were lost.", None),
            ("I will not touch the pricing before the second month.", None),
            ("I would touch on the caching layer and the queues.", Some(Aside::Announced)),
            ("I would cover the caching layer and list the queues.", Some(Aside::Announced)),
            ("We keep a dead letter list that customers can replay.", None),
            ("We block each address by its owner.", None),
            ("cache queue shard index replica.", Some(Aside::List)),
            ("cache 5 queue 7 shard 9 index 3 replica 2.", Some(Aside::List)),
        ];
        for (text, why) in cases {
            let transcript = read_transcript(text.as_bytes()).expect("a sentence can be read");
            let said = Said::of(&transcript, &Lexicon::of(&question, &rarity));
            assert_eq!(said.set_aside.first().map(|aside| aside.why), why, "{text}");
            assert_eq!(said.claims.len(), usize::from(why.is_none()), "{text}");
        }
    }
}
