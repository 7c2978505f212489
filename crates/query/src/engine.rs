//! The engine: requests in, answers out.

use crate::confinement::{Confinement, Measure, Safeguard};
use crate::database::{Database, OnEach};
use crate::failure::{Broken, Failure};
use crate::limit;
use crate::pool::{Lease, Pool};
use crate::protocol::{ANSWER_CEILING, Command, FrameError, Reply, SOURCES_CEILING, SQL_CEILING, TableHandle, WireCell, WireRows};
use crate::request::{Answer, Limits, Request, Source, TableSchema};
use crate::source::{self, Opened};
use crate::table::{Table, Value};
use crate::worker::{Death, Ended};
use footbridge_diagnostic::Diagnostic;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long describing sources may take; a large text file is read once from end to end.
const DESCRIBE: Duration = Duration::from_secs(60);

/// How the engine is set up.
#[derive(Debug, Clone)]
pub struct EngineConfig {
    /// The `footbridge-query` program.
    pub worker: PathBuf,
    /// How many workers at most; each serves one query at a time.
    pub pool: usize,
    /// Memory one worker may allocate.
    pub memory_bytes: u64,
    /// A worker is replaced after this many queries.
    pub recycle_after: u32,
}

/// A small pool of confined SQL workers. Starts none before the first need; dropping it kills them all.
pub struct Engine {
    program: PathBuf,
    pool: Pool,
}

impl Engine {
    /// Sets up the engine without starting anything.
    pub fn new(config: EngineConfig) -> Self {
        let EngineConfig { worker, pool, memory_bytes, recycle_after } = config;
        Self { pool: Pool::new(worker.clone(), pool, memory_bytes, recycle_after), program: worker }
    }

    /// Runs one query in a worker; waits when all are busy, and the query's time starts when it has one.
    pub fn run(&self, request: &Request) -> Result<Answer, Failure> {
        if request.sql.len() > SQL_CEILING {
            return Err(Failure::Limit(limit::sql_length(SQL_CEILING)));
        }
        let limits = request.limits;
        let ask = |sources| Command::Run {
            sources,
            sql: request.sql.clone(),
            file: request.file.clone(),
            rows: limits.rows,
            bytes: limits.bytes.min(ANSWER_CEILING),
            cpu_seconds: cpu_seconds(&limits),
        };
        let (reply, elapsed) = self.exchange(&request.sources, ask, &limits)?;
        let Reply::Answer(answer) = reply else { return Err(unexpected()) };
        let (truncated, total_rows, warnings) = (answer.truncated, answer.total_rows, answer.warnings.clone());
        let table = answer.rows.into_table().map_err(garbled)?;
        Ok(Answer { table, truncated, total_rows, elapsed, warnings })
    }

    /// The results of several queries on several small databases; see [`OnEach`].
    pub fn run_on_each(&self, request: &OnEach<'_>) -> Result<Vec<Vec<Option<Table>>>, Failure> {
        if request.queries.iter().any(|sql| sql.len() > SQL_CEILING) {
            return Err(Failure::Limit(limit::sql_length(SQL_CEILING)));
        }
        let databases: Vec<_> = request.databases.iter().map(|database| wire_rows(database, request.sources)).collect();
        let ask = |sources| Command::RunOnEach {
            sources,
            databases: databases.clone(),
            queries: request.queries.to_vec(),
            rows: request.limits.rows,
            cpu_seconds: cpu_seconds(&request.limits),
        };
        let (reply, _) = self.exchange(request.sources, ask, &request.limits)?;
        let Reply::Each(results) = reply else { return Err(unexpected()) };
        let whole = results.len() == request.queries.len() && results.iter().all(|results| results.len() == databases.len());
        if !whole {
            return Err(unexpected());
        }
        let table = |rows: Option<WireRows>| rows.map(WireRows::into_table).transpose();
        let tables = results.into_iter().map(|results| results.into_iter().map(table).collect()).collect::<Result<_, _>>();
        tables.map_err(garbled)
    }

    /// Columns and number of rows of each source.
    pub fn describe(&self, sources: &[Source]) -> Result<Vec<TableSchema>, Failure> {
        let limits = Limits { wall: DESCRIBE, cpu: DESCRIBE, ..Limits::default() };
        let ask = |sources| Command::Describe { sources, cpu_seconds: cpu_seconds(&limits) };
        let (reply, _) = self.exchange(sources, ask, &limits)?;
        let Reply::Schemas(schemas) = reply else { return Err(unexpected()) };
        Ok(schemas.into_iter().map(TableSchema::from).collect())
    }

    /// What is enforced on this machine. Starts a worker when none is running.
    pub fn confinement(&self) -> Confinement {
        let mut lease = self.pool.lease(&[]);
        let reported = lease.worker().and_then(|worker| worker.ready().cloned());
        if reported.is_err() {
            lease.renew();
        }
        reported.unwrap_or_else(|_| {
            let detail = format!("The SQL worker {} cannot be started.", self.program.display());
            let absent = |&safeguard| Measure { safeguard, enforced: false, detail: detail.clone() };
            Confinement { measures: Safeguard::ALL.iter().map(absent).collect() }
        })
    }

    /// One command and its reply. A worker that dies for no limit of ours gets one successor: a fresh one, for others may have died with it
    /// while they waited.
    fn exchange(
        &self,
        sources: &[Source],
        command: impl Fn(Vec<TableHandle>) -> Command,
        limits: &Limits,
    ) -> Result<(Reply, Duration), Failure> {
        if sources.len() > SOURCES_CEILING {
            return Err(Failure::Limit(limit::sources(SOURCES_CEILING)));
        }
        let opened = source::look_at(sources).map_err(Failure::Source)?;
        let mut lease = self.pool.lease(&opened);
        attempt(&mut lease, sources, &opened, &command, limits)?
            .or_else(|_first_death| attempt(&mut lease, sources, &opened, &command, limits)?.map_err(Failure::Broken))
    }
}

/// The outer error is final; the inner one is a death worth one more attempt.
fn attempt(
    lease: &mut Lease<'_>,
    sources: &[Source],
    opened: &[Opened],
    command: &impl Fn(Vec<TableHandle>) -> Command,
    limits: &Limits,
) -> Result<Result<(Reply, Duration), Broken>, Failure> {
    let worker = lease.worker().map_err(Failure::Broken)?;
    if let Err(broken) = worker.ready() {
        lease.renew();
        return Ok(Err(broken));
    }
    let (handles, files) = match worker.hand_over(sources, opened) {
        Ok(handed) => handed,
        Err(error) => {
            lease.renew();
            return Err(Failure::Source(gone(sources, &error)));
        }
    };
    let start = Instant::now();
    let ended = worker.ask(&command(handles), files, start + limits.wall);
    let elapsed = start.elapsed();
    let death = match ended {
        Ended::Reply(Reply::Statement(findings)) => return Err(Failure::Statement(findings)),
        Ended::Reply(Reply::Source(finding)) => return Err(Failure::Source(finding)),
        Ended::Reply(Reply::Limit(finding)) => return Err(Failure::Limit(finding)),
        Ended::Reply(reply) => return Ok(Ok((reply, elapsed))),
        Ended::TimeOver => {
            lease.renew();
            return Err(Failure::Limit(limit::wall(limits.wall)));
        }
        Ended::Died(death) => death,
    };
    lease.renew();
    match limit::of_death(&death, limits) {
        Some(finding) => Err(Failure::Limit(finding)),
        None => Ok(Err(broken(death))),
    }
}

fn cpu_seconds(limits: &Limits) -> u64 {
    limits.cpu.as_secs() + u64::from(limits.cpu.subsec_nanos() > 0)
}

fn gone(sources: &[Source], error: &std::io::Error) -> Diagnostic {
    // Every file was there a moment ago, so which one went is found by looking again.
    match (source::look_at(sources), sources.first()) {
        (Err(finding), _) => finding,
        (Ok(_), Some(first)) => source::unreadable(first, error),
        (Ok(_), None) => Diagnostic::error("data-unreadable", "A data file cannot be read."),
    }
}

/// The rows of each source in this database; a table it does not name is empty.
fn wire_rows(database: &Database, sources: &[Source]) -> Vec<Vec<Vec<WireCell>>> {
    let cells = |row: &Vec<Value>| row.iter().map(WireCell::from).collect();
    let rows_of = |source: &Source| database.rows_of(&source.name).iter().map(cells).collect();
    sources.iter().map(rows_of).collect()
}

fn unexpected() -> Failure {
    garbled(FrameError::Inconsistent("the reply does not belong to the command"))
}

fn garbled(error: FrameError) -> Failure {
    Failure::Broken(Broken::Garbled(error))
}

fn broken(death: Death) -> Broken {
    match death.garbled {
        Some(garbled) => Broken::Garbled(garbled),
        None => {
            let ended = death.status.map_or_else(|| "for an unknown reason".to_owned(), |status| status.to_string());
            Broken::DiedTwice { ended, last_words: death.last_words }
        }
    }
}
