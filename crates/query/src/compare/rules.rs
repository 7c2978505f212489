//! What counts as the same result.

use std::collections::BTreeMap;

/// How two results are compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rules {
    /// Whether and how the order of rows matters.
    pub order: Order,
    /// How columns of one result find their counterparts.
    pub columns: ColumnMatch,
    /// Per column (by its expected name, without regard to case): how far numbers may be apart. Columns not named here use
    /// [`Tolerance::default`] for floats and decimals, and exact equality for whole numbers.
    pub tolerances: BTreeMap<String, Tolerance>,
}

/// Whether the order of rows matters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Order {
    /// Any order is right.
    #[default]
    None,
    /// Row by row the same.
    Exact,
    /// The same order by these columns; rows with equal keys may come in any order.
    By(Vec<SortKey>),
}

/// One column of a sort order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKey {
    /// The expected column's name.
    pub column: String,
    /// Largest first. Used in messages; the expected rows are already in the right order.
    pub descending: bool,
}

/// How columns find their counterparts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnMatch {
    /// By name, without regard to case; order of columns is free.
    #[default]
    ByName,
    /// First with first, second with second; names are free.
    ByPosition,
}

/// How far two numbers may be apart and still be the same.
///
/// They are the same when their distance is at most the larger of `absolute` and `relative` times the larger magnitude of the two, so
/// the judgement does not depend on which side is called expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// In the column's own unit.
    pub absolute: f64,
    /// As a share. Anything below [`Tolerance::FLOOR`] is raised to it.
    pub relative: f64,
}

impl Tolerance {
    /// The tightest relative tolerance: engines differ in the ninth digit of an exact percentile.
    pub const FLOOR: f64 = 1e-6;

    /// Whether two numbers are the same under this tolerance. `NaN` is the same as `NaN`.
    pub fn accepts(&self, a: f64, b: f64) -> bool {
        if a == b || (a.is_nan() && b.is_nan()) {
            return true;
        }
        let allowed = self.absolute.max(self.relative.max(Self::FLOOR) * a.abs().max(b.abs()));
        allowed.is_finite() && (a - b).abs() <= allowed
    }
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { absolute: 0.0, relative: Self::FLOOR }
    }
}
