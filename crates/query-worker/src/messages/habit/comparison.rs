//! IS, BETWEEN, LIKE, EXISTS and NOT in the wrong shape.

use super::Place;
use crate::messages::written::is_name;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

pub(super) fn is_value(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let (negated, is) = if place.is(before, "not") { (true, place.before(2)?) } else { (false, before) };
    if !place.is(is, "is") || place.at >= place.tokens.len() {
        return None;
    }
    let instead = if negated { "<>" } else { "=" };
    let help = format!("Write `{instead} {}`.", place.text(place.at));
    Some(place.say((is, place.at), "IS tests for NULL, TRUE and FALSE only.", help))
}

/// `country null`.
pub(super) fn null_without_is(place: &Place<'_>) -> Option<Diagnostic> {
    let name = place.before(1).filter(|at| place.tokens.get(*at).is_some_and(is_name) && place.is(place.at, "null"))?;
    let help = format!("Write `{} IS NULL`.", place.text(name));
    Some(place.say((place.at, place.at), "IS is missing before NULL.", help))
}

pub(super) fn not_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "not") && matches!(place.sign(place.at + 1)?, Token::Eq);
    found.then(|| place.say((place.at, place.at + 1), "`NOT =` is no comparison.", "Write `<>`."))
}

pub(super) fn between(place: &Place<'_>) -> Option<Diagnostic> {
    let help = "Write `BETWEEN 1 AND 10`.";
    let comma = place.sign(place.at) == Some(&Token::Comma);
    if comma && place.before(2).is_some_and(|at| place.is(at, "between")) {
        return Some(place.say((place.at, place.at), "Between the two ends of BETWEEN stands AND.", help));
    }
    let opened = place.find(0..place.at, "between").filter(|at| place.sign(at + 1) == Some(&Token::LParen))? + 1;
    let closed = (opened..place.at).find(|at| place.sign(*at) == Some(&Token::RParen))?;
    let listed = (opened..closed).any(|at| place.sign(at) == Some(&Token::Comma));
    let gave_up = closed + 1 == place.at;
    (listed && gave_up).then(|| place.say((opened, closed), "BETWEEN takes no parentheses around its two ends.", help))
}

pub(super) fn between_first(place: &Place<'_>) -> Option<Diagnostic> {
    let between = place.before(1).filter(|at| place.is(*at, "between"))?;
    let starts = |at: usize| ["where", "and", "or", "on", "having", "not"].iter().any(|word| place.is(at, word));
    let first = between.checked_sub(1).is_some_and(starts);
    first.then(|| place.say((between, place.at), "BETWEEN stands after the value it looks at.", "Write `a BETWEEN 1 AND 10`."))
}

/// `LIKE a%`.
pub(super) fn pattern_without_quotes(place: &Place<'_>) -> Option<Diagnostic> {
    let like = (0..place.at).rev().take(4).find(|at| place.is(*at, "like") || place.is(*at, "ilike"))?;
    let last = place.at.min(place.tokens.len() - 1);
    let percent = (like + 1..=last).rfind(|at| place.sign(*at) == Some(&Token::Mod))?;
    let pattern = place.written.sql[place.span(like + 1, percent)].to_owned();
    Some(place.say((like + 1, percent), "The pattern after LIKE is a text and stands in quotes.", format!("Write '{pattern}'.")))
}

pub(super) fn exists_after_column(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "exists");
    let message = "EXISTS stands alone before its subquery, with no column in front.";
    found.then(|| place.say((place.at, place.at), message, "Write `IN (SELECT …)` to look for the column's value in the subquery."))
}

pub(super) fn exists_as_table(place: &Place<'_>) -> Option<Diagnostic> {
    let found = (1..place.at).rev().find(|at| place.is(*at, "exists") && (place.is(at - 1, "from") || place.is(at - 1, "join")))?;
    Some(place.say(
        (found, found),
        "EXISTS is a condition and no table.",
        "Write it after WHERE, or leave EXISTS out to read the subquery: `FROM (SELECT …) AS t`.",
    ))
}

pub(super) fn filter_without_where(place: &Place<'_>) -> Option<Diagnostic> {
    let opens = |at: usize| place.sign(at + 1) == Some(&Token::LParen) && !place.is(at + 2, "where");
    let filter = (0..place.at).rev().find(|at| place.is(*at, "filter") && opens(*at))?;
    Some(place.say((filter, place.at), "FILTER needs WHERE inside its parentheses.", "Write `FILTER (WHERE a = 1)`."))
}
