//! Findings for queries that ask for too much.

use crate::protocol::EXIT_OUT_OF_MEMORY;
use crate::request::Limits;
use crate::worker::Death;
use footbridge_diagnostic::Diagnostic;
use std::time::Duration;

/// The clock ran out.
pub(crate) fn wall(limit: Duration) -> Diagnostic {
    too_long(format!("The query ran for more than {} and was stopped.", seconds(limit)))
}

/// The limit a worker died of, if it was one.
pub(crate) fn of_death(death: &Death, limits: &Limits) -> Option<Diagnostic> {
    let status = death.status?;
    if status.code() == Some(EXIT_OUT_OF_MEMORY) {
        return Some(memory());
    }
    died_of_cpu_time(status)
        .then(|| too_long(format!("The query used more than {} of processor time and was stopped.", seconds(limits.cpu))))
}

/// The memory ran out.
pub(crate) fn memory() -> Diagnostic {
    Diagnostic::error("sql-limit-memory", "The query needs more memory than it may have and was stopped.")
        .note("A result or an intermediate step of the query grew too large.")
        .help("Select fewer columns, filter earlier, and check that no function makes a very long text.")
}

/// The text of the query is too long.
pub(crate) fn sql_length(ceiling: usize) -> Diagnostic {
    Diagnostic::error("sql-limit-length", format!("The query is longer than {} MB.", ceiling >> 20))
        .help("Put long lists of values into a data file and join it.")
}

/// Too many tables at once.
pub(crate) fn sources(ceiling: usize) -> Diagnostic {
    Diagnostic::error("data-too-many", format!("A query can read at most {ceiling} data files."))
        .help("Name only the files that the query needs.")
}

fn too_long(message: String) -> Diagnostic {
    Diagnostic::error("sql-limit-time", message)
        .note("Usual causes are a join without its condition, which pairs every row with every other, and a recursion without an end.")
        .help("Check each join's condition, and filter before joining.")
}

fn seconds(duration: Duration) -> String {
    if duration.subsec_millis() == 0 { format!("{} s", duration.as_secs()) } else { format!("{} ms", duration.as_millis()) }
}

#[cfg(unix)]
fn died_of_cpu_time(status: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn died_of_cpu_time(_: std::process::ExitStatus) -> bool {
    false
}
