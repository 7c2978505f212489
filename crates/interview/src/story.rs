//! The parts that every story needs.

use crate::lexicon::Lexicon;
use crate::said::{Aside, Claim, Said, SetAside};
use crate::words::{is_figure, stem_with_content};
use crate::{Evidence, Part};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const SITUATION: &str = "The situation: what was planned or had happened, with a figure, a day or a name";
const DID: &str = "What I did, in the past tense and the first person";
const OTHERS: &str = "What somebody else said, wanted or feared";
const RESULT: &str = "The result as a figure, beside what it was before";
const OTHERWISE: &str = "What I would do otherwise, or what went wrong";

/// Past tenses that do not end in -ed.
const PAST: &str = "was were had went took gave told said found made built wrote chose saw knew sat led cut fell rose began brought kept came \
met ran showed thought put set sent left lost won held got grew drew spoke heard felt paid read did";

const SPOKE: &str = "said told asked feared wanted objected argued proposed answered replied insisted refused doubted agreed thought believed \
worried warned admitted explained suggested preferred";

const OTHERWISE_SAID: &str = "otherwise|differently|next time|i should have|i would have|i'd have|today i would|today i'd|went wrong|my mistake|\
i was wrong|i had missed|i had not|i underestimated|i regret|cost us|i would now|since then i";

const CHANGED: &str = "from to fell rose dropped grew became instead after before down up less fewer more than shorter faster";

/// A group of claims is told with the nearest when it says at least this share of what that says in the words of the question.
const NEARNESS: f64 = 0.34;

/// The title of a part, and which claims fit it.
type LookedFor = (&'static str, fn(&Claim) -> bool);

/// The parts, each with a claim of its own.
pub(crate) fn parts(said: &Said) -> Vec<Part> {
    let looked_for: [LookedFor; 5] =
        [(SITUATION, is_situation), (DID, is_deed), (OTHERS, is_of_others), (RESULT, is_result), (OTHERWISE, is_otherwise)];
    let fitting = |(title, fits): &LookedFor| -> Vec<usize> {
        let places = (0..said.claims.len()).filter(|at| fits(&said.claims[*at]));
        // A target is said before the result, and what would be done otherwise at the end.
        if [RESULT, OTHERWISE].contains(title) { places.rev().collect() } else { places.collect() }
    };
    let fits: Vec<Vec<usize>> = looked_for.iter().map(fitting).collect();
    let mut of_claim: Vec<Option<usize>> = vec![None; said.claims.len()];
    for part in 0..fits.len() {
        let mut seen = vec![false; said.claims.len()];
        assign(part, &fits, &mut of_claim, &mut seen);
    }
    let part = |(number, (title, _)): (usize, LookedFor)| {
        let claim = of_claim.iter().position(|of| *of == Some(number)).map(|at| &said.claims[at]);
        Part { title: title.to_owned(), answered: claim.map(|claim| Evidence { quote: claim.quote.clone(), at: claim.at }) }
    };
    looked_for.into_iter().enumerate().map(part).collect()
}

/// Sets the claims aside that do not belong to the story.
pub(crate) fn leave_out_the_rest(said: &mut Said, lexicon: &Lexicon<'_>) {
    let told = hangs_together(&said.claims, lexicon);
    for (claim, is_told) in std::mem::take(&mut said.claims).into_iter().zip(told) {
        if is_told {
            said.claims.push(claim);
        } else {
            said.set_aside.push(SetAside { quote: claim.quote, why: Aside::Elsewhere });
        }
    }
}

/// Which claims belong to the story. Claims hang together by words that both say, not by words that mean nearly the same, which stand in any
/// story; of such groups those are told that say about as much in the words
/// of the question as the nearest to it. A longer story about something else is none of them. Where no group of several claims touches the
/// question, the largest are told.
fn hangs_together(claims: &[Claim], lexicon: &Lexicon<'_>) -> Vec<bool> {
    let group = groups(claims);
    let mut told: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for (of, claim) in group.iter().zip(claims) {
        told.entry(*of).or_default().push(claim);
    }
    let near = |told: &[&Claim]| {
        let words: BTreeSet<&String> = told.iter().flat_map(|claim| &claim.stems).filter(|word| ties(word)).collect();
        // One sentence is no story, however near it is to the question.
        if told.len() > 1 { lexicon.asked(words) } else { 0.0 }
    };
    let weights: BTreeMap<usize, (f64, usize)> = told.iter().map(|(of, told)| (*of, (near(told), told.len()))).collect();
    let nearest = weights.values().map(|(near, _)| *near).fold(0.0, f64::max);
    let largest = weights.values().map(|(_, size)| *size).max().unwrap_or(0);
    let is_told = |(near, size): (f64, usize)| if nearest > 0.0 { near >= NEARNESS * nearest } else { size == largest };
    group.iter().map(|of| is_told(weights[of])).collect()
}

/// For each claim the group that it hangs together with, by a number.
fn groups(claims: &[Claim]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..claims.len()).collect();
    for (at, claim) in claims.iter().enumerate() {
        for earlier in 0..at {
            if group[earlier] != group[at] && claim.stems.intersection(&claims[earlier].stems).any(|word| ties(word)) {
                let (from, to) = (group[at], group[earlier]);
                group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    group
}

/// Whether a word that two claims share ties them together: figures and what anybody does with words stand in every story.
fn ties(word: &str) -> bool {
    static SPOKEN: LazyLock<BTreeSet<String>> = LazyLock::new(|| SPOKE.split_ascii_whitespace().filter_map(stem_with_content).collect());
    !is_figure(word) && !SPOKEN.contains(word)
}

/// Finds a claim for a part, moving other parts to other claims where that helps (augmenting paths): the number of parts that get one does
/// not depend on the order of the claims.
fn assign(part: usize, fits: &[Vec<usize>], of_claim: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    for at in &fits[part] {
        if std::mem::replace(&mut seen[*at], true) {
            continue;
        }
        let is_free = match of_claim[*at] {
            None => true,
            Some(other) => assign(other, fits, of_claim, seen),
        };
        if is_free {
            of_claim[*at] = Some(part);
            return true;
        }
    }
    false
}

fn is_one_of(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

fn is_past(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")) || is_one_of(word, PAST)
}

fn has_figure(claim: &Claim) -> bool {
    const WRITTEN: &str =
        "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half third";
    claim.words.iter().any(|word| is_figure(word) || is_one_of(word, WRITTEN))
}

/// What keeps phrases of any talk out: words that say something.
fn says_enough(claim: &Claim) -> bool {
    claim.content.len() >= 4
}

fn is_situation(claim: &Claim) -> bool {
    let names = claim.quote.split_whitespace().skip(1).any(|word| word.len() > 2 && word.starts_with(char::is_uppercase));
    says_enough(claim) && claim.words.iter().any(|word| is_past(word)) && (has_figure(claim) || names)
}

fn is_deed(claim: &Claim) -> bool {
    let deed =
        |pair: &[String]| pair[0] == "i" && is_past(&pair[1]) && !matches!(pair[1].as_str(), "was" | "had" | "felt" | "thought" | "knew");
    says_enough(claim) && claim.words.windows(2).any(deed)
}

fn is_of_others(claim: &Claim) -> bool {
    let spoke = |pair: &[String]| !is_one_of(&pair[0], "i we who which that") && is_one_of(&pair[1], SPOKE);
    says_enough(claim) && claim.words.windows(2).any(spoke)
}

fn is_result(claim: &Claim) -> bool {
    says_enough(claim)
        && has_figure(claim)
        && claim.words.iter().any(|word| is_past(word))
        && claim.words.iter().any(|word| is_one_of(word, CHANGED))
}

fn is_otherwise(claim: &Claim) -> bool {
    let said = claim.words.join(" ");
    says_enough(claim) && OTHERWISE_SAID.split('|').any(|phrase| said.contains(phrase))
}
