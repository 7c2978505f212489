use crate::folders::Folders;
use crate::program::{output_of, run};
use anyhow::{Context, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Completion scripts: the shell, and where its packages put them.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "share/bash-completion/completions/footbridge"),
    ("zsh", "share/zsh/site-functions/_footbridge"),
    ("fish", "share/fish/vendor_completions.d/footbridge.fish"),
];

/// Where the completion scripts are in the archive.
pub(super) fn completions() -> impl Iterator<Item = &'static str> {
    COMPLETIONS.into_iter().map(|(_, place)| place)
}

const TEXTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Lays the tree of the archive out.
pub(super) fn lay_out(folders: &Folders, tree: &Path) -> anyhow::Result<()> {
    for program in ["footbridge", "footbridge-query"] {
        copy(&folders.released(program), &tree.join("bin").join(program))?;
    }
    copy_data(&folders.content().join("data"), &tree.join("share/footbridge/data"))?;
    for text in TEXTS {
        copy(&folders.root.join(text), &tree.join(text))?;
    }
    let footbridge = tree.join("bin/footbridge");
    run(Command::new(&footbridge).arg("man").arg(tree.join("share/man/man1")))?;
    for (shell, place) in COMPLETIONS {
        let script = output_of(Command::new(&footbridge).args(["completions", shell]))?;
        write(&tree.join(place), &script)?;
    }
    Ok(())
}

/// Every data set with its description and its source.
fn copy_data(from: &Path, to: &Path) -> anyhow::Result<()> {
    let mut copied = 0;
    for set in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let set = set?.path();
        for file in fs::read_dir(&set).with_context(|| format!("{} cannot be read", set.display()))? {
            let file = file?.path();
            copy(&file, &to.join(file.strip_prefix(from)?))?;
            copied += 1;
        }
    }
    if copied == 0 {
        bail!("{} holds no data sets", from.display());
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    make_parent(to)?;
    fs::copy(from, to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    Ok(())
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    make_parent(path)?;
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

fn make_parent(path: &Path) -> anyhow::Result<()> {
    let parent = path.parent().context("a file lies in a folder")?;
    fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))
}
