//! One target folder for several clones.
//!
//! Cargo tells a crate of one clone from the same crate of another only by the age of its files, so a clone that is older than what was built
//! last would be taken for built. Whoever builds for another clone than last time therefore begins our own crates anew; all others stay. Two
//! clones that build at the same time are not told apart.

use crate::folders::Folders;
use crate::program::{run, say};
use anyhow::Context;
use std::fs;

/// The file in the target folder that names the clone it was built for last.
const MARK: &str = "footbridge-clone";

/// Makes the target folder this clone's.
pub(crate) fn claim(folders: &Folders) -> anyhow::Result<()> {
    let mark = folders.target.join(MARK);
    let here = folders.root.to_string_lossy();
    let built_for = fs::read_to_string(&mark).unwrap_or_default();
    if built_for == here {
        return Ok(());
    }
    for (folder, profile) in [("debug", "dev"), ("release", "release")] {
        if folders.target.join(folder).is_dir() {
            say(&format!("What {folder}/ holds of our own crates may be another clone's: they are built anew"));
            run(&mut folders.cargo(&["clean", "--quiet", "--workspace", "--profile", profile]))?;
        }
    }
    fs::create_dir_all(&folders.target).with_context(|| format!("{} cannot be made", folders.target.display()))?;
    fs::write(&mark, here.as_bytes()).with_context(|| format!("{} cannot be written", mark.display()))
}

#[cfg(test)]
mod tests {
    use super::{MARK, claim};
    use crate::folders::Folders;
    use std::fs;
    use std::process::Command;

    /// Two clones of a workspace with one crate, and a target folder that both use. The second is older than what the first has built.
    #[test]
    fn what_was_built_for_another_clone_is_not_taken_for_ones_own() {
        let home = std::env::temp_dir().join(format!("footbridge-clones-{}", std::process::id()));
        let clone = |name: &str| {
            let root = home.join(name);
            fs::create_dir_all(root.join("src")).expect("a folder");
            fs::write(root.join("Cargo.toml"), "[package]\nname = \"said\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n")
                .expect("written");
            fs::write(root.join("src/main.rs"), format!("fn main() {{ print!(\"{name}\"); }}\n")).expect("written");
            Folders { root, target: home.join("target") }
        };
        let (second, first) = (clone("second"), clone("first"));
        let said = |folders: &Folders| {
            claim(folders).expect("it can be claimed");
            assert!(folders.cargo(&["build", "--quiet"]).status().expect("cargo runs").success());
            let output = Command::new(folders.built("said")).output().expect("it runs");
            String::from_utf8(output.stdout).expect("text")
        };
        assert_eq!(said(&first), "first");
        assert_eq!(said(&second), "second");
        assert_eq!(fs::read_to_string(home.join("target").join(MARK)).expect("a mark"), second.root.to_string_lossy());
        fs::remove_dir_all(&home).expect("removed");
    }
}
