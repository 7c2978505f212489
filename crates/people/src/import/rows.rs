//! Rows of a CSV text with their numbers and places.

use std::ops::Range;

/// One row that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// From 1; blank rows count, as in a spreadsheet.
    pub(super) number: usize,
    /// Bytes of the text, without the line break.
    pub(super) span: Range<usize>,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// Whether nothing but separators stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Rows from a byte of the text on. Quoted cells may hold line breaks.
pub(super) struct Rows<'a> {
    text: &'a str,
    /// Where `reader` began.
    offset: usize,
    reader: csv::Reader<&'a [u8]>,
    number: usize,
    after_return: bool,
}

impl<'a> Rows<'a> {
    /// Begins at a byte where a row begins; `number` is that row's.
    pub(super) fn from(text: &'a str, offset: usize, number: usize, separator: u8) -> Self {
        Self { text, offset, reader: reader(&text.as_bytes()[offset..], separator), number, after_return: false }
    }
}

fn reader(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes)
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut record = csv::StringRecord::new();
        let before = self.byte();
        // Reading from memory cannot fail, and the text is UTF-8 with ASCII separators: an error means the end.
        if !self.reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let raw = self.text.get(before..self.byte()).unwrap_or_default();
        let rest = raw.trim_start_matches(['\r', '\n']);
        self.number += line_breaks(&raw[..raw.len() - rest.len()], self.after_return);
        self.after_return = raw.ends_with('\r');
        let start = before + raw.len() - rest.len();
        let span = start..start + rest.trim_end_matches(['\r', '\n']).len();
        let row = Row { number: self.number, span, cells: record.iter().map(str::to_owned).collect() };
        self.number += 1;
        Some(row)
    }
}

impl Rows<'_> {
    fn byte(&self) -> usize {
        self.offset + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX - self.offset)
    }
}

/// Line breaks of every kind; a `\n` that belongs to the `\r` before it is none.
fn line_breaks(blank: &str, after_return: bool) -> usize {
    let mut previous_return = after_return;
    let mut count = 0;
    for letter in blank.chars() {
        if !(letter == '\n' && previous_return) {
            count += 1;
        }
        previous_return = letter == '\r';
    }
    count
}

/// Every line of a stretch as a row of its own: how to go on when a quotation mark is never closed.
pub(super) fn single_lines<'a>(text: &'a str, stretch: Range<usize>, number: usize, separator: u8) -> impl Iterator<Item = Row> + 'a {
    let lines = text.get(stretch.clone()).unwrap_or_default().split_inclusive('\n');
    lines.enumerate().scan(stretch.start, move |at, (index, line)| {
        let start = *at;
        *at += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        let mut record = csv::StringRecord::new();
        let cells = match reader(line.as_bytes(), separator).read_record(&mut record) {
            Ok(true) => record.iter().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        Some(Row { number: number + index, span: start..start + line.len(), cells })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        for text in ["a,b\n\n\"c\nd\",e\nf,g\n", "a,b\r\n\r\n\"c\r\nd\",e\r\nf,g\r\n", "a,b\r\r\"c\rd\",e\rf,g"] {
            let rows: Vec<Row> = Rows::from(text, 0, 1, b',').collect();
            let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1, 3, 4], "{text:?}");
            assert_eq!(&text[rows[2].span.clone()], "f,g");
            assert!(text[rows[1].span.clone()].starts_with("\"c"), "{text:?}");
        }
    }

    #[test]
    fn a_later_beginning_keeps_places_and_numbers() {
        let text = "x\ny,z\n\nw\n";
        let rows: Vec<(usize, Range<usize>)> = Rows::from(text, 2, 2, b',').map(|row| (row.number, row.span)).collect();
        assert_eq!(rows, [(2, 2..5), (4, 7..8)]);
        let lines: Vec<(usize, Range<usize>)> = single_lines(text, 2..8, 2, b',').map(|row| (row.number, row.span)).collect();
        assert_eq!(lines, [(2, 2..5), (3, 6..6), (4, 7..8)]);
    }
}
