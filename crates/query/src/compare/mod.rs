//! Compares two results the way a fair reader would.
//!
//! Rows are a bag: duplicates always count, order only where [`Rules`] say so. `NULL`, zero and the empty text are three things. Every
//! difference is reported, not the first.

mod columns;
mod difference;
mod order;
mod pairing;
mod rows;
mod rules;

pub use difference::{CellExample, Comparison, Difference};
pub use rules::{ColumnMatch, Order, Rules, SortKey, Tolerance};

use crate::table::Table;

/// How many example rows or cells a difference carries.
pub const EXAMPLES: usize = 5;

/// All differences between what was expected and what came.
pub fn compare(expected: &Table, actual: &Table, rules: &Rules) -> Comparison {
    let mut differences = Vec::new();
    let matched = columns::match_columns(expected, actual, rules, &mut differences);
    let pairs = rows::match_rows(expected, actual, &matched);
    pairing::explain(expected, actual, &matched, &pairs, &mut differences);
    order::check(expected, actual, rules, &matched, &pairs, &mut differences);
    Comparison { differences }
}

#[cfg(test)]
mod tests;
