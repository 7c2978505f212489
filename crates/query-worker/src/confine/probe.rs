//! Tries what a query must not be able to do, so that what is reported is what was seen and not what was asked for.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

/// What this process could still do. `false` everywhere is what we want.
#[derive(Debug, Clone, Copy)]
pub(super) struct Abilities {
    pub(super) open_files: bool,
    pub(super) write_files: bool,
    pub(super) use_network: bool,
    pub(super) start_programs: bool,
}

/// Tries everything once; harmless where it succeeds.
pub(super) fn abilities() -> Abilities {
    Abilities {
        open_files: std::env::current_exe().is_ok_and(|path| File::open(path).is_ok()) || File::open("/").is_ok(),
        write_files: OpenOptions::new().write(true).open(null_device()).is_ok(),
        use_network: TcpListener::bind("127.0.0.1:0").is_ok(),
        start_programs: could_start_programs(),
    }
}

fn null_device() -> &'static str {
    if cfg!(windows) { "NUL" } else { "/dev/null" }
}

/// Without confinement the system looks for the program and does not find it; with confinement it does not even look.
fn could_start_programs() -> bool {
    match Command::new("/nonexistent/footbridge-probe").spawn() {
        Ok(_) => true,
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}
