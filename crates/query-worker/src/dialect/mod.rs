//! What the engine's dialect lacks, and a learner of SQL meets: one idea a file.
//!
//! Three ways in: a function that is registered, a way to plan that is registered, or a query that is written another way before it is
//! planned. `docs/sql-dialect.md` shows each at work.

mod approx_percentile;
mod date_diff;
mod grammar;
mod if_call;
mod interval_order;
mod interval_product;
mod json;
mod membership;
mod percentile;
mod percentile_cont;
mod percentile_disc;
mod repeated_column;
mod time_bucket;
mod using;

use crate::tables::NamedTable;
use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::functions_aggregate::approx_distinct::approx_distinct_udaf;
use datafusion::optimizer::Optimizer;
use datafusion::prelude::SessionContext;
use datafusion::sql::parser::Statement;
use std::sync::Arc;

pub(crate) use grammar::Grammar;

/// The rules that have to run before those of the engine.
pub(crate) fn with_rules(builder: SessionStateBuilder) -> SessionStateBuilder {
    let mut rules = Optimizer::new().rules;
    rules.insert(0, Arc::new(membership::MembershipAsValue::default()));
    builder.with_optimizer_rules(rules).with_analyzer_rule(Arc::new(interval_order::LengthsInOrder))
}

/// Adds functions and operators.
pub(crate) fn install(context: &SessionContext) -> Result<()> {
    context.register_udf(date_diff::date_diff());
    context.register_udf(time_bucket::time_bucket());
    json::functions().into_iter().for_each(|function| context.register_udf(function));
    context.register_udaf(percentile_disc::percentile_disc());
    context.register_udaf(percentile_cont::percentile_cont());
    context.register_udaf(approx_percentile::approx_percentile_cont());
    context.register_udaf(approx_distinct_udaf().as_ref().clone().with_aliases(["approx_count_distinct"]));
    let state = context.state_ref();
    let mut state = state.write();
    state.register_expr_planner(Arc::new(json::Access))?;
    state.register_expr_planner(Arc::new(interval_product::Product))
}

/// The query in words that the engine plans as they were meant. Places stay those of the text.
pub(crate) fn rewritten(statement: Statement, tables: &[NamedTable]) -> Statement {
    let Statement::Statement(mut query) = statement else { return statement };
    if_call::rewrite(&mut query);
    using::rewrite(&mut query, tables);
    repeated_column::rewrite(&mut query);
    Statement::Statement(query)
}
