//! What is said of an answer: how the files were read, what was left out, and why something cannot be asked.

use super::EventFiles;
use super::files::Survey;
use crate::Trouble;
use footbridge_analytics::{Clock, Part, Reading, Unit, Unread};
use footbridge_diagnostic::{grouped, nearest};
use jiff::Timestamp;

pub(super) fn unread(unread: Unread) -> Trouble {
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
        Some(asked) if unread.is_nested => Trouble::asked(format!("`{asked}` holds several values in one, and does not say {what}."))
            .help(format!("Name one of its parts, as `{asked}.name`, or another column. The columns are {columns}.")),
        Some(asked) => {
            let trouble = Trouble::asked(format!("There is no column `{asked}` in every one of the files."));
            match nearest(asked, unread.columns.iter().map(String::as_str)) {
                Some(meant) => trouble.help(format!("Did you mean `{meant}`?")),
                None => trouble.help(format!("The columns are {columns}.")),
            }
        }
        None => Trouble::asked(format!("No column is known to say {what}."))
            .help(format!("Name it (`{option}` on the command line). The columns are {columns}.")),
    }
}

/// Why nothing can be counted, if so.
pub(super) fn unreadable(survey: &Survey, reading: &Reading) -> Option<Trouble> {
    let column = |part| told(reading, part);
    if survey.rows == 0 {
        return Some(Trouble::asked("The files hold no rows.").help("Export a time in which something happened."));
    }
    if survey.first.is_none() {
        return Some(Trouble::asked(format!("No row has a time that can be read in `{}`.", column(Part::Time))).help(
            "Choose another column, or write times as 2026-01-31 08:00:00, as 2026-01-31T08:00:00Z, or as seconds or milliseconds since 1970.",
        ));
    }
    if survey.without_user == survey.rows {
        return Some(
            Trouble::asked(format!("No row has a user in `{}`.", column(Part::User))).help("Choose another column for who did it."),
        );
    }
    None
}

pub(super) fn says(reading: &Reading, clock: &Clock, files: &EventFiles) -> Vec<String> {
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

pub(super) fn notes(survey: &Survey, reading: &Reading, clock: &Clock) -> Vec<String> {
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
    let web_began = Timestamp::from_second(631_152_000).expect("1990 is a year that can be written");
    if clock.unit != Unit::Written && survey.last.is_some_and(|last| last < web_began) {
        notes.push(format!("All times lie before 1990: `{}` may hold something else than a time since 1970.", told(reading, Part::Time)));
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
    if number == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(number)) }
}

fn told(reading: &Reading, part: Part) -> &str {
    reading.told.iter().find(|(told, _)| *told == part).map_or("", |(_, name)| name)
}
