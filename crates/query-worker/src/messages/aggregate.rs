//! Aggregates and windows where they cannot be.

use super::cause::Cause;
use super::reading::has;
use super::scope::{Clause, Mentions};
use super::written::Written;
use crate::statement;
use datafusion::execution::SessionState;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{Expr, Visitor};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::{ControlFlow, Range};

/// Every aggregate in a clause that is worked out before there are groups, and every window before there are windows.
pub(super) fn misplaced(written: &Written<'_>, mentions: &Mentions, state: &SessionState) -> Vec<Diagnostic> {
    let calls = mentions.calls.iter().filter_map(|call| Some((call, call.clause?)));
    calls
        .filter_map(|(call, clause)| {
            let name = call.name.value.to_lowercase();
            let aggregate = state.aggregate_functions().contains_key(&name) && !call.windowed;
            let windowed = call.windowed || state.window_functions().contains_key(&name);
            let finding = match (aggregate, windowed) {
                (true, _) => aggregate_in(clause, &name)?,
                (false, true) => window_in(clause, &name),
                (false, false) => return None,
            };
            Some(finding.at(written.file, written.span(call.name.span)))
        })
        .collect()
}

fn aggregate_in(clause: Clause, name: &str) -> Option<Diagnostic> {
    let code = match clause {
        Clause::Where => "sql-aggregate-in-where",
        Clause::On => "sql-aggregate-in-on",
        Clause::GroupBy => "sql-aggregate-in-group-by",
        Clause::Having => return None,
    };
    let finding = Diagnostic::error(code, format!("`{name}` cannot be used in {}.", clause.name()));
    Some(match clause {
        Clause::Where => finding
            .note("WHERE chooses single rows, before they are grouped; an aggregate is known only after.")
            .help("Put the condition into HAVING, after GROUP BY, or compute the aggregate in a subquery."),
        Clause::On => finding
            .note("ON brings single rows together, before they are grouped; an aggregate is known only after.")
            .help("Compute the aggregate in a subquery or WITH and join that, or put the condition into HAVING."),
        _ => finding
            .note("GROUP BY says which rows belong together; an aggregate is known only after.")
            .help("Group by the columns that are selected beside it; to group by a count, compute it in WITH first."),
    })
}

fn window_in(clause: Clause, name: &str) -> Diagnostic {
    let code = match clause {
        Clause::Where => "sql-window-in-where",
        Clause::On => "sql-window-in-on",
        Clause::GroupBy => "sql-window-in-group-by",
        Clause::Having => "sql-window-in-having",
    };
    Diagnostic::error(code, format!("The window function `{name}` cannot be used in {}.", clause.name()))
        .note(format!("Windows are worked out after {}.", clause.name()))
        .help("Compute it in a subquery or WITH and filter outside, or use QUALIFY.")
}

/// Aggregates inside aggregates.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    if text.contains("calls cannot be nested") || text.contains("cannot contain window function calls") {
        let finding = Diagnostic::error("sql-nested-aggregate", "An aggregate or window function is used inside another one.")
            .note("Each needs rows to work on, and the inner one gives them only after its own grouping.")
            .help("Compute the inner one in a subquery or WITH, and use its result outside.");
        return Some(written.place(finding, nested(written).or_else(|| cause.span().map(|span| written.engine_span(span)))));
    }
    if text.contains("Aggregate functions are not allowed in the WHERE clause") {
        let finding = Diagnostic::error("sql-aggregate-in-where", "An aggregate cannot be used in WHERE.")
            .help("Put the condition into HAVING, after GROUP BY, or compute the aggregate in a subquery.");
        return Some(written.place(finding, written.find("where")));
    }
    None
}

/// The name of the outer of two functions that cannot be nested.
fn nested(written: &Written<'_>) -> Option<Range<usize>> {
    struct Search(Option<datafusion::sql::sqlparser::tokenizer::Span>);
    impl Visitor for Search {
        type Break = ();

        fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
            let Expr::Function(outer) = expression else { return ControlFlow::Continue(()) };
            let inside = has(expression, |part| part != expression && is_over_rows(part));
            match outer.name.0.last().and_then(|part| part.as_ident()) {
                Some(name) if inside && is_over_rows(expression) => {
                    self.0 = Some(name.span);
                    ControlFlow::Break(())
                }
                _ => ControlFlow::Continue(()),
            }
        }
    }
    let Statement::Statement(statement) = statement::read(written).ok()? else { return None };
    let mut search = Search(None);
    let _ = walk(&statement, &mut search);
    search.0.map(|span| written.span(span))
}

fn is_over_rows(part: &Expr) -> bool {
    const AGGREGATES: [&str; 10] = ["count", "sum", "avg", "min", "max", "median", "stddev", "string_agg", "array_agg", "percentile_cont"];
    matches!(part, Expr::Function(function)
        if function.over.is_some() || AGGREGATES.contains(&function.name.to_string().to_lowercase().as_str()))
}
