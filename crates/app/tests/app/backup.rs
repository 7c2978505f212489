//! The private part as one encrypted file, and back.

use crate::answers::right;
use crate::desk::{Desk, START, profile};
use footbridge_app::view::{ContactBody, StepBody};
use footbridge_app::{Fault, Init, Passphrase};
use footbridge_journal::testing::FaultyDisk;
use std::collections::BTreeMap;
use std::sync::Arc;

const NAME: &str = "Zsófia Quietperson";

fn passphrase() -> Passphrase {
    Passphrase::new("four words that rhyme".to_owned())
}

/// A learner who knows somebody, has spoken with them and did private work.
fn acquainted() -> Desk {
    let desk = Desk::begun();
    let contact = ContactBody { name: NAME.to_owned(), ..ContactBody::default() };
    let id = desk.app.add_contact(&contact).expect("a contact").line.id;
    desk.app.converse(&id, &StepBody { step: "held".to_owned(), on: String::new(), note: String::new() }).expect("a step");
    desk.hand_in("informational-interview-one", &right("informational-interview-one")).expect("private work");
    desk
}

fn files(desk: &Desk, private: bool) -> BTreeMap<String, String> {
    desk.all_texts().into_iter().filter(|(path, _)| path.starts_with("private/") == private).collect()
}

/// The same folder on another device, without what is private.
fn elsewhere(desk: &Desk) -> Desk {
    let public = desk.disk.files().into_iter().filter(|(path, _)| !path.as_str().starts_with("private/")).collect();
    Desk::on(Arc::new(FaultyDisk::with_files(&public)), "other", START)
}

#[test]
fn what_is_private_goes_out_encrypted_and_comes_back_whole() {
    let desk = acquainted();
    let private = files(&desk, true);
    desk.put(footbridge_app::PEOPLE_CALENDAR, &desk.app.people_calendar().expect("a calendar"));
    let (backup, told) = desk.app.back_up_private(&passphrase()).expect("a backup");
    assert_eq!((told.files as usize, told.bytes as usize), (private.len(), backup.len()));
    assert!(!String::from_utf8_lossy(&backup).contains("contacts"), "not even the names of files can be read");

    let other = elsewhere(&desk);
    assert!(other.app.people(false).expect("people").conversations.is_empty());
    let public = files(&other, false);
    let restored = other.app.restore_private(&backup, &passphrase(), false).expect("it opens");
    assert!(restored.restored && restored.differing.is_empty());
    assert_eq!((restored.new.len(), files(&other, true), files(&other, false)), (private.len(), private, public));
    assert_eq!(other.app.people(false).expect("people").conversations[0].contact.name, NAME, "it is seen at once");
    let again = other.app.restore_private(&backup, &passphrase(), false).expect("it opens");
    assert_eq!((again.same as usize, again.new.len(), again.joined.len()), (files(&other, true).len(), 0, 0));
}

#[test]
fn what_is_there_is_named_before_it_is_written_over_and_journals_only_grow() {
    let desk = acquainted();
    let (backup, _) = desk.app.back_up_private(&passphrase()).expect("a backup");
    let id = desk.app.contact_called("quietperson").expect("one");
    desk.app.converse(&id, &StepBody { step: "thanked".to_owned(), on: String::new(), note: String::new() }).expect("a step");
    let journal = "private/journal/desk-2027-01.jsonl";
    let longer = desk.text(journal).expect("a journal");
    let contacts = desk.text("private/contacts.toml").expect("a file");
    desk.put("private/contacts.toml", &format!("{contacts}# mine\n"));
    let before = files(&desk, true);
    let refused = desk.app.restore_private(&backup, &passphrase(), false).expect("it opens");
    assert!(!refused.restored);
    assert_eq!((refused.differing, files(&desk, true)), (vec!["private/contacts.toml".to_owned()], before));
    let done = desk.app.restore_private(&backup, &passphrase(), true).expect("it opens");
    assert!(done.restored && done.differing == ["private/contacts.toml"], "{done:?}");
    assert_eq!(desk.text("private/contacts.toml").as_deref(), Some(contacts.as_str()));
    assert_eq!(desk.text(journal).as_deref(), Some(longer.as_str()), "what was recorded since stays");

    let (first, rest) = longer.split_once('\n').expect("lines");
    desk.put(journal, &format!("{first}\n"));
    let done = desk.app.restore_private(&backup, &passphrase(), false).expect("it opens");
    assert_eq!(done.joined, [journal]);
    let lines = desk.text(journal).expect("a journal").lines().count();
    assert_eq!(lines, rest.lines().count(), "all but the one that was recorded since");
}

#[test]
fn nothing_is_written_unless_all_of_it_can_be_read_and_no_error_names_what_is_private() {
    let desk = acquainted();
    let (backup, _) = desk.app.back_up_private(&passphrase()).expect("a backup");
    let other = elsewhere(&desk);
    let before = other.all_texts();
    let told = |what: &str, trouble: footbridge_app::Trouble, says: &str| {
        let all = format!("{trouble:?} {trouble}");
        assert!(trouble.message.contains(says), "{what}: {all}");
        for private in [NAME, "contacts", "four words", "journal/"] {
            assert!(!all.contains(private), "{what}: {all}");
        }
    };
    let wrong = Passphrase::new("four words that rime".to_owned());
    told("wrong", other.app.restore_private(&backup, &wrong, true).expect_err("it stays closed"), "does not open the backup");
    let half = &backup[..backup.len() / 2];
    told("cut", other.app.restore_private(half, &passphrase(), true).expect_err("it is cut"), "is cut short or was changed");
    told("none", other.app.restore_private(b"PK", &passphrase(), true).expect_err("it is none"), "is no backup");
    assert_eq!(other.all_texts(), before);
    let short = Passphrase::new("too short".to_owned());
    told("short", desk.app.back_up_private(&short).expect_err("it is short"), "fewer than 10 characters");
    other.disk.set_read_only(true);
    let refused = other.app.restore_private(&backup, &passphrase(), true).expect_err("it cannot be written");
    assert_eq!(refused.fault, Fault::World);
    told("a read-only disk", refused, "could not be written");
    told("nothing there", elsewhere(&Desk::begun()).app.back_up_private(&passphrase()).expect_err("nothing"), "nothing in `private/`");
    told(
        "no folder",
        Desk::new().app.restore_private(&backup, &passphrase(), true).expect_err("no folder"),
        "is not a learner's folder yet",
    );
}

#[cfg(unix)]
#[test]
fn links_are_left_out_and_never_written_through() {
    let folder = std::env::temp_dir().join(format!("footbridge-backup-{}", std::process::id()));
    let outside = folder.join("outside");
    std::fs::create_dir_all(&outside).expect("a temporary folder");
    std::fs::write(outside.join("secret"), "not of this folder").expect("a file");
    let home = folder.join("home");
    let app = Desk::app_in(&home);
    app.init(&Init { profile: profile() }).expect("a folder");
    app.add_contact(&ContactBody { name: NAME.to_owned(), ..ContactBody::default() }).expect("a contact");
    std::os::unix::fs::symlink(&outside, home.join("private/linked")).expect("a link");
    let (backup, told) = app.back_up_private(&passphrase()).expect("a backup");
    assert_eq!((told.left_out, told.files), (vec!["private/linked".to_owned()], 1));

    let kept = home.join("private/contacts.toml");
    let text = std::fs::read_to_string(&kept).expect("a file");
    std::fs::rename(&kept, outside.join("contacts.toml")).expect("it can be moved");
    std::fs::write(outside.join("contacts.toml"), "# elsewhere").expect("a file");
    std::os::unix::fs::symlink(outside.join("contacts.toml"), &kept).expect("a link");
    let refused = app.restore_private(&backup, &passphrase(), true).expect_err("a link stands there");
    assert!(refused.message.contains("leads elsewhere"), "{refused:?}");
    assert_eq!(std::fs::read_to_string(outside.join("contacts.toml")).expect("a file"), "# elsewhere");
    std::fs::remove_file(&kept).expect("it can be removed");
    assert!(app.restore_private(&backup, &passphrase(), false).expect("it opens").restored);
    assert_eq!(std::fs::read_to_string(&kept).expect("a file"), text);

    std::fs::rename(home.join("private"), folder.join("moved")).expect("it can be moved");
    std::os::unix::fs::symlink(folder.join("moved"), home.join("private")).expect("a link");
    app.back_up_private(&passphrase()).expect_err("the whole folder is a link");
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_or_has_no_name_in_text_is_left_out_and_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = std::env::temp_dir().join(format!("fb-{}", std::process::id()));
    let app = Desk::app_in(&folder);
    app.init(&Init { profile: profile() }).expect("a folder");
    app.add_contact(&ContactBody { name: NAME.to_owned(), ..ContactBody::default() }).expect("a contact");
    let private = folder.join("private");
    let _socket = std::os::unix::net::UnixListener::bind(private.join("socket")).expect("a socket");
    std::os::unix::fs::symlink("nowhere", private.join("link")).expect("a link");
    let mut left_out = vec!["private/link".to_owned(), "private/socket".to_owned()];
    // Some systems hold no such name.
    if std::fs::write(private.join(std::ffi::OsStr::from_bytes(b"Ren\xe9.md")), "a friend").is_ok() {
        left_out.insert(0, "private/Ren\u{fffd}.md".to_owned());
    }
    let (_, told) = app.back_up_private(&passphrase()).expect("a backup");
    assert_eq!((told.left_out, told.files), (left_out, 1));

    std::fs::write(private.join("a:b"), "a colon").expect("a file");
    let refused = app.back_up_private(&passphrase()).expect_err("not every system can hold this name");
    assert!(!refused.to_string().contains("a:b"), "{refused:?}");
    let help = format!("{refused:?}");
    let command = help.split('`').find(|part| part.starts_with("find ")).expect("a command that shows it").replace("\\\\", "\\");
    let shown = std::process::Command::new("sh").args(["-c", &command]).current_dir(&folder).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&shown.stdout), "private/a:b\n", "{command}");
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
