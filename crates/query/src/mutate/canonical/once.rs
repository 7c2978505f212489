//! What is done twice in a row and changes nothing the second time.

use super::super::window::named;
use sqlparser::ast::{Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments};

/// A rounding to the same places, `nullif` of the same value, a cast to the same type, and a `CASE` that asks again what holds already: once.
pub(super) fn settle(expr: &mut Expr) {
    match expr {
        Expr::Function(function) => {
            if let Some(inner) = same_inside(function) {
                *function = inner.clone();
            }
        }
        Expr::Cast { kind, expr: inner, data_type, .. } => {
            if matches!(inner.as_ref(), Expr::Cast { kind: same, data_type: to, .. } if same == kind && to == data_type) {
                *expr = (**inner).clone();
            }
        }
        Expr::Case { operand: None, conditions, .. } => {
            for when in conditions {
                while let Some(inner) = first_result(&when.result, &when.condition) {
                    when.result = inner.clone();
                }
            }
        }
        _ => {}
    }
}

/// The same function of the first argument, when nothing else differs.
fn same_inside(function: &Function) -> Option<&Function> {
    if !matches!(named(function).as_str(), "round" | "nullif") {
        return None;
    }
    let FunctionArguments::List(outer) = &function.args else { return None };
    let Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Function(inner)))) = outer.args.first() else { return None };
    let FunctionArguments::List(nested) = &inner.args else { return None };
    (named(inner) == named(function) && nested.args.get(1..) == outer.args.get(1..)).then_some(inner)
}

/// What a `CASE` gives where its first condition holds.
fn first_result<'a>(case: &'a Expr, holds: &Expr) -> Option<&'a Expr> {
    match case {
        Expr::Nested(inner) => first_result(inner, holds),
        Expr::Case { operand: None, conditions, .. } => {
            conditions.first().filter(|first| first.condition == *holds).map(|first| &first.result)
        }
        _ => None,
    }
}
