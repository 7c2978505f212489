//! Compares two results the way a fair reader would.
//!
//! Rows are a bag: duplicates always count, order only where [`Rules`] say so. `NULL`, zero and the empty text are three things. Every
//! difference is reported, not the first.

mod cells;
mod columns;
mod difference;
mod duplicates;
mod examples;
mod leftover;
mod neighbours;
mod order;
mod report;
mod rows;
mod rules;

pub use difference::{CellExample, Comparison, Difference};
pub use rules::{ColumnMatch, Order, Rules, SortKey, Tolerance};

use crate::table::Table;
use cells::Cells;

/// How many example rows or cells a difference carries.
pub const EXAMPLES: usize = 5;

/// All differences between what was expected and what came.
pub fn compare(expected: &Table, actual: &Table, rules: &Rules) -> Comparison {
    let mut differences = Vec::new();
    let matched = columns::match_columns(expected, actual, rules, &mut differences);
    if !matched.is_empty() {
        let cells = Cells::new(expected, actual, &matched);
        let pairs = rows::match_rows(&cells);
        let mut explained = leftover::explain(&cells, &pairs);
        examples::sort(expected, actual, &matched, &rules.order, &mut explained);
        report::report(expected, actual, &matched, &explained, &mut differences);
        order::check(expected, actual, rules, &matched, &pairs, &mut differences);
    }
    Comparison { differences }
}

#[cfg(test)]
mod tests;
