use crate::entry::{Align, Piece, ResultTable};
use crate::html::{counted, escape};
use crate::shown::Exhibit;
use std::fmt::Write as _;

/// Rows that are shown at most.
const ROWS: usize = 100;

/// The drawing, as a picture of its own.
pub(super) fn drawing(exhibit: &Exhibit<'_>) -> String {
    let (Some(drawing), Some(_)) = (&exhibit.entry.drawing, &exhibit.drawing) else { return String::new() };
    let file = format!("{}.svg", exhibit.entry.id);
    format!(
        "<figure class=\"drawing\" id=\"drawing\">\n<a href=\"{file}\"><img src=\"{file}\" alt=\"{}\"></a>\n</figure>\n",
        escape(if drawing.alt.trim().is_empty() { &exhibit.entry.title } else { &drawing.alt })
    )
}

/// What a query returned or a run measured.
pub(super) fn table(exhibit: &Exhibit<'_>) -> String {
    let Some(table) = exhibit.entry.result.as_ref().filter(|table| !table.columns.is_empty()) else { return String::new() };
    let title = match exhibit.entry.kind {
        Piece::Query => "What it returns",
        Piece::Design => "What the run measured",
        _ => "The result",
    };
    format!(
        "<section aria-labelledby=\"result\">\n<h2 id=\"result\">{title}</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\">\n<table>\n{}</table>\n</div>\n</section>\n",
        rows(table, exhibit.answer.as_deref().filter(|_| exhibit.entry.kind == Piece::Query))
    )
}

fn rows(table: &ResultTable, answer: Option<&str>) -> String {
    let shown = table.rows.len().min(ROWS);
    let all = table.rows_in_all.max(table.rows.len());
    let count = match answer.filter(|_| shown < all) {
        Some(path) => format!(
            "The first {shown} of {all} rows, so that the page stays short; <a href=\"{}\">the query</a> returns them all.",
            escape(path.strip_prefix("evidence/").unwrap_or(path))
        ),
        None if shown < all => format!("The first {shown} of {all} rows, so that the page stays short."),
        None => format!("{}.", counted(all, "row", "rows")),
    };
    let mut html = format!("<caption>{} {count}</caption>\n<thead><tr>", escape(&table.caption));
    for column in &table.columns {
        let _ = write!(html, "<th scope=\"col\"{}>{}</th>", class(column.align), escape(&column.title));
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in &table.rows[..shown] {
        html += "<tr>";
        for (at, column) in table.columns.iter().enumerate() {
            let _ = write!(html, "<td{}>{}</td>", class(column.align), escape(row.get(at).map_or("", String::as_str)));
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n"
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => " class=\"number\"",
    }
}
