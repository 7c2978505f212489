//! The private part backed up from one home and restored in another, with the passphrase on standard input.

use crate::learner::{Learner, Ran};
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

fn with_passphrase(learner: &Learner, passphrase: &str, arguments: &[&str]) -> Ran {
    let mut command = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    command.arg("private").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A command that refuses before it asks closes the pipe first.
    let _ = child.stdin.take().expect("a pipe").write_all(format!("{passphrase}\n").as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_backup_goes_from_one_home_to_another() {
    let learner = Learner::onboarded();
    let contacts = "[[contact]]\nid = \"c-0123456789abcdef\"\nname = \"Ann Lee\"\n";
    std::fs::create_dir_all(learner.folder().join("private")).expect("a folder");
    std::fs::write(learner.folder().join("private/contacts.toml"), contacts).expect("a file");
    let file = learner.home().join("private.age");
    let file = file.to_str().expect("UTF-8");
    let good = "four words that rhyme";
    let none = learner.run(&["private", "backup", file]);
    assert!(none.code == Some(2) && none.err.contains("There is no passphrase: standard input is no terminal"), "{none:?}");
    let short = with_passphrase(&learner, "short", &["backup", file]);
    assert!(short.code == Some(2) && short.err.contains("fewer than 10 characters"), "{short:?}");
    assert!(!Path::new(file).exists(), "nothing half done");
    let made = with_passphrase(&learner, good, &["backup", file]);
    assert!(made.code == Some(0) && made.out.contains("of private/ are in"), "{made:?}");
    let twice = with_passphrase(&learner, good, &["backup", file]);
    assert!(twice.code == Some(2) && twice.err.contains("is there already"), "{twice:?}");

    let other = Learner::onboarded();
    let wrong = with_passphrase(&other, "four words that rime", &["restore", file]);
    assert!(wrong.code == Some(2) && wrong.err.contains("This passphrase does not open the backup."), "{wrong:?}");
    assert!(!wrong.err.contains("rime"), "{wrong:?}");
    let restored = with_passphrase(&other, good, &["restore", file]);
    assert!(restored.code == Some(0) && restored.out.contains("private/contacts.toml"), "{restored:?}");
    assert_eq!(other.read("private/contacts.toml"), contacts);
    std::fs::write(other.folder().join("private/contacts.toml"), "# mine\n").expect("a file");
    let differs = with_passphrase(&other, good, &["restore", file]);
    assert!(differs.code == Some(1) && differs.out.contains("Nothing was restored"), "{differs:?}");
    let said = differs.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.ends_with("With --overwrite these files are replaced by the backup's; journals only gain lines."), "{said}");
    assert_eq!(other.read("private/contacts.toml"), "# mine\n");
    let over = with_passphrase(&other, good, &["restore", file, "--overwrite", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&over.out).expect("JSON");
    assert_eq!((over.code, json["differing"][0].as_str()), (Some(0), Some("private/contacts.toml")), "{over:?}");
    assert_eq!(other.read("private/contacts.toml"), contacts);
    let none = with_passphrase(&other, good, &["restore", "footbridge.toml"]);
    assert_eq!(none.code, Some(2), "{none:?}");
}

#[cfg(unix)]
#[test]
fn a_backup_that_does_not_fit_leaves_nothing_half_done() {
    let learner = Learner::onboarded();
    let mut state = 1_u64;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_le_bytes()[7]
    });
    std::fs::create_dir_all(learner.folder().join("private")).expect("a folder");
    std::fs::write(learner.folder().join("private/noise"), noise.take(300_000).collect::<Vec<u8>>()).expect("a file");
    std::fs::create_dir(learner.home().join("stick")).expect("a folder");
    let file = learner.home().join("stick/private.age");
    // Files have a ceiling of at most 128 kB. Killed at once when the signal is not held back, as in a loss of power.
    for (signal, code) in [("trap '' XFSZ", Some(2)), (":", None)] {
        let script = format!("{signal}; ulimit -f 128; exec \"$0\" private backup \"$1\"");
        let mut shell = learner.command(Path::new("sh"));
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_footbridge")]).arg(&file);
        let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a shell");
        child.stdin.take().expect("a pipe").write_all(b"four words that rhyme\n").expect("it asks");
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!(ended.status.code(), code, "{ended:?}");
        assert!(!file.exists(), "no backup that is cut short stands under its name");
        if code.is_some() {
            assert_eq!(std::fs::read_dir(learner.home().join("stick")).expect("a folder").count(), 0, "and nothing beside it");
        }
    }
    let made = with_passphrase(&learner, "four words that rhyme", &["backup", file.to_str().expect("UTF-8")]);
    assert_eq!(made.code, Some(0), "what a killed one left is in nobody's way: {made:?}");
    assert_eq!(std::fs::read_dir(learner.home().join("stick")).expect("a folder").count(), 1, "and is gone");
}
