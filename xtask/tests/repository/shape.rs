use crate::{assert_none, files, files_ending, text};

/// Longest file of code, in lines.
const LONGEST: usize = 600;

/// Written by a program and read by one.
const DERIVED: [&str; 1] = ["ui/src/api/types.ts"];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 10] = ["utils", "util", "helpers", "helper", "common", "shared", "misc", "manager", "service", "processor"];

#[test]
fn files_of_code_are_short() {
    let code = files_ending(&["rs", "ts", "svelte", "mjs"]);
    assert!(code.len() > 100, "the files of code were not found");
    let own = code.iter().filter(|path| !DERIVED.contains(&path.as_str()));
    let faults: Vec<String> = own
        .filter_map(|path| {
            let lines = text(path)?.lines().count();
            (lines > LONGEST).then(|| format!("{path}: {lines} lines"))
        })
        .collect();
    assert_none(&faults, "A file of code has at most 600 lines; split it by idea:");
}

#[test]
fn names_say_what_is_inside() {
    let empty = |path: &String| path.split('/').any(|part| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or(part)));
    let faults: Vec<String> = files().into_iter().filter(empty).collect();
    assert_none(&faults, "These names could stand for anything; name the idea:");
}

/// What is built is never committed; only the file that keeps the folder is.
#[test]
fn the_built_front_end_is_not_kept() {
    let faults: Vec<String> = files().into_iter().filter(|path| path.starts_with("ui/dist/") && path != "ui/dist/.gitignore").collect();
    assert_none(&faults, "ui/dist is built, not committed:");
    assert!(
        files().iter().any(|path| path == "ui/dist/.gitignore"),
        "ui/dist/.gitignore keeps the folder, without which the server cannot be built"
    );
}

/// A lint is expected with a reason, or the code is mended.
#[test]
fn no_lint_is_allowed_silently() {
    let silent = [concat!("#[", "allow("), concat!("#![", "allow(")];
    let mut faults = Vec::new();
    for path in files_ending(&["rs"]) {
        let text = text(&path).unwrap_or_default();
        let lines = text.lines().enumerate().filter(|(_, line)| silent.iter().any(|attribute| line.contains(attribute)));
        faults.extend(lines.map(|(number, _)| format!("{path}:{}", number + 1)));
    }
    assert_none(&faults, "Use `#[expect(lint, reason = \"…\")]`, or mend the code:");
}

#[test]
fn every_crate_takes_the_workspace_lints() {
    let manifests = files().into_iter().filter(|path| path.ends_with("/Cargo.toml"));
    let faults: Vec<String> = manifests.filter(|path| !text(path).is_some_and(|text| text.contains("[lints]\nworkspace = true"))).collect();
    assert_none(&faults, "These manifests lack `[lints] workspace = true`:");
}
