//! The first part of every query: rows of an export as events, or as requests.

use crate::columns::{By, Kind, Place, Reading};
use crate::sql;
use crate::zone;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What a number that stands for a time counts since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// It is no number.
    Written,
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
    /// Microseconds.
    Microseconds,
    /// Nanoseconds.
    Nanoseconds,
}

/// How times are read and shown.
#[derive(Debug, Clone)]
pub struct Clock {
    /// What a number of the time's column counts.
    pub unit: Unit,
    /// The zone of times that say none, when it is not UTC, and the first and last instant as if it were.
    pub written_in: Option<(TimeZone, Timestamp, Timestamp)>,
    /// The zone whose days and weeks are counted, by its IANA name.
    pub zone: String,
}

impl Clock {
    /// Times and days in UTC.
    pub fn utc(unit: Unit) -> Self {
        Self { unit, written_in: None, zone: "UTC".to_owned() }
    }

    /// An instant on the clock of the days that are counted.
    pub(crate) fn local(&self, instant: &str) -> String {
        match self.zone.as_str() {
            "UTC" => instant.to_owned(),
            zone => format!("to_local_time({instant} at time zone 'UTC' at time zone {})", sql::text(zone)),
        }
    }
}

/// The middle number of the time's column; its size says what it counts, and a few odd rows do not matter. NULL when it holds no numbers.
/// `None` where times are no numbers and no text that may be numbers.
pub fn unit_sql(reading: &Reading) -> Option<String> {
    if !matches!(reading.time_kind, Kind::Number | Kind::Text) {
        return None;
    }
    let each = reading.tables.iter().map(|table| format!("select abs({}) as size from {}", number(reading), sql::name(table)));
    Some(format!("select median(size) as size from ({}) as sizes\n", each.collect::<Vec<_>>().join(" union all ")))
}

/// What numbers of this size count since 1970: seconds until the year 5138, and so on.
pub fn unit_of(largest: f64) -> Unit {
    match largest {
        largest if largest < 1e11 => Unit::Seconds,
        largest if largest < 1e14 => Unit::Milliseconds,
        largest if largest < 1e17 => Unit::Microseconds,
        _ => Unit::Nanoseconds,
    }
}

/// One row: how many rows there are, how many have no user, how many no readable time, the first and the last instant.
pub fn survey_sql(reading: &Reading, clock: &Clock) -> String {
    let without = if reading.user.is_some() { "count(*) filter (where user_id is null)" } else { "0" };
    let written = written(reading, clock, &[]);
    format!(
        "with {written}\nselect count(*) as rows, {without} as without_user, count(*) filter (where at is null) as without_time, min(at) as first, max(at) as last from written\n"
    )
}

/// Names of events with how often each occurs, the most frequent first.
pub fn event_names_sql(reading: &Reading, clock: &Clock) -> String {
    format!(
        "with {}\nselect event, count(*) as events from events group by event order by events desc, event limit 1000\n",
        events(reading, clock)
    )
}

/// The tables `written`, every row, and `events`, those with a user and a time.
pub(crate) fn events(reading: &Reading, clock: &Clock) -> String {
    let mut text = written(reading, clock, &[]);
    text.push_str(",\nevents as (\n  select * from written where user_id is not null and at is not null\n)");
    text
}

/// The table `written`. `more` are further columns: name and value.
pub(crate) fn written(reading: &Reading, clock: &Clock, more: &[(&str, String)]) -> String {
    let mut columns: Vec<(String, String)> = Vec::new();
    if let Some(user) = &reading.user {
        columns.push(("user_id".to_owned(), format!("nullif(cast({user} as varchar), '')")));
    }
    if let Some(event) = &reading.event {
        columns.push(("event".to_owned(), format!("cast({event} as varchar)")));
    }
    columns.push(("at".to_owned(), instant(reading, clock)));
    columns.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    columns.extend(reading.ids.iter().enumerate().map(|(at, id)| (format!("id_{}", at + 1), id.clone())));
    let each: Vec<String> = reading.tables.iter().map(|table| one_table(reading, table, &columns)).collect();
    // A row that stands in two files is one row too.
    let union = if reading.ids.is_empty() { "\n  union all\n" } else { "\n  union\n" };
    format!("written as (\n{}\n)", each.join(union))
}

fn one_table(reading: &Reading, table: &str, columns: &[(String, String)]) -> String {
    let table = sql::name(table);
    let distinct = if reading.ids.is_empty() { "" } else { "distinct " };
    let named: Vec<String> = columns.iter().map(|(name, value)| format!("{value} as {name}")).collect();
    let named = named.join(", ");
    match &reading.by {
        None => format!("  select {distinct}{named} from {table}"),
        Some(By { found: Place::Value(value), .. }) => {
            format!("  select {distinct}{named}, coalesce(cast({value} as varchar), '(none)') as by_value from {table}")
        }
        Some(By { found: Place::Parameter { list, element, key, fields }, .. }) => {
            let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
            let names = names.join(", ");
            let values = fields.iter().map(|field| format!("cast(parameter{element}['value'][{}] as varchar)", sql::text(field)));
            let value = format!("coalesce({})", values.chain(["null".to_owned()]).collect::<Vec<_>>().join(", "));
            // A row without parameters keeps its place through the NULL that is added to each list.
            format!(
                "  select {distinct}{names}, coalesce(max(case when parameter{element}['key'] = {key} then {value} end), '(none)') as by_value\n  from (\n    select row_at, {names}, unnest(array_append(parameters, parameters[0])) as parameter\n    from (select row_number() over () as row_at, {named}, {list} as parameters from {table})\n  )\n  group by row_at, {names}",
                key = sql::text(key),
            )
        }
    }
}

/// The time's column as a number; NULL when it is none.
fn number(reading: &Reading) -> String {
    format!("try_cast({} as double)", reading.time)
}

/// When a row happened, in UTC; NULL when that cannot be read, or lies outside of the years that the engine knows, 1677 to 2262.
fn instant(reading: &Reading, clock: &Clock) -> String {
    let time = &reading.time;
    let number = number(reading);
    let whole = |function: &str, most: &str| {
        format!("cast({function}(case when abs({number}) < {most} then try_cast({time} as bigint) end) as timestamp)")
    };
    let read = match clock.unit {
        Unit::Written => format!("try_cast({time} as timestamp)"),
        Unit::Seconds => format!("cast(to_timestamp(case when abs({number}) < 9.2e9 then {number} end) as timestamp)"),
        Unit::Milliseconds => whole("to_timestamp_millis", "9.2e12"),
        Unit::Microseconds => whole("to_timestamp_micros", "9.2e15"),
        Unit::Nanoseconds => whole("to_timestamp_nanos", "9.2e18"),
    };
    match &clock.written_in {
        Some((zone, first, last)) => zone::instant(&read, zone, *first, *last),
        None => read,
    }
}
