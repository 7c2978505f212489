//! The solutions we ship, run over the data we ship: none of them may be warned about.

use crate::desk;
use footbridge_query::{Request, Source};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_shipped_solution_is_warned_about() {
    let exercises = content().join("exercises");
    let mut solutions = 0;
    let mut warned = Vec::new();
    for exercise in sorted(&exercises) {
        let Ok(about) = fs::read_to_string(exercise.join("exercise.toml")) else { continue };
        let is_solution = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("solution") && path.extension().is_some_and(|extension| extension == "sql")
        };
        for path in sorted(&exercise).into_iter().filter(is_solution) {
            let sql = filled(&fs::read_to_string(&path).expect("a solution"), &about);
            let request = Request { sources: sources(&about), ..desk::request(&sql) };
            let answer = desk::run_request(&request).unwrap_or_else(|failure| panic!("{path:?}\n{}", desk::rendered(&sql, &failure)));
            solutions += 1;
            warned.extend(answer.warnings.iter().map(|warning| format!("{}\n{}", path.display(), desk::shown(&sql, warning))));
        }
    }
    assert!(solutions > 60, "{solutions} solutions");
    assert!(warned.is_empty(), "{}", warned.join("\n\n"));
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// The first value of each parameter in place of its name.
fn filled(sql: &str, about: &str) -> String {
    let parameters = about.lines().filter_map(|line| line.split_once(" = ["));
    parameters.fold(sql.to_owned(), |sql, (name, values)| {
        let first = values.split([',', ']']).next().unwrap_or_default().trim().trim_matches('"');
        sql.replace(&format!("{{{{{name}}}}}"), first)
    })
}

/// All tables of the exercise's data set, those with fewer rows first choice.
fn sources(about: &str) -> Vec<Source> {
    let set = about.lines().find_map(|line| line.strip_prefix("dataset = ")).expect("a data set").trim_matches('"');
    let files = sorted(&content().join("data").join(set));
    let tables = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "parquet"));
    let stem = |path: &Path| path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    tables
        .filter(|path| !stem(path).ends_with("_graded"))
        .map(|path| {
            let graded = path.with_file_name(format!("{}_graded.parquet", stem(&path)));
            Source { name: stem(&path), path: if graded.exists() { graded } else { path } }
        })
        .collect()
}
