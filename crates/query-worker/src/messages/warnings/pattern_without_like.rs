//! `= 'A%'`: the percent sign is a wildcard only for LIKE, so equality looks for the sign itself.

use super::Around;
use super::reading::{column, text};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, expression: &Expr) -> Option<Diagnostic> {
    match expression {
        Expr::BinaryOp { left, op: operator @ (BinaryOperator::Eq | BinaryOperator::NotEq), right } => {
            let pattern = text(right).filter(|text| column(left).is_some() && is_pattern(text))?;
            let instead = if *operator == BinaryOperator::Eq { "LIKE" } else { "NOT LIKE" };
            let finding =
                Diagnostic::warning("sql-pattern-without-like", format!("`{operator}` compares with the text '{pattern}' itself."))
                    .note("% stands for any letters only after LIKE.")
                    .help(format!("Write `{instead} '{pattern}'`."));
            Some(around.at(finding, expression))
        }
        Expr::Like { pattern, any: false, .. } | Expr::ILike { pattern, any: false, .. } => {
            let written = text(pattern).filter(|text| text.contains('*') && !text.contains(['%', '_']))?;
            let finding = Diagnostic::warning("sql-pattern-star", "A star has no meaning of its own for LIKE.")
                .note("% stands for any letters, and _ for exactly one.")
                .help(format!("Write '{}'.", written.replace('*', "%")));
            Some(around.at(finding, pattern.as_ref()))
        }
        _ => None,
    }
}

/// A percent sign at one of its ends, and letters: `'50%'` may well be a value.
fn is_pattern(text: &str) -> bool {
    let letters = text.trim_matches('%');
    letters.len() < text.len() && letters.chars().any(char::is_alphabetic) && !letters.contains('%')
}
