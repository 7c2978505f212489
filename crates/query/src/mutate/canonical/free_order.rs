//! What may stand in any order, or twice, and still says the same.

use super::names::output_name;
use crate::compare::{ColumnMatch, Order, Rules};
use crate::{walk, walk_mut};
use sqlparser::ast::{
    BinaryOperator, Expr, GroupByExpr, OrderByKind, Query, Select, SelectItem, SetExpr, TableFactor, Visitor, VisitorMut,
};
use std::ops::ControlFlow;

/// Operands of `AND`, `OR`, `=`, `<>`, `+`, `*` and of `IN (…)` in one order, conditions and list members once, `>` as `<`.
pub(super) fn arrange(expr: &mut Expr) {
    use BinaryOperator::{And, Eq, Gt, GtEq, Lt, LtEq, Multiply, NotEq, Or, Plus};
    match expr {
        Expr::BinaryOp { op: op @ (And | Or), .. } => {
            let op = op.clone();
            let mut conditions = Vec::new();
            operands(expr, &op, &mut conditions);
            sort_once(&mut conditions);
            let joined = conditions.into_iter().reduce(|left, right| Expr::BinaryOp {
                left: Box::new(left),
                op: op.clone(),
                right: Box::new(right),
            });
            *expr = joined.expect("a chain of conditions has at least one");
        }
        Expr::BinaryOp { left, op: Eq | NotEq | Plus | Multiply, right } if left.to_string() > right.to_string() => {
            std::mem::swap(left, right);
        }
        Expr::BinaryOp { left, op: op @ (Gt | GtEq), right } => {
            std::mem::swap(left, right);
            *op = if *op == Gt { Lt } else { LtEq };
        }
        Expr::InList { list, .. } => sort_once(list),
        _ => {}
    }
}

/// The keys of a group in one order, each once.
pub(super) fn arrange_groups(select: &mut Select) {
    if let GroupByExpr::Expressions(keys, modifiers) = &mut select.group_by
        && modifiers.is_empty()
        && !keys.iter().any(|key| matches!(key, Expr::Value(_) | Expr::GroupingSets(_) | Expr::Cube(_) | Expr::Rollup(_)))
    {
        sort_once(keys);
    }
}

/// Takes away an order that nothing asks for: that of a part of the query from which no first rows are taken.
pub(super) fn drop_inner_order(query: &mut Query) {
    if query.limit_clause.is_none() && query.fetch.is_none() {
        query.order_by = None;
    }
}

/// Takes the order away that a comparison by these rules does not look at, and keys of an order that stand in it twice.
pub(super) fn drop_unseen_order(query: &mut Query, rules: &Rules) {
    if rules.order == Order::None {
        drop_inner_order(query);
    }
    if let Some(OrderByKind::Expressions(keys)) = query.order_by.as_mut().map(|order| &mut order.kind) {
        let mut seen = Vec::new();
        keys.retain(|key| {
            let text = key.expr.to_string();
            let is_new = !seen.contains(&text);
            seen.push(text);
            is_new
        });
    }
}

/// The columns of every part of a query in one order, where each is found by its name.
pub(super) fn arrange_columns(query: &mut Query, columns: ColumnMatch) {
    let mut seen = Seen { by_place: columns == ColumnMatch::ByPosition, wildcard: false };
    let _ = walk(query, &mut seen);
    // What `*` and a set operation take, they take by its place.
    if seen.by_place && seen.wildcard {
        return;
    }
    let is_result_by_name = columns == ColumnMatch::ByName;
    let _ = walk_mut(query, &mut ArrangeColumns { depth: 0, is_result_by_name });
}

/// Whether there is anything in a query that goes by the place of a column.
struct Seen {
    by_place: bool,
    wildcard: bool,
}

impl Visitor for Seen {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        self.by_place |= matches!(query.body.as_ref(), SetExpr::SetOperation { .. });
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.wildcard |= select.projection.iter().any(|item| matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..)));
        ControlFlow::Continue(())
    }
}

struct ArrangeColumns {
    /// Queries that are open: the whole one is the first.
    depth: usize,
    is_result_by_name: bool,
}

impl VisitorMut for ArrangeColumns {
    type Break = ();

    fn pre_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth += 1;
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        self.depth -= 1;
        // Names that stand in a list of their own go with places.
        for table in query.with.iter_mut().flat_map(|with| &mut with.cte_tables).filter(|table| table.alias.columns.is_empty()) {
            arrange_body(&mut table.query);
        }
        if self.depth == 0 && self.is_result_by_name {
            arrange_body(query);
        }
        ControlFlow::Continue(())
    }

    fn post_visit_table_factor(&mut self, factor: &mut TableFactor) -> ControlFlow<()> {
        if let TableFactor::Derived { subquery, alias: Some(alias), .. } = factor
            && alias.columns.is_empty()
        {
            arrange_body(subquery);
        }
        ControlFlow::Continue(())
    }
}

fn arrange_body(query: &mut Query) {
    let is_place = |expr: &Expr| matches!(expr, Expr::Value(_));
    let orders_by_place = match query.order_by.as_ref().map(|order| &order.kind) {
        None => false,
        Some(OrderByKind::Expressions(keys)) => keys.iter().any(|key| is_place(&key.expr)),
        Some(OrderByKind::All(_)) => true,
    };
    let SetExpr::Select(select) = query.body.as_mut() else { return };
    let groups_by_place = match &select.group_by {
        GroupByExpr::Expressions(keys, _) => keys.iter().any(is_place),
        GroupByExpr::All(_) => true,
    };
    let has_name = |item: &SelectItem| output_name(item).is_some() || matches!(item, SelectItem::Wildcard(_));
    if !orders_by_place && !groups_by_place && select.projection.iter().all(has_name) {
        select.projection.sort_by_cached_key(ToString::to_string);
    }
}

/// The operands of a chain of one operator.
fn operands(expr: &Expr, of: &BinaryOperator, found: &mut Vec<Expr>) {
    match expr {
        Expr::BinaryOp { left, op, right } if op == of => {
            operands(left, of, found);
            operands(right, of, found);
        }
        Expr::Nested(inner) if matches!(inner.as_ref(), Expr::BinaryOp { op, .. } if op == of) => operands(inner, of, found),
        other => found.push(other.clone()),
    }
}

fn sort_once(expressions: &mut Vec<Expr>) {
    expressions.sort_by_cached_key(ToString::to_string);
    expressions.dedup();
}
