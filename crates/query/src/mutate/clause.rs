//! Clauses: dropped; a key of `GROUP BY` too few; a `LIMIT` one off.

use super::constant;
use super::site::Instead;
use sqlparser::ast::{Distinct, GroupByExpr, LimitClause, Query, Select};

pub(super) fn of_select(select: &Select) -> Vec<Instead<Select>> {
    let mut found = Vec::new();
    if let Some(condition) = &select.selection {
        found.push(Instead::new(Select { selection: None, ..select.clone() }, format!("WHERE {condition}"), ""));
    }
    if let Some(condition) = &select.having {
        found.push(Instead::new(Select { having: None, ..select.clone() }, format!("HAVING {condition}"), ""));
    }
    if select.distinct == Some(Distinct::Distinct) {
        found.push(Instead::new(Select { distinct: None, ..select.clone() }, "DISTINCT", ""));
    }
    if let GroupByExpr::Expressions(keys, modifiers) = &select.group_by {
        for (at, key) in keys.iter().enumerate() {
            let mut keys = keys.clone();
            keys.remove(at);
            let group_by = GroupByExpr::Expressions(keys, modifiers.clone());
            found.push(Instead::new(Select { group_by, ..select.clone() }, format!("GROUP BY … {key}"), ""));
        }
    }
    found
}

pub(super) fn of_query(query: &Query) -> Vec<Instead<Query>> {
    let Some(LimitClause::LimitOffset { limit: Some(limit), offset, limit_by }) = &query.limit_clause else { return Vec::new() };
    let mut found = vec![Instead::new(Query { limit_clause: None, ..query.clone() }, format!("LIMIT {limit}"), "")];
    for other in constant::of(limit) {
        let (from, to) = (format!("LIMIT {limit}"), format!("LIMIT {other}"));
        let limit_clause = LimitClause::LimitOffset { limit: Some(other), offset: offset.clone(), limit_by: limit_by.clone() };
        found.push(Instead::new(Query { limit_clause: Some(limit_clause), ..query.clone() }, from, to));
    }
    found
}
