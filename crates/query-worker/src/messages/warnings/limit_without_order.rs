//! LIMIT without ORDER BY: which rows come is chance, and can change from run to run.
//!
//! A plain look at a table, `SELECT … FROM t LIMIT 10`, asks for any rows and is left alone.

use super::Around;
use super::reading::{call, grouped, has, literal};
use datafusion::sql::sqlparser::ast::{Distinct, Expr, LimitClause, Query, Select, SelectItem, SetExpr, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, query: &Query, outermost: bool) -> Option<Diagnostic> {
    let limit = match query.limit_clause.as_ref()? {
        LimitClause::LimitOffset { limit: Some(limit), .. } | LimitClause::OffsetCommaLimit { limit, .. } => limit,
        LimitClause::LimitOffset { .. } => return None,
    };
    let zero = matches!(literal(limit), Some(Value::Number(number, _)) if number == "0");
    let harmless = match query.body.as_ref() {
        SetExpr::Select(select) => gives_one_row(select) || (outermost && query.with.is_none() && is_look(select)),
        _ => false,
    };
    if query.order_by.is_some() || zero || harmless {
        return None;
    }
    let finding = Diagnostic::warning("sql-limit-without-order", "LIMIT takes rows by chance, because nothing puts them in order.")
        .note("The same query can give other rows tomorrow.")
        .help("Add ORDER BY before LIMIT, with columns that decide between all rows.");
    Some(around.at(finding, limit))
}

fn gives_one_row(select: &Select) -> bool {
    let aggregates = |item: &SelectItem| match item {
        SelectItem::UnnamedExpr(expression) | SelectItem::ExprWithAlias { expr: expression, .. } => has(expression, is_aggregate),
        _ => false,
    };
    grouped(&select.group_by).is_empty() && select.projection.iter().any(aggregates)
}

fn is_aggregate(expression: &Expr) -> bool {
    const AGGREGATES: [&str; 7] = ["count", "sum", "avg", "min", "max", "median", "percentile_cont"];
    call(expression).is_some_and(|(name, _)| AGGREGATES.contains(&name.as_str()))
}

/// One table, all of its rows, nothing worked out over them.
fn is_look(select: &Select) -> bool {
    let one_table = matches!(select.from.as_slice(), [from] if from.joins.is_empty());
    let distinct = matches!(select.distinct, Some(Distinct::Distinct | Distinct::On(_)));
    one_table && !distinct && select.selection.is_none() && grouped(&select.group_by).is_empty() && select.qualify.is_none()
}
