use crate::{assert_none, files, text};

/// Where every crate from elsewhere comes from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn crates_come_from_crates_io() {
    let lock = text("Cargo.lock").expect("text");
    let sources: Vec<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("source = ")).map(|source| source.trim_matches('"')).collect();
    assert!(sources.len() > 50, "the sources of Cargo.lock were not found");
    let faults: Vec<String> = sources.into_iter().filter(|source| *source != CRATES_IO).map(str::to_owned).collect();
    assert_none(&faults, "Cargo.lock names other sources than crates.io:");
}

/// A download address would tie every clone to the mirror of whoever wrote the file.
#[test]
fn packages_are_locked_without_addresses() {
    let lock = text("ui/package-lock.json").expect("text");
    let lock: serde_json::Value = serde_json::from_str(&lock).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages");
    assert!(packages.len() > 50, "the packages of package-lock.json were not found");
    let elsewhere = packages
        .iter()
        .filter(|(name, package)| !name.is_empty() && (package.get("resolved").is_some() || package.get("integrity").is_none()));
    let faults: Vec<String> = elsewhere.map(|(name, _)| name.clone()).collect();
    assert_none(&faults, "These packages carry a download address, or no hash:");
}

#[test]
fn nothing_points_to_another_registry() {
    let settings = files().into_iter().filter(|path| path.ends_with(".npmrc") || path.starts_with(".cargo/"));
    let elsewhere = |path: &String| text(path).is_some_and(|text| text.contains("registry") || text.contains("[source"));
    let faults: Vec<String> = settings.filter(elsewhere).collect();
    assert_none(&faults, "These files name a registry:");
}
