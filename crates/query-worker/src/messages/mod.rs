//! The engine's words become ours: what is wrong here, where, why, and what to do.
//!
//! One file per family of mistakes. Each offers a function that knows its family and gives `None` for all others; they are asked in
//! turn, and [`fallback`] has the last word. Where the engine or the syntax tree is typed, the type decides; the engine's text is read
//! only where there is nothing else.

mod aggregate;
mod alias;
mod cause;
mod clause;
mod column;
mod condition;
mod fallback;
mod function;
mod grouping;
mod habit;
mod kind;
mod reading;
mod runtime;
mod scope;
mod shape;
mod subquery;
mod syntax;
mod table;
mod types;
mod warnings;
mod written;

use crate::tables::NamedTable;
use cause::Cause;
use datafusion::error::DataFusionError;
use datafusion::execution::SessionState;
use datafusion::sql::parser::Statement;
use footbridge_diagnostic::Diagnostic;
use footbridge_query::protocol::Reply;

pub(crate) use kind::{empty, not_a_query, other_statement, several_statements, too_long};
pub(crate) use runtime::{output_too_large, source_broke, source_reason};
pub(crate) use syntax::{not_parsed, not_readable};
pub(crate) use written::Written;

/// Mistakes that the text alone gives away: all of them at once.
pub(crate) fn before_planning(
    written: &Written<'_>,
    statement: &Statement,
    tables: &[NamedTable],
    state: &SessionState,
) -> Vec<Diagnostic> {
    let Statement::Statement(statement) = statement else { return vec![not_a_query(written)] };
    let mentions = scope::mentions(statement);
    if mentions.changes {
        return vec![not_a_query(written)];
    }
    if mentions.selects_nothing {
        return vec![shape::nothing_selected(written)];
    }
    let mut findings = table::unknown(written, &mentions, tables);
    findings.extend(function::unknown(written, &mentions, state));
    findings.extend(aggregate::misplaced(written, &mentions, state));
    findings.extend(alias::taken(written, statement));
    findings.extend(condition::misused(written, statement));
    each_once(findings)
}

/// Places in a query that runs and surely does not mean what it says.
pub(crate) fn warnings(written: &Written<'_>, tables: &[NamedTable], statement: &Statement) -> Vec<Diagnostic> {
    match statement {
        Statement::Statement(statement) => warnings::of(written, tables, statement),
        _ => Vec::new(),
    }
}

/// A place in a subquery is met once from outside and once from inside.
fn each_once(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    for finding in findings {
        if !kept.contains(&finding) {
            kept.push(finding);
        }
    }
    kept
}

/// What the engine said while planning or running, in our words.
pub(crate) fn explain(written: &Written<'_>, tables: &[NamedTable], error: &DataFusionError) -> Reply {
    let cause = Cause::of(error);
    if let Some(reply) = runtime::beyond_the_query(&cause) {
        return reply;
    }
    let finding = column::explain(written, tables, &cause)
        .or_else(|| column::explain_ambiguous(written, tables, &cause))
        .or_else(|| table::explain(written, &cause))
        .or_else(|| grouping::explain(written, &cause))
        .or_else(|| aggregate::explain(written, &cause))
        .or_else(|| function::explain(written, tables, &cause))
        .or_else(|| shape::explain(written, &cause))
        .or_else(|| clause::explain(written, &cause))
        .or_else(|| types::explain(written, &cause))
        .or_else(|| subquery::explain(written, &cause))
        .or_else(|| runtime::explain(written, &cause))
        .unwrap_or_else(|| fallback::explain(written, &cause));
    Reply::Statement(vec![finding])
}

/// The engine refused before the query was even read.
pub(crate) fn engine_failed(error: &DataFusionError) -> Reply {
    runtime::beyond_the_query(&Cause::of(error)).unwrap_or_else(|| Reply::Source(source_broke(None, error)))
}
