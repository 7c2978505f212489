//! Figures in an answer: the number that was asked for, and every equality, computed again.

use crate::Number;

/// How far the two sides of an equality may lie apart, as a share of the larger: what rounding to two digits allows.
pub(crate) const ROUNDING: f64 = 0.02;

/// Between two units, as seconds and minutes or a percentage and a share: what differs by one of these is left alone.
const CONVERSIONS: [f64; 10] = [100.0, 1e3, 1e6, 1e9, 60.0, 3_600.0, 24.0, 86_400.0, 8.0, 1_024.0];

/// So many words in a row are no unit.
const LONGEST_UNIT: usize = 3;

/// What came of the number that was to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFound {
    /// The question has none.
    NotAsked,
    /// None was given.
    Missing,
    /// It is near enough.
    Right,
    /// It is not.
    Wrong,
}

/// One `expression = number` of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Equality {
    /// As it was said.
    pub quote: String,
    /// What its left side comes to.
    pub left: f64,
    /// What its right side comes to.
    pub right: f64,
}

pub(crate) fn number_found(asked: Option<&Number>, given: Option<f64>) -> NumberFound {
    match (asked, given) {
        (None, _) => NumberFound::NotAsked,
        (Some(_), None) => NumberFound::Missing,
        (Some(number), Some(given)) if (given - number.right).abs() <= number.tolerance * number.right.abs() + f64::EPSILON => {
            NumberFound::Right
        }
        (Some(_), Some(_)) => NumberFound::Wrong,
    }
}

/// The equalities of a text that hold, and those that do not. What is no arithmetic on both sides is left alone; a left side that is a single
/// number is a name and no claim.
pub fn equalities(text: &str) -> (Vec<Equality>, Vec<Equality>) {
    let tokens = tokens(text);
    let (mut held, mut wrong) = (Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        if token.sign != Sign::Equals {
            continue;
        }
        let before = expression_before(&tokens[..at]);
        let Some(right) = tokens.get(at + 1).and_then(|token| token.number()) else { continue };
        let Some((left, from)) = before else { continue };
        let quote = text[tokens[from].start..tokens[at + 1].end].split_whitespace().collect::<Vec<_>>().join(" ");
        let equality = Equality { quote, left, right };
        let has_units = tokens[from..].iter().take(at + 3 - from).any(|token| token.sign == Sign::Unit);
        let list = if is_near(left, right) {
            &mut held
        } else if has_units && CONVERSIONS.iter().any(|factor| is_near(left, right * factor) || is_near(left * factor, right)) {
            continue;
        } else {
            &mut wrong
        };
        if !list.contains(&equality) {
            list.push(equality);
        }
    }
    (held, wrong)
}

fn is_near(left: f64, right: f64) -> bool {
    (left - right).abs() <= ROUNDING * left.abs().max(right.abs())
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    Number(f64),
    Operator(char),
    Open,
    Close,
    /// The square root of what follows.
    Root,
    /// What may mean one number or another, such as `2,5`.
    Unclear,
    Equals,
    /// A unit, or a word beside a number.
    Unit,
    /// What ends an expression.
    End,
}

#[derive(Debug, Clone, Copy)]
struct Token {
    sign: Sign,
    start: usize,
    end: usize,
}

impl Token {
    fn number(&self) -> Option<f64> {
        if let Sign::Number(value) = self.sign { Some(value) } else { None }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut start = 0;
    while let Some(letter) = text[start..].chars().next() {
        let rest = &text[start..];
        let (sign, length) = match letter {
            '0'..='9' => number(rest),
            '+' | '-' | '−' | '*' | '×' | '/' | '÷' | '^' => (Sign::Operator(plain(letter)), letter.len_utf8()),
            '(' => (Sign::Open, 1),
            ')' => (Sign::Close, 1),
            '=' => (Sign::Equals, 1),
            '√' => (Sign::Root, letter.len_utf8()),
            '\n' | '.' | ';' | '?' | '!' | ':' | ',' | '≈' | '<' | '>' | '~' => (Sign::End, letter.len_utf8()),
            letter if letter.is_whitespace() => {
                start += letter.len_utf8();
                continue;
            }
            _ => {
                let length =
                    rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '%' | '$' | '€' | '₹' | '\'' | '’'))).unwrap_or(rest.len());
                let length = length.max(letter.len_utf8());
                let scale = scale(&rest[..length]);
                if let (Some(scale), Some(Token { sign: Sign::Number(value), end, .. })) = (scale, found.last_mut()) {
                    *value *= scale;
                    start += length;
                    *end = start;
                    continue;
                }
                (word(&rest[..length]), length)
            }
        };
        found.push(Token { sign, start, end: start + length });
        start += length;
    }
    found
}

/// Signs as people say them.
fn word(word: &str) -> Sign {
    match word.to_lowercase().as_str() {
        "sqrt" => Sign::Root,
        "times" | "x" => Sign::Operator('*'),
        "plus" => Sign::Operator('+'),
        "minus" => Sign::Operator('-'),
        "equals" => Sign::Equals,
        "because" | "so" | "and" | "but" | "if" | "then" | "or" | "we" | "i" | "they" | "you" | "is" | "are" | "set" => Sign::End,
        _ => Sign::Unit,
    }
}

fn scale(word: &str) -> Option<f64> {
    match word.to_lowercase().as_str() {
        "k" | "thousand" => Some(1e3),
        "lakh" => Some(1e5),
        "million" => Some(1e6),
        "crore" => Some(1e7),
        "billion" => Some(1e9),
        _ => None,
    }
}

fn plain(sign: char) -> char {
    match sign {
        '−' => '-',
        '×' => '*',
        '÷' => '/',
        other => other,
    }
}

/// Digits that commas group, by three or as in India (`1,00,000`), with a decimal point; a letter for thousands or millions stands directly
/// behind.
fn number(rest: &str) -> (Sign, usize) {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut length = 0;
    while is_digit(length) || (length > 0 && bytes.get(length) == Some(&b',') && is_digit(length + 1)) {
        length += 1;
    }
    let groups: Vec<usize> = rest[..length].split(',').map(str::len).collect();
    let are_groups = |by: usize| groups[0] <= by && groups[1..groups.len() - 1].iter().all(|group| *group == by);
    if groups.len() > 1 && !(groups.last() == Some(&3) && groups[0] <= 3 && (are_groups(3) || are_groups(2))) {
        return (Sign::Unclear, length);
    }
    if bytes.get(length) == Some(&b'.') && is_digit(length + 1) {
        length += 1;
        while is_digit(length) {
            length += 1;
        }
    }
    let value = rest[..length].replace(',', "").parse::<f64>().unwrap_or(f64::NAN);
    let alone = |at: usize| !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    match bytes.get(length) {
        Some(b'k') if alone(length + 1) => (Sign::Number(value * 1e3), length + 1),
        Some(b'M') if alone(length + 1) => (Sign::Number(value * 1e6), length + 1),
        _ => (Sign::Number(value), length),
    }
}

/// The arithmetic that ends before an equals sign, with the place of its first token. Units are left out, and so is the stroke between two.
fn expression_before(tokens: &[Token]) -> Option<(f64, usize)> {
    let ends = |at: &usize| {
        let run = tokens[..=*at].iter().rev().take_while(|token| token.sign == Sign::Unit).count();
        matches!(tokens[*at].sign, Sign::End | Sign::Equals) || run > LONGEST_UNIT
    };
    let from = (0..tokens.len()).rev().find(ends).map_or(0, |at| at + 1);
    let is_unit = |at: usize| tokens.get(at).is_some_and(|token| token.sign == Sign::Unit);
    let divides_units = |at: usize| tokens[at].sign == Sign::Operator('/') && at > 0 && is_unit(at - 1) && is_unit(at + 1);
    let signs: Vec<(Sign, usize)> =
        (from..tokens.len()).filter(|at| !is_unit(*at) && !divides_units(*at)).map(|at| (tokens[at].sign, at)).collect();
    // Another function than the root is not computed here: `log(8)` is no 8.
    let is_function =
        |at: usize| is_unit(at) && tokens.get(at + 1).is_some_and(|token| token.sign == Sign::Open && token.start == tokens[at].end);
    if (from..tokens.len()).any(is_function) {
        return None;
    }
    let first = signs.iter().position(|(sign, _)| matches!(sign, Sign::Number(_) | Sign::Open | Sign::Root | Sign::Unclear))?;
    let signs = &signs[first..];
    if !signs.iter().any(|(sign, _)| matches!(sign, Sign::Operator(_))) {
        return None;
    }
    let mut reader = Reader { signs, at: 0, depth: 0 };
    let value = reader.sum()?;
    (reader.at == signs.len() && value.is_finite()).then_some((value, signs[0].1))
}

/// Brackets and roots inside of one another, at most: text from outside must not exhaust the stack.
const DEEPEST: usize = 20;

struct Reader<'a> {
    signs: &'a [(Sign, usize)],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn takes(&mut self, wanted: Sign) -> bool {
        let takes = self.signs.get(self.at).is_some_and(|(sign, _)| *sign == wanted);
        self.at += usize::from(takes);
        takes
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.takes(Sign::Operator('+')) {
                value += self.product()?;
            } else if self.takes(Sign::Operator('-')) {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.power()?;
        loop {
            if self.takes(Sign::Operator('*')) {
                value *= self.power()?;
            } else if self.takes(Sign::Operator('/')) {
                value /= self.power()?;
            } else {
                return Some(value);
            }
        }
    }

    fn power(&mut self) -> Option<f64> {
        let base = self.atom()?;
        if self.takes(Sign::Operator('^')) { Some(base.powf(self.atom()?)) } else { Some(base) }
    }

    fn atom(&mut self) -> Option<f64> {
        if self.takes(Sign::Root) {
            self.depth += 1;
            let value = if self.depth > DEEPEST { None } else { self.atom() };
            self.depth -= 1;
            return value.filter(|value| *value >= 0.0).map(f64::sqrt);
        }
        if self.takes(Sign::Open) {
            self.depth += 1;
            let value = if self.depth > DEEPEST { None } else { self.sum() };
            self.depth -= 1;
            return value.filter(|_| self.takes(Sign::Close));
        }
        let Some((Sign::Number(value), _)) = self.signs.get(self.at) else { return None };
        self.at += 1;
        Some(*value)
    }
}

#[cfg(test)]
mod tests {
    use super::equalities;

    #[test]
    fn however_deep_a_sum_is_it_is_read_or_left_alone() {
        for sign in ["√", "(", "sqrt("] {
            let (held, wrong) = equalities(&format!("{}9 + 1 = 4", sign.repeat(40_000)));
            assert_eq!((held.len(), wrong.len()), (0, 0), "{sign}");
        }
        assert_eq!(equalities("√√16 + 1 = 3").0.len(), 1);
    }

    #[test]
    fn what_is_reckoned_in_an_answer_is_computed_again() {
        let cases = [
            ("That is 40,000,000 / 86,400 × 3 = 1,389 writes/s.", 1, 0),
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
        ];
        for (text, held, wrong) in cases {
            let (h, w) = equalities(text);
            assert_eq!((h.len(), w.len()), (held, wrong), "{text}: {h:?} {w:?}");
        }
    }
}
