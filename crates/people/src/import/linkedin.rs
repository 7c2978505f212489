//! LinkedIn's `Connections.csv`, alone or in the ZIP it comes in.

use super::decode::{Decoded, decode};
use super::header::{Column, Header, find_header};
use super::rows::{Row, Rows, single_lines};
use super::zipped::{connections, is_zip};
use super::{Collector, Import, LARGEST_FILE, MOST_ROWS, Spot, too_large, too_many};
use crate::contact::{Written, contact};
use crate::date::{Order, ReadDate, read_date};
use footbridge_diagnostic::{Diagnostic, counted};

/// Reads an export. `file` is the name findings point at.
///
/// The header is searched, because what stands before it and the order of columns have changed more than once. Every row that can be read
/// is kept; every one that cannot is told with its number.
pub fn read(bytes: &[u8], file: &str) -> Import {
    if bytes.len() > LARGEST_FILE {
        return Import::failed(too_large(file));
    }
    if !is_zip(bytes) {
        return read_csv(bytes, file);
    }
    match connections(bytes, file) {
        Ok(unpacked) => read_csv(&unpacked, &format!("{file}/Connections.csv")),
        Err(finding) => Import::failed(finding),
    }
}

fn read_csv(bytes: &[u8], file: &str) -> Import {
    let decoded = decode(bytes);
    let import = match find_header(&decoded.text) {
        Some(header) => read_rows(&decoded, &header, file),
        None => Import::failed(no_text(bytes, file).unwrap_or_else(|| no_header(&decoded.text, file))),
    };
    Import { text: decoded.text.into_owned(), ..import }
}

fn read_rows(decoded: &Decoded<'_>, header: &Header, file: &str) -> Import {
    let mut reader = Reader { header, text: &decoded.text, collector: Collector::new(file), told_full: false, dated: Vec::new() };
    if decoded.guessed {
        reader.collector.find(guessed_encoding(file));
    }
    reader.tell_columns();
    let after = header.row.span.end;
    // Rows that a torn one was counted as less than it is.
    let mut behind = 0;
    for mut row in Rows::from(&decoded.text, after, header.row.number, header.separator).filter(|row| row.span.start > after) {
        row.number += behind;
        if reader.is_full(&row) {
            break;
        }
        if reader.is_torn(&row) {
            let lines = single_lines(&decoded.text, row.span.clone(), row.number, header.separator);
            let count = lines.map(|line| reader.row(&line)).count();
            behind += count - 1;
        } else {
            reader.row(&row);
        }
    }
    reader.finish()
}

struct Reader<'a> {
    header: &'a Header,
    text: &'a str,
    collector: Collector<'a>,
    told_full: bool,
    /// Rows in order; what their dates mean is settled when all are known.
    dated: Vec<Dated>,
}

struct Dated {
    written: Written,
    date: ReadDate,
    spot: Spot,
}

impl Reader<'_> {
    fn is_full(&mut self, row: &Row) -> bool {
        let full = self.collector.import.rows >= MOST_ROWS && !row.is_empty();
        if full && !self.told_full {
            self.told_full = true;
            let spot = self.spot(row);
            let file = self.collector.file;
            self.collector.find(too_many("rows", &spot, file));
        }
        full
    }

    /// Whether a row over several lines is really several rows, run together by a quotation mark that is never closed: then its cells are
    /// too many or too few, or a line break stands where none belongs.
    fn is_torn(&self, row: &Row) -> bool {
        if !self.text[row.span.clone()].contains(['\n', '\r']) {
            return false;
        }
        let breaks = |column: &Option<Column>, cell: &String| {
            let may_break = matches!(column, None | Some(Column::Company | Column::Position));
            !may_break && cell.trim().contains(['\n', '\r'])
        };
        row.cells.len() != self.header.columns.len()
            || self.header.columns.iter().zip(&row.cells).any(|(column, cell)| breaks(column, cell))
    }

    fn row(&mut self, row: &Row) {
        if row.is_empty() || self.is_full(row) {
            return;
        }
        self.collector.import.rows += 1;
        let spot = self.spot(row);
        if let Some(finding) = self.cells_fault(row, &spot) {
            let finding = finding.at(self.collector.file, spot.span.clone());
            self.collector.find(finding);
            return;
        }
        let cell = |wanted: Column| {
            let at = self.header.columns.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
        };
        let name = match cell(Column::FullName) {
            "" => format!("{} {}", cell(Column::FirstName), cell(Column::LastName)),
            full => full.to_owned(),
        };
        let written = Written {
            name,
            profile: cell(Column::Profile).to_owned(),
            mail: cell(Column::Mail).to_owned(),
            company: cell(Column::Company).to_owned(),
            position: cell(Column::Position).to_owned(),
            connected_on: None,
            tags: Vec::new(),
        };
        let date = cell(Column::ConnectedOn);
        let read = read_date(date);
        if read == ReadDate::Unreadable && !date.is_empty() {
            let message = format!("The date in row {} cannot be read; it is left out.", spot.number);
            let finding = Diagnostic::warning("contacts-date", message).help("Dates such as 15 Mar 2024 or 2024-03-15 are read.");
            self.collector.find(finding.at(self.collector.file, spot.span.clone()));
        }
        self.dated.push(Dated { written, date: read, spot });
    }

    /// Empty cells at the end may be missing or too many; with any other number of cells, what follows the fault stands in wrong columns.
    fn cells_fault(&self, row: &Row, spot: &Spot) -> Option<Diagnostic> {
        let columns = &self.header.columns;
        if let Some(more) = row.cells.get(columns.len()..) {
            let empty = more.iter().all(|cell| cell.trim().is_empty());
            return (!empty).then(|| other_number_of_cells(row, columns.len(), spot));
        }
        let quotes = self.text[row.span.clone()].bytes().filter(|byte| *byte == b'"').count();
        if quotes % 2 == 1 {
            return Some(open_quotation(spot));
        }
        let fits = columns.iter().zip(&row.cells).all(|(column, cell)| match column {
            Some(Column::Mail) => cell.trim().is_empty() || cell.contains('@'),
            Some(Column::ConnectedOn) => true,
            _ => read_date(cell) == ReadDate::Unreadable,
        });
        (!fits).then(|| other_number_of_cells(row, columns.len(), spot))
    }

    fn spot(&self, row: &Row) -> Spot {
        Spot { kind: "Row", number: row.number, span: row.span.clone() }
    }

    fn tell_columns(&mut self) {
        let place = self.header.row.span.clone();
        let missing: Vec<&str> = [
            (Column::Profile, "the profile address"),
            (Column::Company, "the company"),
            (Column::Position, "the position"),
            (Column::ConnectedOn, "the day of connecting"),
        ]
        .into_iter()
        .filter(|(column, _)| !self.header.columns.contains(&Some(*column)))
        .map(|(_, words)| words)
        .collect();
        if !missing.is_empty() {
            let finding = Diagnostic::advice("contacts-missing-columns", format!("No column holds {}.", missing.join(", ")))
                .note("Contacts are read without it.")
                .help("If the file has it under another name, rename that column in the first row of the table.");
            self.collector.find(finding.at(self.collector.file, place.clone()));
        }
        for name in &self.header.doubled {
            let message = format!("The column “{name}” holds what an earlier column holds; the earlier one is read.");
            self.collector.find(Diagnostic::advice("contacts-doubled-column", message).at(self.collector.file, place.clone()));
        }
    }

    /// Settles dates that can be read two ways by what the others show, and hands over the contacts.
    fn finish(mut self) -> Import {
        let order = self.order();
        let mut settled = 0;
        for Dated { mut written, date, spot } in std::mem::take(&mut self.dated) {
            if let ReadDate::TwoWays { day_first, month_first } = date {
                match order {
                    Shown::One(..) => settled += 1,
                    Shown::None | Shown::Both(..) => {
                        let finding = two_ways(&spot, [day_first, month_first], &order).at(self.collector.file, spot.span.clone());
                        self.collector.find(finding);
                    }
                }
            }
            written.connected_on = match order {
                Shown::One(order, _) => date.under(order),
                Shown::None | Shown::Both(..) => {
                    if let ReadDate::Day { date, .. } = date {
                        Some(date)
                    } else {
                        None
                    }
                }
            };
            self.collector.take(contact(&written), &spot);
        }
        if let (Shown::One(order, row), true) = (&order, settled > 0) {
            self.collector.find(settled_by(*order, *row, settled));
        }
        self.collector.import.findings.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
        self.collector.import
    }

    fn order(&self) -> Shown {
        let first = |wanted: Order| {
            let shows = |dated: &&Dated| matches!(dated.date, ReadDate::Day { shows: Some(order), .. } if order == wanted);
            self.dated.iter().find(shows).map(|dated| dated.spot.number)
        };
        match (first(Order::DayFirst), first(Order::MonthFirst)) {
            (None, None) => Shown::None,
            (Some(row), None) => Shown::One(Order::DayFirst, row),
            (None, Some(row)) => Shown::One(Order::MonthFirst, row),
            (Some(day_first), Some(month_first)) => Shown::Both(day_first, month_first),
        }
    }
}

/// What the dates of a file show about their order, with a row that shows it.
enum Shown {
    None,
    One(Order, usize),
    Both(usize, usize),
}

/// Set for what is no text by its first bytes, or holds bytes that no text does.
fn no_text(bytes: &[u8], file: &str) -> Option<Diagnostic> {
    const KNOWN: [(&[u8], &str); 5] = [
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"%PDF", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "a document of an office program"),
    ];
    let what = KNOWN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what);
    let is_utf_16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let what = what.or_else(|| (bytes.contains(&0) && !is_utf_16).then_some("no text"))?;
    Some(
        Diagnostic::error("contacts-no-text", format!("The file is {what}, and contacts are read from text."))
            .at(file, 0..0)
            .help("Choose Connections.csv of the export, the ZIP it came in, or a file of vCards; a spreadsheet saves its table as CSV."),
    )
}

fn no_header(text: &str, file: &str) -> Diagnostic {
    if text.trim().is_empty() {
        return Diagnostic::error("contacts-empty-file", "The file is empty.").at(file, 0..0);
    }
    Diagnostic::error("contacts-no-header", "No row names the columns, so nobody could be read.")
        .at(file, 0..0)
        .note("A row is looked for that names a person (First Name, Last Name or Name) and one of URL, Email Address, Company, Position, Connected On.")
        .help("Choose the file Connections.csv of the export, or give the table such a row.")
}

fn guessed_encoding(file: &str) -> Diagnostic {
    Diagnostic::advice("contacts-encoding", "The file is not UTF-8; it was read in the Western encoding of Windows.")
        .at(file, 0..0)
        .note("Spreadsheets save so unless “CSV UTF-8” is chosen.")
        .help("Look at a name with an accent. If it is wrong, import the file as LinkedIn gave it.")
}

fn other_number_of_cells(row: &Row, columns: usize, spot: &Spot) -> Diagnostic {
    let message = format!("Row {} has {} cells where the header has {columns}; it is left out.", spot.number, row.cells.len());
    Diagnostic::warning("contacts-row-cells", message)
        .note("A separator that is missing, or one inside a cell without quotation marks around it, moves all cells after it.")
        .help("Mend the row in a text editor, or import a fresh export.")
}

fn open_quotation(spot: &Spot) -> Diagnostic {
    let message = format!("Row {} opens a quotation and does not close it; it is left out.", spot.number);
    Diagnostic::warning("contacts-row-quotation", message)
        .help("Add the missing quotation mark in a text editor, or import a fresh export.")
}

fn two_ways(spot: &Spot, [day_first, month_first]: [jiff::civil::Date; 2], order: &Shown) -> Diagnostic {
    let spoken = |date: jiff::civil::Date| date.strftime("%-d %B %Y").to_string();
    let message = format!("The date in row {} is {} or {}; it is left out.", spot.number, spoken(day_first), spoken(month_first));
    let note = match order {
        Shown::Both(day_first, month_first) => {
            format!("Row {day_first} puts the day first and row {month_first} the month.")
        }
        Shown::None | Shown::One(..) => "No other date of the file shows whether the day or the month comes first.".to_owned(),
    };
    Diagnostic::warning("contacts-date-two-ways", message)
        .note(note)
        .help("Write such dates as 2024-03-15, or import the file as LinkedIn gave it.")
}

fn settled_by(order: Order, row: usize, count: usize) -> Diagnostic {
    let first = match order {
        Order::DayFirst => "day",
        Order::MonthFirst => "month",
    };
    let dates = counted(count, "date", "dates");
    Diagnostic::advice("contacts-date-order", format!("{dates} could be read two ways; the {first} was taken to come first."))
        .note(format!("Row {row} has a date that can only be read so, and no date of the file contradicts it."))
}
