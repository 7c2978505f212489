use super::table::{Table, lay_out};
use super::text::{Ink, Line, Span, width, wrap};
use footbridge_app::view::{Block, Inline, ReferenceTableView};

/// A Markdown tree as lines of at most `columns`. Code is never wrapped.
pub(crate) fn prose(blocks: &[Block], tables: &[ReferenceTableView], columns: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for block in blocks {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(block_lines(block, tables, columns));
    }
    lines
}

fn block_lines(block: &Block, tables: &[ReferenceTableView], columns: usize) -> Vec<Line> {
    match block {
        Block::Heading { level, inlines } => heading(*level, inlines, columns),
        Block::Paragraph { inlines } => wrap(&spans(inlines, Ink::Plain), columns),
        Block::Code { text, .. } => text.trim_end().lines().map(|line| vec![Span::plain("    "), Span::new(Ink::Code, line)]).collect(),
        Block::List { start, items } => list(*start, items, tables, columns),
        Block::Quote { blocks } => before(prose(blocks, tables, columns.saturating_sub(2)), "│ ", "│ "),
        Block::Table { head, right, rows } => {
            let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| spans(cell, Ink::Plain)).collect();
            lay_out(
                &Table { head: cells(head), right: right.clone(), rows: rows.iter().map(cells).collect(), is_data: false },
                Some(columns),
            )
        }
        Block::Rule => vec![vec![Span::new(Ink::Dim, "─".repeat(columns.min(40)))]],
        Block::Placed { table } => {
            tables.iter().find(|placed| placed.id == *table).map_or_else(Vec::new, |table| reference(table, columns))
        }
    }
}

fn heading(level: u8, inlines: &[Inline], columns: usize) -> Vec<Line> {
    let mut lines = wrap(&spans(inlines, Ink::Strong), columns);
    if level <= 2 {
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        lines.push(vec![Span::new(Ink::Dim, "─".repeat(widest))]);
    }
    lines
}

fn list(start: Option<u64>, items: &[Vec<Block>], tables: &[ReferenceTableView], columns: usize) -> Vec<Line> {
    let loose = items.iter().any(|item| item.len() > 1);
    let mut lines = Vec::new();
    for (at, item) in (0..).zip(items) {
        if loose && at > 0 {
            lines.push(Line::new());
        }
        let mark = start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", start + at));
        let room = columns.saturating_sub(mark.len());
        lines.extend(before(prose(item, tables, room), &mark, &" ".repeat(mark.len())));
    }
    lines
}

/// A table of figures. What is only claimed says so, and every row names its source.
fn reference(table: &ReferenceTableView, columns: usize) -> Vec<Line> {
    let heading = |title: &str, unit: &str| if unit.is_empty() { title.to_owned() } else { format!("{title} ({unit})") };
    let mut head: Vec<Line> = table.columns.iter().map(|column| vec![Span::plain(heading(&column.title, &column.unit))]).collect();
    head.extend([vec![Span::plain("kind")], vec![Span::plain("source")]]);
    let mut right: Vec<bool> = table.columns.iter().map(|column| column.number).collect();
    right.extend([false, false]);
    let row = |row: &footbridge_app::view::ReferenceRowView| {
        let dated = if row.date.is_empty() { row.source.clone() } else { format!("{}, {}", row.source, row.date) };
        let cells = row.cells.iter().map(|cell| if cell.is_empty() { "–" } else { cell });
        cells.chain([row.kind.as_str(), &dated]).map(|cell| vec![Span::plain(cell)]).collect()
    };
    let mut lines = wrap(&[Span::new(Ink::Strong, &table.title)], columns);
    lines.push(Line::new());
    lines.extend(lay_out(&Table { head, right, rows: table.rows.iter().map(row).collect(), is_data: false }, Some(columns)));
    if !table.note.is_empty() {
        lines.push(Line::new());
        lines.extend(wrap(&[Span::new(Ink::Dim, &table.note)], columns));
    }
    lines
}

fn before(lines: Vec<Line>, first: &str, rest: &str) -> Vec<Line> {
    let put = |(at, line): (usize, Line)| {
        let mut whole = vec![Span::plain(if at == 0 { first } else { rest })];
        whole.extend(line);
        whole
    };
    lines.into_iter().enumerate().map(put).collect()
}

fn spans(inlines: &[Inline], ink: Ink) -> Line {
    let mut line = Line::new();
    for inline in inlines {
        match inline {
            Inline::Text { text } => line.push(Span::new(ink, text.replace('\n', " "))),
            Inline::Code { text } => line.push(Span::new(Ink::Code, format!("`{text}`"))),
            Inline::Emphasis { inlines } => {
                // What is stressed, or quoted as a term, must show without italics too.
                line.push(Span::new(Ink::Emphasis, "*"));
                line.extend(spans(inlines, Ink::Emphasis));
                line.push(Span::new(Ink::Emphasis, "*"));
            }
            Inline::Strong { inlines } => line.extend(spans(inlines, Ink::Strong)),
            Inline::Link { to, inlines } => {
                let words = spans(inlines, ink);
                let said: String = words.iter().map(|span| span.text.as_str()).collect();
                line.extend(words);
                let place = command_for(to).map_or_else(|| to.clone(), |command| format!("`{command}`"));
                if said != *to {
                    line.push(Span::new(Ink::Dim, format!(" ({place})")));
                }
            }
            Inline::Break => line.push(Span::plain("\n")),
        }
    }
    line
}

/// The command that shows what a path of the app opens.
pub(crate) fn command_for(opens: &str) -> Option<String> {
    let path = opens.strip_prefix('/')?;
    match path.split_once('/') {
        Some(("work" | "lesson", id)) => Some(format!("footbridge show {id}")),
        Some(("recall", card)) => Some(format!("footbridge recall {card}")),
        Some(("guide", page)) => Some(format!("footbridge guide {}", page.strip_prefix("guide-").unwrap_or(page))),
        Some(_) => None,
        None => match path {
            "" | "today" => Some("footbridge today".to_owned()),
            "path" => Some("footbridge plan".to_owned()),
            "work" => Some("footbridge list".to_owned()),
            "evidence" => Some("footbridge state".to_owned()),
            "guide" => Some("footbridge guide".to_owned()),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::text::painted;

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Text { text: text.to_owned() }]
    }

    #[test]
    fn a_text_reads_without_colour() {
        let link = |to: &str| Inline::Link { to: to.to_owned(), inlines: text("see") };
        let blocks = [
            Block::Heading { level: 2, inlines: text("Why") },
            Block::List {
                start: Some(1),
                items: vec![
                    vec![Block::Paragraph { inlines: text("a longer point that wraps") }],
                    vec![Block::Paragraph { inlines: vec![link("/work/sql-x")] }],
                ],
            },
            Block::Code { language: "sql".to_owned(), text: "select 1 as a_rather_long_name\n".to_owned() },
            Block::Quote { blocks: vec![Block::Paragraph { inlines: vec![link("https://example.org")] }] },
        ];
        let lines: Vec<String> = prose(&blocks, &[], 24).iter().map(|line| painted(line, false)).collect();
        assert_eq!(
            lines,
            [
                "Why",
                "───",
                "",
                "1. a longer point that",
                "   wraps",
                "2. see (`footbridge show",
                "   sql-x`)",
                "",
                "    select 1 as a_rather_long_name",
                "",
                "│ see",
                "│ (https://example.org)",
            ]
        );
    }
}
