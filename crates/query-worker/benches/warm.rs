//! How long a warm worker takes, and what it weighs: `cargo bench -p footbridge-query-worker --bench warm`.
//!
//! Prints figures; judges nothing.

use footbridge_query::{Engine, EngineConfig, Limits, Request, Source};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const RUNS: usize = 200;

fn main() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/data/flights/flights_graded.parquet");
    let engine = Engine::new(EngineConfig {
        worker: PathBuf::from(env!("CARGO_BIN_EXE_footbridge-query")),
        pool: 1,
        memory_bytes: 1 << 30,
        recycle_after: u32::MAX,
    });
    let flights = vec![Source { name: "flights".to_owned(), path: data }];
    report("start and first `select 1`", &[time(&engine, &[], "select 1")]);
    measure(&engine, &[], "select 1");
    println!("resident after {RUNS} times `select 1`: {}", resident());
    measure(&engine, &flights, "select count(*) from flights");
    measure(
        &engine,
        &flights,
        "select carrier, count(*) as flights, avg(dep_delay) as delay from flights group by carrier order by delay desc",
    );
    measure(
        &engine,
        &flights,
        "select *, rank() over (partition by carrier order by dep_delay desc) as place from flights qualify place <= 3",
    );
    println!("resident after the queries on flights: {}", resident());
}

fn measure(engine: &Engine, sources: &[Source], sql: &str) {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| time(engine, sources, sql)).collect();
    times.sort();
    report(sql, &times);
}

fn time(engine: &Engine, sources: &[Source], sql: &str) -> Duration {
    let request = Request { sources: sources.to_vec(), sql: sql.to_owned(), file: "query.sql".to_owned(), limits: Limits::default() };
    let start = Instant::now();
    if let Err(failure) = engine.run(&request) {
        eprintln!("{sql}: {failure}");
        std::process::exit(2);
    }
    start.elapsed()
}

fn report(what: &str, times: &[Duration]) {
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{what}\n    median {:?}, p95 {:?}, most {:?}", at(50), at(95), at(100));
}

/// Resident memory of this process's only child, as Linux tells it.
fn resident() -> String {
    let child = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten().find_map(|task| {
        let children = std::fs::read_to_string(task.path().join("children")).ok()?;
        children.split_whitespace().next().map(str::to_owned)
    });
    let status = child.and_then(|child| std::fs::read_to_string(format!("/proc/{child}/status")).ok()).unwrap_or_default();
    let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or(" unknown").trim().to_owned();
    format!("{} ({} of it private), peak {}", line("VmRSS:"), line("RssAnon:"), line("VmHWM:"))
}
