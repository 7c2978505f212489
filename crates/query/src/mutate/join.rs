//! Joins: inner for outer, the other side, and a table that is not joined at all.

use super::site::Instead;
use sqlparser::ast::{JoinOperator, Select};

pub(super) fn of(select: &Select) -> Vec<Instead<Select>> {
    let mut found = Vec::new();
    for (from, table) in select.from.iter().enumerate() {
        for (at, join) in table.joins.iter().enumerate() {
            for operator in others(&join.join_operator) {
                let mut select = select.clone();
                let changed = &mut select.from[from].joins[at];
                let before = changed.to_string();
                changed.join_operator = operator;
                let after = changed.to_string();
                found.push(Instead::new(select, before.trim(), after.trim()));
            }
        }
    }
    found
}

fn others(operator: &JoinOperator) -> Vec<JoinOperator> {
    use JoinOperator::{FullOuter, Inner, Join, Left, LeftOuter, Right, RightOuter};
    match operator {
        Join(on) | Inner(on) => vec![Left(on.clone()), Right(on.clone()), FullOuter(on.clone())],
        Left(on) | LeftOuter(on) => vec![Inner(on.clone()), Right(on.clone()), FullOuter(on.clone())],
        Right(on) | RightOuter(on) => vec![Inner(on.clone()), Left(on.clone()), FullOuter(on.clone())],
        FullOuter(on) => vec![Inner(on.clone()), Left(on.clone()), Right(on.clone())],
        _ => Vec::new(),
    }
}
