//! Files as events: their columns, the clock their times are on, the names of what happened.

use super::EventFiles;
use super::words::unreadable;
use crate::files::sources;
use crate::view_sql::run_failure;
use crate::{App, Trouble};
use footbridge_analytics::{Clock, Column, Kind, Reading, Table, Unit};
use footbridge_analytics::{event_names_sql, survey_sql, unit_of, unit_sql};
use footbridge_query::{DataType, TableSchema};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What a look at all rows found.
pub(super) struct Survey {
    pub(super) rows: u64,
    pub(super) without_user: u64,
    pub(super) without_time: u64,
    pub(super) first: Option<Timestamp>,
    pub(super) last: Option<Timestamp>,
}

impl App {
    /// The columns that all files share.
    pub(super) fn event_table(&self, paths: &[String]) -> Result<Table, Trouble> {
        if let Some(packed) = paths.iter().find(|path| is_packed(path)) {
            let shown = packed.split_once('=').map_or(packed.as_str(), |(_, path)| path);
            return Err(Trouble::asked(format!("`{shown}` is packed, and packed files are not read."))
                .help("Unpack it first: `gunzip -k FILE.gz` for .gz, `unzip FILE.zip` for .zip. What comes out must end in .jsonl, .csv or .parquet; Amplitude's files end in .json, which is read too."));
        }
        let sources = sources(paths)?;
        let schemas = self.grader.engine().describe(&sources).map_err(|failure| failed(&failure))?;
        let Some((first, rest)) = schemas.split_first() else {
            return Err(
                Trouble::asked("There is no file to read.").help("Name at least one: `footbridge analytics funnel events.jsonl --step …`.")
            );
        };
        let shared =
            |column: &&footbridge_query::Column| rest.iter().all(|other: &TableSchema| other.columns.iter().any(|c| c.name == column.name));
        let columns = first.columns.iter().filter(shared);
        let columns = columns.map(|column| Column { name: column.name.clone(), kind: kind(&column.data_type) }).collect();
        Ok(Table { names: schemas.iter().map(|schema| schema.name.to_lowercase()).collect(), columns })
    }

    /// Properties within a value are not in the description of a file, so they are asked for.
    pub(super) fn look_for_parts(&self, files: &EventFiles, reading: &mut Reading) -> Result<(), Trouble> {
        let is_there = |value: &str| -> Result<bool, Trouble> {
            for table in reading.tables() {
                let probe = format!("select {value} from \"{}\" limit 1", table.replace('"', "\"\""));
                if self.ask_files(&files.paths, &probe)?.is_err() {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        for (part, value) in reading.doubtful() {
            if !is_there(&value)? {
                let name = reading.told.iter().find(|(told, _)| *told == part).map_or("", |(_, name)| name);
                return Err(Trouble::asked(format!("There is no property `{name}` in every one of the files.")).help(format!(
                    "Name one that is there (`{}` on the command line); `select * from \"{}\" limit 5` shows rows.",
                    part.option(),
                    reading.tables().first().map_or("", String::as_str)
                )));
            }
        }
        let mut fields = Vec::new();
        for (field, value) in reading.parameter_fields() {
            if is_there(&value)? {
                fields.push(field);
            }
        }
        reading.keep(&fields);
        Ok(())
    }

    /// What numbers of the time's column count, the zones, and what a look at all rows found. Files in which nothing can be counted are refused.
    pub(super) fn clock_of(&self, files: &EventFiles, reading: &Reading) -> Result<(Clock, Survey), Trouble> {
        let zone = zone_of(files.zone.as_deref())?;
        let written_in = zone_of(files.times_in.as_deref())?;
        let zone = zone.map_or_else(|| "UTC".to_owned(), |(name, _)| name);
        let unit = if reading.times_are_text() { Unit::Written } else { self.unit(files, reading)? };
        let mut clock = Clock { zone, ..Clock::utc(unit) };
        let mut survey = self.survey(files, reading, &clock)?;
        if reading.times_are_text() && survey.first.is_none() && survey.rows > 0 {
            clock.unit = self.unit(files, reading)?;
            survey = self.survey(files, reading, &clock)?;
        }
        if let Some(trouble) = unreadable(&survey, reading) {
            return Err(trouble);
        }
        let Some((_, zone)) = written_in else { return Ok((clock, survey)) };
        if let (Some(first), Some(last)) = (survey.first, survey.last) {
            clock.written_in = Some((zone, first, last));
        }
        let survey = self.survey(files, reading, &clock)?;
        Ok((clock, survey))
    }

    /// Names of events and how often each occurs, the most frequent first.
    pub(super) fn event_names(&self, files: &EventFiles, reading: &Reading, clock: &Clock) -> Result<Vec<(String, u64)>, Trouble> {
        let answer = self.ask_files(&files.paths, &event_names_sql(reading, clock))?.map_err(|failure| failed(&failure))?;
        let name = |row: &Vec<footbridge_query::Value>| match row.as_slice() {
            [name, count] if !name.is_null() => Some((name.to_string(), count.to_string().parse().unwrap_or(0))),
            _ => None,
        };
        Ok(answer.table.rows.iter().filter_map(name).collect())
    }

    fn unit(&self, files: &EventFiles, reading: &Reading) -> Result<Unit, Trouble> {
        let Some(sql) = unit_sql(reading) else { return Ok(Unit::Written) };
        let size = self.one_row(files, &sql)?.first().and_then(|cell| cell.as_deref()?.parse().ok());
        Ok(size.map_or(Unit::Written, unit_of))
    }

    fn survey(&self, files: &EventFiles, reading: &Reading, clock: &Clock) -> Result<Survey, Trouble> {
        let row = self.one_row(files, &survey_sql(reading, clock))?;
        let number = |at: usize| row.get(at).and_then(|cell| cell.as_deref()?.parse().ok()).unwrap_or(0);
        let instant = |at: usize| row.get(at).and_then(|cell| format!("{}Z", cell.as_deref()?.replace(' ', "T")).parse().ok());
        Ok(Survey { rows: number(0), without_user: number(1), without_time: number(2), first: instant(3), last: instant(4) })
    }

    fn one_row(&self, files: &EventFiles, sql: &str) -> Result<Vec<Option<String>>, Trouble> {
        let answer = self.ask_files(&files.paths, sql)?.map_err(|failure| failed(&failure))?;
        let row = answer.table.rows.into_iter().next().unwrap_or_default();
        Ok(row.iter().map(|value| (!value.is_null()).then(|| value.to_string())).collect())
    }
}

fn is_packed(path: &str) -> bool {
    let name = path.to_lowercase();
    [".gz", ".zip", ".zst", ".bz2", ".avro"].iter().any(|end| name.ends_with(end))
}

fn kind(data_type: &DataType) -> Kind {
    match data_type {
        DataType::Text => Kind::Text,
        DataType::Integer | DataType::Float | DataType::Decimal => Kind::Number,
        DataType::Date | DataType::Timestamp => Kind::Time,
        DataType::List => Kind::List,
        DataType::Other(name) if name == "struct" => Kind::Struct,
        _ => Kind::Other,
    }
}

/// A time zone by its IANA name; UTC is none.
fn zone_of(name: Option<&str>) -> Result<Option<(String, TimeZone)>, Trouble> {
    let Some(name) = name.filter(|name| !name.eq_ignore_ascii_case("utc")) else { return Ok(None) };
    let zone = TimeZone::get(name).map_err(|error| {
        Trouble::asked(format!("There is no time zone `{name}`."))
            .help("Name one as `Europe/Berlin`, `Asia/Kolkata` or `UTC`.")
            .because(error)
    })?;
    let written = zone.iana_name().unwrap_or(name).to_owned();
    Ok(Some((written, zone)))
}

fn failed(failure: &footbridge_query::Failure) -> Trouble {
    let findings = match failure {
        footbridge_query::Failure::Statement(findings) => findings.clone(),
        footbridge_query::Failure::Limit(finding) | footbridge_query::Failure::Source(finding) => vec![finding.clone()],
        footbridge_query::Failure::Broken(_) => Vec::new(),
    };
    let said = run_failure(failure, "").findings.into_iter().next().map_or_else(String::new, |finding| finding.message);
    match findings.first() {
        Some(first) => {
            let trouble = Trouble::asked(first.message.clone());
            if first.help.is_empty() { trouble } else { trouble.help(first.help.join(" ")) }
        }
        None => Trouble::new(crate::Fault::Ours, said).help("`footbridge doctor` says what is missing on this machine."),
    }
}
