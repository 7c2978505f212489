//! Programs in the worker's place that crash, lie or say nothing.
#![cfg(unix)]

use footbridge_query::protocol::{Reply, WireAnswer, WireCell, WireRows, encode};
use footbridge_query::{Broken, Engine, EngineConfig, Failure, Limits, Request};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// A shell script that notes each of its starts and then does as told.
struct FalseWorker {
    folder: PathBuf,
}

impl FalseWorker {
    fn new(name: &str, script: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("footbridge-false-worker-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let text = folder.join("worker.sh");
        let starts = folder.join("starts");
        fs::write(&text, format!("#!/bin/sh\necho x >> '{}'\n{script}\n", starts.display())).expect("a script");
        // Another process writes the program: had this one a descriptor to it, a worker another test starts
        // meanwhile would inherit it, and the system refuses to start a program that is open for writing.
        let installed = Command::new("install").arg("-m755").arg(&text).arg(folder.join("worker")).status();
        assert!(installed.expect("install").success(), "an executable script");
        Self { folder }
    }

    fn run(&self, sql: &str, wall: Duration) -> Result<footbridge_query::Answer, Failure> {
        let config = EngineConfig { worker: self.folder.join("worker"), pool: 1, memory_bytes: 1 << 28, recycle_after: 100 };
        let limits = Limits { wall, ..Limits::default() };
        Engine::new(config).run(&Request { sources: Vec::new(), sql: sql.to_owned(), file: "query.sql".to_owned(), limits })
    }
}

impl Drop for FalseWorker {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A shell command that writes this reply.
fn say(reply: &Reply) -> String {
    say_bytes(&encode(reply).expect("a reply"))
}

fn say_bytes(bytes: &[u8]) -> String {
    let octal = bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "\\{byte:03o}").expect("a string takes everything");
        text
    });
    format!("printf '{octal}'")
}

fn hello() -> String {
    say(&Reply::Hello { version: 1, measures: Vec::new() })
}

/// Waits for the start of a command.
const FIRST_BYTES: &str = "/usr/bin/head -c 4 >/dev/null";

const PATIENT: Duration = Duration::from_secs(60);

#[test]
fn a_worker_that_dies_twice_is_our_fault_and_its_last_words_are_kept() {
    let worker = FalseWorker::new("dies", &format!("{}\n{FIRST_BYTES}\necho 'something broke' >&2\nexit 7", hello()));
    let Err(Failure::Broken(Broken::DiedTwice { ended, last_words })) = worker.run("select 1", PATIENT) else { panic!("not broken") };
    assert_eq!((ended.as_str(), last_words.as_str()), ("exit status: 7", "something broke"));
    let starts = fs::read_to_string(worker.folder.join("starts")).expect("notes");
    assert!(starts.lines().count() >= 2, "it was tried once more");
}

#[test]
fn a_worker_that_dies_once_is_forgiven() {
    let answer = WireAnswer {
        rows: WireRows { columns: vec![("n".to_owned(), "integer".to_owned())], rows: vec![vec![WireCell::Integer(1)]] },
        truncated: false,
        total_rows: 1,
        warnings: Vec::new(),
    };
    let first_time = "if mkdir \"${0}.first\" 2>/dev/null; then exit 7; fi";
    let first_time = first_time.replace("mkdir", "/bin/mkdir");
    let worker = FalseWorker::new("once", &format!("{}\n{first_time}\n{}\nread -r line", hello(), say(&Reply::Answer(answer))));
    let answer = worker.run("select 1", PATIENT).expect("the second attempt counts");
    assert_eq!(answer.table.rows.len(), 1);
}

#[test]
fn a_worker_that_never_says_hello_is_our_fault() {
    let worker = FalseWorker::new("silent", "exit 0");
    assert!(matches!(worker.run("select 1", PATIENT), Err(Failure::Broken(Broken::Silent))));
    let worker = FalseWorker::new("stranger", "echo 'This is not the program you are looking for.'");
    assert!(matches!(worker.run("select 1", PATIENT), Err(Failure::Broken(Broken::Silent))));
    let worker = FalseWorker::new("future", &say(&Reply::Hello { version: 2, measures: Vec::new() }));
    assert!(matches!(worker.run("select 1", PATIENT), Err(Failure::Broken(Broken::Silent))));
}

#[test]
fn a_worker_that_talks_nonsense_is_our_fault() {
    for nonsense in ["\u{4}\0\0\0oops", "\u{7f}\u{7f}\u{7f}\u{7f}"] {
        let worker = FalseWorker::new("nonsense", &format!("{}\n{}\nread -r line", hello(), say_bytes(nonsense.as_bytes())));
        assert!(matches!(worker.run("select 1", PATIENT), Err(Failure::Broken(Broken::Garbled(_)))), "{nonsense:?}");
    }
}

#[test]
fn a_row_with_too_few_values_is_not_believed() {
    let columns = vec![("a".to_owned(), "integer".to_owned()), ("b".to_owned(), "integer".to_owned())];
    let answer =
        WireAnswer { rows: WireRows { columns, rows: vec![vec![WireCell::Null]] }, truncated: false, total_rows: 1, warnings: Vec::new() };
    let worker = FalseWorker::new("ragged", &format!("{}\n{}\nread -r line", hello(), say(&Reply::Answer(answer))));
    assert!(matches!(worker.run("select 1", PATIENT), Err(Failure::Broken(Broken::Garbled(_)))));
}

#[test]
fn a_worker_that_does_not_even_listen_is_killed_in_time() {
    let worker = FalseWorker::new("deaf", &format!("{}\nwhile :; do :; done", hello()));
    let sql = format!("select '{}'", "x".repeat(1_000_000));
    let Err(Failure::Limit(finding)) = worker.run(&sql, Duration::from_millis(300)) else { panic!("no limit") };
    assert_eq!(finding.message, "The query ran for more than 300 ms and was stopped.");
}

#[test]
fn running_out_of_memory_is_told_apart_from_a_crash() {
    let worker = FalseWorker::new("memory", &format!("{}\n{FIRST_BYTES}\nexit 83", hello()));
    let Err(Failure::Limit(finding)) = worker.run("select 1", PATIENT) else { panic!("no limit") };
    assert_eq!(finding.code, "sql-limit-memory");
}
