//! How long after its limit a query is stopped, and how soon the next one is answered: `cargo bench -p footbridge-query-worker --bench kills`.
//!
//! Prints figures; judges nothing.

use footbridge_query::{Engine, EngineConfig, Failure, Limits, Request};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const RUNS: usize = 5;
const LIMIT: Duration = Duration::from_millis(700);

/// Queries that never end or fill the memory.
const BOMBS: [&str; 9] = [
    "with recursive t as (select 1 as n union all select n + 1 from t) select max(n) from t",
    "select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b where a.value * b.value = 7",
    "select count(*) from generate_series(1, 9000000000000000000)",
    "select a.value from generate_series(1, 100000) a cross join generate_series(1, 100000) b order by a.value * b.value",
    "select sum(length(regexp_replace(repeat('a', 20000 + value % 7), '(a?){1,20}b', 'x'))) from generate_series(1, 100000)",
    "select string_agg(repeat('x', 100000), '') from generate_series(1, 100000)",
    "select array_agg(a.value) from generate_series(1, 100000) a cross join generate_series(1, 100000) b",
    "select length(repeat('x', 1900000000))",
    "select lpad('x', 2000000000, 'y')",
];

fn main() {
    // `cargo test --all-targets` runs this too, without the argument that `cargo bench` gives.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let worker = PathBuf::from(env!("CARGO_BIN_EXE_footbridge-query"));
    let engine = Engine::new(EngineConfig { worker, pool: 1, memory_bytes: 1 << 30, recycle_after: u32::MAX });
    let (mut late, mut next) = (Vec::new(), Vec::new());
    for sql in BOMBS {
        for _ in 0..RUNS {
            let limits = Limits { wall: LIMIT, ..Limits::default() };
            let (took, stopped) = timed(&engine, sql, limits);
            if !matches!(stopped, Some(Failure::Limit(_))) {
                eprintln!("not stopped: {sql}");
                std::process::exit(2);
            }
            late.push(took.saturating_sub(LIMIT));
            next.push(timed(&engine, "select 1", Limits::default()).0);
        }
    }
    println!("{} stops of {} queries, limit {} ms: {}", late.len(), BOMBS.len(), LIMIT.as_millis(), spread("after it", &mut late));
    println!("{}", spread("the next answer by a new worker in", &mut next));
}

fn timed(engine: &Engine, sql: &str, limits: Limits) -> (Duration, Option<Failure>) {
    let request = Request { sources: Vec::new(), sql: sql.to_owned(), file: "query.sql".to_owned(), limits };
    let start = Instant::now();
    let failure = engine.run(&request).err();
    (start.elapsed(), failure)
}

fn spread(what: &str, times: &mut [Duration]) -> String {
    times.sort();
    format!("{what} median {} ms, longest {} ms", times[times.len() / 2].as_millis(), times[times.len() - 1].as_millis())
}
