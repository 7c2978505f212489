//! A place to run queries from: one engine for all tests, and the small tables in `tests/data`.

use footbridge_diagnostic::{Diagnostic, Source as Text, render_text};
use footbridge_query::{Answer, Engine, EngineConfig, Failure, Limits, Request, Source};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

/// The engine most tests share; a static is never dropped, and the workers end when this process closes their sockets.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| engine(2, 100));

/// An engine of its own, for tests that count workers.
pub(crate) fn engine(pool: usize, recycle_after: u32) -> Engine {
    Engine::new(EngineConfig { worker: worker(), pool, memory_bytes: 512 << 20, recycle_after })
}

/// The program under test.
pub(crate) fn worker() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_footbridge-query"))
}

/// A file in `tests/data`.
pub(crate) fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

/// A table named like its file.
pub(crate) fn table(file: &str) -> Source {
    let path = data(file);
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    Source { name, path }
}

/// A query over `users` and `orders`.
pub(crate) fn request(sql: &str) -> Request {
    let limits = Limits { wall: Duration::from_secs(20), cpu: Duration::from_secs(20), ..Limits::default() };
    Request { sources: vec![table("users.csv"), table("orders.csv")], sql: sql.to_owned(), file: "query.sql".to_owned(), limits }
}

/// Runs it on the shared engine.
pub(crate) fn run(sql: &str) -> Result<Answer, Failure> {
    ENGINE.run(&request(sql))
}

/// Runs a request of its own kind on the shared engine.
pub(crate) fn run_request(request: &Request) -> Result<Answer, Failure> {
    ENGINE.run(request)
}

/// The rows as a person sees them, cells separated by ` | `.
pub(crate) fn rows(answer: &Answer) -> Vec<String> {
    let shown = |row: &Vec<_>| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    answer.table.rows.iter().map(shown).collect()
}

/// One finding as a terminal shows it.
pub(crate) fn shown(sql: &str, finding: &Diagnostic) -> String {
    render_text(finding, Some(&Text { file: "query.sql", text: sql }), false)
}

/// Everything a person would read about a failure.
pub(crate) fn rendered(sql: &str, failure: &Failure) -> String {
    match failure {
        Failure::Statement(findings) => findings.iter().map(|finding| shown(sql, finding)).collect::<Vec<_>>().join("\n\n"),
        Failure::Limit(finding) => format!("limit\n{}", shown(sql, finding)),
        Failure::Source(finding) => format!("source\n{}", shown(sql, finding)),
        Failure::Broken(broken) => format!("broken: {broken:?}"),
    }
}

/// An engine whose workers can be told from those of all other tests: by the memory they are given.
#[cfg(target_os = "linux")]
pub(crate) fn marked_engine(mark: u64) -> Engine {
    marked_pool(mark, 1)
}

/// The same with so many workers.
#[cfg(target_os = "linux")]
pub(crate) fn marked_pool(mark: u64, pool: usize) -> Engine {
    Engine::new(EngineConfig { worker: worker(), pool, memory_bytes: (512 << 20) + mark, recycle_after: 100 })
}

/// Process ids of the living workers of [`marked_engine`].
#[cfg(target_os = "linux")]
pub(crate) fn marked_workers(mark: u64) -> Vec<i32> {
    let marked = format!("--memory\0{}\0", (512 << 20) + mark);
    let tasks = std::fs::read_dir("/proc/self/task").expect("this process has tasks");
    let children = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("children")).ok());
    let ids = children.flat_map(|line| line.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<i32>>());
    ids.filter(|id| std::fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.ends_with(&marked))).collect()
}
