//! The last word, when no family knows the mistake.

use super::cause::Cause;
use super::written::Written;
use datafusion::error::DataFusionError;
use footbridge_diagnostic::Diagnostic;

/// Says plainly what could not be done, and nothing that only the engine's authors understand.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Diagnostic {
    let finding = match cause.root {
        DataFusionError::NotImplemented(_) => Diagnostic::error("sql-not-supported", "The query uses something that cannot be done here.")
            .help("Say the same in another way; joins, WITH and subqueries cover nearly all of SQL."),
        DataFusionError::Execution(_) | DataFusionError::ExecutionJoin(_) | DataFusionError::ArrowError(..) => {
            Diagnostic::error("sql-failed", "The query was understood, but failed while it ran.")
                .help("Run it in smaller parts to find the one that fails.")
        }
        _ => Diagnostic::error("sql-not-planned", "The query could not be planned.")
            .note("Its words are in order, but the engine found no way to run it, and gave no reason that helps.")
            .help("Run it in smaller parts to find the one that fails."),
    };
    let span = cause.span().map(|span| written.engine_span(span));
    written.place(finding, span)
}
