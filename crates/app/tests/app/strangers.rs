//! A published portfolio in a stranger's hands.

use crate::answers::right;
use crate::desk::Desk;
use footbridge_app::view::VerifyResult;
use std::path::{Path, PathBuf};

const ID: &str = "read-double-charge";
const WRITTEN: &str = "project-microservices-explained";

/// A copy of a built site in a folder of the system, gone afterwards.
pub(crate) struct Copy(pub(crate) PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        // What stays behind is in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn published(name: &str) -> Copy {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    desk.hand_in(WRITTEN, &format!("---\npublish: true\n---\n{}", right(WRITTEN))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    copied(&desk, name)
}

/// The site of a desk, as it would lie on a disk.
pub(crate) fn copied(desk: &Desk, name: &str) -> Copy {
    let folder = std::env::temp_dir().join(format!("footbridge-stranger-{}-{name}", std::process::id()));
    for (path, bytes) in desk.disk.files() {
        let Some(inside) = path.as_str().strip_prefix("site/") else { continue };
        let file = folder.join(inside);
        std::fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| std::fs::write(&file, bytes)).expect("a copy");
    }
    Copy(folder)
}

fn verified(folder: &Path) -> Vec<(String, VerifyResult)> {
    let view = Desk::new().app.verify_site(folder).expect("a site that can be read");
    view.lines.into_iter().map(|line| (line.exercise, line.result)).collect()
}

fn changed(copy: &Copy, from: &str, to: &str) {
    let file = copy.0.join("evidence.json");
    let text = std::fs::read_to_string(&file).expect("the claims");
    assert!(text.contains(from), "{from} is not claimed");
    std::fs::write(&file, text.replace(from, to)).expect("the claims");
}

#[test]
fn what_was_published_holds_without_the_learners_folder() {
    let copy = published("whole");
    let lines = verified(&copy.0);
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|(_, result)| *result == VerifyResult::Holds), "{lines:?}");
}

#[test]
fn a_claim_that_is_forged_does_not_hold() {
    let copy = published("forged");
    changed(&copy, "self-reported", "verified");
    assert!(verified(&copy.0).contains(&(WRITTEN.to_owned(), VerifyResult::Differs)));
    let copy = published("looked-at");
    changed(&copy, "\"judged\": \"structure\"", "\"judged\": \"substance\"");
    assert!(verified(&copy.0).contains(&(WRITTEN.to_owned(), VerifyResult::Differs)));
    let copy = published("summary");
    changed(&copy, "questions are right", "questions are perfect");
    assert!(verified(&copy.0).contains(&(ID.to_owned(), VerifyResult::Differs)));
}

#[test]
fn an_answer_that_is_damaged_missing_or_elsewhere_is_told() {
    let copy = published("damaged");
    let answer = copy.0.join("evidence").join(ID).join("answers.toml");
    std::fs::write(&answer, "cause = \"z\"\n").expect("a file");
    assert!(verified(&copy.0).contains(&(ID.to_owned(), VerifyResult::Damaged)));
    std::fs::remove_file(&answer).expect("it is there");
    assert!(verified(&copy.0).contains(&(ID.to_owned(), VerifyResult::Missing)));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/hostname", &answer).expect("a link");
        assert!(verified(&copy.0).contains(&(ID.to_owned(), VerifyResult::Missing)), "links are not followed");
    }
}

#[test]
fn what_this_version_does_not_know_or_cannot_read_is_told() {
    let copy = published("unknown");
    changed(&copy, ID, "read-something-else");
    assert!(verified(&copy.0).contains(&("read-something-else".to_owned(), VerifyResult::NotRun)));
    let copy = published("unreadable");
    changed(&copy, "\"id\":", "\"name\":");
    let view = Desk::new().app.verify_site(&copy.0).expect("a site whose claims are broken is still a site");
    assert!(view.lines.iter().any(|line| line.result == VerifyResult::Unreadable), "{:?}", view.lines);
    assert!(Desk::new().app.verify_site(&copy.0.join("evidence")).is_err(), "no site is there");
}
