//! What is done about `NULL`: undone, or turned round.

use super::window::named;
use sqlparser::ast::{Expr, FunctionArg, FunctionArgExpr, FunctionArguments};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::IsNull(inner) => vec![Expr::IsNotNull(inner.clone())],
        Expr::IsNotNull(inner) => vec![Expr::IsNull(inner.clone())],
        Expr::IsDistinctFrom(left, right) => vec![Expr::IsNotDistinctFrom(left.clone(), right.clone())],
        Expr::IsNotDistinctFrom(left, right) => vec![Expr::IsDistinctFrom(left.clone(), right.clone())],
        Expr::Function(function) if matches!(named(function).as_str(), "coalesce" | "nullif" | "ifnull" | "nvl") => {
            let FunctionArguments::List(list) = &function.args else { return Vec::new() };
            let first = list.args.iter().take(1).filter_map(|argument| match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(expr.clone()),
                _ => None,
            });
            first.collect()
        }
        _ => Vec::new(),
    }
}
