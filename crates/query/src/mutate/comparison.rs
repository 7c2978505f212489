//! Comparisons: the neighbouring operator, the opposite, an end of `BETWEEN`, an item of a list.

use sqlparser::ast::{BinaryOperator, Expr};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::BinaryOp { left, op, right } => {
            let with = |op: &BinaryOperator| Expr::BinaryOp { left: left.clone(), op: op.clone(), right: right.clone() };
            neighbours(op).iter().map(with).collect()
        }
        Expr::Between { expr, negated: false, low, high } => {
            let both = |at_low, at_high| Expr::Nested(Box::new(and(compare(expr, at_low, low), compare(expr, at_high, high))));
            vec![
                both(BinaryOperator::Gt, BinaryOperator::LtEq),
                both(BinaryOperator::GtEq, BinaryOperator::Lt),
                compare(expr, BinaryOperator::GtEq, low),
                compare(expr, BinaryOperator::LtEq, high),
                Expr::Between { expr: expr.clone(), negated: true, low: low.clone(), high: high.clone() },
            ]
        }
        Expr::InList { expr, list, negated } => {
            let shorter = (0..list.len()).filter(|_| list.len() > 1).map(|at| {
                let mut list = list.clone();
                list.remove(at);
                Expr::InList { expr: expr.clone(), list, negated: *negated }
            });
            let turned = Expr::InList { expr: expr.clone(), list: list.clone(), negated: !negated };
            shorter.chain([turned]).collect()
        }
        Expr::InSubquery { expr, subquery, negated } => {
            vec![Expr::InSubquery { expr: expr.clone(), subquery: subquery.clone(), negated: !negated }]
        }
        Expr::Exists { subquery, negated } => vec![Expr::Exists { subquery: subquery.clone(), negated: !negated }],
        Expr::Like { negated, any, expr, pattern, escape_char } => {
            let (any, expr, pattern, escape_char) = (*any, expr.clone(), pattern.clone(), escape_char.clone());
            vec![Expr::Like { negated: !negated, any, expr, pattern, escape_char }]
        }
        _ => Vec::new(),
    }
}

fn neighbours(op: &BinaryOperator) -> &'static [BinaryOperator] {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
    match op {
        Eq => &[NotEq, GtEq, LtEq],
        NotEq => &[Eq, Gt, Lt],
        Lt => &[LtEq, NotEq, GtEq],
        LtEq => &[Lt, Eq, Gt],
        Gt => &[GtEq, NotEq, LtEq],
        GtEq => &[Gt, Eq, Lt],
        _ => &[],
    }
}

fn compare(left: &Expr, op: BinaryOperator, right: &Expr) -> Expr {
    Expr::BinaryOp { left: Box::new(left.clone()), op, right: Box::new(right.clone()) }
}

fn and(left: Expr, right: Expr) -> Expr {
    Expr::BinaryOp { left: Box::new(left), op: BinaryOperator::And, right: Box::new(right) }
}
