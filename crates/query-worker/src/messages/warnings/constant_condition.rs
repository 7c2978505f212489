//! Conditions that are false for every row, or true for every row with a value: `a = 1 AND a = 2`, `a <> 1 OR a <> 2`.

use super::Around;
use super::reading::{column, literal, parts};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let Expr::BinaryOp { op, right, .. } = expression else { return None };
    let (compares_by, message, help) = match op {
        BinaryOperator::And => (
            BinaryOperator::Eq,
            "No row can have both values at once, so this condition takes none.",
            "Write `IN (…)` with both values, or OR between them.",
        ),
        BinaryOperator::Or => (
            BinaryOperator::NotEq,
            "Every value differs from one of the two, so this condition takes every row that has a value.",
            "Write `NOT IN (…)` with both values, or AND between them.",
        ),
        _ => return None,
    };
    // Only where the chain ends in such a pair, so that a long chain is told once.
    let last = compared(right, &compares_by)?;
    let before = parts(expression, op);
    let others = before.iter().take(before.len() - 1).filter_map(|part| compared(part, &compares_by));
    let contradicted = others.into_iter().any(|(name, value)| name == last.0 && differ(value, last.1));
    contradicted.then(|| {
        let finding = Diagnostic::warning("sql-constant-condition", message).help(help);
        around.at(finding, expression)
    })
}

fn compared<'a>(part: &'a Expr, compares_by: &BinaryOperator) -> Option<((Option<String>, String), &'a Value)> {
    match super::reading::bare(part) {
        Expr::BinaryOp { left, op, right } if op == compares_by => Some((column(left)?, literal(right)?)),
        _ => None,
    }
}

fn differ(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::SingleQuotedString(one), Value::SingleQuotedString(other)) => one != other,
        (Value::Number(one, _), Value::Number(other, _)) => one.parse::<f64>().ok() != other.parse::<f64>().ok(),
        _ => false,
    }
}
