use anyhow::Context;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where things are.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder. Outside the clone, so that a fresh clone does not build the SQL engine again.
    pub(crate) target: PathBuf,
}

impl Folders {
    pub(crate) fn find() -> anyhow::Result<Self> {
        // Cargo says at run time which clone it was called in; the program itself may have been built in another that shares the target folder.
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own.parent().context("xtask lies inside the repository")?.to_owned();
        let named = env::var_os("CARGO_TARGET_DIR").filter(|named| !named.is_empty());
        let target = match named {
            Some(named) => std::path::absolute(named)?,
            None => match env::home_dir() {
                Some(home) => home.join(".cache").join("footbridge").join("target"),
                None => root.join("target"),
            },
        };
        Ok(Self { root, target })
    }

    /// The front end.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The course with its data.
    pub(crate) fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    /// A program as it is built for `run` and `test`.
    pub(crate) fn built(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(name).with_extension(env::consts::EXE_EXTENSION)
    }

    /// A program as it is built for `dist` and `bench`.
    pub(crate) fn released(&self, name: &str) -> PathBuf {
        self.target.join("release").join(name).with_extension(env::consts::EXE_EXTENSION)
    }

    /// A folder of ours inside the target folder.
    pub(crate) fn own(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }

    /// The same folder, emptied.
    pub(crate) fn emptied(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.own(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(folder)
    }

    /// Cargo with our target folder and the course of this clone. Properties are tried on the same cases every time, so that
    /// what passed once passes again; `PROPTEST_RNG_SEED` in the environment tries others.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo.env("FOOTBRIDGE_CONTENT", self.content()).env("FOOTBRIDGE_QUERY", self.built("footbridge-query"));
        cargo.env("PROPTEST_RNG_SEED", env::var_os("PROPTEST_RNG_SEED").unwrap_or_else(|| "2026".into()));
        cargo
    }

    /// The built `footbridge` with the course of this clone and the worker beside it.
    pub(crate) fn footbridge(&self) -> Command {
        let mut footbridge = Command::new(self.built("footbridge"));
        footbridge.env("FOOTBRIDGE_CONTENT", self.content()).env("FOOTBRIDGE_QUERY", self.built("footbridge-query"));
        footbridge
    }
}

/// Copies a folder with everything in it but what bears one of these names.
pub(crate) fn copy_without(names: &[&str], from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        if names.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if path.is_dir() {
            copy_without(names, &path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}
