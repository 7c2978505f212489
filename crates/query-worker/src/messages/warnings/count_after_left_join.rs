//! `count(*)` of the partners of a LEFT JOIN: a row without a partner is a row too, and counts as one.

use super::Around;
use super::reading::{all_of, arguments, bare, call, column, folded, grouped, prefix};
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, JoinConstraint, JoinOperator, Select, SelectItem};
use footbridge_diagnostic::Diagnostic;

pub(super) fn check(around: &Around<'_>, select: &Select) -> Option<Diagnostic> {
    let [from] = select.from.as_slice() else { return None };
    let [join] = from.joins.as_slice() else { return None };
    let left_join = matches!(join.join_operator, JoinOperator::Left(_) | JoinOperator::LeftOuter(_));
    let (left, right) = (prefix(&from.relation)?, prefix(&join.relation)?);
    let groups = grouped(&select.group_by);
    // Groups of the left side, each of its columns written with its table; a condition in WHERE may have chosen the rows already.
    let of_the_left = |group: &Expr| column(group).is_some_and(|(table, _)| table.as_ref() == Some(&left));
    if !left_join || groups.is_empty() || !groups.iter().all(of_the_left) || select.selection.is_some() {
        return None;
    }
    let expressions = select.projection.iter().filter_map(|item| match item {
        SelectItem::UnnamedExpr(expression) | SelectItem::ExprWithAlias { expr: expression, .. } => Some(expression),
        _ => None,
    });
    let mut counts = expressions.filter(|expression| {
        call(expression).is_some_and(|(name, function)| name == "count" && function.filter.is_none() && arguments(function) == [None])
    });
    let count = counts.next()?;
    let finding = Diagnostic::warning("sql-count-after-left-join", "`count(*)` gives 1, not 0, where the LEFT JOIN found no partner.")
        .note("The row is there all the same, with NULL in the columns of the other table.")
        .help(match key(&join.join_operator, &right) {
            Some(key) => format!("Count a column of the other table that is never NULL in it: `count({right}.{key})`."),
            None => format!("Count a column of `{right}` that is never NULL in it, such as its key."),
        });
    Some(around.at(finding, count))
}

/// A column of the right side by which it was joined: there is none where there is no partner.
fn key(operator: &JoinOperator, right: &str) -> Option<String> {
    let (JoinOperator::Left(constraint) | JoinOperator::LeftOuter(constraint)) = operator else { return None };
    match constraint {
        JoinConstraint::Using(columns) => columns.first()?.0.last()?.as_ident().map(folded),
        JoinConstraint::On(condition) => all_of(condition).into_iter().find_map(|part| match bare(part) {
            Expr::BinaryOp { left, op: BinaryOperator::Eq, right: other } => {
                let of_the_right = [left, other].into_iter().filter_map(|side| column(side));
                of_the_right.filter(|(table, _)| table.as_deref() == Some(right)).map(|(_, name)| name).next()
            }
            _ => None,
        }),
        _ => None,
    }
}
