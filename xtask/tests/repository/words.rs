use crate::{assert_none, files, text};

/// Folders of one person's machine; a text that names one works nowhere else.
const MACHINE_FOLDERS: [&str; 4] = ["/root/", "/home/", "/Users/", "/tmp/"];

/// Lines that name such a folder for a reason.
const FOR_A_REASON: [(&str, &str); 7] = [
    // An example of a path that a person might type.
    ("ui/src/screens/OwnFiles.svelte", "/home/me/"),
    ("ui/mock/", "/tmp/footbridge-sample"),
    ("ui/mock/", "/home/me/"),
    // Attacks on the worker and the server name files that must stay out of reach.
    ("crates/query-worker/tests/", "/tmp/"),
    ("crates/web/tests/", "/tmp/"),
    // A home inside the empty root.
    ("xtask/src/dist/bare_root.rs", "/home/my-path"),
    ("xtask/tests/repository/words.rs", "/"),
];

#[test]
fn no_text_names_a_folder_of_this_machine() {
    let mut faults = Vec::new();
    for path in files() {
        let Some(text) = text(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let named = MACHINE_FOLDERS.iter().find(|folder| names_folder(line, folder));
            let known = FOR_A_REASON.iter().any(|(place, words)| path.starts_with(place) && line.contains(words));
            if let Some(folder) = named.filter(|_| !known) {
                faults.push(format!("{path}:{}: {folder}", number + 1));
            }
        }
    }
    assert_none(&faults, "These lines name a folder of one machine:");
}

/// `/home/` at the beginning of a path; not the `/home/` of `docs/home/` or of an address.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|letter| !(letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '}' | ')' | '~' | '$')))
    })
}

#[test]
fn a_folder_is_named_only_at_the_beginning_of_a_path() {
    assert!(names_folder("open /tmp/x", "/tmp/") && names_folder("\"/home/me\"", "/home/"));
    assert!(!names_folder("https://example.org/home/page", "/home/") && !names_folder("work/tmp/x", "/tmp/"));
}

#[test]
fn no_text_holds_two_sides_of_a_merge() {
    let is_side = |line: &str| ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark));
    // A journal that a person merged by halves is read in a test.
    let kept = |path: &str| path == "crates/journal/corpus/unfinished-merge.jsonl";
    let faults = files().into_iter().filter(|path| !kept(path)).flat_map(|path| {
        let text = text(&path).unwrap_or_default();
        text.lines().enumerate().filter(|(_, line)| is_side(line)).map(|(at, _)| format!("{path}:{}", at + 1)).collect::<Vec<_>>()
    });
    assert_none(&faults.collect::<Vec<_>>(), "These lines are left over from a merge:");
}
