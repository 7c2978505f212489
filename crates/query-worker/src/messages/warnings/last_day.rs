//! An instant compared with the last day of a period: `placed_at <= '2026-03-31'` ends at the first moment of that day.

use super::Around;
use super::reading::{column, literal};
use datafusion::arrow::datatypes::DataType as EngineType;
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let (instant, last) = match expression {
        Expr::Between { expr, negated: false, high, .. } => (expr, high),
        Expr::BinaryOp { left, op: BinaryOperator::LtEq, right } => (left, right),
        _ => return None,
    };
    let (_, name) = column(instant).filter(|(_, name)| around.is(name, |known| matches!(known, EngineType::Timestamp(..))))?;
    let day = day(last)?;
    let finding = Diagnostic::warning("sql-last-day", format!("Of the day {day} only its first moment is taken."))
        .note(format!("`{name}` has a time of day, and a date stands for midnight, when the day begins."))
        .help(format!("Compare with the day after: `{name} < date '{day}' + interval '1 day'`, beside `{name} >=` for the first day."));
    Some(around.at(finding, last.as_ref()))
}

/// A day that is written down without a time.
fn day(expression: &Expr) -> Option<&str> {
    let Value::SingleQuotedString(text) = literal(expression)? else { return None };
    let shape =
        text.len() == 10 && text.char_indices().all(|(at, sign)| if at == 4 || at == 7 { sign == '-' } else { sign.is_ascii_digit() });
    shape.then_some(text.as_str())
}
