//! A table becomes the same tree as a YAML file, so that both are read in one way.
//!
//! Which method it is follows from its header: `option,reach,impact,confidence,effort` is RICE, `option,priority,effort` MoSCoW, and any
//! other names of columns are criteria of a matrix. A row `weight` gives a matrix its weights, a row `capacity` MoSCoW its capacity.

use super::node::{Entry, Kind, Node};
use footbridge_table::as_written;
use std::ops::Range;

/// Whether a text looks like a table rather than YAML: its first line names several columns, the first of them `option`.
pub fn is_table(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    separator(first).is_some_and(|separator| first.split(separator).next().is_some_and(|name| is_called(name, "option")))
}

fn separator(line: &str) -> Option<char> {
    [',', ';', '\t'].into_iter().find(|separator| line.contains(*separator))
}

fn is_called(name: &str, wanted: &str) -> bool {
    name.trim().trim_matches('"').trim().eq_ignore_ascii_case(wanted)
}

/// The tree of a table.
pub(super) fn parse(text: &str) -> Node {
    let first = text.lines().next().unwrap_or_default();
    let rows = rows(text, separator(first).unwrap_or(','));
    let mut rows = rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let has = |name: &str| header.iter().any(|cell| is_called(&cell.text, name));
    let method = if has("reach") || has("impact") {
        "rice"
    } else if has("priority") {
        "moscow"
    } else {
        "matrix"
    };
    let mut entries = vec![entry("format", Node::text("1", 0..0)), entry("method", Node::text(method, 0..0))];
    let mut options = Vec::new();
    for row in rows {
        let name = row.first().map(|cell| cell.text.clone()).unwrap_or_default();
        if method == "matrix" && is_called(&name, "weight") {
            let criterion = |(name, weight): (&Cell, &Cell)| map(vec![entry("name", name.node()), entry("weight", weight.node())]);
            entries.push(entry("criteria", list(header.iter().zip(&row).skip(1).map(criterion).collect())));
        } else if method == "moscow" && is_called(&name, "capacity") {
            let capacity = header.iter().zip(&row).find(|(name, _)| is_called(&name.text, "effort"));
            entries.extend(capacity.map(|(_, cell)| entry("capacity", cell.node())));
        } else {
            options.push(option(method, &header, &row));
        }
    }
    if method == "matrix" && entries.iter().all(|entry| entry.key.as_text() != Some("criteria")) {
        // Without a row of weights each criterion lacks its own, which the reader tells.
        entries.push(entry("criteria", list(header.iter().skip(1).map(|name| map(vec![entry("name", name.node())])).collect())));
    }
    entries.push(entry("options", list(options)));
    map(entries)
}

fn option(method: &str, header: &[Cell], row: &[Cell]) -> Node {
    let cells = header.iter().zip(row);
    let mut entries: Vec<Entry> = cells.clone().take(1).map(|(_, cell)| entry("name", cell.node())).collect();
    let values = cells.skip(1).filter(|(name, _)| !name.text.trim().is_empty());
    let key = |name: &Cell| {
        let written = as_written(name.text.trim());
        Node::text(if method == "matrix" { written.to_owned() } else { written.to_lowercase() }, name.span.clone())
    };
    let mut values: Vec<Entry> = values.map(|(name, cell)| Entry { key: key(name), value: cell.node() }).collect();
    // A cell under no name is told as a key that nobody knows.
    let nameless = row.iter().enumerate().skip(header.len()).filter(|(_, cell)| !cell.text.trim().is_empty());
    values.extend(nameless.map(|(at, cell)| entry(&format!("column {}", at + 1), cell.node())));
    if method == "matrix" {
        entries.push(entry("scores", map(values)));
    } else {
        entries.extend(values);
    }
    map(entries)
}

fn entry(key: &str, value: Node) -> Entry {
    Entry { key: Node::text(key, value.span.clone()), value }
}

fn map(entries: Vec<Entry>) -> Node {
    let span = entries.first().map_or(0..0, |entry| entry.value.span.clone());
    Node { kind: Kind::Map(entries), span }
}

fn list(items: Vec<Node>) -> Node {
    let span = items.first().map_or(0..0, |item| item.span.clone());
    Node { kind: Kind::List(items), span }
}

struct Cell {
    text: String,
    span: Range<usize>,
}

impl Cell {
    fn node(&self) -> Node {
        Node::text(as_written(self.text.trim()), self.span.clone())
    }
}

/// The cells of any table as texts, row by row.
pub(crate) fn headed_rows(text: &str) -> Vec<Vec<String>> {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let text_of = |cell: Cell| as_written(cell.text.trim()).to_owned();
    rows(text, separator(first).unwrap_or(',')).into_iter().map(|row| row.into_iter().map(text_of).collect()).collect()
}

/// Rows of cells as RFC 4180 has them. Empty lines are left out; an unclosed quotation mark ends with the text.
fn rows(text: &str, separator: char) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut row: Vec<Cell> = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < text.len() {
        let (cell, end) = cell(text, at, separator);
        row.push(cell);
        at = end;
        match text[at..].chars().next() {
            Some(next) if next == separator => {
                at += next.len_utf8();
                if at == text.len() {
                    row.push(Cell { text: String::new(), span: at..at });
                }
            }
            _ => {
                at += text[at..].find('\n').map_or(text.len() - at, |newline| newline + 1);
                rows.push(std::mem::take(&mut row));
            }
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|cell| !cell.text.trim().is_empty()));
    rows
}

/// One cell from a byte on, and where it ends: at a separator, a line's end or the text's.
fn cell(text: &str, start: usize, separator: char) -> (Cell, usize) {
    let rest = &text[start..];
    let Some(quoted) = rest.strip_prefix('"') else {
        let length = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
        return (Cell { text: rest[..length].to_owned(), span: start..start + length }, start + length);
    };
    let mut inner = String::new();
    let mut at = 0;
    loop {
        let Some(quote) = quoted[at..].find('"') else {
            inner.push_str(&quoted[at..]);
            return (Cell { text: inner, span: start..text.len() }, text.len());
        };
        inner.push_str(&quoted[at..at + quote]);
        at += quote + 1;
        if quoted[at..].starts_with('"') {
            inner.push('"');
            at += 1;
        } else {
            break;
        }
    }
    let after = start + 1 + at;
    let end = after + text[after..].find([separator, '\n', '\r']).unwrap_or(text.len() - after);
    (Cell { text: inner, span: start..after }, end)
}
