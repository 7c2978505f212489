use crate::folders::Folders;
use crate::node::Node;
use crate::program::{output_of, say};
use anyhow::{Context, bail};
use clap::Args;
use std::fs;
use std::path::Path;

const DOCUMENT: &str = "openapi.json";
const TYPES: &str = "ui/src/api/types.ts";

/// Write the files that are derived from others.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Write nothing; fail when a committed file is not what would be written
    #[arg(long)]
    check: bool,
}

impl Generate {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        let mut stale = Vec::new();
        say("Deriving openapi.json from the server's routes");
        let document = output_of(&mut folders.cargo(&["run", "--quiet", "-p", "footbridge-web", "--example", "openapi"]))?;
        stale.extend(self.keep(folders, DOCUMENT, &document)?);
        match Node::find() {
            Ok(node) => {
                node.install(folders)?;
                say("Deriving the front end's types from openapi.json");
                stale.extend(self.keep(folders, TYPES, &types(&node, folders, &document)?)?);
            }
            Err(missing) => say(&format!("{missing} {TYPES} was left as it is.")),
        }
        if !stale.is_empty() {
            bail!("{} not what would be generated; run `cargo xtask generate` and read the difference", is_or_are(&stale));
        }
        Ok(())
    }

    /// Writes a file, or with `--check` returns its name when it is stale.
    fn keep(&self, folders: &Folders, name: &'static str, text: &str) -> anyhow::Result<Option<&'static str>> {
        let path = folders.root.join(name);
        if fs::read_to_string(&path).is_ok_and(|kept| kept == text) {
            return Ok(None);
        }
        if self.check {
            return Ok(Some(name));
        }
        fs::write(&path, text).with_context(|| format!("{name} cannot be written"))?;
        say(&format!("Written: {name}"));
        Ok(None)
    }
}

/// Only for the check of whether anything is stale.
pub(crate) fn check(folders: &Folders) -> anyhow::Result<()> {
    Generate { check: true }.perform(folders)
}

fn types(node: &Node, folders: &Folders, document: &str) -> anyhow::Result<String> {
    let folder = folders.own("generate");
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("openapi.json"), folder.join("types.ts"));
    fs::write(&from, document)?;
    let mut program = node.package_program(folders, "openapi-typescript");
    output_of(program.arg(&from).arg("--output").arg(&to))?;
    read(&to)
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn is_or_are(names: &[&str]) -> String {
    format!("{} {}", names.join(" and "), if names.len() == 1 { "is" } else { "are" })
}
