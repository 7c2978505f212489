//! Product and API analytics on anybody's own events. No learner's folder is needed.

use crate::files::sources;
use crate::view::{AnalyticsView, RunView};
use crate::view_sql::run_failure;
use crate::{App, Trouble};
use footbridge_analytics::{Api, Clock, Column, Kind, Part, Reading, Table, Unit, Unread, read};
use footbridge_analytics::{event_names_sql, survey_sql, unit_of, unit_sql};
use footbridge_diagnostic::nearest;
use footbridge_query::{DataType, TableSchema};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use footbridge_analytics::{
    Body as ChartBody, Cohort, Funnel, LONGEST_FUNNEL, MOST_PERIODS, Names, Period, Question, Retention, Returning, Whole,
};

/// What is wanted of the events.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// A question about users.
    Users(Question),
    /// How an API answers; columns named by hand.
    Api {
        /// The HTTP status.
        status: Option<String>,
        /// The time an answer took, in milliseconds.
        latency: Option<String>,
        /// The key or client that asked.
        key: Option<String>,
        /// For each day, week or month by itself.
        per: Option<Period>,
    },
}

/// How the files are to be read.
#[derive(Debug, Clone, Default)]
pub struct EventFiles {
    /// The files, each a table; `NAME=PATH` names it.
    pub paths: Vec<String>,
    /// Columns named by hand.
    pub names: Names,
    /// Zone whose days are counted; UTC when there is none.
    pub zone: Option<String>,
    /// Zone of times that say none; UTC when there is none.
    pub times_in: Option<String>,
}

/// What a look at all rows found.
struct Survey {
    rows: u64,
    without_user: u64,
    without_time: u64,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
}

impl App {
    /// Writes the query for a question and, unless only the query is wanted, runs it.
    pub fn analyse(&self, files: &EventFiles, wanted: &Wanted, run: bool) -> Result<AnalyticsView, Trouble> {
        let table = self.event_table(&files.paths)?;
        let needs: &[Part] = match wanted {
            Wanted::Users(_) => &[Part::User, Part::Time, Part::Event],
            Wanted::Api { .. } => &[Part::Time],
        };
        let mut reading = read(&table, &files.names, needs).map_err(unread)?;
        let question = match wanted {
            Wanted::Users(question) => question.clone(),
            Wanted::Api { status, latency, key, per } => {
                let (api, told) = Api::read(&table, status.as_deref(), latency.as_deref(), key.as_deref(), *per).map_err(unread)?;
                reading.told.extend(told);
                Question::Api(api)
            }
        };
        self.look_for_parts(files, &mut reading)?;
        let (clock, survey) = self.clock_of(files, &reading)?;
        self.look_for_events(files, &reading, &clock, &question)?;
        let sql = question.sql(&reading, &clock);
        let says = says(&reading, &clock, files);
        let notes = notes(&survey, &reading);
        if !run {
            return Ok(AnalyticsView { says, notes, sql, rows: None, findings: Vec::new(), fault: String::new(), chart: None });
        }
        let RunView { rows, findings, fault, .. } = self.query_files(&files.paths, &sql)?;
        let columns = rows.as_ref().map(|rows| rows.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>());
        let chart = rows.as_ref().zip(columns).map(|(rows, columns)| footbridge_analytics::Chart::of(&question, &columns, &rows.rows));
        Ok(AnalyticsView { says, notes, sql, rows, findings, fault, chart })
    }

    /// The columns that all files share.
    fn event_table(&self, paths: &[String]) -> Result<Table, Trouble> {
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
    fn look_for_parts(&self, files: &EventFiles, reading: &mut Reading) -> Result<(), Trouble> {
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
                    "Name one that is there with {}; `footbridge sql --data FILE \"select * from … limit 5\"` shows rows.",
                    part.option()
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

    fn clock_of(&self, files: &EventFiles, reading: &Reading) -> Result<(Clock, Survey), Trouble> {
        let zone = zone_of(files.zone.as_deref())?;
        let written_in = zone_of(files.times_in.as_deref())?;
        let unit = match unit_sql(reading) {
            Some(sql) => unit_of(self.one_row(files, &sql)?.first().and_then(|cell| cell.as_deref()?.parse().ok()).unwrap_or(0.0)),
            None => Unit::Written,
        };
        let mut clock = Clock { zone: zone.map_or_else(|| "UTC".to_owned(), |(name, _)| name), ..Clock::utc(unit) };
        let survey = self.survey(files, reading, &clock)?;
        let Some((_, zone)) = written_in else { return Ok((clock, survey)) };
        if let (Some(first), Some(last)) = (survey.first, survey.last) {
            clock.written_in = Some((zone, first, last));
        }
        let survey = self.survey(files, reading, &clock)?;
        Ok((clock, survey))
    }

    fn survey(&self, files: &EventFiles, reading: &Reading, clock: &Clock) -> Result<Survey, Trouble> {
        let row = self.one_row(files, &survey_sql(reading, clock))?;
        let number = |at: usize| row.get(at).and_then(|cell| cell.as_deref()?.parse().ok()).unwrap_or(0);
        let instant = |at: usize| row.get(at).and_then(|cell| format!("{}Z", cell.as_deref()?.replace(' ', "T")).parse().ok());
        Ok(Survey { rows: number(0), without_user: number(1), without_time: number(2), first: instant(3), last: instant(4) })
    }

    /// A step that never happens is nearly always a name that was typed wrong.
    fn look_for_events(&self, files: &EventFiles, reading: &Reading, clock: &Clock, question: &Question) -> Result<(), Trouble> {
        let asked: Vec<&String> = match question {
            Question::Funnel(funnel) => funnel.steps.iter().collect(),
            Question::Retention(retention) => retention.begin.iter().chain(&retention.back).collect(),
            Question::Cohort(cohort) => cohort.begin.iter().collect(),
            Question::Api(_) => Vec::new(),
        };
        if asked.is_empty() {
            return Ok(());
        }
        let run = self.query_files(&files.paths, &event_names_sql(reading, clock))?;
        let Some(rows) = run.rows else { return Ok(()) };
        let known: Vec<&str> = rows.rows.iter().filter_map(|row| row.first()?.as_deref()).collect();
        match asked.into_iter().find(|event| !known.contains(&event.as_str()) && known.len() < 1000) {
            None => Ok(()),
            Some(event) => {
                let trouble = Trouble::asked(format!("There is no event `{event}` of any user in these files."));
                let most = known.iter().take(8).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                Err(match nearest(event, known.iter().copied()) {
                    Some(meant) => trouble.help(format!("Did you mean `{meant}`? The most frequent are {most}.")),
                    None => trouble.help(format!("The most frequent are {most}.")),
                })
            }
        }
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

fn unread(unread: Unread) -> Trouble {
    let what = match unread.part {
        Part::User => "who did it",
        Part::Time => "when it happened",
        Part::Event => "what happened",
        Part::Id => "what makes a row one of a kind",
        Part::By => "by what to tell rows apart",
        Part::Status => "the HTTP status",
        Part::Latency => "how long the answer took",
        Part::Key => "which key asked",
    };
    let option = unread.part.option();
    let columns = unread.columns.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match &unread.asked {
        Some(asked) => {
            let trouble = Trouble::asked(format!("There is no column `{asked}` in every one of the files."));
            match nearest(asked, unread.columns.iter().map(String::as_str)) {
                Some(meant) => trouble.help(format!("Did you mean `{meant}`?")),
                None => trouble.help(format!("The columns are {columns}.")),
            }
        }
        None => {
            Trouble::asked(format!("No column is known to say {what}.")).help(format!("Name it with {option}. The columns are {columns}."))
        }
    }
}

fn says(reading: &Reading, clock: &Clock, files: &EventFiles) -> Vec<String> {
    let word = |part: &Part| match part {
        Part::User => "user",
        Part::Time => "time",
        Part::Event => "event",
        Part::By => "told apart by",
        Part::Id => "one of a kind by",
        Part::Status => "status",
        Part::Latency => "milliseconds",
        Part::Key => "key",
    };
    let columns: Vec<String> = reading.told.iter().map(|(part, name)| format!("{} `{name}`", word(part))).collect();
    let unit = match clock.unit {
        Unit::Written => "",
        Unit::Seconds => ", counted in seconds since 1970",
        Unit::Milliseconds => ", counted in milliseconds since 1970",
        Unit::Microseconds => ", counted in microseconds since 1970",
        Unit::Nanoseconds => ", counted in nanoseconds since 1970",
    };
    let written = files.times_in.as_deref().unwrap_or("UTC");
    vec![
        reading.shape.says().to_owned(),
        format!("Read: {}{unit}.", columns.join(", ")),
        format!("Times that name no zone are taken as {written}; days and weeks are those of {}, and weeks begin on Monday.", clock.zone),
    ]
}

fn notes(survey: &Survey, reading: &Reading) -> Vec<String> {
    let mut notes = Vec::new();
    match (survey.first, survey.last) {
        (Some(first), Some(last)) => {
            notes.push(format!(
                "{} from {} to {} UTC.",
                rows(survey.rows),
                first.strftime("%Y-%m-%d %H:%M"),
                last.strftime("%Y-%m-%d %H:%M")
            ));
        }
        _ => notes.push("No row has a time that can be read.".to_owned()),
    }
    if survey.without_user > 0 {
        notes.push(format!("Left out, without a user in `{}`: {}.", told(reading, Part::User), rows(survey.without_user)));
    }
    if survey.without_time > 0 {
        let time = told(reading, Part::Time);
        notes.push(format!("Left out, without a time that can be read in `{time}`: {}.", rows(survey.without_time)));
    }
    notes
}

fn rows(number: u64) -> String {
    if number == 1 { "1 row".to_owned() } else { format!("{number} rows") }
}

fn told(reading: &Reading, part: Part) -> &str {
    reading.told.iter().find(|(told, _)| *told == part).map_or("", |(_, name)| name)
}
