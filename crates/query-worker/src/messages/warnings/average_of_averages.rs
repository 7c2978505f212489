//! An average of averages: each group weighs the same, however many rows it has.

use super::Around;
use super::reading::{arguments, call, column, folded, grouped, prefix, table_name};
use datafusion::sql::sqlparser::ast::{Expr, Query, Select, SelectItem, SetExpr, TableFactor, Visitor};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::ControlFlow;

pub(super) fn check(around: &Around<'_>, select: &Select) -> Vec<Diagnostic> {
    let mut averages = Averages(Vec::new());
    for item in &select.projection {
        let _ = walk(item, &mut averages);
    }
    let factors: Vec<&TableFactor> = select
        .from
        .iter()
        .flat_map(|tables| std::iter::once(&tables.relation).chain(tables.joins.iter().map(|join| &join.relation)))
        .collect();
    let of_averages = averages.0.into_iter().filter(|argument| {
        let Some((table, name)) = column(argument) else { return false };
        let mut read = factors.iter().filter(|factor| table.is_none() || prefix(factor) == table);
        read.any(|factor| inner(around, factor).is_some_and(|query| gives_average(&query, &name)))
    });
    of_averages
        .map(|argument| {
            let finding = Diagnostic::warning("sql-average-of-averages", "This is an average of averages.")
                .note("Every group counts the same, whether it has one row or a thousand, so it is not the average of all rows.")
                .help("Average the rows themselves, or carry sum and count along and divide: `sum(total) / sum(rows)`.");
            around.at(finding, &argument)
        })
        .collect()
}

/// The arguments of the averages in a SELECT, not those of its subqueries.
struct Averages(Vec<Expr>);

impl Visitor for Averages {
    type Break = ();

    fn pre_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Some((name, function)) = call(expression)
            && name == "avg"
        {
            self.0.extend(arguments(function).into_iter().flatten().cloned());
        }
        ControlFlow::Continue(())
    }
}

/// The query a table stems from.
fn inner(around: &Around<'_>, factor: &TableFactor) -> Option<Query> {
    match factor {
        TableFactor::Derived { subquery, .. } => Some(subquery.as_ref().clone()),
        other => {
            let name = table_name(other)?;
            around.defined.iter().find(|(defined, _)| *defined == name).map(|(_, query)| query.clone())
        }
    }
}

/// Whether a column of this name is the average of a group.
fn gives_average(query: &Query, name: &str) -> bool {
    let SetExpr::Select(select) = query.body.as_ref() else { return false };
    let is_average = |expression: &Expr| call(expression).is_some_and(|(function, _)| function == "avg");
    !grouped(&select.group_by).is_empty()
        && select.projection.iter().any(|item| match item {
            SelectItem::ExprWithAlias { expr, alias } => folded(alias) == name && is_average(expr),
            _ => false,
        })
}
