//! One fault in a small sound pack, and what is said about it.

use footbridge_content::{Files, read};
use footbridge_diagnostic::Source;

const SOUND: [(&str, &str); 9] = [
    ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"sql\"]\n"),
    ("skills.toml", "[[skill]]\nid = \"reading\"\ntitle = \"Read\"\narea = \"data\"\nfluency = \"data\"\nshown = \"Reads.\"\n"),
    (
        "path.toml",
        "[[step]]\nid = \"only\"\nnumber = 1\ntitle = \"Only\"\nweeks = { from = 1, to = 2 }\nsummary = \"All.\"\n[[step.work]]\ntitle = \"Read\"\nitems = [\"first\"]\n[step.milestone]\nid = \"end\"\ntitle = \"End\"\nneeds = [\"first\"]\n",
    ),
    ("tracks/sql/track.toml", "id = \"sql\"\ntitle = \"SQL\"\nsummary = \"Rows.\"\n"),
    ("tracks/sql/first.md", "+++\nid = \"first\"\ntitle = \"First\"\nminutes = 5\nskills = [\"reading\"]\n+++\nText\n"),
    (
        "data/set/tables.toml",
        "title = \"Set\"\nsynthetic = true\nlicence = \"CC0-1.0\"\nsource = \"made\"\n[[table]]\nname = \"t\"\nfile = \"t.csv\"\nabout = \"A row.\"\n",
    ),
    ("reference/page.toml", "id = \"page\"\ntitle = \"Page\"\nanswer = \"Yes.\"\norder = 1\n"),
    ("reference/page.md", "Words.\n"),
    ("ids.lock", "end\nfirst\nonly\npage\nreading\n"),
];

/// What is found when `from` is replaced by `to` in one file.
fn with(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = Files::default();
    for (path, text) in SOUND {
        assert!(path != file || text.contains(from), "{file} holds {from:?}");
        files.insert(path, if path == file { text.replacen(from, to, 1) } else { text.to_owned() }.into_bytes());
    }
    let line = |finding: &footbridge_diagnostic::Diagnostic| {
        let place = finding.place.as_ref().map_or_else(String::new, |place| {
            let text = files.text(&place.file).unwrap_or_default();
            let at = Source { file: &place.file, text }.line_column(place.span.start);
            format!(" ({}:{}:{})", place.file, at.line, at.column)
        });
        format!("{}: {}{place}", finding.code, finding.message)
    };
    read(&files).1.iter().map(line).collect()
}

#[test]
fn the_small_pack_is_sound() {
    assert_eq!(with("pack.toml", "Small", "Small"), Vec::<String>::new());
}

#[test]
fn each_fault_is_told_where_it_stands() {
    let cases = [
        (
            "pack.toml",
            "format = 1",
            "format = 2\nnew = true",
            "pack-format: This pack has format 2; this Footbridge reads format 1. (pack.toml:1:10)",
        ),
        ("skills.toml", "shown", "shwon", "toml-unknown-key: There is no key `shwon` here. (skills.toml:6:1)"),
        ("path.toml", "id = \"end\"", "id = \"reading\"", "id-twice: The id `reading` is used twice. (path.toml:11:6)"),
        ("path.toml", "id = \"end\"", "id = \"only\"", "id-twice: The id `only` is used twice. (path.toml:11:6)"),
        (
            "path.toml",
            "needs = [\"first\"]",
            "needs = []",
            "milestone-empty: The milestone `end` needs nothing, so no evidence can ever reach it. (path.toml:11:6)",
        ),
        (
            "path.toml",
            "from = 1, to = 2",
            "from = 3, to = 2",
            "path-weeks: The weeks of the step `only` count from 1 and do not end before they begin. (path.toml:2:6)",
        ),
        (
            "data/set/tables.toml",
            "t.csv",
            "../../t.csv",
            "toml-shape: This cannot be read: `../../t.csv` is no name of a file in this folder: letters, digits, `-`, `_` and `.` make one. (data/set/tables.toml:7:8)",
        ),
        (
            "data/set/tables.toml",
            "file = \"t.csv\"",
            "file = \"t.csv\"\ngraded = \"/etc/passwd\"",
            "toml-shape: This cannot be read: `/etc/passwd` is no name of a file in this folder: letters, digits, `-`, `_` and `.` make one. (data/set/tables.toml:8:10)",
        ),
        (
            "reference/page.toml",
            "id = \"page\"",
            "id = \"pages\"",
            "id-name: The id `pages` and the name `page` must be the same. (reference/page.toml:1:6)",
        ),
        ("reference/page.md", "Words.", "{{table:pay}}", "id-unknown: There is no table `pay`. (reference/page.md:1:1)"),
        ("tracks/sql/first.md", "[\"reading\"]", "[\"readng\"]", "id-unknown: There is no skill `readng`. (tracks/sql/first.md:5:11)"),
        (
            "tracks/sql/first.md",
            "+++\nText",
            "Text",
            "front-matter: The file must begin with TOML between two lines of `+++`. (tracks/sql/first.md:1:1)",
        ),
    ];
    let told = cases.map(|(file, from, to, said)| (with(file, from, to), said));
    let other: Vec<_> = told.iter().filter(|(found, said)| !found.iter().any(|finding| finding == said)).collect();
    assert!(other.is_empty(), "{other:#?}");
}

/// What is found about the path when there is an exercise besides, with this line in it, and the path holds these items.
fn about_the_path(line: &str, items: &str) -> Vec<String> {
    let mut files = Files::default();
    for (path, text) in SOUND {
        let text = if path == "path.toml" { text.replacen("items = [\"first\"]", items, 1) } else { text.to_owned() };
        files.insert(path, text.into_bytes());
    }
    let head = "id = \"more\"\nkind = \"write\"\ntrack = \"sql\"\ntitle = \"More\"\nskills = [\"reading\"]\nminutes = 5\n";
    files.insert("exercises/more/exercise.toml", format!("{head}{line}\n").into_bytes());
    files.insert("exercises/more/brief.md", b"Write.\n".to_vec());
    files.insert("exercises/more/starter.md", b"Text\n".to_vec());
    files.insert("exercises/more/solution.md", b"Text\n".to_vec());
    files.insert("exercises/more/discussion.md", b"Text\n".to_vec());
    let (pack, found) = read(&files);
    assert!(pack.is_some_and(|pack| pack.exercise("more").is_some()), "the exercise is read: {found:#?}");
    found.iter().map(|finding| finding.code.to_string()).filter(|code| code.starts_with("path-")).collect()
}

#[test]
fn an_exercise_stands_in_the_path_or_beside_the_plan() {
    let (alone, named) = ("items = [\"first\"]", "items = [\"first\", \"more\"]");
    assert_eq!(about_the_path("", alone), ["path-forgotten"]);
    assert_eq!(about_the_path("beside_plan = true", alone), [""; 0]);
    assert_eq!(about_the_path("beside_plan = true", named), ["path-beside-plan"]);
    assert_eq!(about_the_path("", named), [""; 0]);
}
