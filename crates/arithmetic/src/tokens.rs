//! A text as numbers, signs and units.

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sign {
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
pub(crate) struct Token {
    pub(crate) sign: Sign,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

pub(crate) fn tokens(text: &str) -> Vec<Token> {
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
            letter if letter.is_whitespace() || is_before_its_number(letter, rest) => {
                start += letter.len_utf8();
                continue;
            }
            letter if superscript(letter).is_some() && found.last().is_some_and(|last| is_raised(last, start)) => {
                let digits = rest.chars().map_while(superscript);
                let power = digits.clone().fold(0.0, |power, digit| power * 10.0 + digit);
                let length = rest.chars().take(digits.count()).map(char::len_utf8).sum();
                found.push(Token { sign: Sign::Operator('^'), start, end: start });
                (Sign::Number(power), length)
            }
            _ => {
                let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '%' | '\'' | '’'))).unwrap_or(rest.len());
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

/// A currency sign is no factor.
fn is_before_its_number(letter: char, rest: &str) -> bool {
    matches!(letter, '$' | '€' | '₹' | '£') && rest[letter.len_utf8()..].starts_with(|next: char| next.is_ascii_digit())
}

fn superscript(letter: char) -> Option<f64> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == letter).map(|digit| digit as f64)
}

fn is_raised(last: &Token, at: usize) -> bool {
    last.end == at && matches!(last.sign, Sign::Number(_) | Sign::Close)
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

/// Digits that commas group, by three or as in India (`1,00,000`), with a decimal point; a power of ten (`2e6`), or a letter for thousands
/// or millions, stands directly behind.
fn number(rest: &str) -> (Sign, usize) {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let digits = |from: usize| (from..).take_while(|at| is_digit(*at)).count();
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
        length += 1 + digits(length + 1);
    }
    if matches!(bytes.get(length), Some(b'e' | b'E')) {
        let signed = usize::from(matches!(bytes.get(length + 1), Some(b'+' | b'-')));
        let power = digits(length + 1 + signed);
        length += if power > 0 { 1 + signed + power } else { 0 };
    }
    let value = rest[..length].replace(',', "").parse::<f64>().unwrap_or(f64::NAN);
    let alone = |at: usize| !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    match bytes.get(length) {
        Some(b'k') if alone(length + 1) => (Sign::Number(value * 1e3), length + 1),
        Some(b'M') if alone(length + 1) => (Sign::Number(value * 1e6), length + 1),
        _ => (Sign::Number(value), length),
    }
}
