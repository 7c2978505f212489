//! Values where a condition is needed: `a = 1 OR 2`, `a = 1 || b = 2`, `a = 1 && b = 2`, `WHERE a`, and HAVING without groups.

use super::reading::{call, column, grouped, has, literal};
use super::written::Written;
use datafusion::sql::sqlparser::ast::{BinaryOperator, Expr, Select, SelectItem, Spanned, Statement, Value, Visitor};
use datafusion::sql::sqlparser::tokenizer::{Span, Token};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::ControlFlow;

/// Every such place.
pub(super) fn misused(written: &Written<'_>, statement: &Statement) -> Vec<Diagnostic> {
    let mut reader = Reader { written, findings: Vec::new() };
    let _ = walk(statement, &mut reader);
    reader.findings
}

struct Reader<'a> {
    written: &'a Written<'a>,
    findings: Vec<Diagnostic>,
}

impl Visitor for Reader<'_> {
    type Break = ();

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.findings.extend(having_without_groups(self.written, select));
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Expr::BinaryOp { left, op, right } = expression {
            self.findings.extend(self.operator(left, op, right));
        }
        ControlFlow::Continue(())
    }
}

impl Reader<'_> {
    fn operator(&self, left: &Expr, operator: &BinaryOperator, right: &Expr) -> Option<Diagnostic> {
        match operator {
            BinaryOperator::And | BinaryOperator::Or => {
                let (value, other) = [(right, left), (left, right)].into_iter().find(|(value, _)| is_value(value))?;
                let word = if *operator == BinaryOperator::And { "AND" } else { "OR" };
                let finding = Diagnostic::error("sql-condition", format!("On one side of {word} stands a value and not a condition."));
                let finding = match compared(other) {
                    Some((column, sign)) => {
                        let again = format!("{column} {sign} {value}");
                        finding.note("Each side is a condition of its own.").help(format!("Repeat the column: `{again}`."))
                    }
                    None if is_value(other) => finding.help(format!("Write a list after IN: `IN ({left}, {right})`.")),
                    None => finding.help("Compare it with a column."),
                };
                Some(self.written.place(finding, self.span(value.span())))
            }
            // The engine knows neither as a link between conditions.
            BinaryOperator::PGOverlap => Some(self.sign(left, &Token::Overlap, "`&&` does not join conditions here.", "Write AND.")),
            comparison if is_comparison(comparison) && is_condition(left) => Some(self.chain(left)),
            _ => None,
        }
    }

    /// A comparison that is compared again: `1 < a < 10`, or `a = 1 || b = 2`, in which `||` joins 1 and b.
    fn chain(&self, left: &Expr) -> Diagnostic {
        if let Expr::BinaryOp { left, right, .. } = left
            && let Expr::BinaryOp { op, .. } = right.as_ref()
        {
            match op {
                BinaryOperator::StringConcat => {
                    return self.sign(left, &Token::StringConcat, "`||` joins texts, and does not mean OR.", "Write OR.");
                }
                BinaryOperator::PGOverlap => return self.sign(left, &Token::Overlap, "`&&` does not join conditions here.", "Write AND."),
                _ => {}
            }
        }
        let finding = Diagnostic::error("sql-chained-comparison", "The result of a comparison is compared again.")
            .note("`1 < a` is true or false, and that is no number.")
            .help("Write two comparisons with AND between them: `1 < a AND a < 10`.");
        self.written.place(finding, self.span(left.span()))
    }

    /// At the first such sign after an operand.
    fn sign(&self, after: &Expr, sign: &Token, message: &str, help: &str) -> Diagnostic {
        let end = after.span().end;
        let token = self.written.words().iter().find(|token| token.token == *sign && token.span.start >= end);
        let token = token.or_else(|| self.written.words().iter().find(|token| token.token == *sign));
        let finding = Diagnostic::error("sql-other-operator", message).help(help);
        self.written.place(finding, token.map(|token| self.written.span(token.span)))
    }

    fn span(&self, span: Span) -> Option<std::ops::Range<usize>> {
        (span.start.line > 0).then(|| self.written.span(span))
    }
}

fn is_value(expression: &Expr) -> bool {
    matches!(literal(expression), Some(Value::SingleQuotedString(_) | Value::Number(..)))
}

fn is_comparison(operator: &BinaryOperator) -> bool {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
    matches!(operator, Eq | NotEq | Gt | GtEq | Lt | LtEq)
}

fn is_condition(expression: &Expr) -> bool {
    matches!(expression, Expr::BinaryOp { op, .. } if is_comparison(op))
}

fn compared(condition: &Expr) -> Option<(String, String)> {
    match condition {
        Expr::BinaryOp { left, op: BinaryOperator::And | BinaryOperator::Or, right } => compared(right).or_else(|| compared(left)),
        Expr::BinaryOp { left, op, .. } if is_condition(condition) => column(left).map(|_| (left.to_string(), op.to_string())),
        _ => None,
    }
}

/// A condition on single rows in HAVING, where there are no groups.
fn having_without_groups(written: &Written<'_>, select: &Select) -> Option<Diagnostic> {
    let having = select.having.as_ref()?;
    let is_aggregated = |expression: &Expr| has(expression, |part| call(part).is_some());
    let selected = select.projection.iter().any(|item| match item {
        SelectItem::UnnamedExpr(expression) | SelectItem::ExprWithAlias { expr: expression, .. } => is_aggregated(expression),
        _ => false,
    });
    (grouped(&select.group_by).is_empty() && !selected && !is_aggregated(having)).then(|| {
        let finding = Diagnostic::error("sql-having-without-groups", "HAVING chooses among groups, and there are none here.")
            .help("Write WHERE for a condition on single rows.");
        written.place(finding, written.find("having"))
    })
}
