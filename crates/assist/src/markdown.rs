//! Headings, labels and tables of a reply in Markdown.

use std::ops::Range;

/// A heading of the second level and what stands below it.
pub(crate) struct Section {
    pub(crate) title: String,
    /// Bytes of the heading's line.
    pub(crate) span: Range<usize>,
    /// What stands below, label by label. What stands before the first label has none.
    pub(crate) fields: Vec<(String, String)>,
}

pub(crate) fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let (mut start, mut in_code) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let span = start..start + line.trim_end().len();
        start += line.len();
        in_code ^= bare.starts_with("```");
        // A sign of a comment in code, or further in, is no heading.
        let heading = if in_code || line.starts_with("    ") { "" } else { bare };
        if let Some(title) = heading.strip_prefix("## ").or_else(|| heading.strip_prefix("# ")) {
            sections.push(Section { title: title.trim().to_owned(), span, fields: Vec::new() });
        } else if let Some(section) = sections.last_mut() {
            take(section, if in_code { line.trim_end() } else { bare });
        }
    }
    sections
}

fn take(section: &mut Section, line: &str) {
    if let Some((label, rest)) = label(line) {
        section.fields.push((label, rest));
        return;
    }
    if section.fields.is_empty() {
        section.fields.push((String::new(), String::new()));
    }
    if let Some((_, text)) = section.fields.last_mut() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
    }
}

/// `**Core concept:** …`, also with the colon outside.
fn label(line: &str) -> Option<(String, String)> {
    let (label, rest) = line.strip_prefix("**")?.split_once("**")?;
    let rest = rest.trim_start();
    let (label, rest) = match (label.trim().strip_suffix(':'), rest.strip_prefix(':')) {
        (Some(label), _) => (label, rest),
        (None, Some(rest)) => (label, rest),
        (None, None) => return None,
    };
    Some((label.trim().to_lowercase(), rest.trim().to_owned()))
}

impl Section {
    /// What stands under a label that begins with one of these words.
    pub(crate) fn field(&self, beginnings: &[&str]) -> String {
        let is_meant = |label: &str| beginnings.iter().any(|beginning| label.starts_with(beginning));
        self.fields.iter().find(|(label, _)| is_meant(label)).map(|(_, text)| text.trim().to_owned()).unwrap_or_default()
    }

    /// Everything below the heading.
    pub(crate) fn whole(&self) -> String {
        let field = |(label, text): &(String, String)| if label.is_empty() { text.clone() } else { format!("**{label}:** {text}") };
        self.fields.iter().map(field).collect::<Vec<_>>().join("\n")
    }
}

/// The entries of a list. A line that is no entry belongs to the one before it.
pub(crate) fn entries(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (entry(line), entries.last_mut()) {
            (Some(entry), _) => entries.push(entry.to_owned()),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(line);
            }
            (None, None) => {}
        }
    }
    entries
}

fn entry(line: &str) -> Option<&str> {
    let bare = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let after = if bare.len() < line.len() { bare.strip_prefix(['.', ')'])? } else { line.strip_prefix(['-', '*', '•'])? };
    after.strip_prefix(' ').map(str::trim).filter(|entry| !entry.is_empty())
}

/// The rows of the first table, without the line below its header.
pub(crate) fn table(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().map(str::trim).skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('*').trim().to_owned()).collect::<Vec<String>>();
    rows.map(cells).filter(|row: &Vec<String>| !row.iter().all(|cell| cell.chars().all(|letter| "-: ".contains(letter)))).collect()
}
