//! The repository checks itself. Each file here states one kind of rule and proves it on what git has, or would take in.

mod floors;
mod links;
mod lock_files;
mod named_by;
mod shape;
mod sorted;
mod words;

use std::path::PathBuf;
use std::process::Command;

/// The repository.
fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Every file of the repository that git keeps or would keep, as paths with forward slashes.
fn files() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(root()).output();
    let listed = listed.expect("git is installed");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let text = String::from_utf8(listed.stdout).expect("paths are text");
    // What was deleted and not yet committed is still listed.
    text.split('\0').filter(|path| !path.is_empty() && root().join(path).is_file()).map(str::to_owned).collect()
}

/// Files with one of these endings.
fn files_ending(endings: &[&str]) -> Vec<String> {
    files().into_iter().filter(|path| path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))).collect()
}

/// The text of a file; nothing for a file that is no text.
fn text(path: &str) -> Option<String> {
    String::from_utf8(std::fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))).ok()
}

/// Fails with every fault at once.
fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}\n  {}", faults.join("\n  "));
}

/// One dependency as a manifest names it.
struct Dependency {
    name: String,
    /// Only for tests, benches and examples.
    dev: bool,
}

/// One package of the workspace.
struct Package {
    /// Without the leading `footbridge-`.
    name: String,
    /// `None` for a tool.
    floor: Option<u64>,
    dependencies: Vec<Dependency>,
}

impl Package {
    /// Packages of the workspace that it is built from, without `footbridge-`.
    fn own(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|dependency| !dependency.dev).filter_map(|dependency| dependency.name.strip_prefix("footbridge-"))
    }
}

/// The workspace as cargo sees it.
fn packages() -> Vec<Package> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let asked = Command::new(cargo).args(["metadata", "--format-version", "1", "--no-deps", "--offline"]).current_dir(root()).output();
    let asked = asked.expect("cargo is running this test");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("packages").iter().map(package).collect()
}

fn package(value: &serde_json::Value) -> Package {
    let full = value["name"].as_str().expect("a name");
    let floor = &value["metadata"]["footbridge"]["floor"];
    assert!(floor.is_u64() || floor == "tool", "{full} states no floor: `[package.metadata.footbridge] floor = …`");
    let dependency =
        |value: &serde_json::Value| Dependency { name: value["name"].as_str().expect("a name").to_owned(), dev: value["kind"] == "dev" };
    Package {
        name: full.strip_prefix("footbridge-").unwrap_or(full).to_owned(),
        floor: floor.as_u64(),
        dependencies: value["dependencies"].as_array().expect("dependencies").iter().map(dependency).collect(),
    }
}
