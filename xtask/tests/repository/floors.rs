use crate::{Package, assert_none, packages, text};
use std::collections::BTreeMap;

/// Floors that are narrower than "whatever is lower": a crate, and all of ours that it may be built from.
const ONLY: [(&str, &[&str]); 10] = [
    // The record of what happened outlives every engine.
    ("journal", &["diagnostic", "verdict"]),
    // What must stay private cannot be reached from here.
    ("portfolio", &["diagnostic", "prose", "verdict"]),
    // A roadmap and a decision are files of anybody's.
    ("roadmap", &["diagnostic", "table"]),
    ("decide", &["diagnostic", "share", "table"]),
    // What a model wrote is judged by its shape alone.
    ("assist", &["diagnostic", "table"]),
    // A verdict depends on the exercise and the answer, not on who answers.
    ("grade", &["arithmetic", "content", "decide", "diagnostic", "prose", "query", "roadmap", "verdict"]),
    // What speaks to other machines holds nothing that could be told them.
    ("endpoint", &[]),
    // The rim speaks to the app, and where a person says so to a model.
    ("cli", &["app", "diagnostic", "endpoint", "verdict", "web"]),
    ("web", &["app", "diagnostic", "verdict"]),
    // The confined process holds as little of ours as can be.
    ("query-worker", &["diagnostic", "query"]),
];

/// The one step sideways: the binary starts the server.
const SIDEWAYS: [(&str, &str); 1] = [("cli", "web")];

/// On floor 0 a verdict carries diagnostics, and so does what is wrong with a mapping to the columns of a tool.
const GROUND: [(&str, &str); 2] = [("table", "diagnostic"), ("verdict", "diagnostic")];

#[test]
fn dependencies_point_down() {
    let packages = packages();
    let floors: BTreeMap<&str, u64> = packages.iter().filter_map(|package| Some((package.name.as_str(), package.floor?))).collect();
    let mut faults = Vec::new();
    for package in &packages {
        let Some(floor) = package.floor else { continue };
        for below in package.own() {
            let allowed = SIDEWAYS.iter().chain(&GROUND).any(|pair| *pair == (package.name.as_str(), below));
            match floors.get(below) {
                Some(lower) if *lower < floor || allowed => {}
                Some(lower) => faults.push(format!("{} (floor {floor}) is built from {below} (floor {lower})", package.name)),
                None => faults.push(format!("{} is built from {below}, which has no floor", package.name)),
            }
        }
    }
    assert_none(&faults, "A crate is built from lower floors only:");
}

#[test]
fn narrow_crates_stay_narrow() {
    let packages = packages();
    let mut faults = Vec::new();
    for (name, allowed) in ONLY {
        let package = packages.iter().find(|package| package.name == name).unwrap_or_else(|| panic!("there is no crate {name}"));
        faults.extend(package.own().filter(|below| !allowed.contains(below)).map(|below| format!("{name} is built from {below}")));
    }
    assert_none(&faults, "These crates may be built from fewer of ours:");
}

/// The document and the manifests say the same floors.
#[test]
fn the_architecture_names_every_crate_on_its_floor() {
    let document = text("ARCHITECTURE.md").expect("text");
    let missing = |package: &Package| {
        let row = match package.floor {
            Some(floor) => format!("| {floor} | `{}` |", package.name),
            None => format!("| tool | `{}` |", package.name),
        };
        (!document.contains(&row)).then_some(row)
    };
    let faults: Vec<String> = packages().iter().filter_map(missing).collect();
    assert_none(&faults, "ARCHITECTURE.md lacks these rows of its table:");
}
