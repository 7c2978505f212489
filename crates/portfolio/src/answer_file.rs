/// Endings of files that servers hand out as they are: as plain text or for download, never as a page that could run something.
const SHOWN_AS_THEY_ARE: [&str; 19] = [
    "bash", "conf", "csv", "diff", "http", "json", "jsonl", "log", "md", "mmd", "py", "sh", "sql", "tf", "toml", "tsv", "txt", "yaml",
    "yml",
];

const LONGEST: usize = 80;

/// The name under which an answer stands in the site: letters, digits, `.`, `-` and `_`, and no ending that a browser would run.
pub(crate) fn file_name(written: &str) -> String {
    let plain: String =
        written.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' }).take(LONGEST).collect();
    let plain = plain.trim_start_matches(['.', '-']);
    let name = if plain.is_empty() { "answer" } else { plain };
    let harmless = name.rsplit_once('.').is_some_and(|(_, ending)| SHOWN_AS_THEY_ARE.contains(&ending.to_ascii_lowercase().as_str()));
    if harmless { name.to_owned() } else { format!("{name}.txt") }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn no_server_takes_an_answer_for_a_page() {
        for (written, name) in [
            ("query.sql", "query.sql"),
            ("c62241761df3.MD", "c62241761df3.MD"),
            ("page.html", "page.html.txt"),
            ("picture.svg", "picture.svg.txt"),
            ("a.js", "a.js.txt"),
            ("answer", "answer.txt"),
            ("", "answer.txt"),
            ("../../index.html", "index.html.txt"),
            ("..\\a b/ü.sql", "a-b--.sql"),
            (".htaccess", "htaccess.txt"),
        ] {
            assert_eq!(file_name(written), name, "{written:?}");
        }
        assert!(file_name(&"é".repeat(500)).len() <= 90);
    }
}
