//! A second set of mutants, made another way and by chance: it steers nothing and only measures.
//!
//! An expression of the query takes the place of another, two neighbours of a list change places, or an item of a list goes. What comes out
//! is often no query at all; it is for whoever runs them to draw until enough can be planned.

use super::site::Node;
use super::{Mutant, Operator, parse};
use sqlparser::ast::{Expr, Select};
use sqlparser::parser::ParserError;
use std::collections::HashSet;

/// At most `count` mutants of a query, the same ones for the same seed, none twice.
pub fn independent_mutants(sql: &str, seed: u64, count: usize) -> Result<Vec<Mutant>, ParserError> {
    let query = parse(sql)?;
    let mut chance = fastrand::Rng::with_seed(seed);
    let expressions = Expr::all(&query);
    let selects = Select::all(&query);
    let mut seen = HashSet::from([query.to_string()]);
    let mut found = Vec::new();
    if expressions.is_empty() || selects.is_empty() {
        return Ok(found);
    }
    // A query has only so many neighbours; a bounded number of draws finds most of them.
    for _ in 0..count * 20 {
        if found.len() == count {
            break;
        }
        let (query, from, to) = match chance.u8(0..4) {
            0 => {
                let at = chance.usize(0..selects.len());
                let Some((select, from, to)) = other_select(&selects[at], &mut chance) else { continue };
                (Select::replaced(&query, at, select), from, to)
            }
            _ => {
                let (at, donor) = (chance.usize(0..expressions.len()), chance.usize(0..expressions.len()));
                let (from, to) = (expressions[at].to_string(), expressions[donor].to_string());
                (Expr::replaced(&query, at, expressions[donor].clone()), from, to)
            }
        };
        let sql = query.to_string();
        if seen.insert(sql.clone()) {
            found.push(Mutant { operator: Operator::Independent, from, to, sql });
        }
    }
    Ok(found)
}

/// Two items of the select list change their expressions, or two tables their places.
fn other_select(select: &Select, chance: &mut fastrand::Rng) -> Option<(Select, String, String)> {
    let mut other = select.clone();
    if chance.bool() && select.projection.len() > 1 {
        let at = chance.usize(1..select.projection.len());
        let (left, right) = other.projection.split_at_mut(at);
        let (left, right) = (left.last_mut()?, right.first_mut()?);
        let (first, second) = (expression(left)?, expression(right)?);
        std::mem::swap(first, second);
    } else {
        let joins = &mut other.from.first_mut()?.joins;
        if joins.is_empty() {
            return None;
        }
        joins.remove(chance.usize(0..joins.len()));
    }
    let (from, to) = (select.to_string(), other.to_string());
    Some((other, from, to))
}

fn expression(item: &mut sqlparser::ast::SelectItem) -> Option<&mut Expr> {
    match item {
        sqlparser::ast::SelectItem::UnnamedExpr(expr) | sqlparser::ast::SelectItem::ExprWithAlias { expr, .. } => Some(expr),
        _ => None,
    }
}
