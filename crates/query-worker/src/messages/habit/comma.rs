//! Commas that are missing, or stand where something else should.

use super::Place;
use crate::messages::written::is_name;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

pub(super) fn missing_comma(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let is_value = |at: usize| matches!(place.sign(at), Some(Token::Number(..) | Token::SingleQuotedString(_)));
    let is_name = |at: usize| place.tokens.get(at).is_some_and(is_name);
    let inside = (0..place.at).filter(|at| place.sign(*at) == Some(&Token::LParen)).count()
        > (0..place.at).filter(|at| place.sign(*at) == Some(&Token::RParen)).count();
    let help = "Put a comma between the two.";
    if inside && is_value(place.at) && (is_value(before) || is_name(before)) {
        return Some(place.say((place.at, place.at), format!("A comma is missing before {}.", place.text(place.at)), help));
    }
    let call = place.sign(place.at) == Some(&Token::LParen) && is_name(before);
    if call
        && place.before(2).is_some_and(|at| {
            is_name(at) && place.before(3).is_some_and(|at| place.is(at, "select") || place.sign(at) == Some(&Token::Comma))
        })
    {
        return Some(place.say((before, before), format!("A comma is missing before `{}`.", place.text(before)), help));
    }
    let next_cte = place.sign(before) == Some(&Token::RParen) && is_name(place.at) && place.is(place.at + 1, "as");
    let message = || format!("A comma is missing before `{}`.", place.text(place.at));
    (next_cte && place.is(0, "with")).then(|| place.say((place.at, place.at), message(), "Put a comma between the parts of WITH."))
}

/// `1,000`.
pub(super) fn thousands(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let number = |at: usize| matches!(place.sign(at), Some(Token::Number(..)));
    let found = *place.sign(place.at)? == Token::Comma && number(before) && number(place.at + 1) && place.text(place.at + 1).len() == 3;
    let written = || place.written.sql[place.span(before, place.at + 1)].replace([',', ' '], "");
    found.then(|| place.say((before, place.at + 1), "A number is written without a comma for thousands.", format!("Write {}.", written())))
}

pub(super) fn comma_for_and(place: &Place<'_>) -> Option<Diagnostic> {
    let comma = *place.sign(place.at)? == Token::Comma;
    let nearest = *place.clauses().first()?;
    let condition = place.is(nearest, "where") || place.is(nearest, "having") || place.is(nearest, "qualify");
    let message = "Conditions are not joined by a comma.";
    (comma && condition).then(|| place.say((place.at, place.at), message, "Write AND, or OR where one of them is enough."))
}

/// `count DISTINCT (a)`.
pub(super) fn distinct_outside(place: &Place<'_>) -> Option<Diagnostic> {
    let distinct = place.before(1).filter(|at| place.is(*at, "distinct") && place.sign(place.at) == Some(&Token::LParen))?;
    let name = distinct.checked_sub(1).filter(|at| place.tokens.get(*at).is_some_and(is_name))?;
    let called = place.text(name);
    let help = format!("Write `{called}(DISTINCT a)`.");
    Some(place.say((name, place.at), format!("DISTINCT stands inside the parentheses of `{called}`."), help))
}
