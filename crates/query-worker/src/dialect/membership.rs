//! `EXISTS (…)` and `a IN (SELECT …)` as values: in SELECT, in CASE, inside an aggregate.
//!
//! The engine can only filter by them. It does that by joining a column that tells whether there is a partner, so each such expression
//! is handed to its rule as a filter, and the join is taken out of what comes back.

use datafusion::common::Column;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::error::Result;
use datafusion::logical_expr::expr::InSubquery;
use datafusion::logical_expr::utils::{conjunction, split_conjunction_owned};
use datafusion::logical_expr::{
    Aggregate, Expr, ExprSchemable, Filter, LogicalPlan, LogicalPlanBuilder, Projection, Subquery, exists, in_subquery, lit, not, when,
};
use datafusion::optimizer::decorrelate_predicate_subquery::DecorrelatePredicateSubquery;
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use datafusion::scalar::ScalarValue;
use std::sync::Arc;

#[derive(Debug, Default)]
pub(super) struct MembershipAsValue(DecorrelatePredicateSubquery);

impl OptimizerRule for MembershipAsValue {
    fn name(&self) -> &'static str {
        "membership_as_value"
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        Some(ApplyOrder::TopDown)
    }

    fn supports_rewrite(&self) -> bool {
        true
    }

    fn rewrite(&self, plan: LogicalPlan, config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        match plan {
            LogicalPlan::Projection(projection) if projection.expr.iter().any(tests_membership) => {
                self.in_select(projection, config).map(Transformed::yes)
            }
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.iter().chain(&aggregate.aggr_expr).any(tests_membership) => {
                self.in_aggregate(aggregate, config).map(Transformed::yes)
            }
            LogicalPlan::Filter(filter) => in_filter(filter),
            other => Ok(Transformed::no(other)),
        }
    }
}

/// Parts of a condition that are not a test of membership but have one inside: `a = 1 OR b NOT IN (…)`.
fn in_filter(mut filter: Filter) -> Result<Transformed<LogicalPlan>> {
    let parts = split_conjunction_owned(filter.predicate.clone());
    if !parts.iter().any(has_one_inside) {
        return Ok(Transformed::no(LogicalPlan::Filter(filter)));
    }
    let input = Arc::clone(&filter.input);
    let written = parts.into_iter().map(|part| if has_one_inside(&part) { with_unknown(part, &input) } else { Ok(part) });
    let written: Vec<Expr> = written.collect::<Result<_>>()?;
    filter.predicate = conjunction(written).unwrap_or(filter.predicate);
    Ok(Transformed::yes(LogicalPlan::Filter(filter)))
}

fn has_one_inside(part: &Expr) -> bool {
    let bare = if let Expr::Not(inner) = part { inner.as_ref() } else { part };
    let inside = |part: &Expr| Ok(matches!(part, Expr::InSubquery(_)));
    !matches!(bare, Expr::Exists(_) | Expr::InSubquery(_)) && part.exists(inside).unwrap_or(false)
}

impl MembershipAsValue {
    fn in_select(&self, projection: Projection, config: &dyn OptimizerConfig) -> Result<LogicalPlan> {
        let names = projection.schema.columns();
        let mut input = Arc::unwrap_or_clone(projection.input);
        let mut selected = Vec::new();
        for (expression, name) in projection.expr.into_iter().zip(names) {
            let expression = self.joined(expression, &mut input, config)?;
            selected.push(named(expression, name));
        }
        Ok(LogicalPlan::Projection(Projection::try_new(selected, Arc::new(input))?))
    }

    fn in_aggregate(&self, aggregate: Aggregate, config: &dyn OptimizerConfig) -> Result<LogicalPlan> {
        let names = aggregate.schema.columns();
        let mut input = Arc::unwrap_or_clone(aggregate.input);
        let mut all = |expressions: Vec<Expr>| -> Result<Vec<Expr>> {
            expressions.into_iter().map(|expression| self.joined(expression, &mut input, config)).collect()
        };
        let (grouped, aggregated) = (all(aggregate.group_expr)?, all(aggregate.aggr_expr)?);
        let inner = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(input), grouped, aggregated)?);
        let columns = inner.schema().columns().into_iter().map(Expr::Column).zip(names);
        let above = columns.map(|(column, name)| named(column, name)).collect();
        Ok(LogicalPlan::Projection(Projection::try_new(above, Arc::new(inner))?))
    }

    /// The expression without subqueries, and `input` joined with what it needs for that. Both stay as they are where the engine finds
    /// no join.
    fn joined(&self, expression: Expr, input: &mut LogicalPlan, config: &dyn OptimizerConfig) -> Result<Expr> {
        if !tests_membership(&expression) {
            return Ok(expression);
        }
        let expression = with_unknown(expression, input)?;
        // A filter by `… IS NOT NULL` has the subquery inside its condition, which makes the rule join and not filter.
        let filter = Filter::try_new(expression.clone().is_not_null(), Arc::new(input.clone()))?;
        let plan = self.0.rewrite(LogicalPlan::Filter(filter), config)?.data;
        let Some((joined, expression)) = taken_apart(plan) else { return Ok(expression) };
        *input = joined;
        Ok(expression)
    }
}

/// The join below the filter, and the expression inside it.
fn taken_apart(plan: LogicalPlan) -> Option<(LogicalPlan, Expr)> {
    let LogicalPlan::Projection(above) = plan else { return None };
    let LogicalPlan::Filter(filter) = Arc::unwrap_or_clone(above.input) else { return None };
    match filter.predicate {
        Expr::IsNotNull(expression) => Some((Arc::unwrap_or_clone(filter.input), *expression)),
        _ => None,
    }
}

fn tests_membership(expression: &Expr) -> bool {
    expression.exists(|part| Ok(matches!(part, Expr::Exists(_) | Expr::InSubquery(_)))).unwrap_or(false)
}

/// `a IN (…)` is unknown, not false, when it is not found and `a` or a row of the subquery is NULL. The engine's join says only
/// whether it was found.
fn with_unknown(expression: Expr, input: &LogicalPlan) -> Result<Expr> {
    let written = expression.transform_up(|part| match part {
        Expr::InSubquery(InSubquery { expr, subquery, negated }) => {
            let subquery = with_prefix(subquery)?;
            let found = when(in_subquery((*expr).clone(), Arc::clone(&subquery.subquery)), lit(true));
            let mut unknown = Vec::new();
            if expr.nullable(input.schema())? {
                unknown.push(expr.is_null().and(exists(Arc::clone(&subquery.subquery))));
            }
            if subquery.subquery.schema().field(0).is_nullable() {
                unknown.push(exists(with_null(&subquery)?));
            }
            let unknown = unknown.into_iter().reduce(Expr::or);
            let mut found = found;
            let value = match unknown {
                Some(unknown) => found.when(unknown, lit(ScalarValue::Boolean(None))).otherwise(lit(false))?,
                None => found.otherwise(lit(false))?,
            };
            Ok(Transformed::yes(if negated { not(value) } else { value }))
        }
        other => Ok(Transformed::no(other)),
    });
    written.map(|written| written.data)
}

/// A column without a table in front, as UNION gives, is met twice by the engine's join. Here it gets one.
fn with_prefix(subquery: Subquery) -> Result<Subquery> {
    let bare = subquery.subquery.schema().qualified_field(0).0.is_none();
    if !bare || !subquery.outer_ref_columns.is_empty() {
        return Ok(subquery);
    }
    let plan = LogicalPlanBuilder::from(Arc::clone(&subquery.subquery)).alias("__members")?.build()?;
    Ok(subquery.with_plan(Arc::new(plan)))
}

/// The rows of a subquery whose value is NULL.
fn with_null(subquery: &Subquery) -> Result<Arc<LogicalPlan>> {
    let value = subquery.subquery.schema().columns().swap_remove(0);
    LogicalPlanBuilder::from(Arc::clone(&subquery.subquery)).filter(Expr::Column(value).is_null())?.build().map(Arc::new)
}

fn named(expression: Expr, name: Column) -> Expr {
    match &expression {
        Expr::Column(column) if *column == name => expression,
        _ => expression.alias_qualified(name.relation, name.name),
    }
}
