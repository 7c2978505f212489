//! A cast in GROUP BY keeps a name of its own.
//!
//! The engine calls `CAST(t AS DATE)` by the name of `t`. When it leaves out of a GROUP BY what a key decides already, it takes the day for
//! the instant, and drops columns that the day does not decide: groups are then too few. A projection below gives each cast another name,
//! and one above gives the name back.

use datafusion::common::tree_node::Transformed;
use datafusion::common::{Column, Result};
use datafusion::config::ConfigOptions;
use datafusion::logical_expr::{Aggregate, Expr, LogicalPlan, Projection};
use datafusion::optimizer::AnalyzerRule;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct NamedCasts;

impl AnalyzerRule for NamedCasts {
    fn name(&self) -> &'static str {
        "named_casts"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let named = plan.transform_up_with_subqueries(|plan| match plan {
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.iter().any(is_cast) => named(aggregate).map(Transformed::yes),
            other => Ok(Transformed::no(other)),
        });
        named.map(|named| named.data)
    }
}

fn is_cast(expr: &Expr) -> bool {
    matches!(expr, Expr::Cast(_) | Expr::TryCast(_))
}

fn named(aggregate: Aggregate) -> Result<LogicalPlan> {
    let mut below: Vec<Expr> = aggregate.input.schema().columns().into_iter().map(Expr::Column).collect();
    let mut grouped = Vec::new();
    for (at, expr) in aggregate.group_expr.into_iter().enumerate() {
        if is_cast(&expr) {
            let name = format!("__cast_{at}");
            below.push(expr.alias(name.clone()));
            grouped.push(Expr::Column(Column::new_unqualified(name)));
        } else {
            grouped.push(expr);
        }
    }
    let input = LogicalPlan::Projection(Projection::try_new(below, aggregate.input)?);
    let inner = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(input), grouped, aggregate.aggr_expr)?);
    let before = aggregate.schema.iter().map(|(qualifier, field)| (qualifier.cloned(), field.name().clone()));
    let above = inner.schema().columns().into_iter().zip(before);
    let above = above.map(|(column, (qualifier, name))| Expr::Column(column).alias_qualified(qualifier, name)).collect();
    Ok(LogicalPlan::Projection(Projection::try_new(above, Arc::new(inner))?))
}
