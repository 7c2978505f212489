//! The `footbridge` program.

use footbridge_cli::Ending;
use std::process::ExitCode;

fn main() -> ExitCode {
    match footbridge_cli::run(std::env::args_os()) {
        Ending::Done => ExitCode::SUCCESS,
        Ending::No => ExitCode::from(1),
        Ending::CouldNot => ExitCode::from(2),
    }
}
