use super::Json;
use super::own_file::text_of;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Page, Progress, finding, rows_table, rows_words, schema};
use clap::Args;
use footbridge_app::OwnFiles;
use footbridge_app::view::{FindingView, RowsView, RunView};
use std::fmt::Write as _;
use std::path::Path;

/// Ask your own CSV, JSONL or Parquet files in SQL; needs no learner's folder
///
/// Each file becomes a table named after it. Without a query the tables are described. A query is only ever read from; no file is changed.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge sql --data sales.csv \"select region, sum(amount) from sales group by region\"\n  footbridge sql --data calls=logs/2026-03.jsonl\n  footbridge sql --data sales.csv --csv - < query.sql > result.csv"
)]
pub(crate) struct Sql {
    /// A file to ask, as often as needed; NAME= names its table
    #[arg(long, value_name = "[NAME=]PATH")]
    data: Vec<String>,
    #[command(flatten)]
    json: Json,
    /// Print the result as CSV
    #[arg(long, conflicts_with = "json", requires = "query")]
    csv: bool,
    /// The query; `-` reads it from standard input
    query: Option<String>,
}

impl Sql {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let files = OwnFiles::on_this_machine();
        let Some(query) = &self.query else { return self.describe(&files, here) };
        let query = if query == "-" { text_of(Path::new("-"))?.1 } else { query.clone() };
        let view = {
            let progress = Progress::new();
            progress.say("Running the query");
            files.query(&self.data, &query)?
        };
        match &view.rows {
            Some(rows) if self.csv => {
                tell_findings(&view.findings, "query.sql", &query, here);
                if rows.truncated {
                    here.tell(&rows_words(rows));
                }
                here.print(&csv(rows))?;
                Ok(Ending::Done)
            }
            _ => tell_run(&view, "query.sql", &query, self.json, here),
        }
    }

    fn describe(&self, files: &OwnFiles, here: &Context) -> anyhow::Result<Ending> {
        if self.data.is_empty() {
            let help = "Name a file with `--data sales.csv`, and ask it: `\"select * from sales limit 20\"`.";
            return Err(refusal("There is neither a query nor a file to describe.", help).into());
        }
        let view = files.open(&self.data)?;
        tell_findings(&view.findings, "", "", here);
        if self.json.json {
            here.print_json(&view)?;
        } else if !view.tables.is_empty() {
            let mut page = Page::new(&here.terminal);
            view.tables.iter().for_each(|table| schema(&mut page, table));
            here.print(&page.finish())?;
        }
        Ok(if view.findings.iter().any(|found| found.severity == "error") { Ending::CouldNot } else { Ending::Done })
    }
}

/// The rows on standard output, findings on standard error.
pub(super) fn tell_run(view: &RunView, file: &str, query: &str, json: Json, here: &Context) -> anyhow::Result<Ending> {
    tell_findings(&view.findings, file, query, here);
    if json.json {
        here.print_json(view)?;
    } else if let Some(rows) = &view.rows {
        let mut page = Page::new(&here.terminal);
        page.table(&rows_table(rows));
        here.print(&page.finish())?;
        here.tell(&format!("{} {}\u{202f}ms", rows_words(rows), view.elapsed_ms));
    }
    Ok(match (&view.rows, view.fault.as_str()) {
        (Some(_), _) => Ending::Done,
        (None, "yours") => Ending::No,
        (None, _) => Ending::CouldNot,
    })
}

fn tell_findings(findings: &[FindingView], file: &str, text: &str, here: &Context) {
    for found in findings {
        here.tell(&finding(found, file, text, &here.terminal));
    }
}

/// RFC 4180, with NULL as nothing at all and an empty text as `""`.
fn csv(rows: &RowsView) -> String {
    let quoted = |text: &str| {
        let plain = !text.is_empty() && !text.contains([',', '"', '\n', '\r']) && text.trim() == text;
        if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    };
    let mut text = String::new();
    let mut line = |cells: Vec<String>| writeln!(text, "{}", cells.join(",")).expect("writing to a String cannot fail");
    line(rows.columns.iter().map(|column| quoted(&column.name)).collect());
    for row in &rows.rows {
        line(row.iter().map(|cell| cell.as_deref().map_or_else(String::new, quoted)).collect());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::csv;
    use footbridge_app::view::{ColumnView, RowsView};

    #[test]
    fn null_and_empty_stay_apart_in_csv() {
        let column = |name: &str| ColumnView { name: name.to_owned(), data_type: "text".to_owned(), number: false, about: String::new() };
        let rows = RowsView {
            columns: vec![column("a"), column("b, c")],
            rows: vec![vec![None, Some(String::new())], vec![Some("say \"x\"".to_owned()), Some("1".to_owned())]],
            truncated: false,
            total: 2,
        };
        assert_eq!(csv(&rows), "a,\"b, c\"\n,\"\"\n\"say \"\"x\"\"\",1\n");
    }
}
