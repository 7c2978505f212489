#![cfg(unix)]

use crate::learner::Learner;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn the_address_is_printed_and_a_polite_end_is_no_fault() {
    let learner = Learner::onboarded();
    for command in ["serve", "demo"] {
        let mut program = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
        let mut child = program.args([command, "--no-open"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut address).expect("one line");
        let ended = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
        assert!(ended.success());
        let output = child.wait_with_output().expect("it ends");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(address.starts_with("http://127.0.0.1:"), "{command}: {address:?}, {told}");
        assert_eq!(output.status.code(), Some(0), "{command}: {told}");
        assert_eq!(told.contains("This is a sample"), command == "demo", "{told}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let learner = Learner::onboarded();
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let ran = learner.run(&["serve", "--no-open", "--port", &port]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains(&port) && ran.err.contains("is used by another program"), "{}", ran.err);
}
