use super::{Stage, stage};
use crate::generate;
use crate::program::run;
use crate::run::{build_footbridge, build_worker};

const WORKER: &str = "footbridge-query-worker";

/// How the code reads.
pub(super) fn style() -> Vec<Stage> {
    vec![
        stage("Format of the Rust code", |folders| run(&mut folders.cargo(&["fmt", "--all", "--check"]))),
        stage("Lints", |folders| {
            run(&mut folders.cargo(&["clippy", "--workspace", "--exclude", WORKER, "--all-targets", "--", "-D", "warnings"]))?;
            run(&mut folders.cargo(&["clippy", "-p", WORKER, "--all-targets", "--", "-D", "warnings"]))
        }),
    ]
}

/// What the code does. The worker is built and tested alone, so that its SQL engine is built once with one set of features.
pub(super) fn tests() -> Vec<Stage> {
    vec![
        stage("The SQL worker is built", |folders| build_worker(folders, false)),
        stage("footbridge is built", |folders| build_footbridge(folders, false)),
        stage("Tests of the workspace", |folders| run(&mut folders.cargo(&["test", "--no-fail-fast", "--workspace", "--exclude", WORKER]))),
        stage("Tests of the SQL worker", |folders| run(&mut folders.cargo(&["test", "--no-fail-fast", "-p", WORKER]))),
        stage("Derived files", generate::check),
    ]
}
