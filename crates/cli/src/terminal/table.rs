use super::text::{Ink, Line, Span, longest_word, width, wrap};

/// A table of words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// Headings.
    pub(crate) head: Vec<Line>,
    /// Which columns are aligned right.
    pub(crate) right: Vec<bool>,
    /// Rows of cells, as many as there are headings.
    pub(crate) rows: Vec<Vec<Line>>,
    /// Whether the rows are data, which a program may read line by line.
    pub(crate) is_data: bool,
}

/// Columns are never narrower than this to make a table fit.
const NARROWEST: usize = 8;
const GAP: usize = 2;

impl Table {
    /// A table with plain headings; numbers stand in the columns named by `right`.
    pub(crate) fn new(head: &[&str], right: &[usize]) -> Self {
        Self {
            head: head.iter().map(|title| vec![Span::plain(*title)]).collect(),
            right: (0..head.len()).map(|at| right.contains(&at)).collect(),
            rows: Vec::new(),
            is_data: false,
        }
    }

    pub(crate) fn row(&mut self, cells: Vec<Line>) {
        self.rows.push(cells);
    }
}

/// Lays a table out in aligned columns. Where the width does not suffice, the widest columns are wrapped.
pub(crate) fn lay_out(table: &Table, columns: Option<usize>) -> Vec<Line> {
    let widths = widths(table, columns);
    let mut lines = vec![];
    let head: Vec<Line> = table.head.iter().map(|cell| cell.iter().map(|span| Span::new(Ink::Strong, &span.text)).collect()).collect();
    lines.extend(row_lines(&head, &widths, &table.right));
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    lines.push(vec![Span::new(Ink::Dim, rule.join(&" ".repeat(GAP)))]);
    let rows: Vec<Vec<Line>> = table.rows.iter().map(|row| row_lines(row, &widths, &table.right)).collect();
    // Rows that take several lines would run into each other.
    let apart = rows.iter().any(|row| row.len() > 1);
    for (at, row) in rows.into_iter().enumerate() {
        if apart && at > 0 {
            lines.push(Line::new());
        }
        lines.extend(row);
    }
    lines
}

fn widths(table: &Table, columns: Option<usize>) -> Vec<usize> {
    let cells = |at: usize| std::iter::once(&table.head[at]).chain(table.rows.iter().filter_map(move |row| row.get(at)));
    let widest_line = |cell: &Line| wrap(cell, usize::MAX).iter().map(|line| width(line)).max().unwrap_or(0);
    let count = table.head.len();
    let mut widths: Vec<usize> = (0..count).map(|at| cells(at).map(widest_line).max().unwrap_or(0)).collect();
    let Some(columns) = columns else { return widths };
    let room = columns.saturating_sub(GAP * count.saturating_sub(1));
    for width in &mut widths {
        *width = (*width).min(room.max(NARROWEST));
    }
    // Columns of several words give way first; a word is only broken when that does not suffice.
    let words: Vec<usize> = (0..count).map(|at| cells(at).map(|cell| longest_word(cell)).max().unwrap_or(0).max(NARROWEST)).collect();
    narrow(&mut widths, &words, room);
    narrow(&mut widths, &vec![NARROWEST; count], room);
    widths
}

/// Takes from the widest column until everything fits or no column is wider than its least.
fn narrow(widths: &mut [usize], least: &[usize], room: usize) {
    while widths.iter().sum::<usize>() > room {
        let wide = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
        let Some((width, _)) = wide.max_by_key(|(width, _)| **width) else { break };
        *width -= 1;
    }
}

fn row_lines(row: &[Line], widths: &[usize], right: &[bool]) -> Vec<Line> {
    let cells: Vec<Vec<Line>> =
        widths.iter().enumerate().map(|(at, width)| row.get(at).map_or_else(Vec::new, |cell| wrap(cell, *width))).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |down: usize| {
        let mut line = Line::new();
        for (at, column) in widths.iter().enumerate() {
            if at > 0 {
                line.push(Span::plain(" ".repeat(GAP)));
            }
            let cell = cells[at].get(down).cloned().unwrap_or_default();
            let space = Span::plain(" ".repeat(column.saturating_sub(width(&cell))));
            if right.get(at).copied().unwrap_or(false) {
                line.push(space);
                line.extend(cell);
            } else {
                line.extend(cell);
                line.push(space);
            }
        }
        line
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::text::painted;

    fn drawn(table: &Table, columns: Option<usize>) -> Vec<String> {
        lay_out(table, columns).iter().map(|line| painted(line, false)).collect()
    }

    fn sample() -> Table {
        let mut table = Table::new(&["carrier", "flights"], &[1]);
        table.row(vec![vec![Span::plain("ExpressJet Airlines")], vec![Span::plain("54173")]]);
        table.row(vec![vec![Span::plain("北")], vec![Span::plain("7")]]);
        table
    }

    #[test]
    fn numbers_are_aligned_right_and_wide_letters_counted() {
        assert_eq!(
            drawn(&sample(), None),
            [
                "carrier              flights",
                "───────────────────  ───────",
                "ExpressJet Airlines    54173",
                "北                         7"
            ]
        );
    }

    #[test]
    fn a_table_too_wide_is_wrapped_and_keeps_every_word() {
        assert_eq!(
            drawn(&sample(), Some(20)),
            ["carrier      flights", "───────────  ───────", "ExpressJet     54173", "Airlines", "", "北                 7"]
        );
    }
}
