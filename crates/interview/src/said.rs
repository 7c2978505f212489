//! What of a transcript claims something, and what is set aside.

use crate::announced::announces;
use crate::lexicon::Lexicon;
use crate::transcript::{Transcript, sentences};
use crate::words::{content, contents_of, is_figure, is_grammar, stem_with_content, words};
use footbridge_arithmetic::{Equalities, ROUNDING, equalities, numbers};
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

/// A sentence that says so much claims something in whatever words.
const SUBSTANCE: usize = 6;

/// Who does something, or to whom it is done.
const ACTS: &str = "i i'd i'll we we'd we'll they they'd they'll he she us them me him her somebody someone everybody whoever";

/// A sentence that claims something.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) quote: String,
    pub(crate) at: Option<u32>,
    pub(crate) words: Vec<String>,
    pub(crate) content: BTreeSet<String>,
    /// Its words with content as they were said, apart from their endings.
    pub(crate) stems: BTreeSet<String>,
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
    /// It is figures and signs alone: it is computed again, and answers no part.
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
                let content: BTreeSet<String> = contents_of(&words).into_iter().collect();
                match aside(&sentence, &words, &content, lexicon).or_else(|| known.contains(&content).then_some(Aside::Repeated)) {
                    Some(why) => said.set_aside.push(SetAside { quote: sentence, why }),
                    None => {
                        known.insert(content.clone());
                        let stems = words.iter().filter_map(|word| stem_with_content(word)).collect();
                        said.claims.push(Claim { quote: sentence, at: line.at, words, content, stems });
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
    let says = |word: &String| !is_figure(word) && !is_scale(word) && stem_with_content(word).is_some();
    if has_figure && !words.iter().any(says) {
        return Some(if sentence.contains(['=', '+', '×', '*', '/', '÷']) { Aside::Sum } else { Aside::Bare });
    }
    if is_list(&beside_sums(sentence, words)) {
        return Some(Aside::List);
    }
    if announces(words) && !has_figure && !words.iter().any(|word| word == "because") {
        return Some(Aside::Announced);
    }
    let commits = has_figure || words.iter().any(|word| COMMITS.split_ascii_whitespace().any(|known| known == word));
    let acts = words.iter().any(|word| ACTS.split_ascii_whitespace().any(|known| known == word));
    if words.len() < SHORTEST_CLAIM || content.is_empty() || sentence.ends_with('?') || !(commits || acts || substance(words) >= SUBSTANCE)
    {
        return Some(Aside::Bare);
    }
    None
}

/// How many different words say something, a turn of speech by all of its own.
fn substance(words: &[String]) -> usize {
    words.iter().filter_map(|word| content(word)).collect::<BTreeSet<_>>().len()
}

/// Whether a word is part of the figure before it.
fn is_scale(word: &str) -> bool {
    numbers(&format!("1 {word}")).first().is_some_and(|number| *number > 1.0)
}

/// The words of a sentence without its sums: figures with a unit each make no list. A sum with more words than that hides a list, and stays.
fn beside_sums(sentence: &str, words: &[String]) -> Vec<String> {
    let Equalities { held, wrong, unclear } = equalities(sentence, ROUNDING);
    let mut rest = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    for sum in held.iter().chain(&wrong).chain(&unclear) {
        let inside = crate::words::words(&sum.quote);
        let figures = inside.iter().filter(|word| is_figure(word)).count();
        if let Some((before, behind)) = rest.split_once(&sum.quote).filter(|_| inside.len() <= 2 * figures) {
            // The unit of the result stands behind it.
            let behind = behind.trim_start().split_once(' ').map_or("", |(_, behind)| behind);
            rest = format!("{before} {behind}");
        }
    }
    if held.is_empty() && wrong.is_empty() && unclear.is_empty() { words.to_vec() } else { crate::words::words(&rest) }
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
            ("86,400 s, so 86,400 × 3 = 259,200.", Some(Aside::Sum)),
            ("17.28 million / 86,400 = 200.", Some(Aside::Sum)),
            ("Writes at peak: 40,000,000 / 86,400 s × 3 = 1,389 writes/s.", None),
            ("Backlog of events after that hour: 30 minutes × 60 s × 200 events = 360,000 events.", None),
            ("Cursor order unique limit maximum default 2 + 2 = 4.", Some(Aside::List)),
            ("2 cursor stable + 2 unique order default = 4.", Some(Aside::List)),
            ("It was 9 to 5.", Some(Aside::Bare)),
            ("We log the touchpoints on each order, because two were lost.", None),
            ("I will not touch the pricing before the second month.", None),
            ("I find out which things two people touch on one site, before we decide.", None),
            ("I would touch on the caching layer and the queues.", Some(Aside::Announced)),
            ("I talk to the engineer who owns it with the trace open, before we change a line.", None),
            ("We talk to them before the release, and they tell us which week is quiet.", None),
            ("I mention it to the owner of the database before anybody opens a ticket.", None),
            ("I would discuss it with both teams on one page, so that nobody is surprised.", None),
            ("I introduce the engineer to our largest customer, since each has half of the answer.", None),
            ("I address the team that runs the gateway, not everybody.", None),
            ("I search the tickets for a mention of the competitor, and we count them.", None),
            ("I would talk about the engineers and the roadmap.", Some(Aside::Announced)),
            ("I would discuss the requirements with the stakeholders first.", Some(Aside::Announced)),
            ("Then I would consider scalability, and mention the metrics to be watched.", Some(Aside::Announced)),
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
