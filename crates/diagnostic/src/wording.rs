//! How numbers and names are said in a message.

use std::fmt::Display;

/// `1 item`, `2 items`.
pub fn counted<N: Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let name = if number == N::from(1) { one } else { many };
    format!("{number} {name}")
}

/// Hours and minutes as people read them: `6 h`, `4 h 30 min`, `45 min`, with narrow no-break spaces.
pub fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{202f}min"),
        (hours, 0) => format!("{hours}\u{202f}h"),
        (hours, minutes) => format!("{hours}\u{202f}h {minutes}\u{202f}min"),
    }
}

/// Thousands set apart: `140,000`.
pub fn grouped(number: impl Display) -> String {
    let written = number.to_string();
    let digits = written.trim_start_matches('-');
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if written.starts_with('-') { format!("-{text}") } else { text }
}

/// `an owner`, `an owner and a date`, `an owner, a date and a place`.
pub fn listed<T: Into<String>>(names: impl IntoIterator<Item = T>) -> String {
    let mut names: Vec<String> = names.into_iter().map(Into::into).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// The same with a large first letter, as a sentence begins.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{counted, grouped, hours, listed, upper_first};

    #[test]
    fn minutes_become_hours_where_there_are_any() {
        assert_eq!([0, 45, 360, 270].map(hours), ["0\u{202f}min", "45\u{202f}min", "6\u{202f}h", "4\u{202f}h 30\u{202f}min"]);
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (336_776, "336,776"), (-1_000_000, "-1,000,000")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn only_the_first_letter_becomes_large() {
        for (text, sentence) in [("an API", "An API"), ("éa", "Éa"), ("ßa", "SSa"), ("1 a", "1 a"), ("", "")] {
            assert_eq!(upper_first(text), sentence);
        }
    }

    #[test]
    fn one_is_told_apart_from_none_and_many() {
        assert_eq!([0_u64, 1, 2].map(|number| counted(number, "bet is", "bets are")), ["0 bets are", "1 bet is", "2 bets are"]);
    }

    #[test]
    fn the_last_of_several_names_follows_an_and() {
        let names = ["an owner", "a date", "a place"];
        let said: Vec<String> = (0..=3).map(|count| listed(names.into_iter().take(count))).collect();
        assert_eq!(said, ["", "an owner", "an owner and a date", "an owner, a date and a place"]);
    }
}
