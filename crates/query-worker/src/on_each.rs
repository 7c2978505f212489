//! Queries on small databases: each is planned once, and its tables hold other rows each time.

use crate::execute::{Output, columns, gather, only_queries};
use crate::messages::{self, Written};
use crate::tables::{NamedTable, SetupError, Tables};
use crate::{dialect, session, statement};
use datafusion::arrow::array::{ArrayRef, StringArray, new_null_array};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::record_batch::{RecordBatch, RecordBatchOptions};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::common::tree_node::TreeNode as _;
use datafusion::common::{Result, TableReference};
use datafusion::execution::{SendableRecordBatchStream, SessionState, TaskContext};
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::execution_plan::reset_plan_states;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::PartitionStream;
use datafusion::physical_plan::{ExecutionPlan, execute_stream};
use datafusion::prelude::SessionContext;
use footbridge_query::protocol::{Reply, TableHandle, WireCell, WireRows};
use futures::stream;
use std::fs::File;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of values one result may hold.
const RESULT_BYTES: usize = 1 << 20;

/// The rows of every table in one database, in the order of the handles.
pub(crate) type Rows = Vec<Vec<Vec<WireCell>>>;

/// Runs each query on each database.
pub(crate) async fn run(
    context: &SessionContext,
    tables: &mut Tables,
    (handles, files): (&[TableHandle], Vec<File>),
    (databases, queries): (&[Rows], &[String]),
    most_rows: usize,
) -> Reply {
    let named = match tables.set_up(context, handles, files).await {
        Ok(named) => named,
        Err(SetupError::Source(finding)) => return Reply::Source(finding),
        Err(SetupError::Engine(error)) => return messages::engine_failed(&error),
    };
    let stand = match Stand::set_up(context, named, databases).await {
        Ok(stand) => stand,
        Err(error) => return messages::engine_failed(&error),
    };
    let mut results = Vec::with_capacity(queries.len());
    for sql in queries {
        results.push(stand.results(context, sql, most_rows).await);
    }
    Reply::Each(results)
}

/// The tables, and what each holds in each database.
struct Stand {
    named: Vec<NamedTable>,
    tables: Vec<Arc<Changing>>,
    databases: Vec<Vec<RecordBatch>>,
}

impl Stand {
    /// Puts changing tables in the place of the files'.
    async fn set_up(context: &SessionContext, named: Vec<NamedTable>, databases: &[Rows]) -> Result<Self> {
        let mut tables = Vec::new();
        for NamedTable { name, .. } in &named {
            let schema = context.table_provider(TableReference::bare(name.to_lowercase())).await?.schema();
            tables.push(Arc::new(Changing { rows: Mutex::new(RecordBatch::new_empty(Arc::clone(&schema))), schema }));
        }
        let batches = |rows: &Rows| tables.iter().zip(rows).map(|(table, rows)| batch(&table.schema, rows)).collect::<Result<_>>();
        let databases = databases.iter().map(batches).collect::<Result<_>>()?;
        session::clear(context)?;
        for (NamedTable { name, .. }, table) in named.iter().zip(&tables) {
            let table = StreamingTable::try_new(Arc::clone(&table.schema), vec![Arc::clone(table) as Arc<dyn PartitionStream>])?;
            context.register_table(TableReference::bare(name.to_lowercase()), Arc::new(table))?;
        }
        Ok(Self { named, tables, databases })
    }

    /// The results of one query. What goes wrong is not told: the values are not the learner's to see.
    async fn results(&self, context: &SessionContext, sql: &str, most_rows: usize) -> Vec<Option<WireRows>> {
        let state = for_few_rows(context);
        let Some((mut plan, columns)) = plan(&state, &self.named, sql).await else { return vec![None; self.databases.len()] };
        let mut results = Vec::with_capacity(self.databases.len());
        for batches in &self.databases {
            for (table, batch) in self.tables.iter().zip(batches) {
                table.hold(batch.clone());
            }
            results.push(match plan.ready(&state).await {
                Some(physical) => result(context, physical, &columns, most_rows).await,
                None => None,
            });
        }
        results
    }
}

/// The engine without what pays only on many rows: several partitions, and filters that grow while a plan runs, which would also keep the
/// plan from being run again.
fn for_few_rows(context: &SessionContext) -> SessionState {
    let mut state = context.state();
    let options = state.config_mut().options_mut();
    options.execution.target_partitions = 1;
    options.optimizer.enable_dynamic_filter_pushdown = false;
    options.optimizer.enable_join_dynamic_filter_pushdown = false;
    options.optimizer.enable_topk_dynamic_filter_pushdown = false;
    options.optimizer.enable_aggregate_dynamic_filter_pushdown = false;
    state
}

/// A query that is run many times.
enum Plan {
    /// Planned down to its operators, which are set back before each run.
    Again(Arc<dyn ExecutionPlan>),
    /// A recursive query, whose operators cannot be set back.
    Anew(LogicalPlan),
}

impl Plan {
    async fn of(state: &SessionState, logical: LogicalPlan) -> Result<Self> {
        if logical.exists(|node| Ok(matches!(node, LogicalPlan::RecursiveQuery(_))))? {
            return Ok(Self::Anew(logical));
        }
        Ok(Self::Again(state.query_planner().create_physical_plan(&logical, state).await?))
    }

    /// The operators, as if they had never run.
    async fn ready(&mut self, state: &SessionState) -> Option<Arc<dyn ExecutionPlan>> {
        match self {
            Self::Again(physical) => {
                *physical = reset_plan_states(Arc::clone(physical)).ok()?;
                Some(Arc::clone(physical))
            }
            Self::Anew(logical) => state.query_planner().create_physical_plan(logical, state).await.ok(),
        }
    }
}

/// The plan, and names and types of its columns.
async fn plan(state: &SessionState, tables: &[NamedTable], sql: &str) -> Option<(Plan, Vec<(String, String)>)> {
    let written = Written::new(sql, "");
    let statement = statement::read(&written).ok()?;
    let names = statement::written_names(&statement);
    let statement = dialect::rewritten(statement, tables);
    if !messages::before_planning(&written, &statement, tables, state).is_empty() {
        return None;
    }
    let plan = state.statement_to_plan(statement).await.ok()?;
    only_queries().verify_plan(&plan).ok()?;
    let columns = columns(&plan, &names);
    let plan = state.optimize(&plan).ok()?;
    Some((Plan::of(state, plan).await.ok()?, columns))
}

async fn result(
    context: &SessionContext,
    physical: Arc<dyn ExecutionPlan>,
    columns: &[(String, String)],
    most_rows: usize,
) -> Option<WireRows> {
    let stream = execute_stream(physical, context.task_ctx()).ok()?;
    let gathered = gather(stream, Output { rows: most_rows, bytes: RESULT_BYTES }).await.ok()?;
    (!gathered.truncated).then(|| WireRows { columns: columns.to_vec(), rows: gathered.rows })
}

/// A table whose rows are exchanged between two runs of the same plan.
#[derive(Debug)]
struct Changing {
    schema: SchemaRef,
    rows: Mutex<RecordBatch>,
}

impl Changing {
    fn hold(&self, batch: RecordBatch) {
        *self.rows.lock().unwrap_or_else(PoisonError::into_inner) = batch;
    }
}

impl PartitionStream for Changing {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), stream::iter([Ok(rows)])))
    }
}

/// Rows as the engine holds them. Every value goes through its text, which the engine reads for any type.
fn batch(schema: &SchemaRef, rows: &[Vec<WireCell>]) -> Result<RecordBatch> {
    let column = |(at, field): (usize, &Arc<datafusion::arrow::datatypes::Field>)| -> Result<ArrayRef> {
        let texts: Vec<Option<String>> = rows.iter().map(|row| row.get(at).and_then(text)).collect();
        if texts.iter().all(Option::is_none) {
            return Ok(new_null_array(field.data_type(), rows.len()));
        }
        Ok(cast(&StringArray::from(texts), field.data_type())?)
    };
    let columns = schema.fields().iter().enumerate().map(column).collect::<Result<_>>()?;
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    Ok(RecordBatch::try_new_with_options(Arc::clone(schema), columns, &options)?)
}

fn text(cell: &WireCell) -> Option<String> {
    Some(match cell {
        WireCell::Null => return None,
        WireCell::Boolean(value) => value.to_string(),
        WireCell::Integer(value) => value.to_string(),
        WireCell::FloatBits(bits) => f64::from_bits(*bits).to_string(),
        WireCell::Decimal(text) | WireCell::Text(text) | WireCell::Date(text) | WireCell::Timestamp(text) | WireCell::Other(text) => {
            text.clone()
        }
    })
}
