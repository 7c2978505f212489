//! Tables that are not there.

use super::cause::Cause;
use super::scope::{Mentions, ReadTable};
use super::written::{Written, listed};
use crate::tables::NamedTable;
use footbridge_diagnostic::{Diagnostic, nearest};

/// Every table the query reads and nobody has, each once.
pub(super) fn unknown(written: &Written<'_>, mentions: &Mentions, tables: &[NamedTable]) -> Vec<Diagnostic> {
    let mut reported: Vec<String> = Vec::new();
    let mut findings = Vec::new();
    for table in &mentions.tables {
        let name = table.name.value.to_lowercase();
        let simple = table.written == table.name.to_string();
        let known = tables.iter().any(|known| known.name.to_lowercase() == name) || mentions.defined.contains(&name);
        let same_letters = table.name.quote_style.is_none() || table.name.value == name;
        if (known && simple && same_letters) || reported.contains(&table.written) {
            continue;
        }
        reported.push(table.written.clone());
        findings.push(finding(written, table, known, tables, &mentions.defined));
    }
    findings
}

/// A name of WITH where there is no table of this name yet.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    let name = text.split_once("table 'datafusion.public.")?.1.split_once("' not found")?.0;
    let finding = Diagnostic::error("sql-unknown-table", format!("There is no table `{name}` yet in this part of the query."))
        .note("A part of WITH reads tables and the parts that stand before it.")
        .help(format!("Put `{name}` before the part that reads it; a part that reads itself needs WITH RECURSIVE."));
    Some(written.place(finding, written.find(name)))
}

fn finding(written: &Written<'_>, table: &ReadTable, known: bool, tables: &[NamedTable], defined: &[String]) -> Diagnostic {
    let name = &table.name.value;
    let finding = Diagnostic::error("sql-unknown-table", format!("There is no table `{}`.", table.written.replace(['"', '\''], "")));
    // A name in single quotes is a text to the parser and carries no place.
    let span = if table.name.span.start.line == 0 { written.find_text(name) } else { Some(written.span(table.name.span)) };
    let finding = written.place(finding, span);
    if known && table.name.quote_style.is_some() && *name != name.to_lowercase() {
        let finding = finding.note("A name in double quotes must have the same capital letters.");
        return finding.help(format!("Write `{}`.", name.to_lowercase()));
    }
    if known {
        return finding.help(format!("Write `{name}` alone; tables here have no schema in front."));
    }
    let names = tables.iter().map(|table| table.name.as_str());
    let all = names.clone().chain(defined.iter().map(String::as_str));
    let finding = match nearest(name, all) {
        Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
        None => finding.help(match tables.iter().find(|table| table.columns.iter().any(|column| column == name)) {
            Some(table) => format!("`{name}` is a column of `{}`: write FROM {} and select it.", table.name, table.name),
            None if table.written.contains(['/', '\'']) || name.contains('.') => {
                "Files are not opened from a query; write the name of a table, without quotes.".to_owned()
            }
            None => "Write the name of a table that is here.".to_owned(),
        }),
    };
    match tables {
        [] => finding.note("This query has no tables to read from."),
        [only] => finding.note(format!("The only table here is `{}`.", only.name)),
        _ => finding.note(format!("The tables here are {}.", listed(names, 12))),
    }
}
