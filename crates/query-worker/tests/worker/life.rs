//! How workers live and die.

use crate::desk::{self, engine, request, rows};
use footbridge_query::{Broken, Engine, EngineConfig, Failure};
use std::path::PathBuf;

fn works(engine: &Engine) {
    assert_eq!(rows(&engine.run(&request("select count(*) from users")).expect("runs")), ["4"]);
}

#[test]
fn a_worn_worker_is_replaced_and_nobody_notices() {
    let engine = engine(1, 3);
    (0..10).for_each(|_| works(&engine));
}

#[test]
fn several_threads_share_a_small_pool() {
    let engine = engine(2, 100);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..5).for_each(|_| works(&engine)));
        }
    });
}

#[test]
fn a_worker_that_is_not_there_is_our_fault_and_says_so() {
    let worker = PathBuf::from("/nonexistent/footbridge-query");
    let engine = Engine::new(EngineConfig { worker, pool: 1, memory_bytes: 1 << 28, recycle_after: 10 });
    assert!(matches!(engine.run(&request("select 1")), Err(Failure::Broken(Broken::Start { .. }))));
    assert!(engine.confinement().measures.iter().all(|measure| !measure.enforced));
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_killed_from_outside_is_replaced_and_the_query_runs() {
    use rustix::process::{Pid, Signal, kill_process};
    let engine = desk::marked_engine(1);
    works(&engine);
    let [worker] = desk::marked_workers(1)[..] else { panic!("one worker") };
    kill_process(Pid::from_raw(worker).expect("an id"), Signal::KILL).expect("it is ours");
    works(&engine);
    let [successor] = desk::marked_workers(1)[..] else { panic!("one worker") };
    assert_ne!(worker, successor);
}

#[test]
#[cfg(target_os = "linux")]
fn workers_that_all_died_while_they_waited_cost_no_query() {
    use rustix::process::{Pid, Signal, kill_process};
    let engine = desk::marked_pool(4, 3);
    for _ in 0..100 {
        if desk::marked_workers(4).len() == 3 {
            break;
        }
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| works(&engine));
            }
        });
    }
    let workers = desk::marked_workers(4);
    assert_eq!(workers.len(), 3);
    for worker in workers {
        kill_process(Pid::from_raw(worker).expect("an id"), Signal::KILL).expect("it is ours");
    }
    while !desk::marked_workers(4).is_empty() {
        std::thread::yield_now();
    }
    works(&engine);
}

/// Of its own memory, without the program itself.
#[test]
#[cfg(target_os = "linux")]
fn a_waiting_worker_does_not_hold_what_a_large_query_took() {
    let engine = desk::marked_engine(5);
    engine.run(&request("select count(distinct value % 3500000 + 0.5) from generate_series(1, 4000000)")).expect("four million numbers");
    works(&engine);
    let [worker] = desk::marked_workers(5)[..] else { panic!("one worker") };
    let peak = kilobytes(worker, "VmHWM:");
    let held = kilobytes(worker, "RssAnon:");
    assert!(peak > 180_000, "the query took {peak} kB, which is not large");
    assert!(held < peak / 2, "{held} of {peak} kB are held");
}

#[cfg(target_os = "linux")]
fn kilobytes(process: i32, figure: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("the worker runs");
    let line = status.lines().find_map(|line| line.strip_prefix(figure)).expect("Linux tells it");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[test]
fn the_program_alone_says_what_it_is_for() {
    let output = std::process::Command::new(desk::worker()).output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "footbridge-query is started by footbridge and has no use of its own.\n");
}

#[test]
#[cfg(unix)]
fn a_worker_ends_when_its_parent_is_gone() {
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;
    use std::process::{Command, Stdio};
    let (ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    let mut child = Command::new(desk::worker())
        .args(["--memory", "268435456"])
        .stdin(OwnedFd::from(theirs))
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    drop(ours);
    assert!(child.wait().expect("ends").success());
}

#[test]
#[cfg(target_os = "linux")]
fn workers_start_at_the_first_need_and_end_with_the_engine() {
    let engine = desk::marked_engine(2);
    assert!(desk::marked_workers(2).is_empty());
    works(&engine);
    assert_eq!(desk::marked_workers(2).len(), 1);
    drop(engine);
    assert!(desk::marked_workers(2).is_empty());
}
