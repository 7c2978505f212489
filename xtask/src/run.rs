use crate::folders::Folders;
use crate::node::Node;
use crate::program::{run, say};
use clap::Args;
use std::process::Command;

/// Build everything and start the local server on your learner's folder.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Passed on to `footbridge serve`, for example `-- --port 8080 --no-open`
    #[arg(last = true)]
    arguments: Vec<String>,
}

impl Run {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        match Node::find() {
            Ok(node) => build_front_end(&node, folders)?,
            Err(missing) => {
                say(&format!("{missing}"));
                say("Going on without: the server will show how to build the front end");
            }
        }
        build_worker(folders, false)?;
        build_footbridge(folders, false)?;
        let mut serve = folders.footbridge();
        serve.arg("serve").args(&self.arguments);
        hand_over(&mut serve)
    }
}

/// Installs what the front end needs and builds it into `ui/dist`.
pub(crate) fn build_front_end(node: &Node, folders: &Folders) -> anyhow::Result<()> {
    node.install(folders)?;
    say("Building the front end");
    node.script(folders, "build")
}

/// Builds the SQL worker, always alone: together with other packages cargo would unite their features and build the engine twice.
pub(crate) fn build_worker(folders: &Folders, release: bool) -> anyhow::Result<()> {
    let built = if release { folders.released("footbridge-query") } else { folders.built("footbridge-query") };
    if built.exists() {
        say("Building the SQL worker");
    } else if release {
        say("Building the SQL worker, fully optimised; the first time takes up to 45 minutes on two cores");
    } else {
        say("Building the SQL worker; the first time takes up to 15 minutes on two cores");
    }
    run(&mut folders.cargo(&with_profile(&["build", "-p", "footbridge-query-worker"], release)))
}

/// Builds the `footbridge` binary.
pub(crate) fn build_footbridge(folders: &Folders, release: bool) -> anyhow::Result<()> {
    say("Building footbridge");
    run(&mut folders.cargo(&with_profile(&["build", "-p", "footbridge-cli"], release)))
}

fn with_profile<'a>(arguments: &[&'a str], release: bool) -> Vec<&'a str> {
    arguments.iter().copied().chain(release.then_some("--release")).collect()
}

/// The server takes this process's place, so that Ctrl-C and signals reach it and nobody stands between.
#[cfg(unix)]
fn hand_over(command: &mut Command) -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::new(command.exec()).context("footbridge could not be started"))
}

/// Windows sends Ctrl-C to every process of the console.
#[cfg(not(unix))]
fn hand_over(command: &mut Command) -> anyhow::Result<()> {
    run(command)
}
