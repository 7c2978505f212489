//! Dates as people write them: exact ones, months, quarters, and those relative to something.

use super::phrase;
use std::ops::Range;

/// The months, each by its name and the ways of shortening it.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The days of the week in the same way, from Monday.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon"],
    &["tuesday", "tues", "tue"],
    &["wednesday", "wed"],
    &["thursday", "thurs", "thu"],
    &["friday", "fri"],
    &["saturday", "sat"],
    &["sunday", "sun"],
];

/// Counted things of a calendar.
const SPANS: &[&str] = &[
    "day",
    "days",
    "working days",
    "business days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "quarters",
    "sprint",
    "sprints",
    "year",
    "years",
    "hour",
    "hours",
];

/// What a month or weekday follows when it stands alone: in "may be" nothing is a date.
const BEFORE_A_DATE: &[&str] =
    &["by", "until", "before", "in", "end of", "on", "since", "after", "from", "next", "this", "due", "mid", "early", "late", "start of"];

/// Dates that need no digits.
const NAMED: &[&str] = &[
    "today",
    "tomorrow",
    "tonight",
    "next week",
    "next month",
    "next quarter",
    "next sprint",
    "this week",
    "this month",
    "this quarter",
    "this sprint",
    "end of the week",
    "end of the month",
    "end of the quarter",
    "end of the year",
    "end of week",
    "end of month",
    "end of quarter",
    "end of year",
    "end of the sprint",
];

/// The first date.
pub(crate) fn first(text: &str) -> Option<Range<usize>> {
    dates(text).into_iter().next()
}

/// All dates, in order.
pub(crate) fn dates(text: &str) -> Vec<Range<usize>> {
    let mut dates = Vec::new();
    let mut free_from = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric() || c == '_';
        if !starts || at < free_from {
            continue;
        }
        if let Some(end) = date_at(text, at) {
            dates.push(at..end);
            free_from = end;
        }
    }
    dates
}

/// Where the date ends that begins the text.
pub(crate) fn leading(text: &str) -> Option<usize> {
    if text.starts_with(char::is_alphanumeric) { date_at(text, 0) } else { None }
}

/// Whether one of a text's dates is this day of a year, however it is written. A year that is written must be the same.
pub(crate) fn names_day(text: &str, day: (i16, u32, u32)) -> bool {
    let (year, month, day) = day;
    dates(text).into_iter().any(|at| {
        let written = &text[at];
        let numbers: Vec<u32> = written.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
        let same_year = |written: Option<&u32>| written.is_none_or(|written| i64::from(*written) == i64::from(year));
        match (month_in(written), numbers.as_slice()) {
            (Some(named), [first, rest @ ..]) => named == month && *first == day && same_year(rest.first()),
            (None, [first, second, third]) if *first > 31 => same_year(Some(first)) && *second == month && *third == day,
            (None, [first, second, third]) => same_year(Some(third)) && (*first, *second) == (day, month),
            _ => false,
        }
    })
}

/// The month that stands in a text, from 1 on.
pub(crate) fn month_in(text: &str) -> Option<u32> {
    let stands = |names: &[&str]| text.split(|c: char| !c.is_alphabetic()).any(|word| phrase::longest_at(word, 0, names).is_some());
    (1..).zip(MONTHS).find(|(_, names)| stands(names)).map(|(month, _)| month)
}

/// The day of the week that begins at a place, 0 for Monday, and where its name ends.
pub(crate) fn weekday_at(text: &str, at: usize) -> Option<(usize, usize)> {
    named_at(text, at, &WEEKDAYS)
}

/// Whether a word is the whole name of a month or of a day of the week.
pub(crate) fn is_calendar_name(word: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).filter_map(|names| names.first()).any(|name| word.eq_ignore_ascii_case(name))
}

fn named_at(text: &str, at: usize, names: &[&[&str]]) -> Option<(usize, usize)> {
    names.iter().enumerate().find_map(|(index, names)| phrase::longest_at(text, at, names).map(|end| (index, end)))
}

/// Whether a date is a length of time with its reference, as `90 days after launch`, and not a day of the calendar.
pub(crate) fn is_span(date: &str) -> bool {
    let unit = date.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    date.starts_with(|c: char| c.is_ascii_digit()) && SPANS.iter().any(|span| phrase::end_of(unit, 0, span).is_some())
}

fn date_at(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes[at].is_ascii_digit() {
        return iso(text, at).or_else(|| numeric(text, at)).or_else(|| day_first(text, at)).or_else(|| span_of_time(text, at));
    }
    if bytes[at].eq_ignore_ascii_case(&b'q') {
        return quarter(text, at);
    }
    month_first(text, at)
        .or_else(|| phrase::longest_at(text, at, NAMED))
        .or_else(|| alone(text, at, &MONTHS))
        .or_else(|| alone(text, at, &WEEKDAYS))
        .or_else(|| counted_period(text, at))
}

/// `2026-05-12`, also with a time behind it.
fn iso(text: &str, at: usize) -> Option<usize> {
    let shape = b"dddd-dd-dd";
    let bytes = text.as_bytes().get(at..at + shape.len())?;
    let fits = bytes.iter().zip(shape).all(|(byte, wanted)| if *wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted });
    let (month, day) = (text.get(at + 5..at + 7)?, text.get(at + 8..at + 10)?);
    (fits && in_range(month, 12) && in_range(day, 31)).then_some(at + shape.len())
}

/// `12/05/2026`, `12.05.2026`, `5/12`.
fn numeric(text: &str, at: usize) -> Option<usize> {
    let first = digits(text, at);
    let separator = text.get(first..)?.chars().next().filter(|c| matches!(c, '/' | '.'))?;
    let second = digits(text, first + 1);
    let day_and_month = [&text[at..first], text.get(first + 1..second)?];
    if !day_and_month.iter().all(|part| in_range(part, 31)) {
        return None;
    }
    let third = text[second..].strip_prefix(separator).map(|_| digits(text, second + 1));
    let has_year = third.is_some_and(|end| matches!(end - second - 1, 2 | 4));
    if has_year { third } else { None }
}

/// `12 May`, `12th of May 2026`.
fn day_first(text: &str, at: usize) -> Option<usize> {
    let end = digits(text, at);
    if !in_range(&text[at..end], 31) {
        return None;
    }
    let after = ["st", "nd", "rd", "th"].iter().find_map(|ending| phrase::end_of(text, end, ending)).unwrap_or(end);
    let rest = &text[after..];
    let mut month = after + (rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len());
    if let Some(of) = phrase::end_of(text, month, "of") {
        month = of + 1;
    }
    let (_, end) = named_at(text, month, &MONTHS)?;
    Some(with_year(text, end))
}

/// `May 12`, `May 12th, 2026`, `May 2026`. The month is capitalised, so that "may 5" is none.
fn month_first(text: &str, at: usize) -> Option<usize> {
    let (_, end) = named_at(text, at, &MONTHS)?;
    if !text[at..].starts_with(char::is_uppercase) {
        return None;
    }
    let end = if text[end..].starts_with('.') { end + 1 } else { end };
    let number = end + text[end..].len() - text[end..].trim_start_matches([' ', '\u{a0}', '\'', '’', ',']).len();
    let number_end = digits(text, number);
    let written = &text[number..number_end];
    if number == end {
        return None;
    }
    if is_year(written) {
        return Some(number_end);
    }
    if !in_range(written, 31) {
        return None;
    }
    let day_end = ["st", "nd", "rd", "th"].iter().find_map(|ending| phrase::end_of(text, number_end, ending)).unwrap_or(number_end);
    Some(with_year(text, day_end))
}

/// `Q3`, `Q3 2026`.
fn quarter(text: &str, at: usize) -> Option<usize> {
    let end = digits(text, at + 1);
    let is_quarter = matches!(text.get(at + 1..end), Some("1" | "2" | "3" | "4"));
    (is_quarter && !text[end..].starts_with(char::is_alphanumeric)).then(|| with_year(text, end))
}

/// `90 days after launch`, `2 weeks before`, `in 90 days`, `within 2 weeks`.
fn span_of_time(text: &str, at: usize) -> Option<usize> {
    let number = digits(text, at);
    let rest = &text[number..];
    let unit = number + (rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len());
    let end = phrase::longest_at(text, unit, SPANS)?;
    let before = text[..at].trim_end();
    let is_led = ["in", "within", "after"].iter().any(|word| ends_with_word(before, word));
    let gap = end + text[end..].len() - text[end..].trim_start().len();
    let relative = ["after", "before", "from", "later", "following", "into", "of launch", "of release", "of the launch"];
    let is_followed = relative.iter().find_map(|word| phrase::end_of(text, gap, word));
    match (is_followed, is_led) {
        (Some(end), _) => Some(end),
        (None, true) => Some(end),
        (None, false) => None,
    }
}

/// `week 6`, `day 30`, `month 3`, `sprint 14`.
fn counted_period(text: &str, at: usize) -> Option<usize> {
    let end = phrase::longest_at(text, at, &["week", "day", "month", "sprint", "weeks", "days", "months"])?;
    let number = end + text[end..].len() - text[end..].trim_start_matches([' ', '\u{a0}']).len();
    let number_end = digits(text, number);
    (number > end && number_end > number).then_some(number_end)
}

/// A month or weekday without a number, where the words before it make it a date, or where it is all there is.
fn alone(text: &str, at: usize, names: &[&[&str]]) -> Option<usize> {
    let (_, end) = named_at(text, at, names)?;
    let before = text[..at].trim_end();
    let is_led = BEFORE_A_DATE.iter().any(|word| ends_with_word(before, word));
    let is_all = before.is_empty() && text[end..].trim().is_empty();
    (text[at..].starts_with(char::is_uppercase) && (is_led || is_all)).then(|| with_year(text, end))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len()).filter(|start| text.is_char_boundary(*start));
    start.is_some_and(|start| {
        text[start..].eq_ignore_ascii_case(word) && text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
    })
}

fn with_year(text: &str, end: usize) -> usize {
    let year = end + text[end..].len() - text[end..].trim_start_matches([' ', '\u{a0}', ',']).len();
    let year_end = digits(text, year);
    if year > end && is_year(&text[year..year_end]) { year_end } else { end }
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && (written.starts_with("19") || written.starts_with("20"))
}

/// The end of the digits that begin at `at`.
fn digits(text: &str, at: usize) -> usize {
    at + text.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count())
}

fn in_range(written: &str, most: u32) -> bool {
    written.len() <= 2 && written.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::{dates, names_day};

    #[test]
    fn dates_are_found_as_people_write_them() {
        for (text, found) in [
            ("2026-05-12", vec!["2026-05-12"]),
            ("by 12 May, or 12th of May 2026.", vec!["12 May", "12th of May 2026"]),
            ("May 12, 2026 and May 2026 and Sept. 3", vec!["May 12, 2026", "May 2026", "Sept. 3"]),
            ("12.05.2026 or 12/5/26", vec!["12.05.2026", "12/5/26"]),
            ("Q3 2026, Q5, q4", vec!["Q3 2026", "q4"]),
            ("90 days after launch", vec!["90 days after"]),
            ("in 3 weeks, within 10 working days", vec!["3 weeks", "10 working days"]),
            ("week 6, Week 12, day 30", vec!["week 6", "Week 12", "day 30"]),
            ("by Friday; end of June; end of the quarter", vec!["Friday", "June", "end of the quarter"]),
            ("It may be 5 times; March on; keeps 30 days; 1.5/2.5", vec![]),
            ("May", vec!["May"]),
            ("12", vec![]),
            ("99 of 1999-13-45", vec![]),
        ] {
            let all: Vec<&str> = dates(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(all, found, "{text:?}");
        }
    }

    #[test]
    fn a_day_is_known_however_it_is_written() {
        let day = (2026, 9, 1);
        for text in ["on 1 September", "by September 1st, 2026", "the 1st of Sept. 2026", "2026-09-01", "01/09/2026"] {
            assert!(names_day(text, day), "{text}");
        }
        for text in ["2 September", "1 August", "September 2026", "11 September", "1 September 2025", "2026-09-11", "nothing"] {
            assert!(!names_day(text, day), "{text}");
        }
    }
}
