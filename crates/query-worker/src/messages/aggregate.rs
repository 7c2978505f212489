//! Aggregates where they cannot be.

use super::cause::Cause;
use super::scope::Mentions;
use super::written::Written;
use datafusion::execution::SessionState;
use footbridge_diagnostic::Diagnostic;

/// Every aggregate in WHERE.
pub(super) fn in_where(written: &Written<'_>, mentions: &Mentions, state: &SessionState) -> Vec<Diagnostic> {
    let misplaced = mentions.calls.iter().filter(|call| call.in_where);
    misplaced
        .filter_map(|call| {
            let name = call.name.value.to_lowercase();
            let aggregate = state.aggregate_functions().contains_key(&name) && !call.windowed;
            let windowed = call.windowed || state.window_functions().contains_key(&name);
            let finding = match (aggregate, windowed) {
                (true, _) => Diagnostic::error("sql-aggregate-in-where", format!("`{name}` cannot be used in WHERE."))
                    .note("WHERE chooses single rows, before they are grouped; an aggregate is known only after.")
                    .help("Put the condition into HAVING, after GROUP BY, or compute the aggregate in a subquery."),
                (false, true) => Diagnostic::error("sql-window-in-where", format!("The window function `{name}` cannot be used in WHERE."))
                    .note("Windows are worked out after WHERE.")
                    .help("Compute it in a subquery or WITH and filter outside, or use QUALIFY."),
                (false, false) => return None,
            };
            Some(finding.at(written.file, written.span(call.name.span)))
        })
        .collect()
}

/// Aggregates inside aggregates.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    if text.contains("calls cannot be nested") || text.contains("cannot contain window function calls") {
        let finding = Diagnostic::error("sql-nested-aggregate", "An aggregate or window function is used inside another one.")
            .note("Each needs rows to work on, and the inner one gives them only after its own grouping.")
            .help("Compute the inner one in a subquery or WITH, and use its result outside.");
        return Some(written.place(finding, cause.span().map(|span| written.engine_span(span))));
    }
    if text.contains("Aggregate functions are not allowed in the WHERE clause") {
        let finding = Diagnostic::error("sql-aggregate-in-where", "An aggregate cannot be used in WHERE.")
            .help("Put the condition into HAVING, after GROUP BY, or compute the aggregate in a subquery.");
        return Some(written.place(finding, written.find("where")));
    }
    None
}
