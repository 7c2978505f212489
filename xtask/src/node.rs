use crate::folders::Folders;
use crate::program::{answer_of, run, say};
use anyhow::{Context, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;

/// The oldest Node.js that builds the front end, as `engines` in `ui/package.json` has it.
const OLDEST: (u32, u32) = (20, 19);

/// Node.js with npm, known to be there and new enough.
#[derive(Debug)]
pub(crate) struct Node(());

impl Node {
    /// Looks for Node.js; the error is a sentence for a person.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let (major, minor) = OLDEST;
        let wanted = format!("Node.js {major}.{minor} or newer with npm is needed to build the front end");
        let Some(version) = answer_of(Command::new("node").arg("--version")) else {
            bail!("{wanted}, and `node` was not found.");
        };
        if release(&version).is_none_or(|found| found < OLDEST) {
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

/// Major and minor number of a version as `node --version` prints it.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// On Windows npm is a batch file, which is only found with its ending.
fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, release};

    #[test]
    fn the_oldest_node_is_the_one_that_the_front_end_names() {
        let package: serde_json::Value = serde_json::from_str(include_str!("../../ui/package.json")).expect("it is JSON");
        assert_eq!(package["engines"]["node"], format!(">={}.{}", OLDEST.0, OLDEST.1));
        assert_eq!(release("v20.18.3\n"), Some((20, 18)));
        assert!(release("v20.18.3") < Some(OLDEST) && release("v22.1.0") > Some(OLDEST));
        assert_eq!(release("unknown"), None);
    }
}
