//! What a pack's data are worth, measured with the real worker.

use crate::learner::{Learner, content, ran};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The data a learner sees tell every wrong query of the first; of the second they leave some to the hidden data.
const QUERIES: [&str; 2] = ["sql-expiring-trials", "sql-longest-delays"];

#[test]
fn further_databases_tell_what_thin_data_miss_and_leave_what_is_equivalent() {
    let learner = Learner::new();
    let pack = learner.home().join("pack");
    copy(&content(), &pack);
    for query in QUERIES {
        let file = pack.join("exercises").join(query).join("hidden.json");
        let mut hidden: Value = serde_json::from_slice(&fs::read(&file).expect("hidden data")).expect("JSON");
        hidden["variants"][0].as_array_mut().expect("databases").truncate(1);
        fs::write(&file, hidden.to_string()).expect("a writable folder");
    }
    let only = QUERIES.join(",");
    let ran = ran(learner.with_worker().args(["pack", "measure", "pack", "--only", &only, "--further", "--json"]));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let further = &serde_json::from_str::<Value>(&ran.out).expect("JSON")["further"];
    assert_eq!((&further["equivalent"], &further["refuted"]), (&json!(2), &json!([])), "{further}");
    assert!(further["databases"].as_u64().is_some_and(|built| built > 4_000), "{further}");
    let missed = further["missed"].as_array().expect("a list");
    assert!(missed.contains(&json!("8 -> arr_delay")), "{further}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a copy");
        }
    }
}
