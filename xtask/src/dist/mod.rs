//! The archive for Linux: both programs, the data, the manual, completions; tried where nothing else is.

mod bare_root;
mod layout;

use crate::folders::Folders;
use crate::node::Node;
use crate::program::{run, say};
use crate::run::{build_footbridge, build_front_end, build_worker};
use anyhow::{Context, bail};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Make the archive for Linux and try it in an empty root.
#[derive(Debug, Args)]
pub(crate) struct Dist {
    /// Make the archive only; do not try it
    #[arg(long)]
    untried: bool,
}

/// Packages whose binaries carry files: cargo does not see it when a new file appears in `ui/dist` or `content`.
const WITH_FILES: [&str; 2] = ["footbridge-app", "footbridge-web"];

impl Dist {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        if !cfg!(target_os = "linux") {
            bail!("this task makes the archive for Linux; .github/workflows/release.yml has the recipes for macOS and Windows");
        }
        build_front_end(&Node::find()?, folders)?;
        build_release(folders)?;
        let name = format!("footbridge-{}-linux-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
        say("Laying out the archive");
        let tree = folders.emptied("dist")?.join(&name);
        layout::lay_out(folders, &tree)?;
        let archive = pack(folders, &tree, &name)?;
        if !self.untried {
            bare_root::try_in(&folders.emptied("bare-root")?, &archive, &name)?;
        }
        let size = fs::metadata(&archive)?.len();
        say(&format!("dist/{name}.tar.gz: {:.1} MB", size as f64 / 1e6));
        Ok(())
    }
}

/// Builds both programs for release.
pub(crate) fn build_release(folders: &Folders) -> anyhow::Result<()> {
    build_worker(folders, true)?;
    for package in WITH_FILES {
        run(&mut folders.cargo(&["clean", "--release", "--quiet", "-p", package]))?;
    }
    build_footbridge(folders, true)
}

/// The same tree always gives the same bytes: names are sorted, owners and times are not those of this machine.
fn pack(folders: &Folders, tree: &Path, name: &str) -> anyhow::Result<PathBuf> {
    let dist = folders.root.join("dist");
    fs::create_dir_all(&dist).with_context(|| format!("{} cannot be made", dist.display()))?;
    let (plain, archive) = (dist.join(format!("{name}.tar")), dist.join(format!("{name}.tar.gz")));
    let parent = tree.parent().context("the tree lies in a folder of ours")?;
    let sameness = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0", "--mode=u+w,go+r-w,a+X"];
    run(Command::new("tar").arg("--create").args(sameness).arg("--file").arg(&plain).arg("--directory").arg(parent).arg(name))?;
    run(Command::new("gzip").args(["--force", "--best", "--no-name"]).arg(&plain))?;
    Ok(archive)
}
