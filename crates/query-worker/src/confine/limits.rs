//! Resource limits of Unix.

use super::Enforced;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

/// Address space that is not memory in use: the program itself, thread stacks, and what the allocator reserves per thread.
const ADDRESS_SPACE_BESIDE_HEAP: u64 = 2 << 30;

/// Processor time that no worker outlives, whatever it is granted per query.
const LIFETIME_SECONDS: u64 = 3_600;

/// Sets every limit that holds for the whole life of the process.
pub(super) fn set(memory_bytes: usize) -> Enforced {
    let space = (memory_bytes as u64).saturating_add(ADDRESS_SPACE_BESIDE_HEAP);
    fix(Resource::Core, 0);
    fix(Resource::Fsize, 0);
    Enforced {
        address_space: cfg!(target_os = "linux") && fix(Resource::As, space),
        cpu_time: limit(Resource::Cpu, LIFETIME_SECONDS, LIFETIME_SECONDS),
        ..Enforced::default()
    }
}

/// Moves the soft limit to what is used so far plus `seconds`. The kernel counts over the whole life of a process, in whole seconds.
pub(crate) fn grant_cpu_seconds(seconds: u64) {
    let used = clock_gettime(ClockId::ProcessCPUTime);
    let used = u64::try_from(used.tv_sec).unwrap_or(0) + 1;
    let most = getrlimit(Resource::Cpu).maximum.unwrap_or(LIFETIME_SECONDS);
    limit(Resource::Cpu, used.saturating_add(seconds).min(most), most);
}

fn fix(resource: Resource, value: u64) -> bool {
    limit(resource, value, value)
}

fn limit(resource: Resource, soft: u64, hard: u64) -> bool {
    let allowed = getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let hard = hard.min(allowed);
    setrlimit(resource, Rlimit { current: Some(soft.min(hard)), maximum: Some(hard) }).is_ok()
}
