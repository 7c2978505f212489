//! How outcomes are told apart: by colour, by the shape of their mark, by its letter, and by the stripe of their cards.

use std::fmt::Write as _;

/// The mark of one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    number: usize,
}

/// White letters can be read on each, and each can be told from white and from black paper (`marks_can_be_read`).
const COLOURS: [&str; 8] = ["#1f7a6c", "#2f6db5", "#b3580f", "#8157b5", "#b8437a", "#6f6f12", "#5f7080", "#8a6246"];

/// Dashes of the stripe: with the letter they tell outcomes apart without colour.
const STRIPES: [&str; 4] = ["", " stroke-dasharray=\"9 4\"", " stroke-dasharray=\"3 3\"", " stroke-dasharray=\"12 3 3 3\""];

/// What is drawn against the order of the columns.
pub(super) const AGAINST: &str = "#c0392b";

impl Mark {
    pub(super) fn new(number: usize) -> Self {
        Self { number }
    }

    pub(super) fn colour(self) -> &'static str {
        COLOURS[self.number % COLOURS.len()]
    }

    /// Attributes of the stripe.
    pub(super) fn stripe(self) -> &'static str {
        STRIPES[self.number % STRIPES.len()]
    }

    /// A, B, … Z, A2, …
    pub(super) fn letter(self) -> String {
        let letter = char::from(b'A' + u8::try_from(self.number % 26).expect("below 26"));
        match self.number / 26 {
            0 => letter.to_string(),
            round => format!("{letter}{}", round + 1),
        }
    }

    /// A shape of 18 pixels around a middle, with its letter.
    pub(super) fn drawn(self, x: i32, y: i32) -> String {
        let colour = self.colour();
        let polygon = |points: &[(i32, i32)]| {
            let points: Vec<String> = points.iter().map(|(dx, dy)| format!("{},{}", x + dx, y + dy)).collect();
            format!("<polygon points=\"{}\" fill=\"{colour}\"/>", points.join(" "))
        };
        let mut drawn = match self.number % 5 {
            0 => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"9\" fill=\"{colour}\"/>"),
            1 => format!("<rect x=\"{}\" y=\"{}\" width=\"17\" height=\"17\" rx=\"2\" fill=\"{colour}\"/>", x - 8, y - 8),
            2 => polygon(&[(0, -11), (11, 0), (0, 11), (-11, 0)]),
            3 => polygon(&[(-5, -9), (5, -9), (10, 0), (5, 9), (-5, 9), (-10, 0)]),
            _ => polygon(&[(0, -10), (10, -2), (6, 9), (-6, 9), (-10, -2)]),
        };
        let letter = self.letter();
        let size = if letter.len() > 1 { 9 } else { 11 };
        write!(
            drawn,
            "<text x=\"{x}\" y=\"{}\" font-size=\"{size}\" font-weight=\"600\" text-anchor=\"middle\" fill=\"#fff\">{letter}</text>",
            y + 4
        )
        .expect("text grows");
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn marks_can_be_read() {
        for colour in COLOURS.into_iter().chain([AGAINST]) {
            assert!(contrast(colour, "#ffffff") >= 4.5, "white letters on {colour}");
            assert!(contrast(colour, "#faf8f4") >= 3.0, "{colour} on light paper");
            assert!(contrast(colour, "#171614") >= 3.0, "{colour} on dark paper");
        }
    }

    #[test]
    fn every_outcome_has_its_own_letter() {
        let letters: Vec<String> = [0, 1, 25, 26, 53].map(|number| Mark::new(number).letter()).into();
        assert_eq!(letters, ["A", "B", "Z", "A2", "B3"]);
    }
}
