//! Decisions as a table, and tables of other programs as one of ours.

use crate::decision::{Decision, Method, Priority};
use crate::read::headed_rows;
use footbridge_table::guarded;
use std::fmt;

/// The decision as a table that [`read`](crate::read()) takes in again. Title, seed, scale, reasons and evidence are not in it.
pub fn table(decision: &Decision) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    match &decision.method {
        Method::Rice(scored) => {
            rows.push(["option", "reach", "impact", "confidence", "effort"].map(str::to_owned).to_vec());
            rows.extend(scored.options.iter().map(|option| {
                std::iter::once(option.name.value.clone()).chain(option.values.iter().map(|value| value.value.to_string())).collect()
            }));
        }
        Method::Matrix(scored) => {
            let names = scored.criteria.iter().map(|criterion| criterion.name.value.clone());
            rows.push(std::iter::once("option".to_owned()).chain(names).collect());
            let weights = scored.criteria.iter().map(|criterion| criterion.weight.value.to_string());
            rows.push(std::iter::once("weight".to_owned()).chain(weights).collect());
            rows.extend(scored.options.iter().map(|option| {
                std::iter::once(option.name.value.clone()).chain(option.values.iter().map(|value| value.value.to_string())).collect()
            }));
        }
        Method::Moscow { capacity, items, .. } => {
            rows.push(["option", "priority", "effort"].map(str::to_owned).to_vec());
            rows.extend(capacity.iter().map(|capacity| vec!["capacity".to_owned(), String::new(), capacity.value.to_string()]));
            let item = |priority: Priority| priority.word().to_owned();
            rows.extend(items.iter().map(|of| vec![of.name.value.clone(), item(*of.priority), of.effort.value.to_string()]));
        }
    }
    written(&rows)
}

/// Why a table of another program cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// It has no column of this name; it has these.
    NoColumn(String, Vec<String>),
    /// No column was named for the options.
    NoOptions,
    /// It has neither the figures of RICE nor those of MoSCoW: which of each are missing.
    NoFigures(Vec<String>, Vec<String>),
    /// There is no row below its header.
    Empty,
}

impl fmt::Display for NotTaken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumn(name, there) => write!(formatter, "There is no column `{name}`. There are: {}.", there.join(", ")),
            Self::NoFigures(rice, moscow) => {
                write!(formatter, "For RICE it has no {}; for MoSCoW no {}.", alternatives(rice), alternatives(moscow))
            }
            Self::NoOptions => formatter.write_str("Name the column of the options: `option=Summary`."),
            Self::Empty => formatter.write_str("The table has no row below its header."),
        }
    }
}

fn alternatives(names: &[String]) -> String {
    names.join(", no ")
}

/// Some columns of a table under our names, `option` first. Of several columns with one name, as Jira writes them, each row gives the first
/// that is filled. Rows without an option are left out.
///
/// `word` gives what a cell of one of our columns means.
pub fn from_table(text: &str, columns: &[(String, String)], word: &dyn Fn(&str, String) -> String) -> Result<String, NotTaken> {
    let rows = headed_rows(text);
    let Some((header, rows)) = rows.split_first().filter(|(_, rows)| !rows.is_empty()) else { return Err(NotTaken::Empty) };
    let mut columns: Vec<&(String, String)> = columns.iter().collect();
    columns.sort_by_key(|(ours, _)| !ours.eq_ignore_ascii_case("option"));
    if !columns.first().is_some_and(|(ours, _)| ours.eq_ignore_ascii_case("option")) {
        return Err(NotTaken::NoOptions);
    }
    let places = |theirs: &str| -> Result<Vec<usize>, NotTaken> {
        let found: Vec<usize> =
            header.iter().enumerate().filter(|(_, name)| name.trim().eq_ignore_ascii_case(theirs.trim())).map(|(at, _)| at).collect();
        if found.is_empty() { Err(NotTaken::NoColumn(theirs.to_owned(), header.clone())) } else { Ok(found) }
    };
    let places: Vec<Vec<usize>> = columns.iter().map(|(_, theirs)| places(theirs)).collect::<Result<_, _>>()?;
    let cell = |row: &[String], places: &[usize]| {
        places.iter().filter_map(|at| row.get(*at)).find(|cell| !cell.trim().is_empty()).cloned().unwrap_or_default()
    };
    let meant =
        |row: &[String]| places.iter().zip(&columns).map(|(places, (ours, _))| word(ours, cell(row, places))).collect::<Vec<String>>();
    let taken = rows.iter().map(|row| meant(row));
    let mut out = vec![columns.iter().map(|(ours, _)| ours.to_lowercase()).collect::<Vec<_>>()];
    out.extend(taken.filter(|row| row.first().is_some_and(|option| !option.trim().is_empty())));
    Ok(written(&out))
}

fn written(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        let guarded = guarded(cell.trim());
        let is_plain = !guarded.contains([',', ';', '\t', '"', '\n', '\r']);
        if is_plain { guarded } else { format!("\"{}\"", guarded.replace('"', "\"\"")) }
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n").collect()
}
