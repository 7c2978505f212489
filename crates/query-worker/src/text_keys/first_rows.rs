//! `… WHERE place <= 3` over `row_number() OVER (PARTITION BY text ORDER BY …) AS place` needs no sort of all rows where the texts repeat: the
//! engine can keep the first rows of each group as it reads.
//!
//! That plan of the engine (`enable_window_topn` of DataFusion 55) is off by itself, and right for what is let through here alone: it looks
//! neither at other window functions beside the one that is compared, nor at what a projection moved.

use super::repeats;
use crate::tables::NamedTable;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::common::{Column, ScalarValue};
use datafusion::error::Result;
use datafusion::logical_expr::{BinaryExpr, Expr, Filter, LogicalPlan, Operator, Window};

/// Most rows of a group that are kept; more of them are sorted sooner than held in order.
const MOST_KEPT: u64 = 1_000;

/// Whether only the first rows of few groups are asked for.
pub(crate) fn of_few_groups(plan: &LogicalPlan, tables: &[NamedTable]) -> Result<bool> {
    let (mut windows, mut filters) = (Vec::new(), Vec::new());
    plan.apply_with_subqueries(|node| {
        match node {
            LogicalPlan::Window(window) => windows.push(window.clone()),
            LogicalPlan::Filter(filter) => filters.extend(over_window(&filter.input).then(|| filter.clone())),
            _ => {}
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    let [window] = windows.as_slice() else { return Ok(false) };
    Ok(is_place_in_few_groups(window, tables) && !filters.is_empty() && filters.iter().all(keeps_first))
}

fn is_place_in_few_groups(window: &Window, tables: &[NamedTable]) -> bool {
    let [Expr::WindowFunction(function)] = window.window_expr.as_slice() else { return false };
    let keys = &function.params.partition_by;
    ["row_number", "rank"].contains(&function.fun.name())
        && !keys.is_empty()
        && !function.params.order_by.is_empty()
        && keys.iter().all(|key| repeats(key, &window.input, tables))
}

fn over_window(plan: &LogicalPlan) -> bool {
    match plan {
        LogicalPlan::Window(_) => true,
        LogicalPlan::Projection(projection) => over_window(&projection.input),
        LogicalPlan::SubqueryAlias(alias) => over_window(&alias.input),
        _ => false,
    }
}

/// Whether the place is compared, and at least the first row kept, but not many.
fn keeps_first(filter: &Filter) -> bool {
    let Expr::BinaryExpr(BinaryExpr { left, op, right }) = &filter.predicate else { return false };
    let (column, most) = match (left.as_ref(), op, right.as_ref()) {
        (Expr::Column(column), Operator::LtEq, Expr::Literal(ScalarValue::UInt64(Some(last)), _)) => (column, *last),
        (Expr::Column(column), Operator::Lt, Expr::Literal(ScalarValue::UInt64(Some(end)), _)) => (column, end.saturating_sub(1)),
        _ => return false,
    };
    (1..=MOST_KEPT).contains(&most) && is_place(column, &filter.input)
}

/// Whether a column is what the window function gives.
fn is_place(column: &Column, plan: &LogicalPlan) -> bool {
    let Some(at) = plan.schema().maybe_index_of_column(column) else { return false };
    match plan {
        LogicalPlan::Window(window) => at == window.input.schema().fields().len(),
        LogicalPlan::Projection(projection) => match projection.expr[at].clone().unalias() {
            Expr::Column(column) => is_place(&column, &projection.input),
            _ => false,
        },
        LogicalPlan::SubqueryAlias(alias) => is_place(&alias.input.schema().columns()[at].clone(), &alias.input),
        _ => false,
    }
}
