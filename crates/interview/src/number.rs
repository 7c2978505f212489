//! The number that was asked for.

use crate::Number;
use footbridge_arithmetic::is_within;

/// What came of the number that was to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFound {
    /// The question has none.
    NotAsked,
    /// None was given.
    Missing,
    /// It is near enough.
    Right,
    /// It is not.
    Wrong,
}

pub(crate) fn number_found(asked: Option<&Number>, given: Option<f64>) -> NumberFound {
    match (asked, given) {
        (None, _) => NumberFound::NotAsked,
        (Some(_), None) => NumberFound::Missing,
        (Some(number), Some(given)) if is_within(given, number.right, number.tolerance) => NumberFound::Right,
        (Some(_), Some(_)) => NumberFound::Wrong,
    }
}
