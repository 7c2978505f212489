//! What the sources hold.

use crate::answer::type_name;
use crate::messages;
use crate::tables::{SetupError, Tables};
use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::Int64Type;
use datafusion::common::TableReference;
use datafusion::error::Result;
use datafusion::prelude::SessionContext;
use footbridge_query::protocol::{Reply, TableHandle, WireSchema};
use std::fs::File;

/// Columns and number of rows of each table.
pub(crate) async fn describe(context: &SessionContext, tables: &mut Tables, handles: &[TableHandle], files: Vec<File>) -> Reply {
    match tables.set_up(context, handles, files).await {
        Ok(_) => {}
        Err(SetupError::Source(finding)) => return Reply::Source(finding),
        Err(SetupError::Engine(error)) => return messages::engine_failed(&error),
    }
    let mut schemas = Vec::new();
    for handle in handles {
        match schema(context, handle).await {
            Ok(schema) => schemas.push(schema),
            Err(error) => {
                return Reply::Source(tables.placed(handle, messages::source_broke(Some(&handle.name), &error)));
            }
        }
    }
    Reply::Schemas(schemas)
}

async fn schema(context: &SessionContext, handle: &TableHandle) -> Result<WireSchema> {
    let table = context.table(TableReference::bare(handle.name.to_lowercase())).await?;
    let columns = table.schema().fields().iter().map(|field| (field.name().clone(), type_name(field.data_type()))).collect();
    let counted = table.aggregate(Vec::new(), vec![datafusion::functions_aggregate::expr_fn::count(datafusion::prelude::lit(1))])?;
    let batches = counted.collect().await?;
    let rows = batches.first().and_then(|batch| batch.column(0).as_primitive_opt::<Int64Type>().map(|count| count.value(0)));
    Ok(WireSchema { name: handle.name.clone(), columns, rows: rows.and_then(|rows| u64::try_from(rows).ok()) })
}
