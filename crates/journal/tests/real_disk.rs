//! The folder of the operating system keeps the promises of `Disk`.

use footbridge_journal::{Disk, DiskCause, DiskPath, Entry, EntryKind, RealDisk};
use std::path::PathBuf;

/// A folder of this test's own, empty.
fn fresh(name: &str) -> (RealDisk, PathBuf) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("real-disk-{name}"));
    if root.exists() {
        std::fs::remove_dir_all(&root).expect("a folder of ours");
    }
    (RealDisk::new(&root), root)
}

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).expect("a safe path")
}

#[test]
fn files_are_written_appended_listed_and_removed() {
    let (disk, root) = fresh("files");
    disk.create_folder_all(&path("private/journal")).expect("a writable folder");
    disk.create_folder_all(&path("private/journal")).expect("a folder that is there");
    let file = path("private/journal/x.jsonl");
    disk.append_and_sync(&file, b"one\n").expect("a writable folder");
    disk.append_and_sync(&file, b"two\n").expect("a writable folder");
    assert_eq!(disk.read(&file).expect("a file"), b"one\ntwo\n");
    disk.write_atomically(&file, b"three\n").expect("a writable folder");
    assert_eq!(std::fs::read(root.join("private/journal/x.jsonl")).expect("a file"), b"three\n");
    std::fs::write(root.join("private/journal/.y.footbridge-tmp"), "half").expect("a writable folder");
    std::fs::create_dir(root.join("private/journal/a")).expect("a writable folder");
    let entry = |name: &str, kind, bytes| Entry { name: name.to_owned(), kind, bytes, is_link: false };
    let expected = [entry("a", EntryKind::Folder, 0), entry("x.jsonl", EntryKind::File, 6)];
    assert_eq!(disk.list(&path("private/journal")).expect("a folder"), expected);
    assert_eq!(disk.look(&file).expect("a file"), Some(expected[1].clone()));
    disk.remove(&file).expect("a file of ours");
    disk.remove(&file).expect("nothing to remove");
    assert!(!disk.exists(&file).expect("a readable folder"));
}

#[test]
fn an_unfinished_write_of_before_is_in_nobodys_way() {
    let (disk, root) = fresh("unfinished");
    disk.create_folder_all(&DiskPath::root()).expect("a writable folder");
    std::fs::write(root.join(".plan.md.footbridge-tmp"), "an old half that is longer").expect("a writable folder");
    disk.write_atomically(&path("plan.md"), b"new").expect("a writable folder");
    assert_eq!(disk.read(&path("plan.md")).expect("a file"), b"new");
    assert_eq!(disk.list(&DiskPath::root()).expect("a folder").len(), 1);
    assert_eq!(std::fs::read_dir(&root).expect("a folder").count(), 1);
}

#[test]
fn refusals_say_what_and_why() {
    let (disk, _) = fresh("refusals");
    let cause = |text: &str| disk.read(&path(text)).map_err(|error| (error.cause(), error.to_string()));
    assert_eq!(cause("no/file"), Err((DiskCause::Missing, "`no/file` could not be read: it does not exist".to_owned())));
    assert_eq!(disk.list(&path("no")).map_err(|error| error.cause()), Err(DiskCause::Missing));
    disk.create_folder_all(&DiskPath::root()).expect("a writable folder");
    disk.write_atomically(&path("file"), b"").expect("a writable folder");
    let error = disk.create_folder_all(&path("file/below")).expect_err("a file stands there");
    assert_eq!(error.cause(), DiskCause::WrongKind);
    assert!(disk.look(&path("file/below")).expect("nothing there").is_none());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_as_a_file_is_listed_as_something_else() {
    use std::os::unix::ffi::OsStrExt as _;
    let (disk, root) = fresh("other");
    disk.create_folder_all(&DiskPath::root()).expect("a writable folder");
    disk.write_atomically(&path("file"), b"").expect("a writable folder");
    // The address of a socket is at most 108 bytes long, and the folder of tests may be deeper.
    let short = std::env::temp_dir().join(format!("fb-{}", std::process::id()));
    let _socket = std::os::unix::net::UnixListener::bind(&short).expect("a socket");
    std::fs::rename(&short, root.join("socket")).or_else(|_| std::os::unix::fs::symlink(&short, root.join("socket"))).expect("a socket");
    std::os::unix::fs::symlink("nowhere", root.join("link")).expect("a link");
    std::os::unix::fs::symlink("loop", root.join("loop")).expect("a link");
    let entry = |name: &str, kind| Entry { name: name.to_owned(), kind, bytes: 0, is_link: root.join(name).is_symlink() };
    let mut expected = vec![
        entry("file", EntryKind::File),
        entry("link", EntryKind::Other),
        entry("loop", EntryKind::Other),
        entry("socket", EntryKind::Other),
    ];
    // Some systems hold no such name.
    if std::fs::write(root.join(std::ffi::OsStr::from_bytes(b"Ren\xe9")), "x").is_ok() {
        expected.insert(0, entry("Ren\u{fffd}", EntryKind::Other));
    }
    let listed = disk.list(&DiskPath::root());
    let _ = std::fs::remove_file(&short);
    assert_eq!(listed.expect("a folder"), expected);
}

#[cfg(unix)]
#[test]
fn links_that_lead_elsewhere_are_refused_and_nothing_is_written_through_them() {
    use std::os::unix::fs::symlink;
    let (disk, root) = fresh("links");
    let (_, outside) = fresh("links-outside");
    std::fs::create_dir_all(&outside).expect("a folder");
    std::fs::write(outside.join("secret"), "not of this folder").expect("a file");
    for folder in ["site", "private", "work/kept"] {
        disk.create_folder_all(&path(folder)).expect("a folder");
    }
    disk.write_atomically(&path("private/contacts.toml"), b"private").expect("a file");
    disk.write_atomically(&path("work/kept/a.md"), b"an answer").expect("a file");
    symlink("../private/contacts.toml", root.join("site/x")).expect("a link");
    symlink(&outside, root.join("site/out")).expect("a link");
    symlink(outside.join("secret"), root.join("work/answer.md")).expect("a link");
    symlink(outside.join("new"), root.join("work/new")).expect("a link");
    symlink("kept/a.md", root.join("work/b.md")).expect("a link");
    for refused in ["site/x", "site/out/secret", "work/answer.md", "work/new"] {
        let error = disk.read(&path(refused)).expect_err("it leads elsewhere");
        assert_eq!(error.cause(), DiskCause::Elsewhere, "{refused}");
        assert_eq!(error.to_string(), format!("`{refused}` could not be read: it is reached through a link that leads elsewhere"));
    }
    assert_eq!(disk.append_and_sync(&path("work/new"), b"x").expect_err("it would be made outside").cause(), DiskCause::Elsewhere);
    assert_eq!(disk.write_atomically(&path("site/out/y"), b"x").expect_err("it would lie outside").cause(), DiskCause::Elsewhere);
    assert_eq!(disk.remove(&path("site/out/secret")).expect_err("it lies outside").cause(), DiskCause::Elsewhere);
    assert_eq!(disk.list(&path("site/out")).expect_err("it lies outside").cause(), DiskCause::Elsewhere);
    assert!(disk.list(&path("site")).expect("a folder").iter().all(|entry| entry.kind == EntryKind::Other), "links out are no files");
    assert_eq!(disk.read(&path("work/b.md")).expect("a link within one folder"), b"an answer");
    disk.write_atomically(&path("work/answer.md"), b"mine").expect("the link itself is replaced");
    assert_eq!(std::fs::read_to_string(outside.join("secret")).expect("a file"), "not of this folder");
    assert!(!outside.join("new").exists());

    let linked = outside.join("home");
    symlink(&root, &linked).expect("a link");
    assert_eq!(RealDisk::new(&linked).read(&path("work/answer.md")).expect("the folder itself may be a link"), b"mine");
}

#[test]
fn only_an_empty_folder_is_removed() {
    let (disk, root) = fresh("empty-folder");
    disk.create_folder_all(&path("site/evidence")).expect("a writable folder");
    disk.write_atomically(&path("site/a"), b"").expect("a writable folder");
    disk.remove_empty_folder(&path("site")).expect("something stands in it");
    assert!(root.join("site/evidence").is_dir());
    disk.remove_empty_folder(&path("site/evidence")).expect("nothing stands in it");
    assert!(!root.join("site/evidence").exists());
    disk.remove_empty_folder(&path("site/evidence")).expect("it is gone");
    disk.remove_empty_folder(&path("site/a")).expect("it is no folder");
    assert!(root.join("site/a").is_file());
}
