//! A chart as an SVG file of its own. Colours are attributes and follow the page's ink, so that it can be read on light and dark paper;
//! every number stands beside its bar or in its cell, and the whole is told in `desc` too.

use crate::chart::{Body, Chart, GridRow, Whole};
use std::fmt::Write as _;

const WIDTH: usize = 960;
const MARGIN: usize = 20;
const LINE: usize = 44;
const FONTS: &str = "Inter Variable, Inter, system-ui, Segoe UI, Helvetica, Arial, sans-serif";
/// Ink of bars and cells: told from white and from black paper.
const MARK: &str = "#3f7fbf";

impl Chart {
    /// The chart as SVG, 960 pixels wide. The same chart gives the same bytes.
    pub fn svg(&self) -> String {
        let mut body = String::new();
        writeln!(
            body,
            "<text x=\"{MARGIN}\" y=\"40\" font-size=\"20\" font-weight=\"600\">{}</text>",
            escaped(&shortened(&self.title, 88))
        )
        .expect("text grows");
        let height = match &self.body {
            Body::Bars(bars) => {
                let room = WIDTH - 2 * MARGIN;
                for (at, bar) in bars.iter().enumerate() {
                    let y = 64 + at * LINE;
                    let width = (bar.share * room as f64).round();
                    let line = format!("{}: {}", shortened(&bar.label, 40), bar.says);
                    writeln!(body, "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"14\">{}</text>", y + 14, escaped(&line)).expect("text grows");
                    writeln!(
                        body,
                        "<rect x=\"{MARGIN}\" y=\"{}\" width=\"{room}\" height=\"12\" fill=\"currentColor\" fill-opacity=\".1\"/>",
                        y + 20
                    )
                    .expect("text grows");
                    writeln!(body, "<rect x=\"{MARGIN}\" y=\"{}\" width=\"{width}\" height=\"12\" fill=\"{MARK}\"/>", y + 20)
                        .expect("text grows");
                }
                64 + bars.len() * LINE + MARGIN
            }
            Body::Grid { columns, rows } => grid(&mut body, columns, rows),
        };
        let (title, told) = (escaped(&self.title), escaped(&self.told()));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"chart-title\" aria-describedby=\"chart-told\" font-family=\"{FONTS}\" fill=\"currentColor\" class=\"chart-file\">\n<title id=\"chart-title\">{title}</title>\n<desc id=\"chart-told\">{told}</desc>\n<style>\n.chart-file {{ color: #1d1b18; color: var(--ink, #1d1b18); color-scheme: light dark; max-width: 100%; height: auto; }}\n@media (prefers-color-scheme: dark) {{ .chart-file {{ color: #efebe3; color: var(--ink, #efebe3); }} }}\n</style>\n{body}</svg>\n"
        )
    }

    /// The chart in words.
    pub fn told(&self) -> String {
        match &self.body {
            Body::Bars(bars) => bars.iter().map(|bar| format!("{}: {}.", bar.label, bar.says)).collect::<Vec<_>>().join(" "),
            Body::Grid { columns, rows } => {
                let row = |row: &GridRow| {
                    let cells = row.cells.iter().zip(columns).filter(|(cell, _)| cell.whole != Whole::Later);
                    let cells: Vec<String> = cells
                        .map(|(cell, column)| {
                            format!("{column} {}{}", cell.text, if cell.whole == Whole::Running { ", still running" } else { "" })
                        })
                        .collect();
                    let cells = if cells.is_empty() { "nothing to see yet".to_owned() } else { cells.join("; ") };
                    format!("{}, {} users: {cells}.", row.label, row.users)
                };
                rows.iter().map(row).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

fn grid(body: &mut String, columns: &[String], rows: &[GridRow]) -> usize {
    const LABELS: usize = 190;
    const HEIGHT: usize = 30;
    // Columns that would be too narrow to read are not drawn narrower: the picture holds those that fit, the table all.
    let fit = ((WIDTH - 2 * MARGIN - LABELS) / 62).min(columns.len()).max(1);
    let wide = ((WIDTH - 2 * MARGIN - LABELS) / fit).min(120);
    for (at, column) in columns.iter().take(fit).enumerate() {
        let x = MARGIN + LABELS + at * wide + wide / 2;
        writeln!(body, "<text x=\"{x}\" y=\"76\" font-size=\"12\" text-anchor=\"middle\">{}</text>", escaped(column)).expect("text grows");
    }
    for (at, row) in rows.iter().enumerate() {
        let y = 86 + at * HEIGHT;
        writeln!(
            body,
            "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"13\">{}, {} users</text>",
            y + 19,
            escaped(&row.label),
            escaped(&row.users)
        )
        .expect("text grows");
        for (at, cell) in row.cells.iter().take(fit).enumerate() {
            let (x, inner) = (MARGIN + LABELS + at * wide, wide - 2);
            match cell.whole {
                Whole::Later => {}
                whole => {
                    let dash = if whole == Whole::Running { " stroke=\"currentColor\" stroke-dasharray=\"3 3\"" } else { "" };
                    let opacity = 0.06 + cell.share * 0.4;
                    writeln!(
                        body,
                        "<rect x=\"{x}\" y=\"{y}\" width=\"{inner}\" height=\"28\" fill=\"{MARK}\" fill-opacity=\"{opacity:.3}\"{dash}/>"
                    )
                    .expect("text grows");
                    writeln!(
                        body,
                        "<text x=\"{}\" y=\"{}\" font-size=\"12\" text-anchor=\"middle\">{}</text>",
                        x + inner / 2,
                        y + 18,
                        escaped(&cell.text)
                    )
                    .expect("text grows");
                }
            }
        }
    }
    let y = 86 + rows.len() * HEIGHT + 24;
    let cut = if fit < columns.len() { format!(" The first {fit} of {} columns are drawn.", columns.len()) } else { String::new() };
    writeln!(body, "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"12\">Dashed: its time was still running at the last event. Empty: it had not begun.{cut}</text>").expect("text grows");
    y + MARGIN
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

/// Text as it may stand in XML. Characters that XML does not know are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' | '\r' => escaped.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
