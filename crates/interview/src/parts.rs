//! Which steps of a strong answer were answered.

use crate::lexicon::Lexicon;
use crate::said::{Claim, Said};
use crate::words::{contents, is_figure};
use crate::{Evidence, Part, Question};
use footbridge_arithmetic::ROUNDING;
use std::collections::BTreeSet;

/// A step is answered when a claim, or two of them wherever they stand, say this share of what it says, by the rarity of its words.
const ANSWERED: f64 = 0.22;

/// Every claim that counts shares at least so many words with the step.
const SHARED: usize = 2;

/// From this on a figure may be told rounded.
const SMALLEST_ROUNDED: f64 = 2_500.0;

/// Words of a step that are looked at: one bit each.
const MOST_WORDS: usize = 64;

pub(crate) fn parts(question: &Question, said: &Said, lexicon: &Lexicon<'_>) -> Vec<Part> {
    let given = contents(&question.ask);
    question.framework.iter().map(|step| Part { title: step.clone(), answered: answered(step, &given, said, lexicon) }).collect()
}

/// Whether a claim holds a word, or a figure that rounds to it.
fn says(claim: &Claim, word: &str) -> bool {
    claim.content.contains(word) || is_rounded(word) && claim.content.iter().any(|said| is_near(said, word))
}

/// Whether a figure was computed and may be rounded in another way: smaller whole ones are statuses, years and counts.
fn is_rounded(word: &str) -> bool {
    word.parse::<f64>().is_ok_and(|figure| figure >= SMALLEST_ROUNDED)
}

/// Figures apart by no more than rounding to two digits.
fn is_near(one: &str, other: &str) -> bool {
    let figures = one.parse::<f64>().ok().zip(other.parse::<f64>().ok());
    figures.is_some_and(|(one, other)| (one - other).abs() <= ROUNDING * one.abs().max(other.abs()))
}

fn answered(step: &str, given: &[String], said: &Said, lexicon: &Lexicon<'_>) -> Option<Evidence> {
    let words: Vec<String> = contents(step).into_iter().collect::<BTreeSet<_>>().into_iter().take(MOST_WORDS).collect();
    let weights: Vec<f64> = words.iter().map(|word| lexicon.rarity.weight(word)).collect();
    let needed = ANSWERED * weights.iter().sum::<f64>();
    let weigh = |bits: u64| weights.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, weight)| weight).sum::<f64>();
    let bits = |claim: &Claim| words.iter().enumerate().filter(|(_, word)| says(claim, word)).fold(0_u64, |bits, (at, _)| bits | 1 << at);
    // Figures that were given answer nothing: the same ones stand in any sum.
    let in_words = words
        .iter()
        .enumerate()
        .filter(|(_, word)| !is_figure(word) || !given.iter().any(|given| given == *word || is_near(given, word)))
        .fold(0_u64, |bits, (at, _)| bits | (1 << at));
    let claims: Vec<(u64, &Claim)> = said
        .claims
        .iter()
        .map(|claim| (bits(claim), claim))
        .filter(|(bits, _)| bits.count_ones() as usize >= SHARED && bits & in_words != 0)
        .collect();
    if let Some((_, claim)) = claims.iter().find(|(bits, _)| weigh(*bits) >= needed) {
        return Some(Evidence { quote: claim.quote.clone(), at: claim.at });
    }
    // Many claims share the same words; one of each kind is enough.
    let mut kinds: Vec<(u64, &Claim)> = Vec::new();
    for (bits, claim) in claims {
        if !kinds.iter().any(|(known, _)| *known == bits) {
            kinds.push((bits, claim));
        }
    }
    for (at, (bits, claim)) in kinds.iter().enumerate() {
        if let Some((_, earlier)) = kinds[..at].iter().find(|(other, _)| weigh(bits | other) >= needed) {
            return Some(Evidence { quote: format!("{} … {}", earlier.quote, claim.quote), at: earlier.at });
        }
    }
    None
}
