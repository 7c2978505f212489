//! The engine, set up once per worker: no files but ours, no disk, a bounded pool, no catalogue but the query's own tables.

use crate::casts::NamedCasts;
use crate::dialect;
use crate::files::HandedFiles;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::SessionStateBuilder;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use std::sync::Arc;

/// Where the handed files live, as the engine addresses them.
pub(crate) const STORE: &str = "handed://files";

/// Share of the worker's memory for the engine's own pool, which gives a clean refusal; the rest is for what the pool does not count.
const POOL_SHARE: usize = 2;

/// Functions that speak about the engine and not about the data.
const ABOUT_THE_ENGINE: [&str; 7] =
    ["version", "arrow_cast", "arrow_try_cast", "arrow_typeof", "arrow_field", "arrow_metadata", "with_metadata"];

/// The engine without any table.
pub(crate) fn open(files: Arc<HandedFiles>, memory_bytes: usize) -> Result<SessionContext> {
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(FairSpillPool::new(memory_bytes / POOL_SHARE)))
        .with_disk_manager_builder(DiskManagerBuilder::default().with_mode(DiskManagerMode::Disabled))
        .build_arc()?;
    runtime.register_object_store(ObjectStoreUrl::parse(STORE)?.as_ref(), files);
    runtime.deregister_object_store(ObjectStoreUrl::local_filesystem().as_ref())?;
    let mut config = SessionConfig::new().with_target_partitions(2).with_information_schema(false);
    let options = config.options_mut();
    options.sql_parser.collect_spans = true;
    options.catalog.newlines_in_values = true;
    options.execution.parquet.pushdown_filters = true;
    let builder = SessionStateBuilder::new().with_config(config).with_runtime_env(runtime).with_default_features();
    let state = dialect::with_rules(builder).with_analyzer_rule(Arc::new(NamedCasts)).build();
    let context = SessionContext::new_with_state(state);
    for function in ABOUT_THE_ENGINE {
        context.deregister_udf(function);
    }
    dialect::install(&context)?;
    Ok(context)
}

/// Takes all tables away.
pub(crate) fn clear(context: &SessionContext) -> Result<()> {
    let schema = context
        .catalog("datafusion")
        .and_then(|catalog| catalog.schema("public"))
        .ok_or_else(|| DataFusionError::Internal("the default schema is missing".to_owned()))?;
    for name in schema.table_names() {
        schema.deregister_table(&name)?;
    }
    Ok(())
}
