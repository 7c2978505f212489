//! `= NULL` and `<> NULL`: unknown for every row, so no row is ever taken.

use super::Around;
use super::reading::literal;
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let Expr::BinaryOp { left, op: operator @ (BinaryOperator::Eq | BinaryOperator::NotEq), right } = expression else { return None };
    let is_null = |side: &Expr| literal(side) == Some(&Value::Null);
    if !is_null(left) && !is_null(right) {
        return None;
    }
    let instead = if *operator == BinaryOperator::Eq { "IS NULL" } else { "IS NOT NULL" };
    let finding = Diagnostic::warning("sql-compared-with-null", format!("`{operator} NULL` is never true, not even for NULL."))
        .note("NULL means that there is no value, so whether it equals anything is unknown.")
        .help(format!("Write `{instead}`."));
    Some(around.at(finding, expression))
}
