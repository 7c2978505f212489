use crate::decision::Scored;

/// What the first option of a matrix owes its lead to, at the likely values.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// The first.
    pub first: usize,
    /// The one that follows it.
    pub second: usize,
    /// What each criterion adds to the score of the first over that of the second; below zero where the second is better.
    pub parts: Vec<f64>,
}

/// `None` where the first place is shared.
pub(crate) fn lead(scored: &Scored, places: &[usize]) -> Option<Lead> {
    let at_place = |wanted: usize| places.iter().position(|place| *place == wanted);
    let (first, second) = (at_place(1)?, at_place(2)?);
    let weights: Vec<f64> = scored.criteria.iter().map(|criterion| criterion.weight.likely.as_f64()).collect();
    let sum: f64 = weights.iter().sum();
    let likely = |option: usize, value: usize| scored.options[option].values[value].likely.as_f64();
    let part = |(value, weight): (usize, &f64)| weight * (likely(first, value) - likely(second, value)) / sum;
    Some(Lead { first, second, parts: weights.iter().enumerate().map(part).collect() })
}
