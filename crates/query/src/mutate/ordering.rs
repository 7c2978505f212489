//! `ORDER BY`: the other direction, a key too few, none.

use super::site::Instead;
use sqlparser::ast::{OrderBy, OrderByExpr, OrderByKind, Query};

pub(super) fn of(query: &Query) -> Vec<Instead<Query>> {
    let Some(OrderBy { kind: OrderByKind::Expressions(keys), interpolate }) = &query.order_by else { return Vec::new() };
    let from = words(keys);
    let mut found = vec![Instead::new(Query { order_by: None, ..query.clone() }, from.clone(), "")];
    for keys in other_keys(keys) {
        let to = words(&keys);
        let order_by = (!keys.is_empty()).then(|| OrderBy { kind: OrderByKind::Expressions(keys), interpolate: interpolate.clone() });
        found.push(Instead::new(Query { order_by, ..query.clone() }, from.clone(), to));
    }
    found
}

/// Keys with one of them turned round, or missing.
pub(super) fn other_keys(keys: &[OrderByExpr]) -> Vec<Vec<OrderByExpr>> {
    let mut found = Vec::new();
    for at in 0..keys.len() {
        let mut turned = keys.to_vec();
        let options = &mut turned[at].options;
        options.asc = Some(!options.asc.unwrap_or(true));
        found.push(turned);
        if keys.len() > 1 {
            let mut fewer = keys.to_vec();
            fewer.remove(at);
            found.push(fewer);
        }
    }
    found
}

fn words(keys: &[OrderByExpr]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    format!("ORDER BY {}", keys.join(", "))
}
