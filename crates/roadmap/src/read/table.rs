//! Our own CSV file. Its rows become the same tree as YAML, so that one reader says what both mean and what is wrong with them.

use super::fields::{Fields, Findings};
use super::yaml::{Entry, Kind, Node};
use super::{ROADMAP, roadmap};
use crate::export::own_csv::COLUMNS;
use crate::roadmap::Roadmap;
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_table::as_written;
use std::ops::Range;

/// Largest file that is read, in bytes.
const LARGEST: usize = 1024 * 1024;
/// More rows are no roadmap.
const MOST_ROWS: usize = 2_000;

const HEAD: &str = "roadmap";

/// Kinds of rows and the lists they stand in.
const LISTS: [(&str, &str); 6] = [
    ("outcome", "outcomes"),
    ("bet", "bets"),
    ("not_doing", "not_doing"),
    ("risk", "risks"),
    ("assumption", "assumptions"),
    ("source", "sources"),
];

/// Reads what [`crate::to_csv`] wrote, also after a spreadsheet saved it with semicolons or a mark in front.
///
/// Findings point at cells and name their rows. What a roadmap lacks is left to whoever checks it: here only what stands in the file counts.
pub fn from_csv(text: &str, file: &str) -> (Option<Roadmap>, Vec<Diagnostic>) {
    let mut findings = Findings::new(file);
    if text.len() > LARGEST {
        findings.error("roadmap-too-large", format!("The file has {} KiB; {} is the most.", text.len() / 1024, LARGEST / 1024), 0..0);
        return (None, findings.all);
    }
    let Some(rows) = rows(text, &mut findings) else { return (None, findings.all) };
    let roadmap = tree(&rows, &mut findings)
        .and_then(|root| Fields::open(&root, &ROADMAP, "", &mut findings).map(|fields| roadmap(&fields, file, &mut findings)));
    findings.all.retain(|finding| finding.code != "roadmap-missing-key");
    for finding in &mut findings.all {
        let whereabouts = finding.place.as_ref().and_then(|place| whereabouts(&rows, &place.span));
        finding.notes.splice(0..0, whereabouts);
    }
    (roadmap, findings.all)
}

struct Row {
    kind: String,
    /// Cells that hold something, under columns that there are.
    cells: Vec<Cell>,
    span: Range<usize>,
    /// As a spreadsheet counts: the header is the first.
    number: u64,
}

struct Cell {
    column: &'static str,
    text: String,
    span: Range<usize>,
}

/// What the header says of a column.
#[derive(Clone, Copy)]
enum Heading {
    Known(&'static str),
    /// There is no such column, and that was told.
    Unknown,
    Nameless,
}

/// None when the file is no table of a roadmap.
fn rows(text: &str, findings: &mut Findings<'_>) -> Option<Vec<Row>> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = &text[mark..];
    let separator = separator(body);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let mut header: Option<Vec<Heading>> = None;
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    // What is read comes from a text, so no record can be anything but text.
    while let Ok(true) = reader.read_record(&mut record) {
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let span = row_span(body, start, end, mark);
        let spans = cell_spans(text, &span, separator);
        if spans.is_none() {
            findings
                .error(
                    "roadmap-csv-quote",
                    "A quotation mark is opened and not closed; everything after it is taken for one cell.",
                    span.clone(),
                )
                .help("Close it, or write two where one belongs to the text.");
        }
        let span_of = |number: usize| spans.as_ref().and_then(|spans| spans.get(number)).unwrap_or(&span).clone();
        let Some(header) = &header else {
            if !record.iter().any(|name| name.trim() == "kind") {
                no_kinds(&record, span, findings);
                return None;
            }
            header = Some(headings(&record, span_of, findings));
            continue;
        };
        if rows.len() == MOST_ROWS {
            findings.error("roadmap-too-large", format!("The file has more than {MOST_ROWS} rows; those after it are not read."), span);
            break;
        }
        let mut row =
            Row { kind: String::new(), cells: Vec::new(), span: span.clone(), number: record.position().map_or(0, |at| at.record() + 1) };
        for (number, written) in record.iter().enumerate().map(|(number, cell)| (number, as_written(cell).trim())) {
            if written.is_empty() {
                continue;
            }
            match header.get(number).copied().unwrap_or(Heading::Nameless) {
                Heading::Known("kind") => row.kind = written.to_owned(),
                Heading::Known(column) => row.cells.push(Cell { column, text: written.to_owned(), span: span_of(number) }),
                Heading::Unknown => {}
                Heading::Nameless => {
                    let message = format!("`{written}` stands under no column and is left out.");
                    findings.error("roadmap-csv-column", message, span_of(number));
                }
            }
        }
        if !row.cells.is_empty() || !row.kind.is_empty() {
            rows.push(row);
        }
    }
    Some(rows)
}

fn no_kinds(header: &csv::StringRecord, span: Range<usize>, findings: &mut Findings<'_>) {
    let said = findings.error("roadmap-csv-head", "The first row has no column `kind`, so this is no table of a roadmap.", span);
    match header.iter().find(|name| nearest(name, ["kind"]).is_some()) {
        Some(meant) => said.help(format!("Is the column `{}` meant?", meant.trim())),
        None => said.help("Begin with a table that was exported from a roadmap."),
    };
}

fn headings(header: &csv::StringRecord, span_of: impl Fn(usize) -> Range<usize>, findings: &mut Findings<'_>) -> Vec<Heading> {
    let mut seen: Vec<&str> = Vec::new();
    let mut headings = Vec::new();
    for (number, name) in header.iter().map(str::trim).enumerate() {
        let known = COLUMNS.iter().copied().find(|known| *known == name);
        headings.push(match known {
            Some(known) if seen.contains(&known) => {
                let message = format!("The column `{known}` stands twice; what stands under the second is left out.");
                findings.error("roadmap-csv-column", message, span_of(number));
                Heading::Unknown
            }
            Some(known) => {
                seen.push(known);
                Heading::Known(known)
            }
            None if name.is_empty() => Heading::Nameless,
            None => {
                let message = format!("There is no column `{name}`; what stands under it is left out.");
                let said = findings.error("roadmap-csv-column", message, span_of(number));
                if let Some(near) = nearest(name, COLUMNS) {
                    said.help(format!("Did you mean `{near}`?"));
                }
                Heading::Unknown
            }
        });
    }
    headings
}

/// The rows as a mapping with lists; none when no row says whose roadmap it is.
fn tree(rows: &[Row], findings: &mut Findings<'_>) -> Option<Node> {
    for row in rows.iter().filter(|row| row.kind != HEAD && !LISTS.iter().any(|(kind, _)| *kind == row.kind)) {
        unknown_kind(row, findings);
    }
    let mut heads = rows.iter().filter(|row| row.kind == HEAD);
    let Some(head) = heads.next() else {
        findings
            .error("roadmap-csv-head", "No row has the kind `roadmap`.", 0..0)
            .help("Its `title` is the name of the product. Begin with a table that was exported from a roadmap.");
        return None;
    };
    for other in heads {
        let message = "Another row has the kind `roadmap`; only the first is read.";
        findings.error("roadmap-csv-head", message, other.span.clone());
    }
    let mut entries: Vec<Entry> =
        head.cells.iter().map(|cell| entry(if cell.column == "title" { "product" } else { cell.column }, cell)).collect();
    for (kind, key) in LISTS {
        let of_kind: Vec<&Row> = rows.iter().filter(|row| row.kind == kind).collect();
        let Some(first) = of_kind.first() else { continue };
        let key = Node { kind: Kind::Text(key.to_owned()), span: first.span.clone() };
        let items = of_kind.iter().map(|row| if kind == "assumption" { assumption(row, findings) } else { item(row) }).collect();
        entries.push(Entry { key, value: Node { kind: Kind::List(items), span: first.span.clone() } });
    }
    Some(Node { kind: Kind::Map(entries), span: head.span.clone() })
}

fn unknown_kind(row: &Row, findings: &mut Findings<'_>) {
    let kinds = LISTS.map(|(kind, _)| kind);
    let message = match row.kind.as_str() {
        "" => "A row has no kind and is left out.".to_owned(),
        kind => format!("A row has the kind `{kind}`, which there is not; it is left out."),
    };
    let said = findings.error("roadmap-csv-kind", message, row.span.clone());
    match nearest(&row.kind, kinds) {
        Some(near) => said.help(format!("Did you mean `{near}`?")),
        None => said.help(format!("The kinds are {HEAD}, {}.", kinds.join(", "))),
    };
}

fn item(row: &Row) -> Node {
    Node { kind: Kind::Map(row.cells.iter().map(|cell| entry(cell.column, cell)).collect()), span: row.span.clone() }
}

/// An assumption is a text of its own; other cells of its row have no place to go.
fn assumption(row: &Row, findings: &mut Findings<'_>) -> Node {
    for cell in row.cells.iter().filter(|cell| cell.column != "title") {
        findings.error("roadmap-unknown-key", format!("An assumption has no key `{}`.", cell.column), cell.span.clone());
    }
    match row.cells.iter().find(|cell| cell.column == "title") {
        Some(title) => Node { kind: Kind::Text(title.text.clone()), span: title.span.clone() },
        None => Node { kind: Kind::Empty, span: row.span.clone() },
    }
}

fn entry(key: &str, cell: &Cell) -> Entry {
    let text = |text: &str| Node { kind: Kind::Text(text.to_owned()), span: cell.span.clone() };
    let value = match cell.column {
        "outcome" | "depends_on" => {
            let ids = cell.text.split([',', ';']).map(str::trim).filter(|id| !id.is_empty());
            Node { kind: Kind::List(ids.map(text).collect()), span: cell.span.clone() }
        }
        _ => text(&cell.text),
    };
    Entry { key: text(key), value }
}

/// `It stands in row 5 under \`until\`.`
fn whereabouts(rows: &[Row], span: &Range<usize>) -> Option<String> {
    let holds = |outer: &Range<usize>| outer.start <= span.start && span.end <= outer.end;
    let row = rows.iter().find(|row| holds(&row.span))?;
    Some(match row.cells.iter().find(|cell| holds(&cell.span)) {
        Some(cell) => format!("It stands in row {} under `{}`.", row.number, cell.column),
        None => format!("It stands in row {}.", row.number),
    })
}

/// What stands most often in the first line: some spreadsheets write semicolons or tabs.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    [';', '\t']
        .into_iter()
        .filter(|separator| count(*separator) > count(','))
        .max_by_key(|separator| count(*separator))
        .map_or(b',', |c| c as u8)
}

/// The bytes of a row without the ends of lines around it.
fn row_span(body: &str, start: usize, end: usize, mark: usize) -> Range<usize> {
    const LINE_ENDS: [char; 2] = ['\r', '\n'];
    let inside = |at: usize| body.floor_char_boundary(at.min(body.len()));
    let (start, end) = (inside(start), inside(end.max(start)));
    let row = body[start..end].trim_end_matches(LINE_ENDS);
    let from = start + (row.len() - row.trim_start_matches(LINE_ENDS).len());
    from + mark..start + row.len() + mark
}

/// The bytes of each cell of a row, quotation marks included; none when one is opened and not closed.
fn cell_spans(text: &str, row: &Range<usize>, separator: u8) -> Option<Vec<Range<usize>>> {
    let bytes = &text.as_bytes()[..row.end];
    let mut spans = Vec::new();
    let mut at = row.start;
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            loop {
                at += bytes[at..].iter().position(|byte| *byte == b'"')? + 1;
                if bytes.get(at) != Some(&b'"') {
                    break;
                }
                at += 1;
            }
        }
        at += bytes[at..].iter().position(|byte| *byte == separator).unwrap_or(bytes.len() - at);
        spans.push(start..at);
        if at == bytes.len() {
            return Some(spans);
        }
        at += 1;
    }
}
