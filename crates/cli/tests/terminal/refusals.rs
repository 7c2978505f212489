use crate::learner::{EXERCISE, Learner, ran};
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn what_does_not_exist_is_answered_with_the_nearest() {
    let learner = Learner::onboarded();
    for (arguments, sentence, meant) in [
        (&["check", "choice-cache-or-replic"][..], "There is no lesson or exercise `choice-cache-or-replic`.", "`choice-cache-or-replica`"),
        (&["show", "sql-failed-request"], "There is no lesson or exercise `sql-failed-request`.", "`sql-failed-requests`"),
        (&["list", "--track", "sq"], "There is no track `sq`.", "`sql`"),
        (&["guide", "payy"], "The Guide has no page `payy`.", "`pay`"),
        (&["chek"], "unrecognized subcommand 'chek'", "'check'"),
    ] {
        let ran = learner.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(sentence) && ran.err.contains(meant), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn before_there_is_a_folder_the_way_to_one_is_named() {
    let learner = Learner::new();
    for arguments in [&["today"][..], &["state"], &["list"], &["show", EXERCISE], &["plan"], &["prompt", "tools"], &["portfolio", "build"]]
    {
        let ran = learner.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains("is not a learner's folder yet.") && ran.err.contains("`footbridge init`"), "{arguments:?}: {}", ran.err);
    }
    assert!(!learner.folder().exists(), "asking makes nothing");
    assert_eq!(learner.run(&["guide"]).code, Some(0), "the Guide needs no folder");
}

#[test]
fn an_answer_that_is_not_begun_is_no_wrong_answer() {
    let learner = Learner::onboarded();
    let ran = learner.run(&["check", EXERCISE]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("There is no answer yet") && ran.err.contains(&format!("footbridge start {EXERCISE}")), "{}", ran.err);
    assert_eq!(learner.json(&["state"])["exercises"], serde_json::json!([]));
}

#[test]
fn the_sql_command_says_what_it_needs() {
    let learner = Learner::new();
    let ran = learner.run(&["sql"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("neither a query nor a file"), "{}", ran.err);
    let ran = learner.run(&["sql", "--data", "a/x.csv", "--data", "b/x.csv", "select 1"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("Two files would both be the table `x`."), "{}", ran.err);
}

#[test]
fn a_profile_that_cannot_be_read_is_noticed_and_the_old_one_stands() {
    let learner = Learner::onboarded();
    std::fs::write(learner.folder().join("footbridge.toml"), "region = [").expect("it is ours");
    for arguments in [&["today"][..], &["plan"], &["list"]] {
        let ran = learner.run(arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.err);
        assert!(ran.err.starts_with("notice: ") && ran.err.contains("what you said before still counts"), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(learner.json(&["state"])["profile"]["background"], "support");
}

#[test]
fn a_missing_worker_is_never_the_learners_fault() {
    let learner = Learner::onboarded();
    learner.run(&["start", "sql-failed-requests"]);
    let ran = learner.run(&["check", "sql-failed-requests"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.out.starts_with("Not checked:"), "{}", ran.out);
    let ran = learner.run(&["doctor"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("FOOTBRIDGE_QUERY"), "{}", ran.out);
}

#[test]
fn the_doctor_looks_at_a_sick_folder_to_the_end() {
    for (sick, says) in [
        (
            (|folder| std::fs::write(folder.join("footbridge.toml"), b"region = \xff")) as fn(&Path) -> std::io::Result<()>,
            "is not UTF-8 text",
        ),
        (
            |folder| {
                std::fs::rename(folder.join("journal"), folder.join("elsewhere"))
                    .and_then(|()| std::fs::write(folder.join("journal"), "a file"))
            },
            "The system says: Not a directory",
        ),
    ] {
        let learner = Learner::onboarded();
        sick(&learner.folder()).expect("it is ours");
        let ran = learner.run(&["doctor"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
        let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("✗ Journal:") && told.contains(says), "{}", ran.out);
        assert!(ran.out.contains("Data sets") && ran.out.contains("SQL worker"), "{}", ran.out);
    }
}

#[test]
fn a_private_file_that_cannot_be_read_is_told_and_not_printed() {
    let learner = Learner::onboarded();
    std::fs::create_dir_all(learner.folder().join("private/applications")).expect("a folder");
    std::fs::write(learner.folder().join("private/contacts.toml"), "[[contact]]\nname = \"Ann Hush\n").expect("a file");
    std::fs::write(learner.folder().join("private/applications/a.yaml"), "company: Hush\nrole: [\n").expect("a file");
    for arguments in
        [["today"].as_slice(), &["plan"], &["people", "list"], &["doctor"], &["application", "export"], &["application", "report"]]
    {
        let ran = learner.run(arguments);
        let told = format!("{}\n{}", ran.out, ran.err).split_whitespace().collect::<Vec<_>>().join(" ");
        let file =
            if arguments[0] == "application" { "`private/applications/a.yaml`, line " } else { "`private/contacts.toml` cannot be read" };
        assert!(told.contains(file), "{arguments:?}: {told}");
        assert!(!told.contains("Hush"), "{arguments:?}: {told}");
    }
    let people = learner.run(&["people", "list"]);
    assert!(people.err.contains("It stands in `private/contacts.toml`, line 2."), "{people:?}");
}

#[test]
fn a_pack_without_its_head_is_not_sound() {
    let learner = Learner::new();
    std::fs::create_dir(learner.home().join("pack")).expect("a folder");
    let ran = learner.run(&["pack", "check", "pack"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.contains("pack.toml"), "{}", ran.out);
    let ran = learner.run(&["pack", "check", "nowhere"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    let learner = Learner::new();
    let mut command = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    let mut child = command.args(["guide", "pay", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

/// A folder this account may read but not write. Root may write anywhere, so as root the program runs as nobody.
#[cfg(unix)]
#[test]
fn a_read_only_folder_can_be_read_and_says_why_nothing_is_written() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    let is_root = std::fs::metadata(learner.home()).expect("the home").uid() == 0;
    let program = learner.home().join("footbridge");
    // Copied by another process: a file that this one has open for writing cannot be run while other tests start programs.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_footbridge")).arg(&program).status().expect("cp runs");
    assert!(copied.success(), "a copy where everybody may run it");
    if is_root {
        chown(learner.home().join("config/footbridge"), Some(NOBODY), Some(NOBODY)).expect("root may");
        std::fs::set_permissions(learner.home(), std::fs::Permissions::from_mode(0o755)).expect("root may");
    }
    set_writable(&learner.folder(), false);
    let as_reader = |arguments: &[&str]| {
        let mut command = learner.command(&program);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        ran(command.args(arguments))
    };
    let check = as_reader(&["check", EXERCISE]);
    let state = as_reader(&["state"]);
    set_writable(&learner.folder(), true);
    assert_eq!((check.code, check.out.as_str()), (Some(2), ""), "{check:?}");
    assert!(check.err.contains("cannot be written.") && check.err.contains("Permission denied"), "{}", check.err);
    assert_eq!(state.code, Some(0), "{state:?}");
}

#[cfg(unix)]
fn set_writable(folder: &Path, writable: bool) {
    use std::os::unix::fs::PermissionsExt;
    for entry in std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            set_writable(&entry, writable);
        } else {
            std::fs::set_permissions(&entry, std::fs::Permissions::from_mode(if writable { 0o644 } else { 0o444 })).expect("it is ours");
        }
    }
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(if writable { 0o755 } else { 0o555 })).expect("it is ours");
}

#[test]
fn queries_of_a_pack_run_only_where_they_are_confined() {
    let learner = Learner::new();
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let ran = learner.run(&["pack", "check", pack, "--only", "sql-failed-requests"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "there is no worker here: {}", ran.err);
    assert!(ran.err.contains("are not run here"), "{}", ran.err);
    let ran = learner.run(&["pack", "check", pack, "--only", "read-double-charge"]);
    assert_eq!(ran.code, Some(0), "questions need no worker: {}{}", ran.out, ran.err);
}

#[test]
fn a_new_exercise_has_every_file_of_its_kind_and_takes_no_others_place() {
    let learner = Learner::new();
    std::fs::create_dir(learner.home().join("pack")).expect("a folder");
    for (kind, files) in [
        ("sql", &["starter.sql", "solution.sql", "wrong/name-the-fault.sql"][..]),
        ("choice", &[]),
        ("write", &["starter.md", "solution.md", "wrong/name-the-fault.md"]),
        ("roadmap", &["starter.yaml", "solution.yaml", "wrong/name-the-fault.yaml"]),
        ("decide", &["starter.yaml", "solution.yaml", "solution-2.yaml", "wrong/name-the-fault.yaml"]),
    ] {
        let id = format!("{kind}-of-mine");
        let made = learner.run(&["pack", "new", "pack", kind, &id, "--json"]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        let told: serde_json::Value = serde_json::from_str(&made.out).expect("JSON");
        let folder = learner.home().join("pack/exercises").join(&id);
        let wanted = ["exercise.toml", "brief.md", "hints.md", "discussion.md"].iter().chain(files);
        assert!(wanted.clone().all(|file| folder.join(file).is_file()), "{kind}: {told}");
        assert_eq!(told["files"].as_array().map(Vec::len), Some(wanted.count()), "{kind}");
        std::fs::write(folder.join("brief.md"), "Mine.").expect("it is there");
        let again = learner.run(&["pack", "new", "pack", kind, &id]);
        assert!(again.code == Some(2) && again.err.contains("is there already"), "{}", again.err);
        assert_eq!(std::fs::read_to_string(folder.join("brief.md")).expect("still there"), "Mine.");
    }
    for (arguments, says) in [(["spl", "an-id"], "`spl` is no kind of exercise."), (["sql", "An Id"], "`An Id` is not an id")] {
        let ran = learner.run(&[&["pack", "new", "pack"][..], &arguments].concat());
        assert!(ran.code == Some(2) && ran.err.contains(says), "{}", ran.err);
    }
}

#[test]
fn a_preview_shows_what_a_learner_reads() {
    let learner = Learner::new();
    let pack = crate::learner::content().display().to_string();
    let shown = learner.run(&["pack", "preview", &pack, EXERCISE]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    for part in ["# Cache, replica or larger machine?\n", "## answers.toml", "plan = \"\"", "### Hint: "] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let ran = learner.run(&["pack", "preview", &pack, "no-such-exercise"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("The pack has no exercise `no-such-exercise`."), "{}", ran.err);
}

#[test]
fn a_flag_that_there_is_not_is_no_value_to_be_written_after_two_dashes() {
    let learner = Learner::onboarded();
    let refused = learner.run(&["application", "add", "--company", "Acme"]);
    assert!(refused.code == Some(2) && refused.err.contains("<COMPANY> <ROLE>"), "{refused:?}");
    assert!(!refused.err.contains("as a value"), "{}", refused.err);
    let near = learner.run(&["application", "note", "acme", "--interview-om", "2027-01-01"]);
    assert!(near.err.contains("--interview-on"), "what is nearly right is named: {}", near.err);
}

/// It ate all memory there was.
#[cfg(unix)]
#[test]
fn a_device_that_never_ends_is_read_no_further_than_what_is_taken() {
    let learner = Learner::onboarded();
    let zero = "/dev/zero";
    for arguments in [
        &["people", "import", zero][..],
        &["people", "read", zero],
        &["people", "compare", zero, zero],
        &["job", zero],
        &["write", "check", "prd", zero],
        &["write", "export", zero, "--to", "medium"],
        &["roadmap", "check", zero],
        &["decide", zero],
        &["resume", "check", zero],
        &["prompt", "tools", "--import", zero],
        &["published", "prd-api-feature", "https://example.org/a", "--diff", zero],
    ] {
        let ran = learner.run(arguments);
        assert!(matches!(ran.code, Some(1 | 2)), "{arguments:?}: {:?}", ran.code);
        assert!(format!("{}{}", ran.out, ran.err).contains("larger than 20 MB"), "{arguments:?}: {}{}", ran.out, ran.err);
    }
    let review = learner.run(&["review", "take", "prd-api-feature", zero]);
    assert_eq!(review.code, Some(2), "{}", review.err);
    let endless = std::fs::File::open(zero).expect("it is there");
    let mut command = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    let ran = ran(command.args(["job", "-"]).stdin(endless));
    assert!(ran.code == Some(2) && ran.err.contains("standard input is larger than 20 MB"), "{}", ran.err);
}

#[test]
fn a_hyphen_is_standard_input_and_output_or_refused() {
    let learner = Learner::onboarded();
    std::fs::write(
        learner.home().join("people.csv"),
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,Engineer,15 Mar 2024\n",
    )
    .expect("a file");
    let input = std::fs::File::open(learner.home().join("people.csv")).expect("it is there");
    let mut command = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    let imported = ran(command.args(["people", "import", "-"]).stdin(input));
    assert_eq!((imported.code, imported.out.as_str()), (Some(0), "1 contact read, 1 new.\n"), "{}", imported.err);
    assert_eq!(learner.run(&["resume", "new"]).code, Some(0));
    let exported = learner.run(&["resume", "export", "--to", "json", "-o", "-"]);
    assert!(exported.out.starts_with('{') && !exported.err.contains("Written"), "{exported:?}");
    for arguments in [&["private", "backup", "-"], &["private", "restore", "-"]] {
        let refused = learner.run(arguments);
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.err.contains("A backup is a file"), "{}", refused.err);
    }
    assert!(!learner.home().join("-").exists());
}
