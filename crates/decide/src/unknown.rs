//! How far what is not known could move an option.

use crate::decision::{Estimate, Scored};
use crate::number::Number;
use crate::rank::{Formula, Score, places};

/// An option of a matrix with scores of which nothing is known, all of them at the end of the scale that is worst for it, and at the best.
/// Everything else is at its likely value.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// Which option.
    pub option: usize,
    /// By which criteria nothing is known of it.
    pub criteria: Vec<usize>,
    /// Its score and its place at the lower end.
    pub worst: (f64, usize),
    /// Its score and its place at the upper end.
    pub best: (f64, usize),
}

pub(crate) fn unknowns(formula: Formula, scored: &Scored) -> Vec<Unknown> {
    let of = |option: usize| {
        let criteria: Vec<usize> = (0..scored.criteria.len()).filter(|value| scored.is_unknown(option, *value)).collect();
        let at = |end: Number| at(formula, scored, option, &criteria, end);
        (!criteria.is_empty()).then(|| Unknown { option, worst: at(scored.scale.0), best: at(scored.scale.1), criteria: criteria.clone() })
    };
    (0..scored.options.len()).filter_map(of).collect()
}

fn at(formula: Formula, scored: &Scored, option: usize, criteria: &[usize], end: Number) -> (f64, usize) {
    let mut changed = scored.options[option].clone();
    for value in criteria {
        changed.values[*value].value = Estimate::exactly(end);
    }
    let score = |at: usize| formula.exact(if at == option { &changed } else { &scored.options[at] }, &scored.criteria);
    let scores: Vec<Score> = (0..scored.options.len()).map(score).collect();
    let values: Vec<f64> = changed.values.iter().map(|value| value.likely.as_f64()).collect();
    let weights: Vec<f64> = scored.criteria.iter().map(|criterion| criterion.weight.likely.as_f64()).collect();
    (formula.at(&values, &weights), places(&scores)[option])
}
