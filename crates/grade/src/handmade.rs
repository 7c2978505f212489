//! `databases.toml`: databases that a person made to tell certain mutants from the solution.

use crate::bench::{Bench, BenchError};
use crate::harden::MOST_ROWS;
use footbridge_content::{Exercise, Spec, toml_finding};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_query::database::{Filler, Sketch, SketchedRow, TableFacts, Unfillable, written_moment};
use footbridge_query::{Column, DataType, Database, Value};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// The key of a row that says how often it is there.
const COPIES: &str = "copies";

/// What stands for no value: TOML has no word for it.
const NULL: &str = "NULL";

/// Databases of one exercise at most.
const MOST_DATABASES: usize = 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileToml {
    #[serde(default)]
    database: Vec<Spanned<DatabaseToml>>,
}

type RowToml = BTreeMap<String, Spanned<toml::Value>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatabaseToml {
    because: Spanned<String>,
    /// For each table what all its rows have in common.
    #[serde(default)]
    every: BTreeMap<String, Spanned<RowToml>>,
    rows: BTreeMap<String, Spanned<Vec<Spanned<RowToml>>>>,
}

/// A database as it is written, and where.
pub(crate) struct Handmade {
    sketch: Sketch,
    place: Range<usize>,
    /// For each table, where each of its rows stands.
    rows: BTreeMap<String, Vec<Range<usize>>>,
}

/// The hand-made databases of this variant of an exercise; none when it has no `databases.toml`.
pub(crate) fn read_handmade(exercise: &Exercise, tables: &[TableFacts]) -> Result<Vec<Handmade>, Vec<Diagnostic>> {
    let Some(spec) = &exercise.databases else { return Ok(Vec::new()) };
    let file: FileToml = toml::from_str(&spec.toml).map_err(|error| {
        let mut finding = toml_finding(&spec.file, &error, 0);
        if let Some(place) = &mut finding.place {
            place.span = spec.place(place.span.clone());
        }
        vec![finding]
    })?;
    let mut reader = Reader { spec, tables, found: Vec::new() };
    if file.database.len() > MOST_DATABASES {
        let message = format!("There are {} databases; {MOST_DATABASES} are the most.", file.database.len());
        reader.found.push(Diagnostic::error("databases-many", message).at(&spec.file, 0..0));
    }
    let read: Vec<Handmade> = file.database.into_iter().map(|database| reader.database(database)).collect();
    if reader.found.is_empty() { Ok(read) } else { Err(reader.found) }
}

/// The hand-made databases made whole; each has one right answer.
pub(crate) fn filled(bench: &Bench<'_>, exercise: &Exercise) -> Result<Vec<Database>, BenchError> {
    let written = read_handmade(exercise, &bench.tables).map_err(BenchError::Databases)?;
    let Some(spec) = exercise.databases.as_ref().filter(|_| !written.is_empty()) else { return Ok(Vec::new()) };
    let mut filler = Filler::new(&bench.tables);
    let (mut databases, mut found) = (Vec::new(), Vec::new());
    for handmade in &written {
        match filler.fill(&handmade.sketch) {
            Ok(database) => databases.push(database),
            Err(unfillable) => found.push(handmade.finding(spec, &unfillable)),
        }
    }
    if !found.is_empty() {
        return Err(BenchError::Databases(found));
    }
    for ((handmade, database), right) in written.iter().zip(&databases).zip(bench.right(&databases)?) {
        let size = database.size();
        if size > MOST_ROWS {
            let message = format!("This database has {size} rows; all hidden ones together may have {MOST_ROWS}.");
            found.push(Diagnostic::error("databases-rows", message).at(&spec.file, spec.place(handmade.place.clone())));
        } else if right.is_none() {
            let because = bench.why_no_answer(database)?;
            let finding = Diagnostic::error("databases-no-answer", because).at(&spec.file, spec.place(handmade.place.clone()));
            found.push(finding.help("Change the rows so that what holds for the data set holds here, and all solutions give the same."));
        }
    }
    if found.is_empty() { Ok(databases) } else { Err(BenchError::Databases(found)) }
}

impl Handmade {
    fn finding(&self, spec: &Spec, unfillable: &Unfillable) -> Diagnostic {
        let (code, message, place) = match unfillable {
            Unfillable::KeyTwice { table, row } => {
                ("databases-key", format!("An earlier row of `{table}` has this key."), self.row(table, *row))
            }
            Unfillable::NeverNull { table, row, column } => {
                ("databases-null", format!("`{column}` is never NULL in the data set."), self.row(table, *row))
            }
            Unfillable::NoRows { table } => {
                ("databases-no-rows", format!("The data set's table `{table}` has no rows to take values from."), self.place.clone())
            }
        };
        Diagnostic::error(code, message).at(&spec.file, spec.place(place))
    }

    /// Where a row stands; a row that is only named by others stands where the database does.
    fn row(&self, table: &str, row: usize) -> Range<usize> {
        self.rows.get(table).and_then(|rows| rows.get(row)).unwrap_or(&self.place).clone()
    }
}

struct Reader<'a> {
    spec: &'a Spec,
    tables: &'a [TableFacts],
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, code: &str, message: String, place: &Range<usize>) {
        self.found.push(Diagnostic::error(code, message).at(&self.spec.file, self.spec.place(place.clone())));
    }

    fn unknown(&mut self, code: &str, what: &str, name: &str, known: &[&str], place: &Range<usize>) {
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("There are {}.", known.join(", ")),
        };
        let finding = Diagnostic::error(code, format!("There is no {what} `{name}` here."));
        self.found.push(finding.at(&self.spec.file, self.spec.place(place.clone())).help(help));
    }

    fn database(&mut self, database: Spanned<DatabaseToml>) -> Handmade {
        let place = database.span();
        let DatabaseToml { because, every, rows } = database.into_inner();
        if because.as_ref().trim().is_empty() {
            let message = "Nothing says which wrong queries this database tells from the right one.";
            self.fault("databases-because", message.to_owned(), &because.span());
        }
        let before = self.found.len();
        let mut handmade = Handmade { sketch: Sketch::default(), place, rows: BTreeMap::new() };
        for (name, rows) in rows {
            let Some(facts) = self.tables.iter().find(|table| table.name == name) else {
                let known: Vec<&str> = self.tables.iter().map(|table| table.name.as_str()).collect();
                self.unknown("databases-table", "table", &name, &known, &rows.span());
                continue;
            };
            let common = every.get(&name).map_or_else(|| Some((1, SketchedRow::new())), |row| self.row(facts, row.as_ref()));
            for row in rows.into_inner() {
                let read = self.row(facts, row.as_ref());
                let (Some((copies, own)), Some((_, common))) = (read, &common) else { continue };
                let whole: SketchedRow = common.clone().into_iter().chain(own).collect();
                let sketched = handmade.sketch.tables.entry(name.clone()).or_default();
                let places = handmade.rows.entry(name.clone()).or_default();
                if sketched.len() + copies > MOST_ROWS {
                    self.fault("databases-rows", format!("All hidden databases together may have {MOST_ROWS} rows."), &row.span());
                    break;
                }
                sketched.extend(std::iter::repeat_n(whole, copies));
                places.extend(std::iter::repeat_n(row.span(), copies));
            }
        }
        // A name that is wrong among the rows is missing here too, and was told once.
        let all_told = self.found.len() > before;
        for (name, row) in every.iter().filter(|(name, _)| !all_told && !handmade.sketch.tables.contains_key(*name)) {
            self.fault("databases-table", format!("`{name}` has no rows here that could have this in common."), &row.span());
        }
        handmade
    }

    /// How often a row is there, and its values.
    fn row(&mut self, facts: &TableFacts, row: &RowToml) -> Option<(usize, SketchedRow)> {
        let before = self.found.len();
        let mut read = SketchedRow::new();
        let mut copies = 1;
        for (name, value) in row {
            let span = value.span();
            if name == COPIES {
                match value.as_ref().as_integer().and_then(|copies| usize::try_from(copies).ok()).filter(|copies| *copies > 0) {
                    Some(count) => copies = count,
                    None => self.fault("databases-copies", format!("`{COPIES}` is a whole number from 1 up."), &span),
                }
                continue;
            }
            let Some(place) = facts.columns.iter().position(|column| column.name == *name) else {
                let known: Vec<&str> = facts.columns.iter().map(|column| column.name.as_str()).collect();
                self.unknown("databases-column", "column", name, &known, &span);
                continue;
            };
            match typed(value.as_ref(), &facts.columns[place]) {
                Some(value) => _ = read.insert(place, value),
                None => {
                    let Column { name, data_type } = &facts.columns[place];
                    self.fault("databases-value", format!("`{name}` holds values of the type {data_type}; this is none."), &span);
                }
            }
        }
        (self.found.len() == before).then_some((copies, read))
    }
}

/// A value as the column has it. Where a parameter stands, a number is written as a string.
fn typed(value: &toml::Value, column: &Column) -> Option<Value> {
    use toml::Value as Toml;
    let text = match value {
        Toml::String(text) if text == NULL => return Some(Value::Null),
        Toml::String(text) => text.trim().to_owned(),
        Toml::Integer(_) | Toml::Float(_) | Toml::Boolean(_) | Toml::Datetime(_) => value.to_string(),
        Toml::Array(_) | Toml::Table(_) => return None,
    };
    Some(match &column.data_type {
        DataType::Integer => Value::Integer(text.parse().ok()?),
        DataType::Float => Value::Float(text.parse().ok().filter(|number: &f64| number.is_finite())?),
        DataType::Decimal => Value::Decimal(text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|_| text.clone())?),
        DataType::Boolean => Value::Boolean(text.parse().ok()?),
        DataType::Text => Value::Text(value.as_str()?.to_owned()),
        DataType::Timestamp => written_moment(&text)?,
        DataType::Date => match written_moment(&text)? {
            Value::Timestamp(moment) => Value::Date(moment.strip_suffix("T00:00:00")?.to_owned()),
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
#[path = "handmade_tests.rs"]
mod tests;
