//! Gives up every right that a query does not need, before any other thread exists and before any byte is read from the parent.

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(unix)]
mod limits;
mod probe;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod seccomp;

use footbridge_query::Safeguard;
use footbridge_query::protocol::WireMeasure;
use probe::Abilities;

#[cfg(unix)]
pub(crate) use limits::grant_cpu_seconds;

/// What the system agreed to enforce. Only a claim: what is reported about files, network and programs is probed.
#[derive(Debug, Clone, Copy, Default)]
struct Enforced {
    address_space: bool,
    cpu_time: bool,
    /// Landlock: no path can be opened, read or written.
    paths: bool,
    /// seccomp: no call outside a short list, among them none that opens, connects or starts.
    calls: bool,
}

/// Confines this process as far as the system allows, and says how far that is.
pub(crate) fn confine(memory_bytes: usize) -> Vec<WireMeasure> {
    let enforced = enforce(memory_bytes);
    measures(enforced, probe::abilities())
}

#[cfg(target_os = "linux")]
fn enforce(memory_bytes: usize) -> Enforced {
    let limits = limits::set(memory_bytes);
    let paths = landlock::deny_all_paths();
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    let calls = seccomp::allow_few_calls();
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let calls = false;
    Enforced { paths, calls, ..limits }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn enforce(memory_bytes: usize) -> Enforced {
    limits::set(memory_bytes)
}

#[cfg(not(unix))]
fn enforce(_: usize) -> Enforced {
    Enforced::default()
}

/// Without a kernel that counts it, processor time is bounded by the clock alone.
#[cfg(not(unix))]
pub(crate) fn grant_cpu_seconds(_: u64) {}

fn measures(enforced: Enforced, abilities: Abilities) -> Vec<WireMeasure> {
    let Enforced { address_space, cpu_time, paths, calls } = enforced;
    let memory = match address_space {
        true => "The worker counts its own memory, and the system limits its address space.",
        false => "The worker counts its own memory; the system sets no limit on its address space.",
    };
    let cpu = match cpu_time {
        true => "The system stops the worker when a query's processor time is used up.",
        false => "This system does not limit processor time; the time limit still holds.",
    };
    let by = match (paths, calls) {
        (true, true) => "Landlock and seccomp",
        (true, false) => "Landlock",
        (false, true) => "seccomp",
        (false, false) => "the system",
    };
    let denied = |able: bool, what: &str, not_by_engine: &str| match able {
        false => format!("Tried and refused by {by}: {what}."),
        true => format!("This system does not keep the worker from {what}; the SQL engine itself {not_by_engine}."),
    };
    let Abilities { open_files, write_files, use_network, start_programs } = abilities;
    let writing = denied(write_files, "opening a file for writing", "has no function that does");
    let files = denied(open_files, "opening a file", "reads only the files it was handed");
    let network = denied(use_network, "using the network", "has no function that does");
    let programs = denied(start_programs, "starting a program", "has no function that does");
    vec![
        WireMeasure::new(Safeguard::Memory, true, memory),
        WireMeasure::new(Safeguard::CpuTime, cpu_time, cpu),
        WireMeasure::new(Safeguard::NoWriting, !write_files, writing),
        WireMeasure::new(Safeguard::NoFiles, !open_files, files),
        WireMeasure::new(Safeguard::NoNetwork, !use_network, network),
        WireMeasure::new(Safeguard::NoPrograms, !start_programs, programs),
    ]
}
