//! The `footbridge-query` binary: runs one query at a time for a parent process, confined by the operating system.
//!
//! Started by `footbridge`, never by hand. It opens no file: tables come in as open files over the same socket as the commands.

mod answer;
mod casts;
mod channel;
mod confine;
mod describe;
mod dialect;
mod execute;
mod files;
mod json_lines;
mod memory;
mod messages;
mod on_each;
mod serve;
mod session;
mod statement;
mod tables;
mod text_keys;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: memory::Bounded = memory::Bounded::new();

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(memory_bytes) = memory_argument(&arguments) else {
        eprintln!("footbridge-query is started by footbridge and has no use of its own.");
        return ExitCode::from(2);
    };
    ALLOCATOR.limit(memory_bytes);
    let measures = confine::confine(memory_bytes);
    match serve::serve(measures, memory_bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("footbridge-query: {error}");
            ExitCode::FAILURE
        }
    }
}

fn memory_argument(arguments: &[String]) -> Option<usize> {
    match arguments {
        [flag, bytes] if flag == "--memory" => bytes.parse().ok(),
        _ => None,
    }
}
