//! The order of rows, where it matters.

use super::columns::{MatchedColumn, same_name};
use super::difference::Difference;
use super::rows::Pairs;
use super::rules::{Order, Rules};
use crate::table::Table;

/// Reports the first row out of place, among the rows that both results have. Rows that are missing or too many are reported elsewhere
/// and do not count here.
pub(super) fn check(
    expected: &Table,
    actual: &Table,
    rules: &Rules,
    columns: &[MatchedColumn],
    pairs: &Pairs,
    differences: &mut Vec<Difference>,
) {
    let keys: Vec<&MatchedColumn> = match &rules.order {
        Order::None => return,
        Order::Exact => columns.iter().collect(),
        Order::By(keys) => keys.iter().filter_map(|key| columns.iter().find(|column| same_name(&column.name, &key.column))).collect(),
    };
    let wanted = (0..expected.rows.len()).filter(|&at| pairs.of_expected[at].is_some());
    let found = (0..actual.rows.len()).filter(|&to| pairs.of_actual[to].is_some());
    for (first_row, (at, to)) in wanted.zip(found).enumerate() {
        let (wanted, found) = (&expected.rows[at], &actual.rows[to]);
        let in_place = keys.iter().all(|column| column.same(&wanted[column.expected], &found[column.actual]));
        if !in_place {
            differences.push(Difference::WrongOrder { first_row, expected: wanted.clone(), actual: found.clone() });
            return;
        }
    }
}
