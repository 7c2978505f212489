//! One command for each thing a contributor does: `cargo xtask run`, `test`, `check`, `generate`, `dist`, `bench`.

mod bench;
mod check;
mod dist;
mod folders;
mod generate;
mod local;
mod node;
mod program;
mod run;
mod shared_target;
mod test;

use clap::{Parser, Subcommand};
use folders::Folders;
use std::process::ExitCode;

/// What a contributor does with the repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Line {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build everything and start the local server on your learner's folder
    Run(run::Run),
    /// Run every test there is: Rust, exercises, front end, browser
    Test(test::Test),
    /// Run only the checks of the repository on itself: floors, names, lengths, links, lock files
    Check(check::Check),
    /// Write the files that are derived from others: openapi.json and the front end's types
    Generate(generate::Generate),
    /// Make the archive for Linux and try it in an empty root
    Dist(dist::Dist),
    /// Measure, and write docs/benchmarks.md
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let task = Line::parse().task;
    match Folders::find().and_then(|folders| perform(&task, &folders)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &Task, folders: &Folders) -> anyhow::Result<()> {
    shared_target::claim(folders)?;
    match task {
        Task::Run(run) => run.perform(folders),
        Task::Test(test) => test.perform(folders),
        Task::Check(check) => check.perform(folders),
        Task::Generate(generate) => generate.perform(folders),
        Task::Dist(dist) => dist.perform(folders),
        Task::Bench(bench) => bench.perform(folders),
    }
}
