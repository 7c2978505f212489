//! Whether the arithmetic of a reckoning holds: every `expression = number` in it is computed again.

/// How far the two sides of an equals sign may lie apart, as a share of the larger: what rounding to two digits allows.
const ROUNDING: f64 = 0.012;

/// What came of computing a reckoning again.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Recomputed {
    /// Equalities whose sides could be computed.
    pub(super) held: usize,
    /// Those that do not hold: the sides.
    pub(super) broken: Vec<(f64, f64)>,
}

/// Computes both sides of every equals sign.
pub(super) fn recompute(text: &str) -> Recomputed {
    let mut result = Recomputed::default();
    for sentence in super::sentences::sentences(text) {
        let sides: Vec<&str> = sentence.split('=').collect();
        for pair in sides.windows(2) {
            let (Some(left), Some(right)) = (last_expression(pair[0]), first_expression(pair[1])) else { continue };
            if (left - right).abs() <= ROUNDING * left.abs().max(right.abs()) {
                result.held += 1;
            } else {
                result.broken.push((left, right));
            }
        }
    }
    result
}

fn last_expression(side: &str) -> Option<f64> {
    value(expressions(side).last()?)
}

fn first_expression(side: &str) -> Option<f64> {
    value(expressions(side).first()?)
}

/// Stretches between punctuation. A comma between digits groups them, and a point between digits is decimal.
fn expressions(side: &str) -> Vec<String> {
    let letters: Vec<char> = side.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let mut found = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let between_digits = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        match letter {
            ',' if between_digits && (1..=3).all(|ahead| is_digit(Some(at + ahead))) => {}
            '.' if is_digit(Some(at + 1)) => found.last_mut().expect("one is there").push('.'),
            ',' | '.' | ';' | ':' | '?' | '≈' | '<' | '>' => found.push(String::new()),
            other => found.last_mut().expect("one is there").push(*other),
        }
    }
    found
}

/// The value of a stretch of text: words and units are left out, and what remains must be arithmetic.
fn value(text: &str) -> Option<f64> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0 };
    let value = reader.sum()?;
    (reader.at == tokens.len() && value.is_finite()).then_some(value)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(f64),
    Sign(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '0'..='9' | '.' => {
                let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
                found.push(Token::Number(rest[..length].parse().ok()?));
                length
            }
            '+' | '-' | '−' | '*' | '×' | '/' | '÷' | '^' | '(' | ')' => {
                let sign = match letter {
                    '−' => '-',
                    '×' => '*',
                    '÷' => '/',
                    other => other,
                };
                found.push(Token::Sign(sign));
                letter.len_utf8()
            }
            letter if is_of_a_unit(letter) => {
                // `writes/s` and `GB` are units; `%` ends one.
                let inside = |c: char| is_of_a_unit(c) || c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '’' | '\'' | '_');
                rest.find(|c: char| !inside(c)).unwrap_or(rest.len())
            }
            letter if letter.is_whitespace() => letter.len_utf8(),
            _ => return None,
        };
        rest = &rest[length..];
    }
    Some(found)
}

fn is_of_a_unit(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '%' | '$' | '€' | '₹' | '²' | '³' | '₂' | '…' | '°')
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn takes(&mut self, sign: char) -> bool {
        let takes = self.tokens.get(self.at) == Some(&Token::Sign(sign));
        self.at += usize::from(takes);
        takes
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.takes('+') {
                value += self.product()?;
            } else if self.takes('-') {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.power()?;
        loop {
            if self.takes('*') {
                value *= self.power()?;
            } else if self.takes('/') {
                value /= self.power()?;
            } else {
                return Some(value);
            }
        }
    }

    fn power(&mut self) -> Option<f64> {
        if self.takes('-') {
            return Some(-self.power()?);
        }
        let base = self.atom()?;
        if self.takes('^') { Some(base.powf(self.power()?)) } else { Some(base) }
    }

    fn atom(&mut self) -> Option<f64> {
        if self.takes('(') {
            let value = self.sum()?;
            return self.takes(')').then_some(value);
        }
        let Some(Token::Number(value)) = self.tokens.get(self.at) else { return None };
        self.at += 1;
        Some(*value)
    }
}

#[cfg(test)]
mod tests {
    use super::{Recomputed, recompute};

    #[test]
    fn what_is_reckoned_is_computed_again() {
        let cases = [
            ("40,000,000 a day / 86,400 s × 3 = 1,389 writes/s.", 1, 0),
            ("30 × 24 × 60 = 43,200 minutes; 0.1 % of that is 43.2.", 1, 0),
            ("(1 − 0.99^50) × 100 = 39.5 % of sessions.", 1, 0),
            ("Three trips: 3 × 190 ms = 570 ms, and 570 + 50 = 620 ms.", 2, 0),
            ("2 + 2 = 5.", 0, 1),
            ("rate = slow calls / all calls", 0, 0),
        ];
        for (text, held, broken) in cases {
            let Recomputed { held: h, broken: b } = recompute(text);
            assert_eq!((h, b.len()), (held, broken), "{text}: {b:?}");
        }
    }
}
