//! Small readings of a query that several rules need.

use datafusion::sql::sqlparser::ast::{
    BinaryOperator, DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, GroupByExpr, Ident, TableFactor,
    Value, Visitor,
};
use footbridge_query::walk;
use std::ops::ControlFlow;

/// The name under which the columns of a table go.
pub(in crate::messages) fn prefix(factor: &TableFactor) -> Option<String> {
    match factor {
        TableFactor::Table { alias: Some(alias), .. } | TableFactor::Derived { alias: Some(alias), .. } => Some(folded(&alias.name)),
        TableFactor::Table { name, .. } => name.0.last()?.as_ident().map(folded),
        _ => None,
    }
}

/// The name of the table itself.
pub(in crate::messages) fn table_name(factor: &TableFactor) -> Option<String> {
    match factor {
        TableFactor::Table { name, args: None, .. } => name.0.last()?.as_ident().map(folded),
        _ => None,
    }
}

/// A name as the engine reads it.
pub(in crate::messages) fn folded(name: &Ident) -> String {
    match name.quote_style {
        Some(_) => name.value.clone(),
        None => name.value.to_lowercase(),
    }
}

/// A column, and the table written before it.
pub(in crate::messages) fn column(expression: &Expr) -> Option<(Option<String>, String)> {
    match bare(expression) {
        Expr::Identifier(name) => Some((None, folded(name))),
        Expr::CompoundIdentifier(parts) => match parts.as_slice() {
            [.., table, name] => Some((Some(folded(table)), folded(name))),
            _ => None,
        },
        _ => None,
    }
}

/// Without parentheses.
pub(in crate::messages) fn bare(expression: &Expr) -> &Expr {
    match expression {
        Expr::Nested(inner) => bare(inner),
        other => other,
    }
}

/// The parts of a condition that must all be true.
pub(in crate::messages) fn all_of(condition: &Expr) -> Vec<&Expr> {
    parts(condition, &BinaryOperator::And)
}

/// The parts joined by one operator, in order. A chain is as deep as it is long, so it is not walked by recursion.
pub(in crate::messages) fn parts<'a>(condition: &'a Expr, joined_by: &BinaryOperator) -> Vec<&'a Expr> {
    let mut found = Vec::new();
    let mut waiting = vec![condition];
    while let Some(part) = waiting.pop() {
        match bare(part) {
            Expr::BinaryOp { left, op, right } if op == joined_by => waiting.extend([right.as_ref(), left.as_ref()]),
            other => found.push(other),
        }
    }
    found
}

/// A call that is not a window function: its name, in lower case.
pub(in crate::messages) fn call(expression: &Expr) -> Option<(String, &Function)> {
    match bare(expression) {
        Expr::Function(function) if function.over.is_none() => Some((folded(function.name.0.last()?.as_ident()?), function)),
        _ => None,
    }
}

/// The arguments of a call; `None` stands for the star.
pub(in crate::messages) fn arguments(function: &Function) -> Vec<Option<&Expr>> {
    let FunctionArguments::List(list) = &function.args else { return Vec::new() };
    let expression = |given| match given {
        &FunctionArg::Unnamed(FunctionArgExpr::Expr(ref value)) => Some(value),
        _ => None,
    };
    list.args.iter().map(expression).collect()
}

/// Whether a call says DISTINCT.
pub(in crate::messages) fn is_distinct(function: &Function) -> bool {
    matches!(&function.args, FunctionArguments::List(list) if list.duplicate_treatment == Some(DuplicateTreatment::Distinct))
}

/// A constant that is written down.
pub(in crate::messages) fn literal(expression: &Expr) -> Option<&Value> {
    match bare(expression) {
        Expr::Value(value) => Some(&value.value),
        Expr::TypedString(typed) => Some(&typed.value.value),
        _ => None,
    }
}

/// A text that is written down.
pub(in crate::messages) fn text(expression: &Expr) -> Option<&str> {
    match literal(expression)? {
        Value::SingleQuotedString(text) => Some(text),
        _ => None,
    }
}

/// The expressions of GROUP BY.
pub(in crate::messages) fn grouped(group_by: &GroupByExpr) -> &[Expr] {
    match group_by {
        GroupByExpr::Expressions(expressions, _) => expressions,
        GroupByExpr::All(_) => &[],
    }
}

/// Whether some part of an expression, outside of its subqueries, fits.
pub(in crate::messages) fn has(expression: &Expr, fits: impl Fn(&Expr) -> bool) -> bool {
    struct Search<F> {
        fits: F,
        depth: usize,
    }
    impl<F: Fn(&Expr) -> bool> Visitor for Search<F> {
        type Break = ();

        fn pre_visit_query(&mut self, _: &datafusion::sql::sqlparser::ast::Query) -> ControlFlow<()> {
            self.depth += 1;
            ControlFlow::Continue(())
        }

        fn post_visit_query(&mut self, _: &datafusion::sql::sqlparser::ast::Query) -> ControlFlow<()> {
            self.depth -= 1;
            ControlFlow::Continue(())
        }

        fn pre_visit_expr(&mut self, part: &Expr) -> ControlFlow<()> {
            match self.depth == 0 && (self.fits)(part) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        }
    }
    walk(expression, &mut Search { fits, depth: 0 }).is_break()
}
