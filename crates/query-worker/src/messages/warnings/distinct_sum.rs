//! `sum(DISTINCT amount)`: two orders of the same amount count once, which is no sum of anything.
//!
//! It is mostly written to undo rows that a join doubled, and then it also drops what is truly equal.

use super::Around;
use super::reading::{call, is_distinct};
use datafusion::sql::sqlparser::ast::Expr;
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let (name, function) = call(expression)?;
    if !is_distinct(function) || !["sum", "avg"].contains(&name.as_str()) {
        return None;
    }
    let finding =
        Diagnostic::warning("sql-distinct-sum", format!("`{name}(DISTINCT …)` takes equal values once, also those of different rows."))
            .note("Where a join repeats rows, this hides it and drops what is truly equal.")
            .help(format!("Leave DISTINCT out; where a join repeats rows, work out `{name}` in a CTE before joining."));
    Some(around.at(finding, expression))
}
