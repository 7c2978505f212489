//! Conditions that are false for every row, or true for every row with a value: `a = 1 AND a = 2`, `a <> 1 OR a <> 2`.

use super::Around;
use super::reading::{bare, column, literal};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    let Expr::BinaryOp { left, op, right } = expression else { return None };
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
    // Each part with those before it, so that a pair is told once; far ones are not looked for.
    let last = compared(right, &compares_by)?;
    let before = parts_before(left, op).filter_map(|part| compared(part, &compares_by));
    let contradicted = before.into_iter().any(|(name, value)| name == last.0 && differ(value, last.1));
    contradicted.then(|| {
        let finding = Diagnostic::warning("sql-constant-condition", message).help(help);
        around.at(finding, expression)
    })
}

/// The nearest parts of a chain before its last.
fn parts_before<'a>(chain: &'a Expr, operator: &'a BinaryOperator) -> impl Iterator<Item = &'a Expr> {
    const LOOKED_AT: usize = 50;
    let mut rest = Some(chain);
    let step = move || match bare(rest.take()?) {
        Expr::BinaryOp { left, op, right } if op == operator => {
            rest = Some(left);
            Some(right.as_ref())
        }
        first => Some(first),
    };
    std::iter::from_fn(step).take(LOOKED_AT)
}

fn compared<'a>(part: &'a Expr, compares_by: &BinaryOperator) -> Option<((Option<String>, String), &'a Value)> {
    match bare(part) {
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
