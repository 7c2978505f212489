use crate::learner::Learner;

#[test]
fn without_a_terminal_every_missing_flag_is_named_and_nothing_is_written() {
    let learner = Learner::new();
    let ran = learner.run(&["init", "--hours", "6"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("error: These are missing: --blocker, --background, --region.\n"), "{}", ran.err);
    assert!(!learner.folder().exists());
}

/// On a terminal Enter took a role and the hours that were proposed; elsewhere both were demanded.
#[test]
fn what_a_terminal_proposes_is_taken_elsewhere_too_and_said() {
    let learner = Learner::new();
    let needed = ["init", "--blocker", "technical-skill", "--background", "support", "--region", "india"];
    let ran = learner.run(&needed);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("`--hours` was not given, so it is 6 hours a week; give it to change that.\n"), "{}", ran.err);
    assert!(
        ran.err.contains("`--target` was not given, so it is “Technical product manager, APIs”; give it to change that.\n"),
        "{}",
        ran.err
    );
    let changed = learner.run(&["init", "--target", "TPM for payments"]);
    assert!(changed.code == Some(0) && changed.err.is_empty(), "{changed:?}");
    let file = std::fs::read_to_string(learner.folder().join("footbridge.toml")).expect("it was made");
    assert!(file.contains("TPM for payments") && !file.contains("manager, APIs"), "{file}");
    let help = learner.run(&["init", "--help"]);
    assert!(help.out.contains("[otherwise 6]") && help.out.contains("[otherwise Technical product manager, APIs]"), "{}", help.out);
}

#[test]
fn a_misspelt_choice_is_answered_with_the_nearest() {
    let learner = Learner::new();
    let ran = learner.run(&["init", "--background", "suport", "--region", "mars", "--hours", "many"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("`mars` cannot be said for --region.") && ran.err.contains("`many` is no"), "{}", ran.err);
    assert!(ran.err.contains("`suport` cannot be said for --background.") && ran.err.contains("Did you mean `support`?"), "{}", ran.err);
    assert!(!learner.folder().exists());
}

#[test]
fn what_was_said_stands_in_the_folder_and_what_is_private_stays_private() {
    let learner = Learner::new();
    let ran = learner.run(&[
        "init",
        "my-path",
        "--blocker",
        "product-skill",
        "--background",
        "other",
        "--background-note",
        "nurse",
        "--hours",
        "4.5",
        "--days",
        "wed,sun",
        "--start",
        "2027-01-04",
        "--region",
        "other",
        "--target",
        "A",
        "--target",
        "B",
        "--target-date",
        "2028-01-01",
        "--company",
        "Acme API",
    ]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let read = |name: &str| std::fs::read_to_string(learner.home().join("my-path").join(name)).expect(name);
    let profile: toml::Table = read("footbridge.toml").parse().expect("it is TOML");
    let minutes = profile["minutes"].as_table().expect("minutes a day");
    assert_eq!((minutes["wednesday"].as_integer(), minutes["sunday"].as_integer()), (Some(135), Some(135)));
    assert_eq!((profile["start"].as_str(), profile["background_note"].as_str()), (Some("2027-01-04"), Some("nurse")));
    assert_eq!(profile["targets"].as_array().map(Vec::len), Some(2));
    assert!(read("private/companies.toml").contains("Acme API"));
    assert!(read(".gitignore").contains("/private/"));
    for public in ["footbridge.toml", "plan.md"] {
        assert!(!read(public).contains("Acme"), "{public} names a target company");
    }
}

#[test]
fn a_second_time_only_what_is_named_changes() {
    let learner = Learner::onboarded();
    let before = learner.json(&["state"])["profile"].clone();
    let ran = learner.run(&["init", "--hours", "10", "--days", "sat"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let after = learner.json(&["state"])["profile"].clone();
    assert_eq!(after["minutes"], serde_json::json!([0, 0, 0, 0, 0, 600, 0]));
    for kept in ["blocker", "background", "region", "targets", "start"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    let ran = learner.run(&["init"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("is a learner's folder already"), "{}", ran.err);
}

#[test]
fn companies_are_added_and_none_is_taken_away() {
    let learner = Learner::onboarded();
    for companies in [&["init", "--company", "Acme", "--company", "Bolt"][..], &["init", "--company", " acme"], &["init", "--company", ""]]
    {
        let ran = learner.run(companies);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    let kept = std::fs::read_to_string(learner.folder().join("private/companies.toml")).expect("the companies");
    assert_eq!(kept, "companies = [\"Acme\", \"Bolt\"]\n");
}

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let learner = Learner::new();
    std::fs::create_dir_all(learner.folder()).expect("a folder");
    std::fs::write(learner.folder().join("thesis.tex"), "mine").expect("a file");
    let ran = learner.run(&[
        "init",
        "--blocker",
        "technical-skill",
        "--background",
        "support",
        "--hours",
        "6",
        "--region",
        "india",
        "--target",
        "x",
    ]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("already holds files that are not Footbridge's"), "{}", ran.err);
    let there: Vec<_> =
        std::fs::read_dir(learner.folder()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(there, ["thesis.tex"]);
}
