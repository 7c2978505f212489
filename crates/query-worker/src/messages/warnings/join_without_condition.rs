//! Tables side by side without a condition: every row of one with every row of the other.
//!
//! CROSS JOIN says that all pairs are meant. A comma says nothing, and is named where WHERE does not bring the two tables together.

use super::Around;
use super::reading::{column, has, prefix, table_name};
use datafusion::sql::sqlparser::ast::{Expr, JoinConstraint, JoinOperator, Select, TableFactor};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, select: &Select) -> Vec<Diagnostic> {
    let joins = select.from.iter().flat_map(|tables| &tables.joins);
    let bare = joins
        .filter(|join| matches!(join.join_operator, JoinOperator::Join(JoinConstraint::None) | JoinOperator::Inner(JoinConstraint::None)));
    let mut findings: Vec<Diagnostic> = bare
        .map(|join| {
            let finding = Diagnostic::warning("sql-join-without-condition", "This join has no condition.")
                .note("Every row of one side is paired with every row of the other.")
                .help("Add ON with the columns that belong together, or write CROSS JOIN when all pairs are meant.");
            around.at(finding, &join.relation)
        })
        .collect();
    findings.extend(comma(around, select));
    findings
}

/// The second of two tables after FROM that nothing in WHERE brings together. What stems from a subquery may well be one row.
fn comma(around: &Around<'_>, select: &Select) -> Option<Diagnostic> {
    let [first, second] = select.from.as_slice() else { return None };
    let is_table = |factor: &TableFactor| table_name(factor).is_some_and(|name| around.table(&name).is_some());
    let alone = first.joins.is_empty() && second.joins.is_empty();
    if !alone || !is_table(&first.relation) || !is_table(&second.relation) {
        return None;
    }
    let brought_together = select.selection.as_ref().is_some_and(|condition| {
        has(condition, |part| match part {
            Expr::BinaryOp { left, right, .. } => column(left).is_some() && column(right).is_some(),
            Expr::InSubquery { .. } | Expr::Exists { .. } => true,
            _ => false,
        })
    });
    let names = [prefix(&first.relation)?, prefix(&second.relation)?];
    (!brought_together).then(|| {
        let finding = Diagnostic::warning("sql-join-without-condition", "Nothing brings these two tables together.")
            .note(format!("Every row of `{}` is paired with every row of `{}`.", names[0], names[1]))
            .help("Write JOIN … ON with the columns that belong together, or CROSS JOIN when all pairs are meant.");
        around.at(finding, &second.relation)
    })
}
