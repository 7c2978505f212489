//! One query, from text to rows.

use crate::answer::{Gathered, type_name};
use crate::dialect;
use crate::messages::{self, Written};
use crate::statement;
use crate::tables::{NamedTable, SetupError, Tables};
use crate::text_keys;
use datafusion::common::TableReference;
use datafusion::error::DataFusionError;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::execute_stream;
use datafusion::prelude::{SQLOptions, SessionContext};
use footbridge_query::protocol::{Reply, TableHandle, WireAnswer, WireRows};
use futures::{StreamExt, TryStreamExt, future};
use std::fs::File;

/// What a query may give.
pub(crate) struct Output {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
}

/// Runs one query over these tables.
pub(crate) async fn run(
    context: &SessionContext,
    tables: &mut Tables,
    (handles, files): (&[TableHandle], Vec<File>),
    (sql, file): (&str, &str),
    output: Output,
) -> Reply {
    let named = match tables.set_up(context, handles, files).await {
        Ok(named) => named,
        Err(SetupError::Source(finding)) => return Reply::Source(finding),
        Err(SetupError::Engine(error)) => return messages::engine_failed(&error),
    };
    match answer(context, &named, &Written::new(sql, file), output).await {
        Ok(answer) => Reply::Answer(answer),
        Err(Reply::Source(broken)) => Reply::Source(match breaking(context, handles).await {
            Some((handle, error)) => tables.placed(handle, messages::source_broke(Some(&handle.name), &error)),
            None => broken,
        }),
        Err(reply) => reply,
    }
}

/// The first table that cannot be read to its end, and why: what a query is told does not name the file.
async fn breaking<'a>(context: &SessionContext, handles: &'a [TableHandle]) -> Option<(&'a TableHandle, DataFusionError)> {
    for handle in handles {
        let rows = context.table(TableReference::bare(handle.name.to_lowercase())).await.ok()?.execute_stream().await;
        let read = match rows {
            Ok(rows) => rows.try_for_each(|_| future::ready(Ok(()))).await,
            Err(error) => Err(error),
        };
        if let Err(error) = read {
            return Some((handle, error));
        }
    }
    None
}

async fn answer(context: &SessionContext, tables: &[NamedTable], written: &Written<'_>, output: Output) -> Result<WireAnswer, Reply> {
    let mut state = context.state();
    let statement = statement::read(written).map_err(|finding| Reply::Statement(vec![finding]))?;
    let warnings = messages::warnings(written, tables, &statement);
    let names = statement::written_names(&statement);
    let statement = dialect::rewritten(statement, tables);
    let findings = messages::before_planning(written, &statement, tables, &state);
    if !findings.is_empty() {
        return Err(Reply::Statement(findings));
    }
    let explain = |error| messages::explain(written, tables, &error);
    let plan = state.statement_to_plan(statement).await.map_err(explain)?;
    only_queries().verify_plan(&plan).map_err(|_| Reply::Statement(vec![messages::not_a_query(written)]))?;
    let columns = columns(&plan, &names);
    let plan = state.optimize(&plan).and_then(|plan| text_keys::coded(plan, tables)).map_err(explain)?;
    state.config_mut().options_mut().optimizer.enable_window_topn = text_keys::of_few_groups(&plan, tables).map_err(explain)?;
    let physical = state.query_planner().create_physical_plan(&plan, &state).await.map_err(explain)?;
    let stream = execute_stream(physical, context.task_ctx()).map_err(explain)?;
    let gathered = gather(stream, output).await.map_err(explain)?;
    if gathered.oversized {
        return Err(Reply::Limit(messages::output_too_large()));
    }
    let total_rows = gathered.rows.len() as u64;
    Ok(WireAnswer { rows: WireRows { columns, rows: gathered.rows }, truncated: gathered.truncated, total_rows, warnings })
}

/// No plan but a query's.
pub(crate) fn only_queries() -> SQLOptions {
    SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false)
}

/// Rows up to a limit; nothing is read beyond it.
pub(crate) async fn gather(mut stream: SendableRecordBatchStream, output: Output) -> datafusion::error::Result<Gathered> {
    let mut gathered = Gathered::new(output.rows, output.bytes);
    while let Some(batch) = stream.next().await {
        gathered.add(&batch?)?;
        if gathered.truncated {
            break;
        }
    }
    Ok(gathered)
}

/// Names and types of the result's columns. A column without an alias is called what was written for it, not what the engine made of
/// it.
pub(crate) fn columns(plan: &LogicalPlan, written: &[Option<String>]) -> Vec<(String, String)> {
    let fields = plan.schema().fields();
    let written = if written.len() == fields.len() { written } else { &[] };
    let name = |at: usize, field: &str| written.get(at).cloned().flatten().unwrap_or_else(|| plain_name(field));
    fields.iter().enumerate().map(|(at, field)| (name(at, field.name()), type_name(field.data_type()))).collect()
}

/// The engine's own name for a constant, `Int64(1)` or `Utf8("a")`, without the type around it.
fn plain_name(field: &str) -> String {
    let constant = ["Int64(", "Utf8(", "Float64(", "Boolean("].iter().find_map(|start| field.strip_prefix(start)?.strip_suffix(')'));
    constant.map_or_else(|| field.to_owned(), |constant| constant.trim_matches('"').to_owned())
}
