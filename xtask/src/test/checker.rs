use crate::folders::Folders;
use crate::program::output_of;
use anyhow::{Context, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The programs of which a verdict is made: what judges, and the process that runs queries for it.
const JUDGES: [&str; 2] = ["footbridge-grade", "footbridge-query-worker"];

/// What a verdict depends on besides the exercise: everything of ours that the judges are built from, and which crates of others.
pub(super) fn places(folders: &Folders) -> anyhow::Result<Vec<PathBuf>> {
    let said = output_of(&mut folders.cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata = serde_json::from_str(&said).context("`cargo metadata` prints JSON")?;
    let mut places = vec![folders.root.join("Cargo.lock")];
    for folder in built_from(&metadata, &JUDGES)? {
        places.push(folder.join("Cargo.toml"));
        places.push(folder.join("src"));
    }
    Ok(places)
}

/// Folders of these packages of the workspace and of all that they are built from, in order.
fn built_from(metadata: &Value, names: &[&str]) -> anyhow::Result<BTreeSet<PathBuf>> {
    let packages: BTreeMap<&str, &Value> = metadata["packages"].as_array().context("packages")?.iter().filter_map(named).collect();
    let mut wanted: Vec<&str> = names.to_vec();
    let mut seen = BTreeSet::new();
    let mut folders = BTreeSet::new();
    while let Some(name) = wanted.pop() {
        if !seen.insert(name) {
            continue;
        }
        let Some(package) = packages.get(name) else { bail!("the workspace has no package {name}") };
        let manifest = package["manifest_path"].as_str().map(Path::new).and_then(Path::parent);
        folders.insert(manifest.with_context(|| format!("{name} has a manifest"))?.to_owned());
        let built = package["dependencies"].as_array().into_iter().flatten().filter(|dependency| dependency["kind"] != "dev");
        wanted.extend(built.filter_map(|dependency| dependency["name"].as_str()).filter(|name| packages.contains_key(name)));
    }
    Ok(folders)
}

fn named(package: &Value) -> Option<(&str, &Value)> {
    Some((package["name"].as_str()?, package))
}

#[cfg(test)]
mod tests {
    use super::built_from;
    use std::path::Path;

    #[test]
    fn what_judges_is_built_from_is_found_however_deep_it_lies() {
        let package = |name: &str, dependencies: serde_json::Value| serde_json::json!({ "name": name, "manifest_path": format!("/r/{name}/Cargo.toml"), "dependencies": dependencies });
        let built = |name: &str| serde_json::json!({ "name": name, "kind": null });
        let metadata = serde_json::json!({ "packages": [
            package("grade", serde_json::json!([built("decide"), built("serde"), { "name": "insta", "kind": "dev" }])),
            package("decide", serde_json::json!([built("diagnostic")])),
            package("diagnostic", serde_json::json!([])),
            package("insta", serde_json::json!([])),
            package("web", serde_json::json!([built("grade")])),
        ] });
        let found = built_from(&metadata, &["grade"]).expect("all are there");
        let wanted = ["/r/decide", "/r/diagnostic", "/r/grade"].map(Path::new);
        assert!(found.iter().map(std::path::PathBuf::as_path).eq(wanted), "{found:?}");
        assert!(built_from(&metadata, &["grades"]).is_err());
    }
}
