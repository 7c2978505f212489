use crate::folders::Folders;
use crate::program::{answer_of, run, say};
use anyhow::{Context, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;

/// The oldest Node.js that builds the front end.
const OLDEST_MAJOR: u32 = 20;

/// Node.js with npm, known to be there and new enough.
#[derive(Debug)]
pub(crate) struct Node(());

impl Node {
    /// Looks for Node.js; the error is a sentence for a person.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let wanted = format!("Node.js {OLDEST_MAJOR} or newer with npm is needed to build the front end");
        let Some(version) = answer_of(Command::new("node").arg("--version")) else {
            bail!("{wanted}, and `node` was not found.");
        };
        let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
        if major.is_none_or(|major| major < OLDEST_MAJOR) {
            bail!("{wanted}; this machine has {version}.");
        }
        if answer_of(npm().arg("--version")).is_none() {
            bail!("{wanted}, and `npm` was not found.");
        }
        Ok(Self(()))
    }

    /// Installs the front end's packages unless exactly those of the lock file are there.
    pub(crate) fn install(&self, folders: &Folders) -> anyhow::Result<()> {
        let lock = fs::read(folders.ui().join("package-lock.json")).context("ui/package-lock.json cannot be read")?;
        let mut hasher = DefaultHasher::new();
        lock.hash(&mut hasher);
        let wanted = format!("{:016x}\n", hasher.finish());
        let stamp = folders.ui().join("node_modules").join(".footbridge-lock");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        say("Installing the front end's packages");
        run(npm().args(["ci", "--no-audit", "--no-fund"]).current_dir(folders.ui()))?;
        fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))
    }

    /// Runs a script of `ui/package.json`.
    pub(crate) fn script(&self, folders: &Folders, name: &str) -> anyhow::Result<()> {
        run(&mut self.script_command(folders, name))
    }

    /// A script of `ui/package.json`, ready to be run.
    pub(crate) fn script_command(&self, folders: &Folders, name: &str) -> Command {
        let mut npm = npm();
        npm.args(["run", "--silent", name]).current_dir(folders.ui());
        npm
    }

    /// A program of an installed package, ready to be run.
    pub(crate) fn package_program(&self, folders: &Folders, name: &str) -> Command {
        let mut npm = npm();
        npm.args(["exec", "--offline", "--", name]).current_dir(folders.ui());
        npm
    }
}

/// On Windows npm is a batch file, which is only found with its ending.
fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
