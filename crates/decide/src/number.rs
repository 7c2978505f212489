use std::fmt;

/// A number with at most three decimals, kept exactly, so that two options that tie do tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(i64);

/// Thousandths of one.
const ONE: i64 = 1_000;

/// Largest number that is read. Products of four of them, and sums of many products of two, stay exact in 128 bits.
const LARGEST: i64 = 1_000_000_000;

/// Why a text is no number that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotRead {
    NoNumber,
    TooFine,
    TooLarge,
}

impl Number {
    /// A whole number.
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * ONE)
    }

    /// A number of tenths: 45 is 4.5.
    pub const fn tenths(number: i32) -> Self {
        Self(number as i64 * ONE / 10)
    }

    /// Halfway between two numbers, to the thousandth.
    pub(crate) const fn middle(from: Self, to: Self) -> Self {
        Self((from.0 + to.0) / 2)
    }

    /// Reads `12`, `0.25` or `-3.125`.
    pub(crate) fn parse(text: &str) -> Result<Self, NotRead> {
        let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
        let (whole, decimals) = bare.split_once('.').unwrap_or((bare, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(decimals) || bare.ends_with('.') {
            return Err(NotRead::NoNumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 3 {
            return Err(NotRead::TooFine);
        }
        let whole: i64 = whole.parse().map_err(|_| NotRead::TooLarge)?;
        if whole > LARGEST {
            return Err(NotRead::TooLarge);
        }
        let decimals: i64 = format!("{decimals:0<3}").parse().map_err(|_| NotRead::NoNumber)?;
        let number = whole * ONE + decimals;
        if number > LARGEST * ONE { Err(NotRead::TooLarge) } else { Ok(Self(sign * number)) }
    }

    /// In thousandths.
    pub(crate) fn thousandths(self) -> i128 {
        i128::from(self.0)
    }

    /// As a floating-point number: exact enough for drawing and for pictures.
    #[expect(clippy::cast_precision_loss, reason = "at most 1e12 thousandths, far below 2^53")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let sign = if self.0 < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(formatter, "{sign}{whole}");
        }
        let decimals = format!("{rest:03}");
        write!(formatter, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

/// A reckoned figure as it is said: three significant digits below a thousand, whole above.
pub fn spoken(figure: f64) -> String {
    let decimals = match figure.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 || size == 0.0 => 2,
        _ => 3,
    };
    let text = format!("{figure:.decimals$}");
    let trimmed = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if trimmed == "-0" { "0".to_owned() } else { trimmed.to_owned() }
}

/// A share as per cent with one decimal, the same wherever it is told.
pub fn percent(share: f64) -> String {
    spoken((share * 1_000.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly_or_not_at_all() {
        for (text, shown) in [("12", "12"), ("0.25", "0.25"), ("-3.125", "-3.125"), ("1.500", "1.5"), ("1000000000", "1000000000")] {
            assert_eq!(Number::parse(text).map(|number| number.to_string()), Ok(shown.to_owned()), "{text}");
        }
        for (text, why) in [
            ("", NotRead::NoNumber),
            ("1,5", NotRead::NoNumber),
            ("1e3", NotRead::NoNumber),
            ("3.", NotRead::NoNumber),
            (".5", NotRead::NoNumber),
            ("--1", NotRead::NoNumber),
            ("NaN", NotRead::NoNumber),
            ("0.0001", NotRead::TooFine),
            ("1000000000.001", NotRead::TooLarge),
            ("99999999999999999999", NotRead::TooLarge),
        ] {
            assert_eq!(Number::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn figures_are_said_with_three_digits() {
        for (figure, said) in
            [(1234.5, "1234"), (320.0, "320"), (12.345, "12.3"), (3.10, "3.1"), (0.1234, "0.123"), (0.0, "0"), (-0.0001, "0")]
        {
            assert_eq!(spoken(figure), said);
        }
    }
}
