//! What trying the figures out shows: how often each option is first, who beats whom, and which figure is worth knowing better.

use crate::chance::{Chance, Share};
use crate::decision::Scored;
use crate::flip::Changed;
use crate::rank::Formula;

/// Parts of equal size that the draws of one figure are sorted into.
const PARTS: usize = 20;

/// A rise of the share of first places below this is chance, or not worth anybody's afternoon.
const LEAST_RISE: f64 = 0.01;

/// How often one option scores above another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beats {
    /// The one with the better place.
    pub better: usize,
    /// The other.
    pub worse: usize,
    /// In which share of draws; equal scores count half.
    pub share: Share,
    /// Whether they are equal in every draw, so that neither beats the other.
    pub is_tie: bool,
}

/// What knowing one figure for certain would be worth: how often the option that is then chosen would be first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Which figure.
    pub figure: Changed,
    /// The share of first places of the best choice now.
    pub now: f64,
    /// The same when the choice may follow the figure, the mean over its range.
    pub known: f64,
}

pub(crate) struct Tried {
    /// Scores of each option, draw by draw.
    pub(crate) scores: Vec<Vec<f64>>,
    /// How often each is first; a draw with several counts in parts.
    pub(crate) firsts: Vec<f64>,
    /// The first option of each draw.
    first: Vec<usize>,
    /// Each figure that is a range, draw by draw.
    figures: Vec<(Changed, Vec<f32>)>,
}

pub(crate) fn try_out(formula: Formula, scored: &Scored, seed: u64, draws: u32) -> Tried {
    let count = scored.options.len();
    let mut chance = Chance::new(seed);
    let mut tried = Tried {
        scores: vec![Vec::with_capacity(draws as usize); count],
        firsts: vec![0.0; count],
        first: Vec::new(),
        figures: ranges(scored),
    };
    let (mut weights, mut values, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..draws {
        let mut ranged = tried.figures.iter_mut();
        let mut drawn = |estimate: &crate::Estimate| {
            let drawn = chance.draw(estimate);
            if let Some((_, kept)) = estimate.is_range().then(|| ranged.next()).flatten() {
                #[expect(clippy::cast_possible_truncation, reason = "the draws are only put in order")]
                kept.push(drawn as f32);
            }
            drawn
        };
        weights.clear();
        weights.extend(scored.criteria.iter().map(|criterion| drawn(&criterion.weight)));
        scores.clear();
        for option in &scored.options {
            values.clear();
            values.extend(option.values.iter().map(|value| drawn(value)));
            scores.push(formula.at(&values, &weights));
        }
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_first = |score: f64| is_equal(score, best);
        let firsts = scores.iter().filter(|score| is_first(**score)).count();
        tried.first.push(scores.iter().position(|score| is_first(*score)).unwrap_or(0));
        for (option, score) in scores.iter().enumerate() {
            tried.scores[option].push(*score);
            if is_first(*score) {
                tried.firsts[option] += 1.0 / f64::from(u32::try_from(firsts).unwrap_or(u32::MAX));
            }
        }
    }
    tried
}

/// Exactly equal figures can come out one rounding apart.
fn is_equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= one.abs().max(other.abs()) * 1e-12
}

/// Figures that are ranges, in the order in which they are drawn.
fn ranges(scored: &Scored) -> Vec<(Changed, Vec<f32>)> {
    let weights = scored.criteria.iter().enumerate().filter(|(_, criterion)| criterion.weight.is_range());
    let of_option = |(option, of): (usize, &crate::Opt)| {
        let ranged = of.values.iter().enumerate().filter(|(_, value)| value.is_range());
        ranged.map(|(value, _)| Changed::Value(option, value)).collect::<Vec<_>>()
    };
    let values = scored.options.iter().enumerate().flat_map(of_option);
    weights.map(|(criterion, _)| Changed::Weight(criterion)).chain(values).map(|changed| (changed, Vec::new())).collect()
}

impl Tried {
    /// The first of the order against every other, and the others against the one that follows them.
    pub(crate) fn beats(&self, order: &[usize]) -> Vec<Beats> {
        let of = |better: usize, worse: usize| {
            let pairs = || self.scores[better].iter().zip(&self.scores[worse]);
            let points = pairs().map(|(one, other)| match one.total_cmp(other) {
                _ if is_equal(*one, *other) => 0.5,
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal | std::cmp::Ordering::Less => 0.0,
            });
            let is_tie = pairs().all(|(one, other)| is_equal(*one, *other));
            Beats { better, worse, share: Share::of(points.sum(), self.first.len() as f64), is_tie }
        };
        let first = order.first().into_iter().flat_map(|first| order[1..].iter().map(|other| of(*first, *other)));
        let next = order.iter().skip(1).zip(order.iter().skip(2)).map(|(better, worse)| of(*better, *worse));
        first.chain(next).collect()
    }

    /// Figures that are worth knowing, the most useful first. The choice is made on every other draw and counted on the rest, so that chance
    /// adds nothing to it.
    pub(crate) fn worth(&self) -> Vec<Worth> {
        let all: Vec<usize> = (0..self.first.len()).collect();
        let counted = self.first.len().div_ceil(2) as f64;
        let now = self.won(&all) / counted;
        let worth = |(figure, drawn): &(Changed, Vec<f32>)| {
            let mut order = all.clone();
            order.sort_by(|a, b| drawn[*a].total_cmp(&drawn[*b]));
            let won: f64 = order.chunks(order.len().div_ceil(PARTS).max(1)).map(|part| self.won(part)).sum();
            Worth { figure: *figure, now, known: won / counted }
        };
        let mut found: Vec<Worth> = self.figures.iter().map(worth).filter(|worth| worth.known - worth.now >= LEAST_RISE).collect();
        found.sort_by(|a, b| b.known.total_cmp(&a.known));
        found
    }

    /// Of some draws: how many of the even ones the option wins that wins most of the odd ones.
    fn won(&self, draws: &[usize]) -> f64 {
        let mut wins = vec![[0.0_f64; 2]; self.scores.len()];
        for draw in draws {
            wins[self.first[*draw]][draw % 2] += 1.0;
        }
        wins.iter().max_by(|a, b| a[1].total_cmp(&b[1])).map_or(0.0, |best| best[0])
    }
}
