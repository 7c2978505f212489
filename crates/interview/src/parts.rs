//! Which steps of a strong answer were answered.

use crate::lexicon::Lexicon;
use crate::reckoned::reckoned;
use crate::said::{Claim, Said};
use crate::transcript::sentences;
use crate::words::{contents, is_figure};
use crate::{Evidence, Part, Question};
use footbridge_arithmetic::ROUNDING;
use std::collections::BTreeSet;

/// A step is answered when a claim, or two of them wherever they stand, say this share of what it says, by the rarity of its words.
const ANSWERED: f64 = 0.2;

/// What a model answer says of a step has more words beside it, so more of them are asked for.
const ANSWERED_AS_MODEL: f64 = 0.3;

/// Every claim that counts shares at least so many words with the step; one where it has no more.
const SHARED: usize = 2;

/// What a word weighs that the question itself says: whoever speaks of the question says it, in answer to a step or not.
const SAID_IN_THE_ASK: f64 = 0.5;

/// From this on a figure may be told rounded.
const SMALLEST_ROUNDED: f64 = 2_500.0;

/// How a step begins: what the answer does there, and none of what it says.
const INSTRUCTS: &str = "say ask give name list write choose decide offer set estimate compare price show add tell find look agree plan \
explain describe take use make keep count compute reckon divide solve define check";

/// Words of a step that are looked at: one bit each.
const MOST_WORDS: usize = 64;

/// So many steps one sentence may count for: those that it says most of.
const MOST_STEPS: usize = 2;

pub(crate) fn parts(question: &Question, said: &Said, lexicon: &Lexicon<'_>) -> Vec<Part> {
    let given = contents(&question.ask);
    let model: Vec<String> = question.model.iter().flat_map(|answer| sentences(answer)).collect();
    let wordings = |step: &String| {
        let wanted = Wanted::of(step, &given, ANSWERED, lexicon);
        let said_of_it = model.iter().filter(|sentence| wanted.is_said_by(sentence));
        let as_model: Vec<Wanted> = said_of_it.map(|wording| Wanted::of(wording, &given, ANSWERED_AS_MODEL, lexicon)).collect();
        std::iter::once(wanted).chain(as_model).collect::<Vec<Wanted>>()
    };
    let steps: Vec<Vec<Wanted>> = question.framework.iter().map(wordings).collect();
    let sums = reckoned(question, &said.claims);
    let served: Vec<Vec<usize>> = said.claims.iter().enumerate().map(|(at, claim)| served(claim, at, &steps, &sums)).collect();
    let answered = |(step, wordings): (usize, &Vec<Wanted>)| {
        let claims = || said.claims.iter().enumerate().filter(|(at, _)| served[*at].contains(&step));
        let in_words = wordings.iter().find_map(|wording| wording.answered(&claims().map(|(_, claim)| claim).collect::<Vec<_>>()));
        let as_sum =
            || claims().find(|(at, _)| sums[step].contains(at)).map(|(_, claim)| Evidence { quote: claim.quote.clone(), at: claim.at });
        Part { title: question.framework[step].clone(), answered: in_words.or_else(as_sum) }
    };
    steps.iter().enumerate().map(answered).collect()
}

/// The steps that a claim may count for. A result that is said says more of its step than any words.
fn served(claim: &Claim, at: usize, steps: &[Vec<Wanted>], sums: &[Vec<usize>]) -> Vec<usize> {
    let share = |step: usize| {
        if sums[step].contains(&at) { f64::INFINITY } else { steps[step].iter().map(|wording| wording.share_of(claim)).fold(0.0, f64::max) }
    };
    let mut shares: Vec<(usize, f64)> = (0..steps.len()).map(|step| (step, share(step))).filter(|(_, share)| *share > 0.0).collect();
    shares.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    shares.into_iter().take(MOST_STEPS).map(|(step, _)| step).collect()
}

/// A step without the verb that it begins with, where enough is left.
fn without_instruction(step: &str) -> &str {
    let (first, rest) = step.split_once(' ').unwrap_or((step, ""));
    let instructs = INSTRUCTS.split_ascii_whitespace().any(|known| first.eq_ignore_ascii_case(known));
    if instructs && contents(rest).len() > SHARED { rest } else { step }
}

/// Whether a text holds a word, or a figure that rounds to it.
fn says(content: &BTreeSet<String>, word: &str) -> bool {
    content.contains(word) || is_rounded(word) && content.iter().any(|said| is_near(said, word))
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

/// What one wording of a step says: its words, each with its weight, and a bit for each of them.
struct Wanted {
    words: Vec<String>,
    weights: Vec<f64>,
    needed: f64,
    /// The words that the question itself does not say: without one of them a claim only says again what was asked.
    own: u64,
}

impl Wanted {
    fn of(text: &str, given: &[String], share: f64, lexicon: &Lexicon<'_>) -> Self {
        let text = without_instruction(text);
        let words: Vec<String> = contents(text).into_iter().collect::<BTreeSet<_>>().into_iter().take(MOST_WORDS).collect();
        let weight = |word: &String| lexicon.rarity.weight(word) * if given.contains(word) { SAID_IN_THE_ASK } else { 1.0 };
        let weights: Vec<f64> = words.iter().map(weight).collect();
        let is_given = |word: &String| given.iter().any(|given| given == word || is_figure(word) && is_near(given, word));
        let own = words.iter().enumerate().filter(|(_, word)| !is_given(word)).fold(0_u64, |bits, (at, _)| bits | (1 << at));
        Self { needed: share * weights.iter().sum::<f64>(), words, weights, own }
    }

    /// Which of the words a text says.
    fn bits(&self, content: &BTreeSet<String>) -> u64 {
        self.words.iter().enumerate().filter(|(_, word)| says(content, word)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    fn weigh(&self, bits: u64) -> f64 {
        self.weights.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, weight)| weight).sum()
    }

    fn counts(&self, bits: u64) -> bool {
        let shared = if self.words.len() == SHARED { 1 } else { SHARED };
        bits.count_ones() as usize >= shared && bits & self.own != 0
    }

    fn is_said_by(&self, sentence: &str) -> bool {
        let bits = self.bits(&contents(sentence).into_iter().collect());
        self.counts(bits) && self.weigh(bits) >= self.needed
    }

    /// How much of what is needed a claim says.
    fn share_of(&self, claim: &Claim) -> f64 {
        let bits = self.bits(&claim.content);
        if self.counts(bits) { self.weigh(bits) / self.needed } else { 0.0 }
    }

    fn answered(&self, claims: &[&Claim]) -> Option<Evidence> {
        let claims: Vec<(u64, &Claim)> =
            claims.iter().map(|claim| (self.bits(&claim.content), *claim)).filter(|(bits, _)| self.counts(*bits)).collect();
        // Of several the one that says most of it; of equals the first.
        let alone = claims.iter().rev().filter(|(bits, _)| self.weigh(*bits) >= self.needed);
        if let Some((_, claim)) = alone.max_by(|one, other| self.weigh(one.0).total_cmp(&self.weigh(other.0))) {
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
            if let Some((_, earlier)) = kinds[..at].iter().find(|(other, _)| self.weigh(bits | other) >= self.needed) {
                return Some(Evidence { quote: format!("{} … {}", earlier.quote, claim.quote), at: earlier.at });
            }
        }
        None
    }
}
