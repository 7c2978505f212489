use crate::decision::{Criterion, Factor, Opt};
use std::cmp::Ordering;

/// A score at the likely values, exact: a fraction with a positive denominator.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) over: i128,
    pub(crate) under: i128,
}

impl Score {
    pub(crate) fn cmp(self, other: Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

/// One way to score options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Formula {
    Rice,
    Matrix,
}

impl Formula {
    /// At the likely values. RICE in its own unit, per cent taken as a share; a matrix on its scale.
    pub(crate) fn exact(self, option: &Opt, criteria: &[Criterion]) -> Score {
        let likely = |at: usize| option.values[at].likely.thousandths();
        match self {
            // Reach, impact and confidence in thousandths and confidence in per cent, effort in thousandths: 10⁹ · 10² above, 10³ below.
            Self::Rice => Score { over: likely(0) * likely(1) * likely(2), under: likely(3) * 100_000_000 },
            Self::Matrix => {
                let weight = |criterion: &Criterion| criterion.weight.likely.thousandths();
                let over =
                    criteria.iter().zip(&option.values).map(|(criterion, value)| weight(criterion) * value.likely.thousandths()).sum();
                Score { over, under: criteria.iter().map(weight).sum::<i128>() * 1_000 }
            }
        }
    }

    /// At any values.
    pub(crate) fn at(self, values: &[f64], weights: &[f64]) -> f64 {
        match self {
            Self::Rice => values[0] * values[1] * (values[2] / 100.0) / values[3],
            Self::Matrix => values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>() / weights.iter().sum::<f64>(),
        }
    }

    /// Whether more of this value is better.
    pub(crate) fn more_is_better(self, at: usize) -> bool {
        self == Self::Matrix || Factor::ALL[at] != Factor::Effort
    }
}

/// Places from 1, best first. Equal scores share a place, and the next place is left out.
pub(crate) fn places(scores: &[Score]) -> Vec<usize> {
    scores.iter().map(|score| 1 + scores.iter().filter(|other| other.cmp(*score) == Ordering::Greater).count()).collect()
}
