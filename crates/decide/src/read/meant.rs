//! What was surely meant by a figure that cannot be read. Whoever follows a wrong guess gets another order without noticing, so there is none
//! where two readings are possible, as of `10k`, `1,5` and `3 million`.

use crate::number::Number;

/// Marks between groups of digits.
const MARKS: [char; 7] = [',', '\'', '’', '_', ' ', '\u{a0}', '\u{202f}'];

/// How words begin that multiply the number before them.
const MULTIPLES: [&str; 12] = ["hundred", "thousand", "tausend", "mil", "mio", "mln", "mrd", "bil", "tril", "tsd", "lakh", "crore"];

/// `1200` for `1,200` and for `1,200 customers`.
pub(super) fn number(text: &str) -> Option<String> {
    let figure = text.rsplit_once(char::is_whitespace).filter(|(_, unit)| is_unit(unit)).map_or(text, |(figure, _)| figure.trim_end());
    ungrouped(figure).filter(|digits| Number::parse(digits).is_ok())
}

/// `2 – 3 – 6` for `2-3-6`.
pub(super) fn range(text: &str) -> Option<String> {
    let values: Vec<Number> = text.split('-').map(|value| Number::parse(value.trim()).ok()).collect::<Option<_>>()?;
    match values[..] {
        [low, likely, high] if low <= likely && likely <= high => Some(format!("{low} – {likely} – {high}")),
        _ => None,
    }
}

/// One word for what is counted, such as `weeks` or `person-days`. Short ones may stand for thousands or millions.
fn is_unit(word: &str) -> bool {
    word.to_lowercase().split('-').all(|part| {
        let is_multiple = part == "dozen" || MULTIPLES.iter().any(|multiple| part.starts_with(multiple));
        part.chars().count() >= 3 && part.chars().all(char::is_alphabetic) && !is_multiple
    })
}

/// Without the marks that stand between groups of three digits, or of two before the last three as in India.
fn ungrouped(figure: &str) -> Option<String> {
    let (whole, decimals) = figure.split_at(figure.find('.').unwrap_or(figure.len()));
    let Some(mark) = whole.chars().find(|letter| MARKS.contains(letter)) else { return Some(figure.to_owned()) };
    let groups: Vec<&str> = whole.split(mark).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return None };
    let are_of = |size: usize| first.len() <= size && middle.iter().all(|group| group.len() == size);
    let is_grouped = last.len() == 3 && (are_of(3) || mark == ',' && are_of(2)) && first.starts_with(|digit| matches!(digit, '1'..='9'));
    is_grouped.then(|| format!("{}{decimals}", groups.concat()))
}

#[cfg(test)]
mod tests {
    use super::{number, range};

    #[test]
    fn only_what_can_be_read_in_one_way_is_guessed() {
        for (text, meant) in [
            ("1,200", "1200"),
            ("1,200 customers", "1200"),
            ("1 200 000", "1200000"),
            ("1'200.5", "1200.5"),
            ("12,34,567", "1234567"),
            ("2 weeks", "2"),
            ("2.5 person-months", "2.5"),
        ] {
            assert_eq!(number(text).as_deref(), Some(meant), "{text}");
        }
        for text in [
            "10k",
            "10 k",
            "1,5",
            "1,50",
            "0,500",
            "1.234,5",
            "1,2345",
            "1,200'000",
            "3 million",
            "2 Mio",
            "2 dozen",
            "4 hundred-users",
            "3 or 4",
            "3 and a half weeks",
            "2weeks",
            "$500",
            "some",
            ",200",
            "",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn hyphens_between_three_numbers_in_order_are_a_range() {
        for (text, meant) in
            [("2-3-6", Some("2 – 3 – 6")), ("0.5-1-1", Some("0.5 – 1 – 1")), ("2-6", None), ("2026-11-30", None), ("2-3-", None)]
        {
            assert_eq!(range(text).as_deref(), meant, "{text}");
        }
    }
}
