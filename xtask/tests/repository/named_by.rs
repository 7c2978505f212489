use crate::{assert_none, packages, text};
use std::collections::BTreeSet;

/// Who may name a crate from elsewhere.
struct Rule {
    /// Names of crates; a final `*` stands for any ending.
    named: &'static [&'static str],
    by: &'static [&'static str],
    /// Tests may name it anywhere.
    tests_too: bool,
}

const fn only(named: &'static [&'static str], by: &'static [&'static str]) -> Rule {
    Rule { named, by, tests_too: false }
}

const RULES: [Rule; 19] = [
    only(&["datafusion*", "arrow*", "parquet*"], &["query-worker"]),
    only(&["landlock", "seccompiler", "libc"], &["query-worker"]),
    only(&["sqlparser"], &["query", "query-worker"]),
    only(&["axum*", "tower*", "hyper*", "utoipa-axum", "mime_guess"], &["web"]),
    only(&["utoipa"], &["app", "web"]),
    only(&["tokio"], &["cli", "query-worker", "web"]),
    only(&["clap*"], &["cli", "xtask"]),
    only(&["rust-embed"], &["web"]),
    Rule { named: &["html5gum", "roxmltree", "rustybuzz", "ab_glyph_rasterizer", "png"], by: &["portfolio"], tests_too: true },
    only(&["age"], &["app"]),
    only(&["fsrs"], &["recall"]),
    only(&["rpassword"], &["cli"]),
    only(&["ureq", "rustls*"], &["endpoint"]),
    only(&["calcard"], &["people", "planner"]),
    only(&["typst*", "hayro*", "pdf-extract", "kurbo", "jsonc-parser"], &["resume"]),
    only(&["serde-saphyr"], &["decide", "jobs", "prose", "roadmap"]),
    only(&["annotate-snippets"], &["diagnostic"]),
    only(&["getrandom"], &["app", "web"]),
    Rule { named: &["anyhow"], by: &["cli", "xtask"], tests_too: true },
];

#[test]
fn heavy_crates_are_named_where_they_belong() {
    let mut faults = Vec::new();
    for package in packages() {
        for dependency in &package.dependencies {
            let broken = RULES.iter().find(|rule| {
                let named = rule.named.iter().any(|pattern| fits(pattern, &dependency.name));
                named && !rule.by.contains(&package.name.as_str()) && !(rule.tests_too && dependency.dev)
            });
            if let Some(rule) = broken {
                faults.push(format!("{} names {}; only {} may", package.name, dependency.name, rule.by.join(", ")));
            }
        }
    }
    assert_none(&faults, "These dependencies stand where they may not:");
}

/// The document says what the rules say: every name stands in a row, and the row names the same crates.
#[test]
fn the_architecture_states_every_rule() {
    let document = text("ARCHITECTURE.md").expect("text");
    let table = document.split_once("## Who may name what").and_then(|(_, after)| after.split_once("\n## ")).expect("the table").0;
    let rows: Vec<(String, BTreeSet<&str>)> = table.lines().filter_map(row).collect();
    let mut faults = Vec::new();
    for rule in &RULES {
        let by: BTreeSet<&str> = rule.by.iter().copied().collect();
        for pattern in rule.named {
            let name = pattern.trim_end_matches('*');
            let says = |(names, only): &&(String, BTreeSet<&str>)| *only == by && names.split([',', ';', ' ']).any(|word| word == name);
            if !rows.iter().any(|row| says(&row)) {
                faults.push(format!("{name}: only in {}", rule.by.join(", ")));
            }
        }
    }
    assert_none(&faults, "ARCHITECTURE.md does not say so:");
}

/// A row of the table: what is named, in small letters, and the crates that may.
fn row(line: &str) -> Option<(String, BTreeSet<&str>)> {
    let (names, only) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
    Some((names.to_lowercase(), only.split('`').skip(1).step_by(2).collect()))
}

/// Nobody is built from the worker: its SQL engine would come along.
#[test]
fn nobody_is_built_from_the_worker() {
    let mut faults = Vec::new();
    for package in packages() {
        faults.extend(
            package.dependencies.iter().filter(|dependency| dependency.name == "footbridge-query-worker").map(|_| package.name.clone()),
        );
    }
    assert_none(&faults, "The SQL worker is started, never linked. It is named by:");
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => name == beginning || name.starts_with(&format!("{beginning}-")),
        None => name == pattern,
    }
}

#[test]
fn a_pattern_ends_at_a_word() {
    assert!(fits("arrow*", "arrow") && fits("arrow*", "arrow-array"));
    assert!(!fits("arrow*", "arrows") && !fits("tokio", "tokio-util"));
}
