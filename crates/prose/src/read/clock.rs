//! Times of the day at the beginning of a line, with the day when it is written there.

use super::{date, phrase};
use std::cmp::Ordering;

/// When an entry happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// `None` when no day is written.
    pub(crate) day: Option<Day>,
    /// Minutes since midnight; `None` when only a day is written.
    pub(crate) minutes: Option<u32>,
}

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// 0 for Monday.
    Weekday(usize),
    /// `Day 2`, `week 3`.
    Numbered(u32),
    /// `11/12/2026` is read with the day first or with the month first; all others have one reading, which then stands in both.
    Calendar { day_first: Option<CalendarDay>, month_first: Option<CalendarDay> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CalendarDay {
    year: Option<u32>,
    /// 1 to 12.
    month: u32,
    day: u32,
}

/// Words that may stand before a time.
const BEFORE_A_TIME: &[&str] = &["about", "around", "approx", "approximately", "circa", "ca", "at", "from", "by"];

/// What may stand between a time and its day: a zone, or "on".
const BETWEEN_TIME_AND_DAY: &[&str] =
    &["utc", "gmt", "z", "cet", "cest", "bst", "ist", "est", "edt", "cst", "cdt", "pst", "pdt", "local time", "on"];

/// Of two dates without a year, one that lies so many months back is in the next year.
const HALF_A_YEAR: u32 = 6;

impl Moment {
    /// Whether it certainly happened before another one that is told earlier. An entry without a day is on the day of the one before, which
    /// the caller has filled in.
    pub(crate) fn is_before(self, earlier: Self) -> bool {
        match (earlier.day, self.day) {
            (Some(earlier_day), Some(day)) => match earlier_day.order_of(day) {
                Some(Ordering::Less) => true,
                Some(Ordering::Equal) => self.minutes < earlier.minutes,
                Some(Ordering::Greater) | None => false,
            },
            (None, None) => self.minutes < earlier.minutes,
            // The first day that is written comes after entries that name none.
            _ => false,
        }
    }
}

impl Day {
    /// How a day that is told later stands to this one; `None` when nothing says so, as of two weekdays that lie further apart.
    fn order_of(self, later: Self) -> Option<Ordering> {
        match (self, later) {
            // Tuesday after Friday is in the next week; Thursday after Friday is hardly.
            (Self::Weekday(this), Self::Weekday(later)) if later == this => Some(Ordering::Equal),
            (Self::Weekday(this), Self::Weekday(later)) => (later + 1 == this).then_some(Ordering::Less),
            (Self::Numbered(this), Self::Numbered(later)) => Some(later.cmp(&this)),
            (
                Self::Calendar { day_first: this, month_first: this_other },
                Self::Calendar { day_first: later, month_first: later_other },
            ) => {
                let order = |this: Option<CalendarDay>, later: Option<CalendarDay>| Some(this?.order_of(later?));
                order(this, later).max(order(this_other, later_other))
            }
            _ => None,
        }
    }
}

impl CalendarDay {
    fn order_of(self, later: Self) -> Ordering {
        match (self.year, later.year) {
            (Some(this), Some(year)) => (year, later.month, later.day).cmp(&(this, self.month, self.day)),
            _ if later.month + HALF_A_YEAR <= self.month => Ordering::Greater,
            _ => (later.month, later.day).cmp(&(self.month, self.day)),
        }
    }
}

/// The time or day that a line begins with: `10:42`, `2026-05-12 10:42 UTC`, `Tue 12 Nov 2026, 10:42`, `10:42 (12 Nov)`, `Monday, 9 am`,
/// `Day 2`.
pub(crate) fn leading(line: &str) -> Option<Moment> {
    let line = behind_marks(line);
    let line = phrase::longest_at(line, 0, BEFORE_A_TIME).map_or(line, |end| behind_marks(&line[end..]));
    if let Some((minutes, length)) = time(line) {
        return Some(Moment { day: day_behind(&line[length..]), minutes: Some(minutes) });
    }
    let (day, length) = day(line)?;
    let rest = behind_marks(&line[length..]);
    let rest = rest.strip_prefix('T').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(rest);
    let rest = phrase::longest_at(rest, 0, BEFORE_A_TIME).map_or(rest, |end| behind_marks(&rest[end..]));
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

/// A day at the beginning, and the length of what is written. A weekday before a date says nothing more than the date.
fn day(text: &str) -> Option<(Day, usize)> {
    if let Some((weekday, length)) = date::weekday_at(text, 0) {
        let rest = behind_marks(&text[length..]);
        let dated = calendar(rest).map(|(day, end)| (day, text.len() - rest.len() + end));
        return Some(dated.unwrap_or((Day::Weekday(weekday), length)));
    }
    if let Some(length) = phrase::longest_at(text, 0, &["day", "week"]) {
        let rest = text[length..].trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest[..digits].parse().ok()?;
        return Some((Day::Numbered(number), text.len() - rest.len() + digits));
    }
    calendar(text)
}

/// The day that follows a time: `14:05 (12 Nov)`, `14:05 UTC on 12 November 2026`, `14:05 (Mon)`.
fn day_behind(rest: &str) -> Option<Day> {
    // The seconds, and words of the zone.
    let mut rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    while let Some(end) = phrase::longest_at(behind_marks(rest), 0, BETWEEN_TIME_AND_DAY) {
        rest = &behind_marks(rest)[end..];
    }
    let is_bracketed = rest.trim_start().starts_with(['(', '[']);
    let rest = behind_marks(rest);
    let Some((weekday, end)) = date::weekday_at(rest, 0) else { return calendar(rest).map(|(day, _)| day) };
    let behind = rest[end..].trim_start();
    // "Mon 12 May" is that date; in "Monday's release" and "Sun servers" no day is meant.
    let stands_alone = is_bracketed || !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    let is_name = rest.starts_with(char::is_uppercase);
    calendar(behind_marks(behind)).map(|(day, _)| day).or_else(|| (stands_alone && is_name).then_some(Day::Weekday(weekday)))
}

/// A date of the calendar at the beginning, and its length.
fn calendar(text: &str) -> Option<(Day, usize)> {
    let end = date::leading(text).filter(|end| !date::is_span(&text[..*end]))?;
    let written = &text[..end];
    let numbers: Vec<u32> = written.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let month = date::month_in(written);
    let one = |year, month, day| {
        let day = calendar_day(year, month, day);
        (day, day)
    };
    let (day_first, month_first) = match (month, numbers.as_slice()) {
        (Some(month), [day]) => one(None, month, *day),
        (Some(month), [day, year]) => one(Some(*year), month, *day),
        (None, [year, month, day]) if *year > 31 => one(Some(*year), *month, *day),
        (None, [first, second, year]) => (calendar_day(Some(*year), *second, *first), calendar_day(Some(*year), *first, *second)),
        _ => return None,
    };
    (day_first.is_some() || month_first.is_some()).then_some((Day::Calendar { day_first, month_first }, end))
}

/// `None` for a day that no month has. Years of two digits are of this century.
fn calendar_day(year: Option<u32>, month: u32, day: u32) -> Option<CalendarDay> {
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(CalendarDay { year, month, day })
}

fn behind_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{Moment, leading};

    #[test]
    fn a_line_begins_with_a_time_or_a_day() {
        for (line, day, minutes) in [
            ("10:42 the alert fires", false, Some(642)),
            ("**09:05** paged", false, Some(545)),
            ("~09:05 UTC: paged", false, Some(545)),
            ("Around 09:05 somebody notices", false, Some(545)),
            ("2026-05-12 10:42 UTC", true, Some(642)),
            ("2026-05-12T10:42Z", true, Some(642)),
            ("12 May, 10:42", true, Some(642)),
            ("Monday, 9 am: stand-up", true, Some(540)),
            ("Tue 12 Nov 2026 14:05 the alert fires", true, Some(845)),
            ("Tuesday, 12 November 2026, at 14:05 UTC", true, Some(845)),
            ("Tues. Nov 12 14:05", true, Some(845)),
            ("Nov 12, 2026 14:05", true, Some(845)),
            ("12/11/2026 14:05", true, Some(845)),
            ("14:05 (12 Nov 2026) the alert fires", true, Some(845)),
            ("14:05:33 UTC on Tue 12 Nov", true, Some(845)),
            ("9:30 pm", false, Some(1290)),
            ("12 am", false, Some(0)),
            ("Day 2 — reads", true, None),
            ("Tuesday", true, None),
        ] {
            let found = leading(line).unwrap_or(Moment { day: None, minutes: None });
            assert_eq!((found.day.is_some(), found.minutes), (day, minutes), "{line:?}");
        }
        for line in ["The alert at 10:42", "10 calls", "3.50 $", "Monitor", "", "25:10 x", "May we", "By then it is over"] {
            assert_eq!(leading(line), None, "{line:?}");
        }
    }

    #[test]
    fn days_are_compared_as_far_as_they_can_be() {
        for (earlier, later) in [
            ("30 April 10:00", "1 May 09:00"),
            ("31 Dec 2026 23:50", "1 Jan 2027 00:05"),
            ("31 Dec 23:50", "1 Jan 00:05"),
            ("Thu 31 Dec 2026 23:50", "Fri 1 Jan 2027 00:05"),
            ("Sunday 23:50", "Monday 00:05"),
            ("Monday 10:00", "Friday 09:00"),
            ("Friday 10:00", "Tuesday 09:00"),
            ("Saturday 10:00", "Wednesday 09:00"),
            ("23:50 (Mon)", "00:05 (Tue)"),
            ("23:50 UTC on Monday: it fails", "00:05 UTC on Tuesday: it works"),
            ("Monday 09:50", "10:05 Sunday's release"),
            ("11/30/2026 23:50", "12/01/2026 00:05"),
            ("30/11/2026 23:50", "01/12/2026 00:05"),
            ("12 Nov 2026 23:50", "Fri 00:05"),
            ("12 Nov 2026 23:50", "13 Nov 00:05"),
            ("23:50 (12 Nov 2026)", "00:05 (13 Nov 2026)"),
            ("Day 1, 23:50", "Day 2, 00:05"),
        ] {
            let moments = [earlier, later].map(|line| leading(line).expect("a time"));
            assert!(!moments[1].is_before(moments[0]), "{earlier}, then {later}");
        }
        for (later, earlier) in [
            ("Tue 12 Nov 2026 14:05", "Tue 12 Nov 2026 14:00"),
            ("12 Nov 2026 14:05", "12 Oct 2026 14:05"),
            ("1 Jan 2027 00:05", "31 Dec 2026 23:50"),
            ("Thursday 10:00", "Wednesday 11:00"),
            ("13/11/2026 10:00", "12/11/2026 11:00"),
            ("23:50 (Tue)", "23:55 (Mon)"),
            ("10:00", "09:59"),
        ] {
            let moments = [later, earlier].map(|line| leading(line).expect("a time"));
            assert!(moments[1].is_before(moments[0]), "{later}, then {earlier}");
        }
    }
}
