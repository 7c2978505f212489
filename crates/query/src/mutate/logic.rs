//! `AND`, `OR`, `NOT` and `CASE`: the other connective, one side only, a branch that is missing.

use sqlparser::ast::{BinaryOperator, Expr, UnaryOperator};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::BinaryOp { left, op: op @ (BinaryOperator::And | BinaryOperator::Or), right } => {
            let other = if *op == BinaryOperator::And { BinaryOperator::Or } else { BinaryOperator::And };
            let whole = Expr::Nested(Box::new(Expr::BinaryOp { left: left.clone(), op: other, right: right.clone() }));
            vec![whole, left.as_ref().clone(), right.as_ref().clone()]
        }
        Expr::UnaryOp { op: UnaryOperator::Not, expr } => vec![expr.as_ref().clone()],
        Expr::Case { case_token, end_token, operand, conditions, else_result } => {
            let with = |conditions, else_result| Expr::Case {
                case_token: case_token.clone(),
                end_token: end_token.clone(),
                operand: operand.clone(),
                conditions,
                else_result,
            };
            let mut cases: Vec<Expr> = (0..conditions.len())
                .filter(|_| conditions.len() > 1)
                .map(|at| {
                    let mut conditions = conditions.clone();
                    conditions.remove(at);
                    with(conditions, else_result.clone())
                })
                .collect();
            if else_result.is_some() {
                cases.push(with(conditions.clone(), None));
            }
            for at in 1..conditions.len() {
                let mut conditions = conditions.clone();
                conditions.swap(at - 1, at);
                cases.push(with(conditions, else_result.clone()));
            }
            cases
        }
        _ => Vec::new(),
    }
}
