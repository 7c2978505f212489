//! `hidden.json`: small databases an answer is judged on besides the data it sees, with the right result on each.

use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_query::{Column, DataType, Database, Table, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A database and what is right on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Hidden {
    /// The rows.
    pub database: Database,
    /// The solution's result.
    pub right: Table,
}

/// The file: for each variant, its databases.
#[derive(Serialize, Deserialize)]
struct FileJson {
    format: u32,
    variants: Vec<Vec<HiddenJson>>,
}

#[derive(Serialize, Deserialize)]
struct HiddenJson {
    tables: BTreeMap<String, TableJson>,
    right: TableJson,
}

/// Columns as `name type`, and rows of plain JSON values whose meaning the type gives.
#[derive(Serialize, Deserialize)]
struct TableJson {
    columns: Vec<String>,
    rows: Vec<Vec<serde_json::Value>>,
}

/// The format that is read and written.
const FORMAT: u32 = 1;

/// The hidden databases of this variant of an exercise; none when it has no `hidden.json`.
pub fn read_hidden(exercise: &Exercise) -> Result<Vec<Hidden>, Diagnostic> {
    let Some(text) = &exercise.hidden else { return Ok(Vec::new()) };
    let file = exercise.spec.file.replace("exercise.toml", "hidden.json");
    let fault = |message: String| {
        let finding = Diagnostic::error("hidden-shape", message).at(&file, 0..0);
        finding.help("`footbridge pack harden` without `--keep` writes this file anew; it is not edited by hand.")
    };
    let FileJson { format, mut variants } =
        serde_json::from_slice(text).map_err(|error| fault(format!("The file cannot be read: {error}.")))?;
    if format != FORMAT {
        return Err(fault(format!("The file has the format {format}; this program reads {FORMAT}.")));
    }
    if variants.len() != exercise.variants_in_all {
        let written = counted(variants.len(), "variant", "variants");
        return Err(fault(format!("The file is for {written}, and the exercise has {}.", exercise.variants_in_all)));
    }
    let hidden = |hidden: HiddenJson| -> Option<Hidden> {
        let tables = hidden.tables.into_iter().map(|(name, table)| Some((name, table.read()?.rows))).collect::<Option<_>>()?;
        Some(Hidden { database: Database { tables }, right: hidden.right.read()? })
    };
    let read: Option<Vec<Hidden>> = variants.swap_remove(exercise.variant).into_iter().map(hidden).collect();
    read.ok_or_else(|| fault("A value does not fit the type of its column.".to_owned()))
}

/// The text of a `hidden.json`. `columns` gives the columns of each table of the databases.
pub fn write_hidden(variants: &[Vec<Hidden>], columns: &BTreeMap<String, Vec<Column>>) -> String {
    let json = |hidden: &Hidden| {
        let table = |(name, rows): (&String, &Vec<Vec<Value>>)| {
            let columns = columns.get(name).cloned().unwrap_or_default();
            (name.clone(), TableJson::of(&Table { columns, rows: rows.clone() }))
        };
        HiddenJson { tables: hidden.database.tables.iter().map(table).collect(), right: TableJson::of(&hidden.right) }
    };
    let variants: Vec<Vec<HiddenJson>> = variants.iter().map(|variant| variant.iter().map(json).collect()).collect();
    // One database a line: a change in one is a change of one line.
    let lines = |variant: &Vec<HiddenJson>| {
        let lines: Vec<String> = variant.iter().map(|hidden| serde_json::to_string(hidden).expect("strings, numbers and lists")).collect();
        format!("[\n{}\n]", lines.join(",\n"))
    };
    let variants: Vec<String> = variants.iter().map(lines).collect();
    format!("{{\"format\": {FORMAT}, \"variants\": [{}]}}\n", variants.join(", "))
}

impl TableJson {
    fn of(table: &Table) -> Self {
        let column = |column: &Column| format!("{} {}", column.name, column.data_type);
        let rows = table.rows.iter().map(|row| row.iter().map(json_of).collect()).collect();
        Self { columns: table.columns.iter().map(column).collect(), rows }
    }

    fn read(self) -> Option<Table> {
        let column = |written: &String| {
            let (name, data_type) = written.rsplit_once(' ')?;
            Some(Column { name: name.to_owned(), data_type: DataType::named(data_type) })
        };
        let columns: Vec<Column> = self.columns.iter().map(column).collect::<Option<_>>()?;
        let row = |row: Vec<serde_json::Value>| {
            let fits = row.len() == columns.len();
            let values = row.iter().zip(&columns).map(|(value, column)| value_of(value, &column.data_type)).collect::<Option<Vec<_>>>();
            values.filter(|_| fits)
        };
        let rows = self.rows.into_iter().map(row).collect::<Option<_>>()?;
        Some(Table { columns, rows })
    }
}

fn json_of(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Boolean(value) => (*value).into(),
        Value::Integer(value) => (*value).into(),
        // JSON has no NaN and no infinity.
        Value::Float(value) if !value.is_finite() => value.to_string().into(),
        Value::Float(value) => (*value).into(),
        Value::Decimal(text) | Value::Text(text) | Value::Date(text) | Value::Timestamp(text) | Value::Other(text) => text.clone().into(),
    }
}

fn value_of(value: &serde_json::Value, data_type: &DataType) -> Option<Value> {
    use serde_json::Value as Json;
    Some(match (value, data_type) {
        (Json::Null, _) => Value::Null,
        (Json::Bool(value), _) => Value::Boolean(*value),
        (Json::Number(value), DataType::Float) => Value::Float(value.as_f64()?),
        (Json::Number(value), _) => Value::Integer(value.as_i64()?),
        (Json::String(text), DataType::Float) => Value::Float(text.parse().ok()?),
        (Json::String(text), data_type) => {
            let text = text.clone();
            match data_type {
                DataType::Text => Value::Text(text),
                DataType::Date => Value::Date(text),
                DataType::Timestamp => Value::Timestamp(text),
                DataType::Decimal | DataType::Integer => Value::Decimal(text),
                _ => Value::Other(text),
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_back_as_it_was_written() {
        let column = |name: &str, data_type| Column { name: name.to_owned(), data_type };
        let columns = vec![
            column("n", DataType::Integer),
            column("of all", DataType::Float),
            column("d", DataType::Decimal),
            column("t", DataType::Text),
            column("day", DataType::Date),
            column("at", DataType::Timestamp),
            column("ok", DataType::Boolean),
        ];
        let full = vec![
            Value::Integer(-3),
            Value::Float(0.1),
            Value::Decimal("12.50".into()),
            Value::Text("é \"x\"".into()),
            Value::Date("2026-01-31".into()),
            Value::Timestamp("2026-01-31T00:00:01".into()),
            Value::Boolean(false),
        ];
        let table = Table { rows: vec![full, vec![Value::Null; columns.len()]], columns };
        let text = serde_json::to_string(&TableJson::of(&table)).unwrap();
        let read: TableJson = serde_json::from_str(&text).unwrap();
        assert_eq!(read.read(), Some(table));
    }
}
