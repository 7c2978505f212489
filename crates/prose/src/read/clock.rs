//! Times of the day at the beginning of a line, with the day when it stands there.

use super::{date, phrase};

/// When an entry happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Grows with the day; `None` when no day is written.
    pub(crate) day: Option<u32>,
    /// Minutes since midnight; `None` when only a day is written.
    pub(crate) minutes: Option<u32>,
}

/// The time or day that a line begins with: `10:42`, `2026-05-12 10:42 UTC`, `Monday, 9 am`, `Day 2`.
pub(crate) fn leading(line: &str) -> Option<Moment> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    if let Some((minutes, _)) = time(line) {
        return Some(Moment { day: None, minutes: Some(minutes) });
    }
    let (day, length) = day(line)?;
    let rest = line[length..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = rest.strip_prefix('T').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(rest);
    let rest = phrase::end_of(rest, 0, "at").map_or(rest, |end| rest[end..].trim_start());
    Some(Moment { day: Some(day), minutes: time(rest).map(|(minutes, _)| minutes) })
}

/// A time of the day at the beginning, and its length.
pub(crate) fn time(text: &str) -> Option<(u32, usize)> {
    let hour_length = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&hour_length) {
        return None;
    }
    let mut hour: u32 = text[..hour_length].parse().ok()?;
    let rest = &text[hour_length..];
    let minute =
        rest.strip_prefix([':', '.', 'h']).and_then(|rest| rest.get(..2)).filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()));
    let mut length = hour_length + minute.map_or(0, |_| 3);
    let after = text[length..].trim_start();
    let half = ["am", "a.m", "pm", "p.m"].iter().position(|half| phrase::end_of(after, 0, half).is_some());
    if let Some(half) = half {
        length = text.len() - after.len() + 2;
        hour = hour % 12 + if half >= 2 { 12 } else { 0 };
    }
    // A number with a point and no "am" is a number.
    let is_time = half.is_some() || minute.is_some_and(|_| rest.starts_with([':', 'h']));
    let minute: u32 = minute.map_or(Some(0), |two| two.parse().ok())?;
    (is_time && hour < 24 && minute < 60).then(|| (hour * 60 + minute, text.floor_char_boundary(length)))
}

/// A day at the beginning, as a number that grows with it, and its length.
fn day(text: &str) -> Option<(u32, usize)> {
    const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word_length = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let lower = text[..word_length].to_lowercase();
    if let Some(index) = WEEKDAYS.iter().position(|day| lower == *day || (lower.starts_with(day) && lower.ends_with("day"))) {
        return Some((u32::try_from(index).ok()?, word_length));
    }
    if lower == "day" || lower == "week" {
        let rest = text[word_length..].trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = text.len() - rest.len() + digits;
        return rest[..digits].parse().ok().map(|number: u32| (number.min(1_000_000), length));
    }
    let found = date::first(text).filter(|at| at.start == 0 && !date::is_span(&text[at.clone()]))?;
    let written = text[found.clone()].to_lowercase();
    let numbers: Vec<u32> = written.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let month = MONTHS.iter().position(|month| written.contains(month)).and_then(|index| u32::try_from(index).ok());
    let ordinal = match (month, numbers.as_slice()) {
        (Some(month), [day, ..]) if *day <= 31 => month * 31 + day,
        (None, [year, month, day]) if *year > 31 => (year % 4_000) * 372 + (month % 13) * 31 + day % 32,
        (None, [day, month, year]) => (year % 4_000) * 372 + (month % 32) * 31 + day % 32,
        _ => return None,
    };
    Some((ordinal, found.end))
}

#[cfg(test)]
mod tests {
    use super::{Moment, leading};

    #[test]
    fn a_line_begins_with_a_time_or_a_day() {
        for (line, day, minutes) in [
            ("10:42 the alert fires", false, Some(642)),
            ("**09:05** paged", false, Some(545)),
            ("2026-05-12 10:42 UTC", true, Some(642)),
            ("2026-05-12T10:42Z", true, Some(642)),
            ("12 May, 10:42", true, Some(642)),
            ("Monday, 9 am: stand-up", true, Some(540)),
            ("9:30 pm", false, Some(1290)),
            ("12 am", false, Some(0)),
            ("Day 2 — reads", true, None),
            ("Tuesday", true, None),
        ] {
            let found = leading(line).unwrap_or(Moment { day: None, minutes: None });
            assert_eq!((found.day.is_some(), found.minutes), (day, minutes), "{line:?}");
        }
        for line in ["The alert at 10:42", "10 calls", "3.50 $", "Monitor", "", "25:10 x", "May we"] {
            assert_eq!(leading(line), None, "{line:?}");
        }
        assert!(leading("30 April 10:00").unwrap().day < leading("1 May 09:00").unwrap().day);
    }
}
