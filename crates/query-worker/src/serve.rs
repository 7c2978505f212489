//! The worker's life: say hello, then answer one command after the other.

use crate::channel::{self, Delivery};
use crate::execute::{self, Output};
use crate::tables::Tables;
use crate::{confine, describe, on_each, session};
use datafusion::error::DataFusionError;
use datafusion::prelude::SessionContext;
use footbridge_query::protocol::{Command, FORMAT_VERSION, Reply, WireMeasure};
use std::io;
use std::thread;

/// Stack of the thread that reads and plans. Deep expressions recurse there when they are taken apart.
const PLANNING_STACK: usize = 256 << 20;

/// Stack of the threads that compute.
const COMPUTING_STACK: usize = 16 << 20;

/// Why the worker cannot serve.
#[derive(Debug)]
pub(crate) enum ServeError {
    /// A thread, the runtime or a pipe failed.
    System(io::Error),
    /// The engine could not be set up.
    Engine(DataFusionError),
    /// A query made the engine panic. The parent starts another worker.
    Panicked,
}

impl std::fmt::Display for ServeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::System(error) => write!(f, "the system refused: {error}"),
            Self::Engine(error) => write!(f, "the engine could not be set up: {error}"),
            Self::Panicked => f.write_str("the engine stopped in the middle of a query"),
        }
    }
}

/// Serves until the parent closes the connection.
pub(crate) fn serve(measures: Vec<WireMeasure>, memory_bytes: usize) -> Result<(), ServeError> {
    // Not on the main thread: the size of its stack can only be read from a file, which is no longer possible.
    let planning = thread::Builder::new().name("planning".to_owned()).stack_size(PLANNING_STACK);
    let worker = planning.spawn(move || answer_all(measures, memory_bytes)).map_err(ServeError::System)?;
    worker.join().unwrap_or(Err(ServeError::Panicked))
}

fn answer_all(measures: Vec<WireMeasure>, memory_bytes: usize) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(4)
        .thread_stack_size(COMPUTING_STACK)
        .enable_time()
        .build()
        .map_err(ServeError::System)?;
    let mut tables = Tables::default();
    let context = session::open(tables.files(), memory_bytes).map_err(ServeError::Engine)?;
    let deliveries = channel::listen();
    channel::reply(&Reply::Hello { version: FORMAT_VERSION, measures }).map_err(ServeError::System)?;
    for delivery in deliveries {
        let reply = runtime.block_on(answer(&context, &mut tables, delivery));
        channel::reply(&reply).map_err(ServeError::System)?;
    }
    Ok(())
}

async fn answer(context: &SessionContext, tables: &mut Tables, Delivery { command, files }: Delivery) -> Reply {
    match command {
        Command::Run { sources, sql, file, rows, bytes, cpu_seconds } => {
            confine::grant_cpu_seconds(cpu_seconds);
            execute::run(context, tables, (&sources, files), (&sql, &file), Output { rows, bytes }).await
        }
        Command::RunOnEach { sources, databases, queries, rows, cpu_seconds } => {
            confine::grant_cpu_seconds(cpu_seconds);
            on_each::run(context, tables, (&sources, files), (&databases, &queries), rows).await
        }
        Command::Describe { sources, cpu_seconds } => {
            confine::grant_cpu_seconds(cpu_seconds);
            describe::describe(context, tables, &sources, files).await
        }
    }
}
