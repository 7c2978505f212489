//! `UNION` and its kin: with and without duplicates, another operation, one side only.

use super::site::Instead;
use sqlparser::ast::{Query, SetExpr, SetOperator, SetQuantifier};

pub(super) fn of(query: &Query) -> Vec<Instead<Query>> {
    let others = others(&query.body);
    let with = |body: SetExpr, from: String, to: String| Instead::new(Query { body: Box::new(body), ..query.clone() }, from, to);
    others.into_iter().map(|(body, from, to)| with(body, from, to)).collect()
}

/// The body with one of its set operations changed, at any depth to the left.
fn others(body: &SetExpr) -> Vec<(SetExpr, String, String)> {
    let SetExpr::SetOperation { left, op, set_quantifier, right } = body else { return Vec::new() };
    let with = |op: SetOperator, set_quantifier: SetQuantifier| SetExpr::SetOperation {
        left: left.clone(),
        op,
        set_quantifier,
        right: right.clone(),
    };
    let written = words(*op, *set_quantifier);
    let mut found = Vec::new();
    let quantifier = if *set_quantifier == SetQuantifier::All { SetQuantifier::None } else { SetQuantifier::All };
    found.push((with(*op, quantifier), written.clone(), words(*op, quantifier)));
    for other in [SetOperator::Union, SetOperator::Except, SetOperator::Intersect].into_iter().filter(|other| other != op) {
        found.push((with(other, SetQuantifier::None), written.clone(), words(other, SetQuantifier::None)));
    }
    found.push((left.as_ref().clone(), format!("{written} {right}"), String::new()));
    found.push((right.as_ref().clone(), format!("{left} {written}"), String::new()));
    for (inner, from, to) in others(left) {
        let whole = SetExpr::SetOperation { left: Box::new(inner), op: *op, set_quantifier: *set_quantifier, right: right.clone() };
        found.push((whole, from, to));
    }
    found
}

fn words(op: SetOperator, quantifier: SetQuantifier) -> String {
    let quantifier = if quantifier == SetQuantifier::All { " ALL" } else { "" };
    format!("{op}{quantifier}")
}
