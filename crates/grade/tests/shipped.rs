//! `[write]` of the exercises in the shipped pack.

use footbridge_content::{Files, Kind, Pack, read};
use footbridge_grade::read_write;
use std::path::Path;

fn shipped() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Files::default();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("the pack is there") {
            let path = entry.expect("the pack can be listed").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_none_or(|ending| ending != "parquet") {
                let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).expect("a text of the pack"));
            }
        }
    }
    read(&files).0.expect("a pack")
}

/// "Not" and "so" stand in any text: whether a reason is given, `reason = true` looks at.
#[test]
fn no_need_takes_a_word_for_a_reason() {
    let pack = shipped();
    let writing: Vec<_> = pack.exercises.iter().filter(|exercise| exercise.kind == Kind::Write).collect();
    assert!(writing.len() > 50, "only {} exercises are read", writing.len());
    let mut faults = Vec::new();
    for exercise in writing {
        let spec = read_write(exercise).unwrap_or_else(|findings| panic!("{}: {findings:?}", exercise.id));
        for section in &spec.sections {
            let by_words =
                |need: &&footbridge_grade::NeedSpec| need.what.contains("reason") && need.any_of.iter().any(|word| word == "because");
            faults
                .extend(section.needs.iter().filter(by_words).map(|need| format!("{}, “{}”: {}", exercise.id, section.heading, need.what)));
        }
    }
    assert_eq!(faults, [""; 0]);
}
