use crate::text;

#[test]
fn the_glossary_is_sorted_and_names_nothing_twice() {
    let glossary = text("GLOSSARY.md").expect("text");
    let terms: Vec<String> =
        glossary.lines().filter_map(|line| line.strip_prefix("**")?.split(".**").next()).map(str::to_lowercase).collect();
    assert!(terms.len() > 20, "the terms of GLOSSARY.md were not found");
    for pair in terms.windows(2) {
        assert!(pair[0] < pair[1], "in GLOSSARY.md `{}` stands before `{}`", pair[0], pair[1]);
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let changelog = text("CHANGELOG.md").expect("text");
    let heading = format!("\n## {}", env!("CARGO_PKG_VERSION"));
    assert!(changelog.contains(&heading), "CHANGELOG.md has no heading for {}", env!("CARGO_PKG_VERSION"));
}
