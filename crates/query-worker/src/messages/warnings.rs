//! Queries that run and surely do not mean what they say.

use super::written::Written;
use datafusion::sql::sqlparser::ast::{
    BinaryOperator, Expr, JoinConstraint, JoinOperator, Select, Spanned, Statement, Value, Visit, Visitor,
};
use footbridge_diagnostic::Diagnostic;
use std::ops::ControlFlow;

/// Every such place.
pub(super) fn of(written: &Written<'_>, statement: &Statement) -> Vec<Diagnostic> {
    let mut reader = Reader { written, findings: Vec::new() };
    let _ = statement.visit(&mut reader);
    reader.findings
}

struct Reader<'a> {
    written: &'a Written<'a>,
    findings: Vec<Diagnostic>,
}

impl Visitor for Reader<'_> {
    type Break = ();

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Expr::BinaryOp { left, op: operator @ (BinaryOperator::Eq | BinaryOperator::NotEq), right } = expression
            && (is_null(left) || is_null(right))
        {
            let instead = if *operator == BinaryOperator::Eq { "IS NULL" } else { "IS NOT NULL" };
            let finding = Diagnostic::warning("sql-compared-with-null", format!("`{operator} NULL` is never true, not even for NULL."))
                .note("NULL means that there is no value, so whether it equals anything is unknown.")
                .help(format!("Write `{instead}`."))
                .at(self.written.file, self.written.span(expression.span()));
            self.findings.push(finding);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        for join in select.from.iter().flat_map(|tables| &tables.joins) {
            if let JoinOperator::Join(JoinConstraint::None) | JoinOperator::Inner(JoinConstraint::None) = &join.join_operator {
                let finding = Diagnostic::warning("sql-join-without-condition", "This join has no condition.")
                    .note("Every row of one side is paired with every row of the other.")
                    .help("Add ON with the columns that belong together, or write CROSS JOIN when all pairs are meant.")
                    .at(self.written.file, self.written.span(join.relation.span()));
                self.findings.push(finding);
            }
        }
        ControlFlow::Continue(())
    }
}

fn is_null(expression: &Expr) -> bool {
    matches!(expression, Expr::Value(value) if value.value == Value::Null)
}
