//! Dates as exports write them. What can be read two ways is told, not guessed.

use crate::fold::folded;
use jiff::civil::Date;

/// Which number stands first in `3/4/24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// What a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReadDate {
    /// One day. `shows` is set when numbers alone gave it and so show the order in use.
    Day { date: Date, shows: Option<Order> },
    /// Two days, depending on the order.
    TwoWays { day_first: Date, month_first: Date },
    /// No date that we know how to read.
    Unreadable,
}

impl ReadDate {
    /// The day under an order.
    pub(crate) fn under(self, order: Order) -> Option<Date> {
        match (self, order) {
            (Self::Day { date, .. }, _) => Some(date),
            (Self::TwoWays { day_first, .. }, Order::DayFirst) => Some(day_first),
            (Self::TwoWays { month_first, .. }, Order::MonthFirst) => Some(month_first),
            (Self::Unreadable, _) => None,
        }
    }
}

/// Longer text is no date.
const LONGEST: usize = 60;
/// Exports carry dates of people's lives; other years are numbers of another kind.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2100;

/// Months in English, German, French, Spanish, Portuguese, Italian and Dutch, by the beginnings that no other month shares, folded.
const MONTHS: [(u8, &[&str]); 12] = [
    (1, &["jan", "ene", "gen"]),
    (2, &["feb", "fev"]),
    (3, &["mar", "maart", "mrt"]),
    (4, &["apr", "avr", "abr"]),
    (5, &["may", "mai", "mei", "mag"]),
    (6, &["jun", "juin", "giu"]),
    (7, &["jul", "juil", "lug"]),
    (8, &["aug", "aou", "ago"]),
    (9, &["sep", "set"]),
    (10, &["oct", "okt", "out", "ott"]),
    (11, &["nov"]),
    (12, &["dec", "dez", "dic"]),
];

/// Words that stand in dates and say nothing: ordinals, "de", and marks of a time zone or half of the day.
const EMPTY_WORDS: [&str; 15] = ["st", "nd", "rd", "th", "de", "del", "di", "of", "er", "t", "z", "am", "pm", "utc", "gmt"];

/// Reads one date.
pub(crate) fn read_date(text: &str) -> ReadDate {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return ReadDate::Unreadable;
    }
    let folded = folded(text);
    let Some(parts) = parts(date_only(&folded)) else { return ReadDate::Unreadable };
    let numbers: Vec<&str> = parts.iter().filter_map(|part| if let Part::Number(digits) = part { Some(*digits) } else { None }).collect();
    let months: Vec<u8> = parts.iter().filter_map(|part| if let Part::Month(month) = part { Some(*month) } else { None }).collect();
    let date = match (months.as_slice(), numbers.as_slice()) {
        ([], [y, m, d]) if y.len() == 4 => day(y, number(m), number(d)),
        ([], [a, b, y]) => return two_ways(number(a), number(b), y),
        ([month], [y, d]) if y.len() == 4 => day(y, Some(*month), number(d)),
        ([month], [d, y]) => day(y, Some(*month), number(d)),
        _ => None,
    };
    date.map_or(ReadDate::Unreadable, |date| ReadDate::Day { date, shows: None })
}

/// Cuts a time of day off: what follows the first stretch with a colon in it, or a `T` between digits.
fn date_only(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = &text[..colon];
    let cut = before.rfind(|letter: char| letter == 't' || letter.is_whitespace());
    cut.map_or(before, |cut| &before[..cut])
}

enum Part<'a> {
    Number(&'a str),
    Month(u8),
}

/// Numbers and months in order; `None` when another word stands between them.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        if !is_digit && !first.is_alphabetic() {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let same = |letter: char| if is_digit { letter.is_ascii_digit() } else { letter.is_alphabetic() };
        let end = rest.find(|letter| !same(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if is_digit {
            parts.push(Part::Number(word));
        } else if !EMPTY_WORDS.contains(&word) && !word.chars().all(|letter| matches!(letter, '年' | '月' | '日')) {
            let month = MONTHS.iter().find(|(_, beginnings)| beginnings.iter().any(|beginning| word.starts_with(beginning)))?;
            parts.push(Part::Month(month.0));
        }
    }
    Some(parts)
}

fn two_ways(first: Option<u8>, second: Option<u8>, year: &str) -> ReadDate {
    let day_first = day(year, second, first);
    let month_first = day(year, first, second);
    match (day_first, month_first) {
        // 5/5/24 is the same day either way, and shows nothing.
        (Some(a), Some(b)) if a == b => ReadDate::Day { date: a, shows: None },
        (Some(day_first), Some(month_first)) => ReadDate::TwoWays { day_first, month_first },
        (Some(date), None) => ReadDate::Day { date, shows: Some(Order::DayFirst) },
        (None, Some(date)) => ReadDate::Day { date, shows: Some(Order::MonthFirst) },
        (None, None) => ReadDate::Unreadable,
    }
}

fn day(year: &str, month: Option<u8>, day: Option<u8>) -> Option<Date> {
    let number: i16 = year.parse().ok()?;
    let year = match year.len() {
        4 => number,
        2 => 2000 + number,
        _ => return None,
    };
    let date = Date::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()?;
    YEARS.contains(&date.year()).then_some(date)
}

fn number(digits: &str) -> Option<u8> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_day_however_it_is_written() {
        for text in [
            "15 Mar 2024",
            "15-Mar-24",
            "15 March 2024",
            "March 15th, 2024",
            "Mar 15, 2024",
            "15. März 2024",
            "15 mars 2024",
            "15 de marzo de 2024",
            "15 de março de 2024",
            "15 marzo 2024",
            "15 maart 2024",
            "15 mrt. 2024",
            "2024-03-15",
            "2024/3/15",
            "2024-03-15T10:11:12Z",
            "2024-03-15 10:11:12 UTC",
            "2024 Mar 15",
            "3/15/24",
            "3/15/24, 10:11 AM",
            "15/03/2024",
            "15.3.2024",
            "2024年3月15日",
            " 15  Mar  2024 ",
        ] {
            let read = read_date(text);
            assert!(matches!(read, ReadDate::Day { date: day, .. } if day == date(2024, 3, 15)), "{text}: {read:?}");
        }
    }

    #[test]
    fn the_order_is_shown_by_a_number_above_twelve_alone() {
        for (text, shows) in
            [("3/15/24", Some(Order::MonthFirst)), ("15/3/24", Some(Order::DayFirst)), ("5/5/24", None), ("2024-03-15", None)]
        {
            assert!(matches!(read_date(text), ReadDate::Day { shows: shown, .. } if shown == shows), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_is_not_guessed() {
        let read = read_date("3/4/24");
        assert_eq!(read, ReadDate::TwoWays { day_first: date(2024, 4, 3), month_first: date(2024, 3, 4) });
        assert_eq!(read.under(Order::DayFirst), Some(date(2024, 4, 3)));
        assert_eq!(read.under(Order::MonthFirst), Some(date(2024, 3, 4)));
    }

    #[test]
    fn other_text_is_no_date() {
        for text in [
            "",
            "soon",
            "2024",
            "Mar 2024",
            "31 Feb 2024",
            "13/13/24",
            "45366",
            "15 Foo 2024",
            "15 Mar 20245",
            "0/1/24",
            "15 Mar 1024",
            "1 2 3 4",
        ] {
            assert_eq!(read_date(text), ReadDate::Unreadable, "{text}");
        }
    }
}
