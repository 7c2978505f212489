//! A LEFT JOIN undone by WHERE: for rows without a partner the right side's columns are NULL, and a comparison with NULL takes no row.

use super::Around;
use super::reading::{all_of, bare, column, literal, prefix, table_name};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, JoinOperator, Select, TableFactor, Value};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, select: &Select) -> Vec<Diagnostic> {
    let Some(condition) = &select.selection else { return Vec::new() };
    let joins = select.from.iter().flat_map(|tables| &tables.joins);
    let optional = joins.filter(|join| matches!(join.join_operator, JoinOperator::Left(_) | JoinOperator::LeftOuter(_)));
    let optional: Vec<&TableFactor> = optional.map(|join| &join.relation).collect();
    let undone = |part: &&Expr| compared(part).filter(|side| optional.iter().any(|factor| belongs(around, select, side, factor))).is_some();
    let undone = all_of(condition).into_iter().filter(undone);
    undone
        .map(|part| {
            let finding = Diagnostic::warning("sql-left-join-undone", "This condition undoes the LEFT JOIN.")
                .note("Rows without a partner have NULL here, and a comparison with NULL is never true, so they are all left out.")
                .help("Move the condition into ON to keep them, or write JOIN when they are not wanted.");
            around.at(finding, part)
        })
        .collect()
}

/// The column that a comparison needs a value of.
fn compared(part: &Expr) -> Option<&Expr> {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
    match bare(part) {
        Expr::BinaryOp { left, op: Eq | Gt | GtEq | Lt | LtEq | NotEq, right } => {
            // A comparison with NULL has a warning of its own.
            let null = [left, right].iter().any(|side| literal(side) == Some(&Value::Null));
            if null {
                return None;
            }
            match (column(left), column(right)) {
                (Some(_), None) => Some(left),
                (None, Some(_)) => Some(right),
                _ => None,
            }
        }
        Expr::Between { expr, .. } | Expr::InList { expr, .. } | Expr::Like { expr, .. } | Expr::ILike { expr, .. } => Some(expr),
        _ => None,
    }
}

/// Whether a column is surely one of this table.
fn belongs(around: &Around<'_>, select: &Select, side: &Expr, factor: &TableFactor) -> bool {
    match column(side) {
        Some((Some(table), _)) => prefix(factor) == Some(table),
        Some((None, name)) => {
            let factors = select
                .from
                .iter()
                .flat_map(|tables| std::iter::once(&tables.relation).chain(tables.joins.iter().map(|join| &join.relation)));
            let owns =
                |factor: &TableFactor| table_name(factor).and_then(|table| around.table(&table)).map(|table| table.columns.contains(&name));
            let owners: Vec<Option<bool>> = factors.map(owns).collect();
            let known = owners.iter().all(Option::is_some) && owners.iter().filter(|owns| **owns == Some(true)).count() == 1;
            known && owns(factor) == Some(true)
        }
        None => false,
    }
}
