//! The smallest change of one input that puts another option first, everything else held at its likely value.
//!
//! In a matrix the difference of two options is linear in every weight and every score, in RICE proportional to every factor or to the
//! inverse of effort, so the value at which two options tie is a fraction of what was written and needs no search.

use crate::decision::{Estimate, Factor, Opt, Scored};
use crate::number::Number;
use crate::rank::Formula;
use std::cmp::Ordering;

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The weight of a criterion, by number.
    Weight(usize),
    /// A value of an option: its number, and the number of the criterion or factor.
    Value(usize, usize),
}

/// One input, changed until another option is level with the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flip {
    /// Which input.
    pub changed: Changed,
    /// What it is now.
    pub from: Number,
    /// Where the two are level. Any step further puts `rival` first.
    pub to: f64,
    /// Who becomes first.
    pub rival: usize,
    /// How large the change is, to compare changes with: against the value itself in RICE, the sum of the weights, or the scale.
    pub size: f64,
    /// `to` lies inside the range that the file itself gives for this input.
    pub within: bool,
}

/// A tie at `over / under` thousandths of the input's unit.
#[derive(Clone, Copy)]
struct Level {
    over: i128,
    under: i128,
}

/// Every flip of the first place among those that are judged, smallest change first. None where the first place is shared: there every change decides.
pub(crate) fn flips(formula: Formula, scored: &Scored, places: &[usize], judged: &[usize]) -> Vec<Flip> {
    let mut first = places.iter().enumerate().filter(|(_, place)| **place == 1).map(|(option, _)| option);
    let (Some(leader), None) = (first.next(), first.next()) else { return Vec::new() };
    let mut flips = Vec::new();
    let rivals: Vec<usize> = judged.iter().copied().filter(|option| *option != leader).collect();
    if formula == Formula::Matrix {
        for criterion in 0..scored.criteria.len() {
            let levels = rivals.iter().filter_map(|rival| Some((*rival, weight_level(scored, criterion, leader, *rival)?)));
            push_nearest(formula, scored, Changed::Weight(criterion), levels.collect(), &mut flips);
        }
    }
    for value in 0..scored.options[leader].values.len() {
        for &option in judged {
            let against = rivals.iter().filter(|rival| option == leader || option == **rival);
            let levels = against.filter_map(|rival| Some((*rival, value_level(formula, scored, option, value, leader, *rival)?)));
            push_nearest(formula, scored, Changed::Value(option, value), levels.collect(), &mut flips);
        }
    }
    flips.sort_by(|a, b| a.size.total_cmp(&b.size));
    flips
}

/// The scores of all options with one input at another value, the others at their likely ones.
pub(crate) fn scores_at(formula: Formula, scored: &Scored, changed: Changed, value: f64) -> Vec<f64> {
    let mut weights: Vec<f64> = scored.criteria.iter().map(|criterion| criterion.weight.likely.as_f64()).collect();
    if let Changed::Weight(criterion) = changed {
        weights[criterion] = value;
    }
    let score = |(at, option): (usize, &Opt)| {
        let mut values: Vec<f64> = option.values.iter().map(|value| value.likely.as_f64()).collect();
        if let Changed::Value(of, number) = changed
            && of == at
        {
            values[number] = value;
        }
        formula.at(&values, &weights)
    };
    scored.options.iter().enumerate().map(score).collect()
}

/// `Σ w·(leader − rival)` is zero where the weight of one criterion has taken up the whole lead.
fn weight_level(scored: &Scored, criterion: usize, leader: usize, rival: usize) -> Option<Level> {
    let ahead = |at: usize| scored.options[leader].values[at].likely.thousandths() - scored.options[rival].values[at].likely.thousandths();
    let weight = |at: usize| scored.criteria[at].weight.likely.thousandths();
    let lead: i128 = (0..scored.criteria.len()).map(|at| weight(at) * ahead(at)).sum();
    Level::new(weight(criterion) * ahead(criterion) - lead, ahead(criterion))
}

fn value_level(formula: Formula, scored: &Scored, option: usize, value: usize, leader: usize, rival: usize) -> Option<Level> {
    let (mine, other) = (&scored.options[option], &scored.options[if option == leader { rival } else { leader }]);
    match formula {
        Formula::Rice => rice_level(mine, value, other),
        Formula::Matrix => {
            let score = |option: &Opt| formula.exact(option, &scored.criteria).over;
            let now = mine.values[value].likely.thousandths();
            let weight = scored.criteria[value].weight.likely.thousandths();
            // Both scores have the same denominator.
            Level::new(now * weight + (score(other) - score(mine)), weight)
        }
    }
}

/// Where one factor brings an option level with another: the other's score times the effort, without this factor. Every factor is above
/// zero, and the largest that are read keep these products within 128 bits.
fn rice_level(mine: &Opt, factor: usize, other: &Opt) -> Option<Level> {
    let likely = |option: &Opt, at: usize| option.values[at].likely.thousandths();
    let gain = |option: &Opt| -> i128 { (0..3).map(|at| likely(option, at)).product() };
    match Factor::ALL[factor] {
        Factor::Effort => Level::new(gain(mine) * likely(other, 3), gain(other)),
        Factor::Reach | Factor::Impact | Factor::Confidence => {
            let rest: i128 = (0..3).filter(|at| *at != factor).map(|at| likely(mine, at)).product();
            Level::new(gain(other) * likely(mine, 3), rest * likely(other, 3))
        }
    }
}

impl Level {
    fn new(over: i128, under: i128) -> Option<Self> {
        match under.cmp(&0) {
            Ordering::Equal => None,
            Ordering::Less => Some(Self { over: -over, under: -under }),
            Ordering::Greater => Some(Self { over, under }),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "for people to read, after all comparing is done")]
    fn as_f64(self) -> f64 {
        self.over as f64 / self.under as f64 / 1_000.0
    }

    /// Against a number of the file.
    fn cmp(self, number: Number) -> Ordering {
        self.over.cmp(&number.thousandths().saturating_mul(self.under))
    }
}

/// In either direction the first tie that is met counts: what lies beyond it no longer changes the first place.
fn push_nearest(formula: Formula, scored: &Scored, changed: Changed, levels: Vec<(usize, Level)>, flips: &mut Vec<Flip>) {
    let estimate = estimate(scored, changed);
    for direction in [Ordering::Less, Ordering::Greater] {
        let there =
            levels.iter().filter(|(_, level)| level.cmp(estimate.likely) == direction && is_possible(formula, scored, changed, *level));
        let distance = |level: Level| (level.as_f64() - estimate.likely.as_f64()).abs();
        let Some((rival, level)) = there.min_by(|(_, a), (_, b)| distance(*a).total_cmp(&distance(*b))) else { continue };
        flips.push(Flip {
            changed,
            from: estimate.likely,
            to: level.as_f64(),
            rival: *rival,
            size: distance(*level) / measure(formula, scored, changed, estimate.likely),
            within: level.cmp(estimate.low) != Ordering::Less && level.cmp(estimate.high) != Ordering::Greater,
        });
    }
}

fn estimate(scored: &Scored, changed: Changed) -> Estimate {
    match changed {
        Changed::Weight(criterion) => scored.criteria[criterion].weight.value,
        Changed::Value(option, value) => scored.options[option].values[value].value,
    }
}

/// Whether the input could have a value beyond the tie at all. A tie at the end of the scale is reached and not passed.
fn is_possible(formula: Formula, scored: &Scored, changed: Changed, level: Level) -> bool {
    match (changed, formula) {
        (Changed::Weight(_), _) => level.over > 0,
        (Changed::Value(..), Formula::Matrix) => {
            level.cmp(scored.scale.0) == Ordering::Greater && level.cmp(scored.scale.1) == Ordering::Less
        }
        (Changed::Value(_, factor), Formula::Rice) => {
            level.over > 0 && (Factor::ALL[factor] != Factor::Confidence || level.cmp(Number::whole(100)) == Ordering::Less)
        }
    }
}

fn measure(formula: Formula, scored: &Scored, changed: Changed, now: Number) -> f64 {
    match (changed, formula) {
        (Changed::Weight(_), _) => scored.criteria.iter().map(|criterion| criterion.weight.likely.as_f64()).sum(),
        (Changed::Value(..), Formula::Matrix) => scored.scale.1.as_f64() - scored.scale.0.as_f64(),
        (Changed::Value(..), Formula::Rice) => now.as_f64(),
    }
}
