use super::Page;
use super::table::Table;
use super::text::{Ink, Line, Span};
use footbridge_app::view::{RowsView, TableSchemaView};
use footbridge_diagnostic::grouped;

/// The rows of a result as a table; NULL is set apart from a text that says NULL by its ink and from an empty text by being written.
pub(crate) fn rows_table(rows: &RowsView) -> Table {
    let cell = |cell: &Option<String>| -> Line {
        match cell {
            Some(text) => vec![Span::plain(visible(text))],
            None => vec![Span::new(Ink::Dim, "NULL")],
        }
    };
    Table {
        head: rows.columns.iter().map(|column| vec![Span::plain(visible(&column.name))]).collect(),
        right: rows.columns.iter().map(|column| column.number).collect(),
        rows: rows.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        is_data: true,
    }
}

/// "336,776 rows", or how many of them are shown.
pub(crate) fn rows_words(rows: &RowsView) -> String {
    let shown = rows.rows.len() as u64;
    let count = |number: u64| if number == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(number)) };
    match (rows.truncated, rows.total > shown) {
        (true, true) => format!("{} of at least {} are shown.", grouped(shown), count(rows.total)),
        (true, false) => format!("The first {} are shown; there are more.", count(shown)),
        (false, true) => format!("{} of {} are shown.", grouped(shown), count(rows.total)),
        (false, false) => format!("{}.", count(shown)),
    }
}

/// A table that can be asked: what a row is, and its columns.
pub(crate) fn schema(page: &mut Page<'_>, table: &TableSchemaView) {
    let rows = table.rows.map(|rows| format!(", {} rows", grouped(rows))).unwrap_or_default();
    page.heading(&format!("{}{rows}", table.name));
    if !table.about.is_empty() {
        page.says(&table.about);
    }
    let explained = table.columns.iter().any(|column| !column.about.is_empty());
    let mut columns = if explained { Table::new(&["column", "type", "what"], &[]) } else { Table::new(&["column", "type"], &[]) };
    for column in &table.columns {
        let mut cells = vec![vec![Span::new(Ink::Code, visible(&column.name))], vec![Span::new(Ink::Dim, &column.data_type)]];
        if explained {
            cells.push(super::words(&column.about));
        }
        columns.row(cells);
    }
    page.table(&columns);
}

/// Data may hold anything: what would move the cursor or change colours is written out instead.
fn visible(text: &str) -> String {
    let shown = |letter: char| if letter.is_control() { letter.escape_default().to_string() } else { letter.to_string() };
    if text.chars().any(char::is_control) { text.chars().map(shown).collect() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_steer_the_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\nc"), "a\\u{1b}[31mb\\nc");
    }

    #[test]
    fn what_is_left_out_is_said() {
        let rows = |shown: usize, truncated, total| RowsView { columns: Vec::new(), rows: vec![Vec::new(); shown], truncated, total };
        for (view, words) in [
            (rows(1, false, 1), "1 row."),
            (rows(0, false, 0), "0 rows."),
            (rows(3, true, 3), "The first 3 rows are shown; there are more."),
            (rows(3, false, 336_776), "3 of 336,776 rows are shown."),
            (rows(3, true, 5), "3 of at least 5 rows are shown."),
        ] {
            assert_eq!(rows_words(&view), words);
        }
    }
}
