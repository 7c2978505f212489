//! `NOT IN (1, NULL)`: whether a value differs from NULL is unknown, so no row is ever taken.

use super::Around;
use super::reading::literal;
use datafusion::sql::sqlparser::ast::{Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let Expr::InList { list, negated, .. } = expression else { return None };
    let null = list.iter().find(|value| literal(value) == Some(&Value::Null))?;
    let finding = match negated {
        true => Diagnostic::warning("sql-null-in-list", "`NOT IN` with NULL in its list is true for no row.")
            .note("Whether a value differs from NULL is unknown, so it is never known to differ from the whole list.")
            .help("Take NULL out of the list, and add `AND a IS NOT NULL` where rows without a value are to be left out."),
        false => Diagnostic::warning("sql-null-in-list", "NULL in the list of `IN` finds no row, not even those without a value.")
            .note("Whether a value equals NULL is unknown.")
            .help("Take NULL out of the list, and add `OR a IS NULL` where rows without a value are wanted."),
    };
    Some(around.at(finding, null))
}
