//! `count(a > 10)` and `count(CASE … ELSE 0 END)`: count takes every row whose argument is not NULL, and false and 0 are not NULL.

use super::Around;
use super::reading::{arguments, bare, call, is_distinct, literal};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let (name, function) = call(expression)?;
    if name != "count" || is_distinct(function) {
        return None;
    }
    let [Some(argument)] = arguments(function)[..] else { return None };
    let finding = if is_condition(argument) {
        Diagnostic::warning("sql-counted-condition", "`count` counts the rows where this condition is false as well.")
            .note("It counts every row whose argument is not NULL, and false is not NULL.")
    } else if never_null(argument) {
        Diagnostic::warning("sql-counted-condition", "`count` counts every row here, whichever branch it takes.")
            .note("It counts every row whose argument is not NULL, and each branch has a value.")
    } else {
        return None;
    };
    let finding = finding.help("Write `count(*) FILTER (WHERE condition)`, or `sum(CASE WHEN condition THEN 1 ELSE 0 END)`.");
    Some(around.at(finding, argument))
}

fn is_condition(argument: &Expr) -> bool {
    use BinaryOperator::{And, Eq, Gt, GtEq, Lt, LtEq, NotEq, Or};
    match bare(argument) {
        // `a = 1 OR NULL` is an old way to count, and right.
        Expr::BinaryOp { op: Or, right, .. } if literal(right) == Some(&Value::Null) => false,
        Expr::BinaryOp { op, .. } => matches!(op, And | Eq | Gt | GtEq | Lt | LtEq | NotEq | Or),
        Expr::Like { .. } | Expr::ILike { .. } | Expr::Between { .. } | Expr::InList { .. } | Expr::IsNull(_) | Expr::IsNotNull(_) => true,
        _ => false,
    }
}

fn never_null(argument: &Expr) -> bool {
    let is_value = |result: &Expr| literal(result).is_some_and(|value| *value != Value::Null);
    match bare(argument) {
        Expr::Case { conditions, else_result: Some(otherwise), .. } => {
            conditions.iter().all(|when| is_value(&when.result)) && is_value(otherwise)
        }
        other => match call(other) {
            Some((name, function)) if name == "if" || name == "iif" => {
                matches!(arguments(function)[..], [_, Some(then), Some(otherwise)] if is_value(then) && is_value(otherwise))
            }
            _ => false,
        },
    }
}
