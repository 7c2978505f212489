//! `ORDER BY 'n'`: a text in single quotes is the same for every row, so nothing is put in order.

use super::Around;
use super::reading::text;
use datafusion::sql::sqlparser::ast::{OrderByKind, Query};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, query: &Query) -> Option<Diagnostic> {
    let OrderByKind::Expressions(orders) = &query.order_by.as_ref()?.kind else { return None };
    let (order, name) = orders.iter().find_map(|order| Some((&order.expr, text(&order.expr)?)))?;
    let finding = Diagnostic::warning("sql-constant-order", "A text that is the same for every row puts nothing in order.")
        .note("Single quotes make a text; names stand without quotes, or in double quotes.")
        .help(format!("Write `ORDER BY {name}`."));
    Some(around.at(finding, order))
}
