//! The rules of `tests/styles/<Style>` over one text, beside what is said while they are read and what they find. Regenerated with
//! `FOOTBRIDGE_PROSE_BLESS=1`.

use crate::vale::Style;
use crate::{Rules, check};
use footbridge_diagnostic::{Source, render_text};
use std::path::{Path, PathBuf};

/// Path below the folder of styles, and text.
fn files(style: &str) -> Vec<(String, String)> {
    let folder = root().join(style);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the style is there").map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (format!("{style}/{name}"), std::fs::read_to_string(path).expect("a rule can be read"))
    };
    paths.iter().map(read).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/styles")
}

fn says(style: &str) -> String {
    let files = files(style);
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (read, told) = Style::read(&borrowed);
    assert!(told.iter().all(|finding| !finding.is_error()), "a style is never a reason to fail");
    let mut said = format!("rules: {}\n", read.names().join(", "));
    for finding in &told {
        let file = finding.place.as_ref().map_or("", |place| place.file.as_str());
        let source = files.iter().find(|(path, _)| path == file).map(|(path, text)| Source { file: path, text });
        said.push_str(&format!("\n{}\n", render_text(finding, source.as_ref(), false)));
    }
    let text = std::fs::read_to_string(root().join("text.md")).expect("the text is there");
    let report = check(&text, "text.md", &Rules { styles: vec![read], ..Rules::default() });
    assert!(report.is_complete());
    let source = Source { file: "text.md", text: &text };
    for finding in report.findings.iter().filter(|finding| finding.code == "prose-style") {
        said.push_str(&format!("\n{}\n", render_text(finding, Some(&source), false)));
    }
    said
}

#[test]
fn styles_are_read_and_say_what_their_expected_files_say() {
    for style in ["House", "Broken"] {
        let said = says(style);
        let path = root().join(format!("{style}.expected"));
        if std::env::var_os("FOOTBRIDGE_PROSE_BLESS").is_some() {
            std::fs::write(&path, &said).expect("the expected file can be written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(said == expected, "== expected\n{expected}\n== but got\n{said}");
    }
}

#[test]
fn a_style_that_searches_without_end_is_given_up_and_told() {
    let (style, told) = Style::read(&[("S/Slow.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:(a+)\\1?)+b']\n")]);
    assert_eq!(told, []);
    let report = check(&"a".repeat(80), "text.md", &Rules { styles: vec![style], ..Rules::default() });
    let messages: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["The style's rule S.Slow takes too long on this text and is passed over."]);
}
