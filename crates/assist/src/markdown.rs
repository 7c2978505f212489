//! Headings, labels and tables of a reply in Markdown.

use std::ops::Range;

/// A heading of the first or second level and what stands below it.
pub(crate) struct Section {
    pub(crate) title: String,
    /// Bytes of the heading's line.
    pub(crate) span: Range<usize>,
    /// Everything below the heading, line by line as written.
    lines: Vec<String>,
}

pub(crate) fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let (mut start, mut in_code) = (0, false);
    let wrapped = wrapped(text);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim();
        let span = start..start + line.trim_end().len();
        start += line.len();
        if wrapped.is_some_and(|(first, last)| number == first || number == last) {
            continue;
        }
        in_code ^= is_fence(line);
        // A sign of a comment in code, or further in, is no heading.
        let heading = if in_code || line.starts_with("    ") { "" } else { bare };
        if let Some(title) = heading.strip_prefix("## ").or_else(|| heading.strip_prefix("# ")) {
            sections.push(Section { title: title.trim().to_owned(), span, lines: Vec::new() });
        } else if let Some(section) = sections.last_mut() {
            section.lines.push(line.trim_end().to_owned());
        }
    }
    sections
}

/// The numbers of the lines that wrap a whole reply as a block of Markdown.
fn wrapped(text: &str) -> Option<(usize, usize)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let first = lines.iter().position(|line| line.starts_with("```") || line.starts_with('#'))?;
    let last = lines.iter().rposition(|line| !line.is_empty())?;
    (matches!(lines[first], "```markdown" | "```md") && lines[last] == "```").then_some((first, last))
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

impl Section {
    /// What stands under each label that is asked for, by the names that it may have; empty where there is none. Any other label, one in
    /// code, and one that came before are text of the field they stand in.
    pub(crate) fn fields<const FIELDS: usize>(&self, asked: [&[&str]; FIELDS]) -> [String; FIELDS] {
        let mut fields: [Vec<&str>; FIELDS] = [const { Vec::new() }; FIELDS];
        let (mut open, mut in_code) = (None, false);
        for line in &self.lines {
            in_code ^= is_fence(line);
            let labelled = label(line).filter(|_| !in_code);
            let begun = labelled.and_then(|(label, rest)| Some((asked.iter().position(|names| is_called(label, names))?, rest)));
            match begun.filter(|(field, _)| fields[*field].is_empty()) {
                Some((field, rest)) => {
                    open = Some(field);
                    fields[field].push(rest);
                }
                None => open.into_iter().for_each(|field| fields[field].push(line)),
            }
        }
        fields.map(|lines| lines.join("\n").trim().to_owned())
    }

    /// Everything below the heading.
    pub(crate) fn whole(&self) -> String {
        self.lines.join("\n").trim().to_owned()
    }
}

/// `**Core concept:** …`, also with the colon outside: the label, and what follows it in its line.
fn label(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.trim_start().strip_prefix("**")?.split_once("**")?;
    let rest = rest.trim_start();
    match (label.trim().strip_suffix(':'), rest.strip_prefix(':')) {
        (Some(label), _) => Some((label, rest)),
        (None, Some(rest)) => Some((label, rest.trim_start())),
        (None, None) => None,
    }
}

/// A name of several words may go on, as in `Common mistakes and what to do instead`; behind one word only a number or brackets may stand.
fn is_called(label: &str, names: &[&str]) -> bool {
    let label = label.to_lowercase();
    let bare = label.split('(').next().unwrap_or_default().trim_end_matches(|letter: char| letter == ' ' || letter.is_ascii_digit());
    let goes_on = |name: &str| name.contains([' ', '-']) && bare.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    names.iter().any(|name| bare == *name || goes_on(name))
}

/// The entries of a list; of lines without the mark of one, those that begin with a label. A line that is no entry belongs to the one before it.
pub(crate) fn entries(text: &str) -> Vec<String> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let has_marks = lines().any(|line| entry(line).is_some());
    let mut entries: Vec<String> = Vec::new();
    for line in lines() {
        let begun = if has_marks { entry(line) } else { label(line).map(|_| line) };
        match (begun, entries.last_mut()) {
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

/// Whether a line begins with the mark of a list.
pub(crate) fn is_entry(line: &str) -> bool {
    entry(line).is_some()
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
