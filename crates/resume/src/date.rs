use std::fmt;
use std::ops::Range;

/// As a résumé shows them.
pub(crate) const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date as precise as it was written: `2024`, `2024-03` or `2024-03-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    /// Month, and day with it. A day without a month cannot be written.
    month: Option<(u8, Option<u8>)>,
}

impl PartialDate {
    /// Reads `2024`, `2024-03` or `2024-03-15`; years from 1000 to 2999, as the schema of JSON Resume has them.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| (1000..3000).contains(year))?;
        let month = parts.next().map(|part| digits(part, 2).filter(|month| (1..=12).contains(month)));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let small = |number: u16| u8::try_from(number).ok();
        match (month, day) {
            (None, _) => Some(Self { year, month: None }),
            (Some(month), None) => Some(Self { year, month: Some((small(month?)?, None)) }),
            (Some(month), Some(day)) => {
                let (month, day) = (small(month?)?, small(day?)?);
                (1..=days_in(year, month)).contains(&day).then_some(Self { year, month: Some((month, Some(day))) })
            }
        }
    }

    /// Reads a date as [`Display`](fmt::Display) writes it: `2024`, `Mar 2024` or `15 Mar 2024`.
    pub(crate) fn read_shown(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let month_of = |word: &str| MONTHS.iter().position(|month| *month == word).map(|at| at + 1);
        match words[..] {
            [year] => Self::read(year),
            [month, year] => Self::read(&format!("{year}-{:02}", month_of(month)?)),
            [day, month, year] => {
                let day = day.parse::<u8>().ok()?;
                Self::read(&format!("{year}-{:02}-{day:02}", month_of(month)?))
            }
            _ => None,
        }
    }

    /// The month, from 1, when it was written.
    pub fn month(self) -> Option<u8> {
        self.month.map(|(month, _)| month)
    }

    /// The day of the month, when it was written.
    pub fn day(self) -> Option<u8> {
        self.month.and_then(|(_, day)| day)
    }

    /// Months since the year 0 at the earliest the date can mean.
    pub(crate) fn first_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month().map_or(0, |month| month - 1))
    }

    /// Months since the year 0 at the latest the date can mean.
    pub(crate) fn last_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month().map_or(11, |month| month - 1))
    }

    /// Whether this is surely before the other, whatever the parts that were not written.
    pub(crate) fn surely_before(self, other: Self) -> bool {
        let earliest = |date: Self| (date.first_month(), date.day().unwrap_or(1));
        let latest = |date: Self| (date.last_month(), date.day().unwrap_or(31));
        latest(self) < earliest(other)
    }
}

/// As a reader of a résumé expects it: `2024`, `Mar 2024`, `15 Mar 2024`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((month, day)) = self.month {
            if let Some(day) = day {
                write!(f, "{day} ")?;
            }
            write!(f, "{} ", MONTHS[usize::from(month - 1)])?;
        }
        write!(f, "{}", self.year)
    }
}

/// From when to when something was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Period {
    On(PartialDate),
    Between(PartialDate, PartialDate),
    Since(PartialDate),
}

impl Period {
    /// Reads a period as [`Display`](fmt::Display) writes it.
    pub(crate) fn read_shown(text: &str) -> Option<Self> {
        match text.split_once('–') {
            None => PartialDate::read_shown(text).map(Self::On),
            Some((start, end)) if end.trim() == "present" => PartialDate::read_shown(start).map(Self::Since),
            Some((start, end)) => Some(Self::Between(PartialDate::read_shown(start)?, PartialDate::read_shown(end)?)),
        }
    }
}

/// As a reader of a résumé expects it: `2015`, `2014 – 2018`, `Mar 2021 – present`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => write!(f, "{date}"),
            Self::Between(start, end) => write!(f, "{start} – {end}"),
            Self::Since(start) => write!(f, "{start} – present"),
        }
    }
}

/// A date and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// The date.
    pub date: PartialDate,
    /// Bytes of the file.
    pub span: Range<usize>,
}

fn digits(part: &str, length: usize) -> Option<u16> {
    let all_digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| part.parse().ok()).flatten()
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn dates_of_every_precision_are_read_and_shown() {
        for (written, shown) in [
            ("2024", Some("2024")),
            ("2024-03", Some("Mar 2024")),
            ("2024-03-15", Some("15 Mar 2024")),
            ("2024-02-29", Some("29 Feb 2024")),
            ("2023-02-29", None),
            ("2024-13", None),
            ("2024-00", None),
            ("2024-3", None),
            ("24-03", None),
            ("2024-03-15T00:00", None),
            ("2024-03-15-1", None),
            ("+024", None),
            ("", None),
            ("present", None),
        ] {
            let read = PartialDate::read(written);
            assert_eq!(read.map(|date| date.to_string()).as_deref(), shown, "{written:?}");
            assert_eq!(shown.and_then(PartialDate::read_shown), read, "{written:?}");
        }
    }

    #[test]
    fn what_is_not_written_is_not_held_against_a_date() {
        let date = |text| PartialDate::read(text).expect("a date");
        for (first, second, before) in [
            ("2023", "2024", true),
            ("2024", "2024-03", false),
            ("2024-03", "2024", false),
            ("2024-02", "2024-03-01", true),
            ("2024-03", "2024-03-15", false),
            ("2024-03-14", "2024-03-15", true),
        ] {
            assert_eq!(date(first).surely_before(date(second)), before, "{first} before {second}");
        }
    }
}
