//! Mistakes and what their writer is told: each `tests/messages/<mistake>.sql` beside its snapshot.
//!
//! A new case is a new file; `cargo insta review` shows what it says.

use crate::desk;
use std::fs;
use std::path::Path;

/// Words that only the authors of the engine understand.
const INTERNALS: [&str; 12] = [
    "datafusion",
    "DataFusion",
    "Arrow",
    "Optimizer",
    "Internal",
    "Utf8",
    "Int64",
    "Float64",
    "LogicalPlan",
    "Schema error",
    "public.",
    "SQL error",
];

#[test]
fn every_mistake_is_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages");
    let mut cases: Vec<_> = fs::read_dir(&folder).expect("the folder of cases").map(|entry| entry.expect("an entry").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "sql"));
    cases.sort();
    assert!(!cases.is_empty());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in cases {
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain file name").to_owned();
            let sql = fs::read_to_string(&path).expect("a case");
            let told = told(&sql);
            let leaked: Vec<&&str> = INTERNALS.iter().filter(|word| told.contains(**word) && !sql.contains(**word)).collect();
            assert!(leaked.is_empty(), "{name} speaks of {leaked:?}:\n{told}");
            insta::assert_snapshot!(name, told);
        }
    });
}

fn told(sql: &str) -> String {
    match desk::run(sql) {
        Ok(answer) => {
            let warnings = answer.warnings.iter().map(|warning| desk::shown(sql, warning));
            let warnings: Vec<String> = warnings.collect();
            assert!(!warnings.is_empty(), "this is no mistake: {sql}");
            warnings.join("\n\n")
        }
        Err(failure) => desk::rendered(sql, &failure),
    }
}
