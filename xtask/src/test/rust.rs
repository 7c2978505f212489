use super::{Stage, stage};
use crate::generate;
use crate::program::run;
use crate::run::{build_footbridge, build_worker};

const WORKER: &str = "footbridge-query-worker";

/// The worker is linted, built and tested alone, so that its SQL engine is built once with one set of features.
pub(super) fn stages() -> Vec<Stage> {
    vec![
        stage("Format of the Rust code", |folders| run(&mut folders.cargo(&["fmt", "--all", "--check"]))),
        stage("The SQL worker is built", |folders| build_worker(folders, false)),
        stage("Lints", |folders| {
            run(&mut folders.cargo(&["clippy", "--workspace", "--exclude", WORKER, "--all-targets", "--", "-D", "warnings"]))?;
            run(&mut folders.cargo(&["clippy", "-p", WORKER, "--all-targets", "--", "-D", "warnings"]))
        }),
        stage("footbridge is built", |folders| build_footbridge(folders, false)),
        stage("Tests of the workspace", |folders| run(&mut folders.cargo(&["test", "--workspace", "--exclude", WORKER]))),
        stage("Tests of the SQL worker", |folders| run(&mut folders.cargo(&["test", "-p", WORKER]))),
        stage("Derived files", generate::check),
    ]
}
