//! Numbers in digits, and what they count.

use super::{date, phrase};
use std::ops::Range;

/// One number as it is written: `3.2`, `57,600`, `43 200`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// Its digits with separators, without sign, currency and unit.
    pub(crate) range: Range<usize>,
    pub(crate) value: f64,
    /// Digits after the decimal point.
    pub(crate) decimals: u32,
}

/// Signs of currencies.
pub(crate) const CURRENCIES: [char; 6] = ['$', '€', '£', '₹', '¥', '₩'];

/// Words after a number that say nothing of what it counts.
const NOT_COUNTED: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "because", "but", "by", "for", "from", "has", "have", "if", "in", "into", "is", "it", "later",
    "more", "not", "of", "on", "only", "or", "so", "than", "that", "the", "then", "this", "to", "until", "was", "we", "were", "when",
    "which", "while", "will", "with",
];

/// Small numbers that people write as words.
const WORDS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"];

/// Whether a number stands in a text, in digits or as a word.
pub(crate) fn is_any(text: &str) -> bool {
    !numbers(text).is_empty() || phrase::holds(text, WORDS)
}

/// Whether a number in digits stands in a text that is neither a date nor a year.
pub(crate) fn is_amount(text: &str) -> bool {
    let dates = date::dates(text);
    let is_date =
        |at: &Range<usize>| dates.iter().any(|date| date.start < at.end && at.start < date.end && !date::is_span(&text[date.clone()]));
    numbers(text).iter().any(|number| !is_date(&number.range) && !is_year(text, number))
}

/// All numbers that begin at the beginning of a word: neither `v2` nor `HTTP2`.
pub(crate) fn numbers(text: &str) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = end_of_number(text, at);
        let before = text[..at].chars().next_back();
        if before.is_none_or(|c| !c.is_alphanumeric() && c != '_') {
            numbers.extend(number(text, at..end));
        }
        at = end;
    }
    numbers
}

fn number(text: &str, range: Range<usize>) -> Option<Number> {
    let digits: String = text[range.clone()].chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let value = digits.parse().ok()?;
    Some(Number { range, value, decimals: u32::try_from(decimals).unwrap_or(u32::MAX) })
}

/// Digits, then groups after a comma or a space that can only be thousands, then a decimal point with digits.
fn end_of_number(text: &str, start: usize) -> usize {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = start + digits(start);
    if end - start <= 3 {
        loop {
            let mut rest = text[end..].chars();
            let Some(separator) = rest.next().filter(|c| matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'')) else { break };
            let group = end + separator.len_utf8();
            // Indian grouping has two digits in all groups but the last: 1,20,000.
            let is_group = match digits(group) {
                3 => true,
                2 => separator == ',' && text[group + 2..].starts_with(',') && digits(group + 3) >= 2,
                _ => false,
            };
            if !is_group {
                break;
            }
            end = group + digits(group);
        }
    }
    if text[end..].starts_with('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    end
}

/// The first number that says what it counts: `3 % of calls`, `210 tickets`, `$40,000`, `1.8 million`. Dates, times and versions are none.
pub(crate) fn first_counted(text: &str) -> Option<Range<usize>> {
    counted(text).into_iter().next()
}

/// All numbers that say what they count, with their unit.
pub(crate) fn counted(text: &str) -> Vec<Range<usize>> {
    let dates = date::dates(text);
    let is_date =
        |at: &Range<usize>| dates.iter().any(|date| date.start < at.end && at.start < date.end && !date::is_span(&text[date.clone()]));
    numbers(text)
        .into_iter()
        .filter(|number| !is_date(&number.range) && !is_compound(text, &number.range))
        .filter_map(|number| {
            let unit = unit_length(&text[number.range.end..]);
            let has_currency = text[..number.range.start].trim_end().ends_with(CURRENCIES);
            ((unit > 0 && !is_year(text, &number)) || has_currency).then(|| number.range.start..number.range.end + unit)
        })
        .collect()
}

/// Part of a time, a version or an identifier: `10:30`, `1.2.3`, `2026-05-12`, `4/5`.
fn is_compound(text: &str, range: &Range<usize>) -> bool {
    let mut after = text[range.end..].chars();
    let joined_after = after.next().is_some_and(|c| matches!(c, ':' | '.' | '_')) && after.next().is_some_and(|c| c.is_ascii_digit());
    let mut before = text[..range.start].chars().rev();
    let joined_before =
        before.next().is_some_and(|c| matches!(c, ':' | '.' | '_' | '#')) && before.next().is_some_and(|c| c.is_ascii_digit());
    joined_after || joined_before || text[..range.start].ends_with('#')
}

/// `in 2026`, `since 2019`.
fn is_year(text: &str, number: &Number) -> bool {
    let looks_like_one = number.decimals == 0 && (1990.0..2100.0).contains(&number.value) && number.range.len() == 4;
    looks_like_one && follows_a_time_word(text, number.range.start)
}

fn follows_a_time_word(text: &str, at: usize) -> bool {
    let word = text[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    phrase::is_one_of(word, &["in", "since", "by", "until", "of", "from", "during", "before", "after", "year"])
}

/// Bytes after a number that name what it counts: a per cent sign, a currency, or a word; 0 when nothing does.
fn unit_length(after: &str) -> usize {
    let gap = after.len() - after.trim_start_matches([' ', '\n', '\u{a0}', '\u{202f}', '\u{2009}', '-', '+', '×']).len();
    let rest = &after[gap..];
    let Some(first) = rest.chars().next() else { return 0 };
    if matches!(first, '%' | '‰' | '°') || CURRENCIES.contains(&first) {
        return gap + first.len_utf8();
    }
    let word = rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '/' || c == 'µ').len();
    let is_unit = first.is_alphabetic() && !phrase::is_one_of(&rest[..word], NOT_COUNTED);
    if is_unit { gap + word } else { 0 }
}

/// A number beside a currency, or beside one of the units; units are lower-case words, `*` for any ending.
pub(crate) fn with_unit(text: &str, units: &[&str]) -> Option<Range<usize>> {
    numbers(text).into_iter().find_map(|number| {
        let after = &text[number.range.end..];
        let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '+']).len();
        let start = number.range.end + gap;
        let has_unit = text[start..].starts_with('%') || units.iter().any(|unit| phrase::end_of(text, start, unit).is_some());
        let has_currency = has_currency_beside(text, &number.range);
        (has_unit || has_currency).then_some(number.range)
    })
}

/// `$40`, `40 €`, `INR 40`, `40 EUR`.
pub(crate) fn has_currency_beside(text: &str, number: &Range<usize>) -> bool {
    const CODES: &[&str] = &[
        "usd", "eur", "inr", "gbp", "jpy", "chf", "aud", "cad", "sgd", "rs", "lakh", "lakhs", "crore", "crores", "dollars", "euros",
        "rupees", "pounds",
    ];
    let before = text[..number.start].trim_end();
    let after = text[number.end..].trim_start();
    let after = after.strip_prefix(['k', 'K', 'm', 'M']).unwrap_or(after).trim_start();
    let last_word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next_word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    before.ends_with(CURRENCIES)
        || after.starts_with(CURRENCIES)
        || [last_word, next_word].iter().any(|word| phrase::is_one_of(word, CODES))
}

#[cfg(test)]
mod tests {
    use super::{counted, is_amount, numbers};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, values) in [
            ("3.2 million, 57,600 and 1,20,000", vec![3.2, 57_600.0, 120_000.0]),
            ("43 200 minutes, v2, HTTP2, 10.", vec![43_200.0, 10.0]),
            ("1,2 and 12,34", vec![1.0, 2.0, 12.0, 34.0]),
            ("4.2%", vec![4.2]),
            ("", vec![]),
        ] {
            let found: Vec<f64> = numbers(text).iter().map(|number| number.value).collect();
            assert_eq!(found, values, "{text:?}");
        }
    }

    #[test]
    fn a_number_that_counts_something_says_what() {
        for (text, found) in [
            ("210 tickets a month", vec!["210 tickets"]),
            ("1.8 % of calls and $40,000", vec!["1.8 %", "40,000"]),
            ("200ms, 99.9%, 5-minute", vec!["200ms", "99.9%", "5-minute"]),
            ("On 12 May 2026 at 10:30, version 1.2.3", vec![]),
            ("since 2026 we lost 3.", vec![]),
            ("2000 requests", vec!["2000 requests"]),
            ("4 of 5 merchants", vec!["5 merchants"]),
            ("within 90 days after launch", vec!["90 days"]),
        ] {
            let all: Vec<&str> = counted(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(all, found, "{text:?}");
        }
    }

    #[test]
    fn a_year_or_a_day_is_no_amount() {
        for (text, amount) in
            [("in 2026", false), ("since 12 May 2026", false), ("2000 requests in 2026", true), ("$40", true), ("none", false)]
        {
            assert_eq!(is_amount(text), amount, "{text}");
        }
    }
}
