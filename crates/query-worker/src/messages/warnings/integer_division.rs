//! A share of two whole numbers: `count(*) FILTER (…) / count(*)` is 0 for every share below one.
//!
//! A division by a number that is written down may be meant to cut, as in `minutes / 60`, and is left alone.

use super::Around;
use super::reading::{arguments, bare, column, literal};
use datafusion::sql::sqlparser::ast::{BinaryOperator, CastKind, DataType, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let Expr::BinaryOp { left, op: BinaryOperator::Divide, right } = expression else { return None };
    let share = is_whole(around, left) && is_whole(around, right) && has_aggregate(right);
    share.then(|| {
        let finding =
            Diagnostic::warning("sql-integer-division", "A whole number divided by a whole number loses what comes after the point.")
                .note("1 / 2 is 0 here, and 7 / 2 is 3.")
                .help("Multiply by 1.0 first, `1.0 * a / b`, or by 100.0 for percent.");
        around.at(finding, expression)
    })
}

fn has_aggregate(expression: &Expr) -> bool {
    super::reading::has(expression, |part| matches!(part, Expr::Function(function) if is_aggregate(function)))
}

fn is_aggregate(function: &datafusion::sql::sqlparser::ast::Function) -> bool {
    let name = function.name.to_string().to_lowercase();
    ["count", "sum", "min", "max"].contains(&name.as_str())
}

/// Whether the value is surely a whole number.
fn is_whole(around: &Around<'_>, expression: &Expr) -> bool {
    let expression = bare(expression);
    if let Some(Value::Number(number, _)) = literal(expression) {
        return number.chars().all(|digit| digit.is_ascii_digit());
    }
    if let Some((_, name)) = column(expression) {
        return around.is(&name, datafusion::arrow::datatypes::DataType::is_integer);
    }
    match expression {
        Expr::Function(function) => {
            let name = function.name.to_string().to_lowercase();
            let arguments = arguments(function);
            match name.as_str() {
                "count" => true,
                "sum" | "min" | "max" | "abs" => matches!(arguments[..], [Some(argument)] if is_whole(around, argument)),
                "nullif" | "coalesce" => arguments.iter().all(|argument| argument.is_some_and(|argument| is_whole(around, argument))),
                "if" | "iif" => arguments.iter().skip(1).all(|argument| argument.is_some_and(|argument| is_whole(around, argument))),
                _ => false,
            }
        }
        Expr::BinaryOp { left, op, right } => {
            use BinaryOperator::{Minus, Multiply, Plus};
            matches!(op, Minus | Multiply | Plus) && is_whole(around, left) && is_whole(around, right)
        }
        Expr::Case { conditions, else_result, .. } => {
            let otherwise =
                else_result.as_ref().is_none_or(|otherwise| is_whole(around, otherwise) || literal(otherwise) == Some(&Value::Null));
            otherwise && conditions.iter().all(|when| is_whole(around, &when.result))
        }
        Expr::Cast { kind: CastKind::Cast | CastKind::DoubleColon, data_type, .. } => {
            matches!(data_type, DataType::Int(_) | DataType::Integer(_) | DataType::BigInt(_) | DataType::SmallInt(_))
        }
        _ => false,
    }
}
