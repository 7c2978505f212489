//! A day compared with a number: `signed_up > 2023`, or `signed_up = 2024-01-03`, which is 2020.
//!
//! The engine counts days from 1970 and compares those.

use super::Around;
use super::reading::{bare, column, literal};
use datafusion::arrow::datatypes::DataType;
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
    let Expr::BinaryOp { left, op: Eq | NotEq | Gt | GtEq | Lt | LtEq, right } = expression else { return None };
    let is_date =
        |side: &Expr| column(side).is_some_and(|(_, name)| around.is(&name, |known| matches!(known, DataType::Date32 | DataType::Date64)));
    let is_number = |side: &Expr| is_sum(side) || column(side).is_some_and(|(_, name)| around.is(&name, DataType::is_numeric));
    let (date, number) = [(left, right), (right, left)].into_iter().find(|(date, number)| is_date(date) && is_number(number))?;
    let finding = Diagnostic::warning("sql-date-and-number", "A day is compared with a number.")
        .note("The number is taken for a count of days since 1970.");
    let finding = match (column(number), written_day(number)) {
        (Some(_), _) => finding.help("Compare columns of the same kind."),
        (None, Some(day)) => finding.help(format!("Write the day in quotes: `{date} … '{day}'`.")),
        (None, None) => {
            finding.help(format!("Write a day in quotes, `'2024-01-31'`, or compare a part of it: `extract(YEAR FROM {date})`."))
        }
    };
    Some(around.at(finding, expression))
}

/// Numbers that are written down, with signs between them.
fn is_sum(expression: &Expr) -> bool {
    match bare(expression) {
        Expr::BinaryOp { left, op: BinaryOperator::Minus | BinaryOperator::Plus | BinaryOperator::Divide, right } => {
            is_sum(left) && is_sum(right)
        }
        other => matches!(literal(other), Some(Value::Number(..))),
    }
}

/// `2024-01-03` without its quotes.
fn written_day(expression: &Expr) -> Option<String> {
    let text = expression.to_string().replace(' ', "");
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, count: usize| part.len() == count && part.chars().all(|digit| digit.is_ascii_digit());
    matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2)).then_some(text)
}
