//! The arithmetic on one side of an equals sign.

use crate::tokens::{Sign, Token};

/// So many words in a row are no unit.
const LONGEST_UNIT: usize = 3;

/// Brackets, roots and signs inside of one another, at most: text from outside must not exhaust the stack.
const DEEPEST: usize = 20;

/// One side, and the tokens it consists of.
pub(crate) struct Side {
    pub(crate) value: f64,
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Its first number, where no further equals sign says that all of it is meant.
    pub(crate) first: Option<f64>,
}

/// The expression that ends before an equals sign.
pub(crate) fn before(tokens: &[Token]) -> Option<Side> {
    let from = (0..tokens.len()).rev().find(|at| ends(tokens, *at)).map_or(0, |at| at + 1);
    let signs = signs(tokens, from, tokens.len())?;
    let first = signs.iter().position(|(sign, _)| !matches!(sign, Sign::Operator(_) | Sign::Close))?;
    let first = match signs[..first].last() {
        None => first,
        Some((Sign::Operator('-' | '+'), at)) => match hangs(tokens, *at) {
            Hangs::OnNumber => first - 1,
            // It begins a line of a list.
            Hangs::Alone => first,
            Hangs::OnWord => return None,
        },
        Some(_) => return None,
    };
    let signs = &signs[first..];
    let is_claim = signs[1..].iter().any(|(sign, _)| matches!(sign, Sign::Operator(_)));
    Some(Side { value: whole(signs).filter(|_| is_claim)?, from: signs[0].1, to: tokens.len(), first: None })
}

/// The expression that begins behind an equals sign: the number there, and what is reckoned on with it.
pub(crate) fn behind(tokens: &[Token], from: usize) -> Option<Side> {
    let to = (from..tokens.len()).find(|at| ends(&tokens[from..], at - from)).unwrap_or(tokens.len());
    let goes_on = tokens.get(to).is_some_and(|token| token.sign == Sign::Equals);
    let (number, end) = match (tokens.get(from)?.sign, tokens.get(from + 1).map(|token| token.sign)) {
        (Sign::Number(number), _) => (number, from + 1),
        (Sign::Operator('-'), Some(Sign::Number(number))) => (-number, from + 2),
        _ => return None,
    };
    match signs(tokens, from, to).and_then(|signs| Some((whole(&signs)?, signs.last()?.1 + 1))) {
        Some((value, to)) => Some(Side { value, from, to, first: (!goes_on && to > end).then_some(number) }),
        None => Some(Side { value: number, from, to: end, first: None }).filter(|_| !goes_on),
    }
}

/// Whether an expression ends at a token: a sign that ends one, or more words in a row than a unit has.
fn ends(tokens: &[Token], at: usize) -> bool {
    let run = tokens[..=at].iter().rev().take_while(|token| token.sign == Sign::Unit).count();
    matches!(tokens[at].sign, Sign::End | Sign::Equals) || run > LONGEST_UNIT
}

/// What a sign in front of a number hangs on.
enum Hangs {
    OnNumber,
    OnWord,
    Alone,
}

fn hangs(tokens: &[Token], at: usize) -> Hangs {
    let (sign, next) = (tokens[at], tokens.get(at + 1));
    let touches_word = at.checked_sub(1).is_some_and(|before| tokens[before].end == sign.start && tokens[before].sign == Sign::Unit);
    match next {
        _ if touches_word => Hangs::OnWord,
        Some(next) if next.start == sign.end => Hangs::OnNumber,
        _ => Hangs::Alone,
    }
}

/// The signs with their places, without units and without the stroke between two; `None` where a function is named that is not computed
/// here: `log(8)` is no 8.
fn signs(tokens: &[Token], from: usize, to: usize) -> Option<Vec<(Sign, usize)>> {
    let tokens = &tokens[..to];
    let is_unit = |at: usize| tokens.get(at).is_some_and(|token| token.sign == Sign::Unit);
    let divides_units = |at: usize| tokens[at].sign == Sign::Operator('/') && at > from && is_unit(at - 1) && is_unit(at + 1);
    let is_function =
        |at: usize| is_unit(at) && tokens.get(at + 1).is_some_and(|token| token.sign == Sign::Open && token.start == tokens[at].end);
    let all = from..to;
    if all.clone().any(is_function) {
        return None;
    }
    Some(all.filter(|at| !is_unit(*at) && !divides_units(*at)).map(|at| (tokens[at].sign, at)).collect())
}

/// The value of these signs, if all of them are one expression.
fn whole(signs: &[(Sign, usize)]) -> Option<f64> {
    let mut reader = Reader { signs, at: 0, depth: 0 };
    let value = reader.sum()?;
    (reader.at == signs.len() && value.is_finite()).then_some(value)
}

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

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<f64>) -> Option<f64> {
        self.depth += 1;
        let value = if self.depth > DEEPEST { None } else { read(self) };
        self.depth -= 1;
        value
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = if self.takes(Sign::Operator('-')) { -self.product()? } else { self.product()? };
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
        if !self.takes(Sign::Operator('^')) {
            return Some(base);
        }
        let is_negative = self.takes(Sign::Operator('-'));
        let power = self.atom()?;
        Some(base.powf(if is_negative { -power } else { power }))
    }

    fn atom(&mut self) -> Option<f64> {
        if self.takes(Sign::Root) {
            return self.deeper(Self::atom).filter(|value| *value >= 0.0).map(f64::sqrt);
        }
        if self.takes(Sign::Open) {
            return self.deeper(Self::sum).filter(|_| self.takes(Sign::Close));
        }
        let Some((Sign::Number(value), _)) = self.signs.get(self.at) else { return None };
        self.at += 1;
        Some(*value)
    }
}
