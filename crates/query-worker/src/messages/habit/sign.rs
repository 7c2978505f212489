//! Signs that mean something else here, or nothing: `=>`, `!`, curly quotes, `//`.

use super::Place;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

/// `> =` and `< >`.
pub(super) fn apart(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let together = match (place.sign(before)?, place.sign(place.at)?) {
        (Token::Gt, Token::Eq) => ">=",
        (Token::Lt, Token::Eq) => "<=",
        (Token::Lt, Token::Gt) => "<>",
        (Token::ExclamationMark, Token::Eq) => "!=",
        _ => return None,
    };
    Some(place.say((before, place.at), "This comparison is written without a blank.", format!("Write `{together}`.")))
}

pub(super) fn turned_around(place: &Place<'_>) -> Option<Diagnostic> {
    let (first, last, meant) = match (place.sign(place.at)?, place.before(1).and_then(|at| place.sign(at))) {
        (Token::RArrow, _) => (place.at, place.at, ">="),
        (Token::ExclamationMark, Some(Token::Eq)) => (place.at - 1, place.at, "!="),
        (Token::Lt, Some(Token::Eq)) => (place.at - 1, place.at, "<="),
        _ => return None,
    };
    let found = place.written.sql[place.span(first, last)].replace(' ', "");
    Some(place.say((first, last), format!("`{found}` is no comparison."), format!("Write `{meant}`.")))
}

pub(super) fn exclamation(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::ExclamationMark);
    found.then(|| place.say((place.at, place.at), "`!` does not turn a condition around here.", "Write NOT."))
}

pub(super) fn doubled_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let twice = *place.sign(place.at)? == Token::Eq && place.before(1).and_then(|at| place.sign(at)) == Some(&Token::Eq);
    twice.then(|| place.say((place.at - 1, place.at), "The equals sign stands twice.", "Write `=` once."))
}

pub(super) fn two_dots(place: &Place<'_>) -> Option<Diagnostic> {
    let found = *place.sign(place.at)? == Token::Period && place.before(1).and_then(|at| place.sign(at)) == Some(&Token::Period);
    found.then(|| place.say((place.at - 1, place.at), "One dot stands between table and column.", "Delete one of the two."))
}

pub(super) fn curly_quotes(place: &Place<'_>) -> Option<Diagnostic> {
    const QUOTES: [char; 5] = ['‘', '’', '“', '”', '´'];
    let is_quote = |token: &Token| matches!(token, Token::Char(sign) if QUOTES.contains(sign));
    if !is_quote(place.sign(place.at)?) {
        return None;
    }
    let rest = place.at + 1..place.tokens.len();
    let last = rest.into_iter().find(|at| place.sign(*at).is_some_and(is_quote)).unwrap_or(place.at);
    let inner = place.written.sql[place.span(place.at, last)].trim_matches(QUOTES);
    Some(place.say((place.at, last), "Curly quotes are no quotes in SQL.", format!("Write '{inner}', with straight quotes.")))
}

pub(super) fn long_dash(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::Char('–' | '—' | '−'));
    found.then(|| place.say((place.at, place.at), "This dash is no minus sign.", "Write `-`."))
}

pub(super) fn hash(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::Char('#') | Token::Sharp);
    let message = "`#` begins no comment here.";
    found.then(|| place.say((place.at, place.tokens.len() - 1), message, "Begin the comment with `--`."))
}

pub(super) fn slashes(place: &Place<'_>) -> Option<Diagnostic> {
    let one = |at: usize| place.sign(at) == Some(&Token::Div);
    let found = *place.sign(place.at)? == Token::DuckIntDiv || (one(place.at) && one(place.at + 1));
    let message = "`//` begins no comment here.";
    found.then(|| place.say((place.at, place.tokens.len() - 1), message, "Begin the comment with `--`."))
}

/// `count(%)` and `count(a *)`.
pub(super) fn star_in_call(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let help = "Write `count(*)` to count rows, or `count(a)` to count the values of a column.";
    match (place.sign(place.at)?, place.sign(before)?) {
        (Token::Mod, Token::LParen) => Some(place.say((place.at, place.at), "`%` stands for no rows here.", help)),
        (Token::RParen, Token::Mul) => Some(place.say((before, place.at), "The star stands alone in its parentheses.", help)),
        _ => None,
    }
}
