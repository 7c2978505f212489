//! Names given with AS, and names that need quotes.

use super::Place;
use crate::messages::written::is_name;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

pub(super) fn as_first(place: &Place<'_>) -> Option<Diagnostic> {
    let begins = |at: usize| place.is(at, "select") || place.sign(at) == Some(&Token::Comma);
    let first = [0, 1, 2]
        .into_iter()
        .filter_map(|back| place.before(back))
        .find(|at| place.is(*at, "as") && at.checked_sub(1).is_some_and(begins))?;
    Some(place.say((first, first), "AS stands after what it gives a name to.", "Write `amount AS total`."))
}

pub(super) fn as_for_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let nearest = *place.clauses().first()?;
    let condition = place.is(place.at, "as") && (place.is(nearest, "where") || place.is(nearest, "having"));
    condition.then(|| place.say((place.at, place.at), "AS gives names in SELECT and FROM; it compares nothing.", "Write `=`."))
}

pub(super) fn digit_first(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::Number(..)) && place.is(place.before(1)?, "as");
    let number = place.text(place.at);
    found.then(|| place.say((place.at, place.at), "A name begins with a letter.", format!("Write \"{number}\" with quotes, or y{number}.")))
}

/// `total-eur` after AS or FROM.
pub(super) fn minus_in_name(place: &Place<'_>) -> Option<Diagnostic> {
    let first = place.before(1)?;
    let names = ["as", "from", "join"].iter().any(|word| first.checked_sub(1).is_some_and(|at| place.is(at, word)));
    let last = Some(place.at + 1).filter(|at| place.tokens.get(*at).is_some_and(is_name))?;
    let found = *place.sign(place.at)? == Token::Minus && names;
    let name = place.written.sql[place.span(first, last)].to_owned();
    let help = format!("Write \"{name}\" with quotes, or {} with an underscore.", name.replace('-', "_"));
    found.then(|| place.say((first, last), "A name with a minus sign stands in double quotes.", help))
}

pub(super) fn name_with_blanks(place: &Place<'_>) -> Option<Diagnostic> {
    let first = place.before(1).filter(|at| at.checked_sub(1).is_some_and(|at| place.is(at, "as")))?;
    let ends = |at: usize| place.is(at, "from") || matches!(place.sign(at), Some(Token::Comma) | None);
    let last = (place.at..place.tokens.len()).find(|at| ends(at + 1))?;
    let is_name = |at: usize| place.tokens.get(at).is_some_and(is_name) || place.is(at, "of");
    let names = (first..=last).all(is_name);
    let name = place.written.sql[place.span(first, last)].to_owned();
    names.then(|| {
        let help = format!("Write \"{name}\" with quotes, or {} with underscores.", name.replace(' ', "_"));
        place.say((first, last), "A name with blanks stands in double quotes.", help)
    })
}
