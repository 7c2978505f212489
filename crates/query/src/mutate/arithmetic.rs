//! Arithmetic: the opposite operator, one operand only, a rounding left out.

use super::window::named;
use sqlparser::ast::{BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::BinaryOp { left, op, right } => {
            use BinaryOperator::{Divide, Minus, Modulo, Multiply, Plus};
            let other = match op {
                Plus => Minus,
                Minus => Plus,
                Multiply => Divide,
                Divide => Multiply,
                Modulo => Divide,
                _ => return Vec::new(),
            };
            let other = Expr::BinaryOp { left: left.clone(), op: other, right: right.clone() };
            vec![other, left.as_ref().clone(), right.as_ref().clone()]
        }
        Expr::Function(function) if matches!(named(function).as_str(), "round" | "abs" | "floor" | "ceil") => {
            let FunctionArguments::List(list) = &function.args else { return Vec::new() };
            match list.args.first() {
                Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(inner))) => vec![inner.clone()],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}
