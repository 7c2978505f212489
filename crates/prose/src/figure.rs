//! A figure as a text writes it, and whether it agrees with the true one.

use std::ops::Range;

/// Words and signs behind a number that say it is in per cent; longer ones first.
const PER_CENT: [&str; 5] = ["percentage points", "per cent", "percent", "%", "pp"];

/// Words behind a number that multiply it, and letters that stand right behind its last digit.
const SCALES: [(&str, f64); 7] =
    [("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("lakh", 1e5), ("crore", 1e7), ("k", 1e3), ("M", 1e6)];

/// Before a figure that ends in zeros they say that the zeros are rounded.
const ABOUT: [&str; 11] = ["approximately", "roughly", "around", "almost", "nearly", "about", "circa", "some", "ca.", "≈", "~"];

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As it is written, with its sign of per cent or its thousands.
    pub written: String,
    /// Whether a word before it, as “about”, says that the zeros at its end are rounded.
    pub is_rounded: bool,
    /// Its bytes.
    pub span: Range<usize>,
}

impl Figure {
    /// The figure that ends right before a place.
    pub(crate) fn before(text: &str, place: usize) -> Option<Self> {
        let span = span_before(text, place)?;
        Some(Self { written: text[span.clone()].to_owned(), is_rounded: says_about(&text[..span.start]), span })
    }

    /// Whether it agrees with the true one: rounded to the decimals that are written, or behind a word like “about” to the last digit that is no
    /// zero, it is the same. A sign of per cent changes nothing of it: who knows that a column holds shares hands their hundredfold in.
    pub fn agrees(&self, truth: f64) -> bool {
        agrees(&self.written, self.is_rounded, truth)
    }

    /// Whether it is written in per cent.
    pub fn is_in_per_cent(&self) -> bool {
        without_sign(&self.written).is_some()
    }
}

/// The figure that ends right before a place: digits with separators, maybe in per cent or with its thousands in words, then white space on
/// the same line, and maybe the bracket in which the reference stands.
fn span_before(text: &str, place: usize) -> Option<Range<usize>> {
    let before = text[..place].trim_end_matches(is_gap);
    let before = before.strip_suffix('(').unwrap_or(before).trim_end_matches(is_gap);
    // A figure in bold or italics is one too.
    let before = before.trim_end_matches(['*', '_']).trim_end_matches(is_gap);
    let end = before.len();
    let number = without_sign(before).unwrap_or(before);
    let number = without_scale(number).map_or(number, |(number, _)| number);
    let number = number.trim_end_matches(['*', '_']);
    let mut start = number.len();
    for (at, c) in number.char_indices().rev() {
        let belongs = c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{2212}') || (is_gap(c) && is_thousand(number, at, c));
        if !belongs {
            break;
        }
        start = at;
    }
    let lead =
        number[start..].len() - number[start..].trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-' && c != '\u{2212}').len();
    // A hyphen behind a letter joins a word: in `sql-5` nothing is negative.
    let start = start + lead;
    let joins = number[..start].ends_with(char::is_alphanumeric);
    let start = if joins { number.len() - number[start..].trim_start_matches(['-', '\u{2212}']).len() } else { start };
    (number[start..].contains(|c: char| c.is_ascii_digit()) && !number[..start].ends_with(char::is_alphanumeric)).then_some(start..end)
}

/// Whether a text ends in a word that says the figure behind it is rounded.
fn says_about(before: &str) -> bool {
    let before = before.trim_end_matches(['*', '_']).trim_end_matches(is_gap);
    ABOUT.iter().any(|word| {
        let start = before.len().saturating_sub(word.len());
        let stands = before.get(start..).is_some_and(|there| there.eq_ignore_ascii_case(word));
        stands && !before[..start].ends_with(char::is_alphanumeric)
    })
}

/// A number without the sign of per cent behind it.
fn without_sign(number: &str) -> Option<&str> {
    PER_CENT.iter().find_map(|sign| number.strip_suffix(sign)).map(|number| number.trim_end_matches(is_gap))
}

/// A number without its thousands in words, and how much they make of it.
fn without_scale(number: &str) -> Option<(&str, f64)> {
    SCALES.iter().find_map(|(word, scale)| {
        let number = number.strip_suffix(word)?;
        let bare = number.trim_end_matches(is_gap);
        let stands = bare.trim_end_matches(['*', '_']).ends_with(|c: char| c.is_ascii_digit()) && (word.len() > 1 || bare == number);
        stands.then_some((bare, *scale))
    })
}

/// Spaces that may stand within a line.
pub(crate) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether a space separates thousands: one to three digits before it and exactly three behind it.
fn is_thousand(number: &str, at: usize, gap: char) -> bool {
    let behind = &number[at + gap.len_utf8()..];
    let digits_behind = behind.bytes().take_while(u8::is_ascii_digit).count();
    let digits_before = number[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
    digits_behind == 3 && (1..=3).contains(&digits_before)
}

fn agrees(written: &str, is_rounded: bool, truth: f64) -> bool {
    let bare = without_sign(written).unwrap_or(written);
    let scale = without_scale(bare).map_or(1.0, |(_, scale)| scale);
    let digits: String = point_for_comma(written).chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect();
    let digits = if written.contains('\u{2212}') { format!("-{digits}") } else { digits };
    let Ok(number) = digits.parse::<f64>() else { return false };
    let last = match digits.split_once('.') {
        Some((_, decimals)) => -i32::try_from(decimals.len()).unwrap_or(i32::MAX),
        None if is_rounded && number != 0.0 => i32::try_from(digits.len() - digits.trim_end_matches('0').len()).unwrap_or(i32::MAX),
        None => 0,
    };
    let unit = 10_f64.powi(last) * scale;
    // Half a unit of the last digit, and a little for what binary fractions cannot hold.
    (number * scale - truth).abs() <= unit / 2.0 * (1.0 + 1e-9) + truth.abs() * 1e-12
}

/// `4,2` is 4.2 where a comma stands for the point: it is the only one, and one or two digits follow it.
fn point_for_comma(written: &str) -> String {
    let after = written.split_once(',').map_or("", |(_, after)| after);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let is_point = (1..=2).contains(&digits) && !after[digits..].contains(',') && !written.contains('.');
    if is_point { written.replace(',', ".") } else { written.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Figure, agrees};

    #[test]
    fn rounding_is_no_lie() {
        for (written, truth) in [
            ("4.2 %", 4.24),
            ("4.2%", 4.15),
            ("4.2", 4.249),
            ("1,204", 1204.0),
            ("-3", -3.4),
            ("\u{2212}3", -2.6),
            ("0.5", 0.45),
            ("4.2 per cent", 4.2),
            ("4,2 %", 4.2),
            ("43 200", 43_200.0),
            ("1,20,000", 120_000.0),
            ("4.6 thousand", 4_649.0),
            ("**1.2** million", 1_150_001.0),
            ("12k", 11_500.0),
            ("3 lakh", 300_000.0),
        ] {
            assert!(agrees(written, false, truth), "{written} for {truth}");
        }
        for (written, truth) in [
            ("4.2 %", 0.042),
            ("0.44 %", 0.0044),
            ("4.20", 4.21),
            ("1204", 1205.0),
            ("4,600", 4_564.0),
            ("4.2", 0.042),
            ("-3", 3.0),
            ("", 0.0),
            ("%", 0.0),
            ("4", f64::NAN),
            ("1,204", 1.204),
            ("4.6 thousand", 4_651.0),
            ("4.6 thousand", 4.6),
        ] {
            assert!(!agrees(written, false, truth), "{written} for {truth}");
        }
    }

    #[test]
    fn about_rounds_the_zeros_at_the_end() {
        for (written, truth) in [("4,600", 4_564.0), ("-30 %", -34.9), ("20 thousand", 24_000.0), ("4,605", 4_605.4), ("4.60", 4.604)] {
            assert!(agrees(written, true, truth), "{written} for {truth}");
        }
        for (written, truth) in [("4,600", 4_549.0), ("4,600", 4_651.0), ("4,605", 4_610.0), ("4.60", 4.61), ("0", 1.0)] {
            assert!(!agrees(written, true, truth), "{written} for {truth}");
        }
    }

    #[test]
    fn what_is_in_per_cent_says_so() {
        for (written, is_so) in
            [("4.2 %", true), ("4.2percent", true), ("-3 per cent", true), ("2 percentage points", true), ("4.2", false), ("4k", false)]
        {
            let figure = Figure::before(written, written.len()).expect("a figure");
            assert_eq!(figure.is_in_per_cent(), is_so, "{written}");
        }
    }
}
