//! Every sum that a text states, `expression = number`, computed again.

mod expression;
mod tokens;

use expression::{Side, before, behind};
use tokens::{Sign, Token, tokens};

/// How far two sides may lie apart, as a share of the larger: what rounding to two digits allows.
pub const ROUNDING: f64 = 0.02;

/// Between two units, as seconds and minutes or a percentage and a share: what differs by one of these is left alone.
const CONVERSIONS: [f64; 10] = [100.0, 1e3, 1e6, 1e9, 60.0, 3_600.0, 24.0, 86_400.0, 8.0, 1_024.0];

/// One `expression = number` of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Equality {
    /// As it was said.
    pub quote: String,
    /// What its left side comes to.
    pub left: f64,
    /// What its right side comes to.
    pub right: f64,
}

/// The equalities of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Equalities {
    /// Those that hold.
    pub held: Vec<Equality>,
    /// Those that do not.
    pub wrong: Vec<Equality>,
    /// Those whose sides differ and may both be right: one is told in other units, or what stands behind it is no part of the sum.
    pub unclear: Vec<Equality>,
}

/// Computes both sides of every equals sign; they may lie apart by `rounding`, a share of the larger. What is no arithmetic on both sides
/// is left alone; a left side that is a single number is a name and no claim.
pub fn equalities(text: &str, rounding: f64) -> Equalities {
    let is_near = |left: f64, right: f64| (left - right).abs() <= rounding * left.abs().max(right.abs());
    let tokens = tokens(text);
    let mut found = Equalities::default();
    for at in (0..tokens.len()).filter(|at| tokens[*at].sign == Sign::Equals) {
        let (Some(left), Some(right)) = (before(&tokens[..at]), behind(&tokens, at + 1)) else { continue };
        let equality = Equality { quote: quote(text, &tokens[left.from..right.to]), left: left.value, right: right.value };
        let list = if is_near(left.value, right.value) {
            &mut found.held
        } else if may_differ(&tokens, &left, &right, is_near) {
            &mut found.unclear
        } else {
            &mut found.wrong
        };
        if !list.contains(&equality) {
            list.push(equality);
        }
    }
    found
}

/// Every number of a text, with its scale: `1.3 million` is one number.
pub fn numbers(text: &str) -> Vec<f64> {
    let number = |token: &Token| if let Sign::Number(number) = token.sign { Some(number) } else { None };
    tokens(text).iter().filter_map(number).collect()
}

/// Whether two numbers are apart by no more than a share of the second.
pub fn is_within(given: f64, right: f64, share: f64) -> bool {
    (given - right).abs() <= share * right.abs() + f64::EPSILON
}

fn may_differ(tokens: &[Token], left: &Side, right: &Side, is_near: impl Fn(f64, f64) -> bool) -> bool {
    let has_units = tokens[left.from..].iter().take(right.to + 1 - left.from).any(|token| token.sign == Sign::Unit);
    let is_converted = |factor: &f64| is_near(left.value, right.value * factor) || is_near(left.value * factor, right.value);
    has_units && CONVERSIONS.iter().any(is_converted) || right.first.is_some_and(|first| is_near(left.value, first))
}

fn quote(text: &str, tokens: &[Token]) -> String {
    let written = tokens.first().zip(tokens.last()).map_or("", |(first, last)| &text[first.start..last.end]);
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Equalities, ROUNDING, equalities, is_within, numbers};

    #[test]
    fn however_deep_a_sum_is_it_is_read_or_left_alone() {
        for sign in ["√", "(", "sqrt(", "-("] {
            let found = equalities(&format!("{}9 + 1 = 4", sign.repeat(40_000)), ROUNDING);
            assert_eq!(found, Equalities::default(), "{sign}");
        }
        assert_eq!(equalities("√√16 + 1 = 3", ROUNDING).held.len(), 1);
    }

    #[test]
    fn numbers_carry_their_scale() {
        assert_eq!(numbers("In 3 years 1.3 million of 2k calls, 48,000 at once"), [3.0, 1.3e6, 2e3, 48e3]);
        assert!(is_within(98.0, 100.0, 0.02) && !is_within(97.0, 100.0, 0.02) && is_within(0.0, 0.0, 0.0));
    }

    #[test]
    fn what_a_text_reckons_is_computed_again() {
        let cases = [
            ("That is 40,000,000 / 86,400 × 3 = 1,389 writes/s.", 1, 0),
            ("40,000,000 a day / 86,400 s × 3 = 1,389 writes/s.", 1, 0),
            ("We have 100 calls times 12 servers = 1,200 calls.", 1, 0),
            ("So 30 × 24 × 60 = 43,000 minutes.", 1, 0),
            ("So 30 × 24 × 60 = 34,200 minutes.", 0, 1),
            ("(1 − 0.99^50) × 100 = 39.5 % of sessions, and 2 + 2 = 5.", 1, 1),
            ("2 + 2 = 4. Again, 2 + 2 = 4.", 1, 0),
            ("That is 40 million links a month / 720 = 55,556 an hour; 20 % × 500 = 100.", 1, 0),
            ("rate = slow calls / all calls, and ?limit=100", 0, 0),
            ("That is 4 * sqrt(0.3 * 0.7 / 360) = 0.0966, and 2 × √(9) = 6, and sqrt(9) * 2 = 7.", 2, 1),
            ("The spread is 4 * sqrt(0.3 * 0.7 / 360) = 9.7 points.", 0, 0),
            ("Rs 1,00,000 / 1000 = 100 and 12,34,567 + 1 = 12,34,568.", 2, 0),
            ("1.5 k + 500 = 2000", 1, 0),
            ("2,5 * 4 = 10, log(8) / 3 = 0.3 and 2 * 5 = 10,5", 0, 0),
            ("On 2026-11-26 we set retries = 3", 0, 0),
            ("In steps: 3 × 4 + 2 = 12 + 2 = 14.", 2, 0),
            ("In steps: 3 × 4 + 2 = 12 + 3 = 15.", 1, 1),
            ("Three trips: 3 × 190 ms = 570 ms, and 570 + 50 = 620 ms.", 2, 0),
            ("The margin is −200 + 500 = 300, and 200 - 500 = -300.", 2, 0),
            ("- 40 × 4 = 160\n- 40 × 4 = 170", 1, 1),
            ("follow-up-2 × 3 = 7", 0, 0),
            ("$5 × 200 × 12 = 12,000, US$5 × 3 = 15 and ₹2 × 3 = ₹7.", 2, 1),
            ("2e6 × 5 = 1e7, and 10⁶ / 86,400 × 3 = 35, and 5² + 1 = 26.", 3, 0),
            ("The room is 6 m² × 2 = 12 m².", 1, 0),
            ("10 × 12 = 120 - 5 of them are spare.", 0, 0),
        ];
        for (text, held, wrong) in cases {
            let found = equalities(text, ROUNDING);
            assert_eq!((found.held.len(), found.wrong.len()), (held, wrong), "{text}: {found:?}");
        }
    }
}
