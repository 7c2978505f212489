//! seccomp: a short list of system calls, and nothing else.

use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, apply_filter,
};
use std::collections::BTreeMap;

/// Calls allowed whatever their arguments: memory, threads, clocks, and reading and writing what is already open.
const ALLOWED: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_preadv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_recvmsg,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    libc::SYS_fcntl,
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_membarrier,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_getrlimit,
    libc::SYS_setrlimit,
    libc::SYS_getrusage,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Installs the filter on this thread, and so on every thread to come. True when it is in force.
pub(super) fn allow_few_calls() -> bool {
    filter().is_ok_and(|program| apply_filter(&program).is_ok())
}

/// Everything not allowed fails with `ENOSYS`, which the C library takes as "this kernel has no such call": for `clone3`, whose
/// arguments a filter cannot see, it then falls back to `clone`, whose arguments it can.
fn filter() -> Result<BpfProgram, BackendError> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = ALLOWED.iter().map(|&call| (call, Vec::new())).collect();
    let own_process = u64::from(std::process::id());
    rules.insert(libc::SYS_clone, vec![has_bits(0, libc::CLONE_THREAD as u64)?]);
    rules.insert(libc::SYS_mmap, vec![lacks_bits(2, libc::PROT_EXEC as u64)?]);
    rules.insert(libc::SYS_mprotect, vec![lacks_bits(2, libc::PROT_EXEC as u64)?]);
    rules.insert(libc::SYS_prctl, vec![equals(0, libc::PR_SET_NAME as u64)?, equals(0, u64::from(PR_SET_VMA))?]);
    rules.insert(libc::SYS_prlimit64, vec![equals(0, 0)?]);
    rules.insert(libc::SYS_tgkill, vec![equals(0, own_process)?]);
    let denied = SeccompAction::Errno(libc::ENOSYS as u32);
    SeccompFilter::new(rules, denied, SeccompAction::Allow, std::env::consts::ARCH.try_into()?)?.try_into()
}

/// Names a memory mapping; the allocator of newer C libraries does so.
const PR_SET_VMA: u32 = 0x5356_4d41;

fn has_bits(argument: u8, bits: u64) -> Result<SeccompRule, BackendError> {
    rule(argument, SeccompCmpOp::MaskedEq(bits), bits)
}

fn lacks_bits(argument: u8, bits: u64) -> Result<SeccompRule, BackendError> {
    rule(argument, SeccompCmpOp::MaskedEq(bits), 0)
}

fn equals(argument: u8, value: u64) -> Result<SeccompRule, BackendError> {
    rule(argument, SeccompCmpOp::Eq, value)
}

fn rule(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompRule, BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(argument, SeccompCmpArgLen::Qword, operator, value)?])
}
