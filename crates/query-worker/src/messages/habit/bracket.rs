//! Parentheses: missing, left open, or of the wrong kind.

use super::Place;
use crate::messages::written::is_name;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

/// `= SELECT …` and `FROM SELECT …`.
pub(super) fn elsewhere_subquery(place: &Place<'_>) -> Option<Diagnostic> {
    let compares = |token: &Token| matches!(token, Token::Eq | Token::Neq | Token::Lt | Token::Gt | Token::LtEq | Token::GtEq);
    let introduces =
        |at: usize| ["from", "join", "in", "exists"].iter().any(|word| place.is(at, word)) || place.sign(at).is_some_and(compares);
    let last = place.at.min(place.tokens.len() - 1);
    let select = (1..=last).rev().find(|at| place.is(*at, "select") && introduces(at - 1))?;
    Some(place.say(
        (select, select),
        "A subquery stands in parentheses.",
        "Write `(SELECT …)`; after FROM it also takes a name: `(SELECT …) AS t`.",
    ))
}

pub(super) fn other_brackets(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::LBrace | Token::LBracket);
    let list = found && place.is(place.before(1)?, "in");
    list.then(|| place.say((place.at, place.at), "The list after IN stands in round parentheses.", "Write `IN (1, 2)`."))
}

pub(super) fn extra_parenthesis(place: &Place<'_>) -> Option<Diagnostic> {
    let found = *place.sign(place.at)? == Token::RParen;
    let count = |sign: &Token| place.tokens[..place.at].iter().filter(|token| token.token == *sign).count();
    let closes_nothing = found && count(&Token::LParen) == count(&Token::RParen);
    closes_nothing.then(|| place.say((place.at, place.at), "This parenthesis closes nothing.", "Delete it, or open one before."))
}

/// An opened parenthesis that nothing closes, however far the parser came.
pub(super) fn open_parenthesis(place: &Place<'_>) -> Option<Diagnostic> {
    let mut open = Vec::new();
    for at in 0..place.tokens.len() {
        match place.sign(at) {
            Some(Token::LParen) => open.push(at),
            Some(Token::RParen) => drop(open.pop()),
            _ => {}
        }
    }
    let opened = open.pop().filter(|_| place.at < place.tokens.len())?;
    Some(place.say((opened, opened), "This parenthesis is opened and never closed.", "Close it with `)`."))
}

pub(super) fn in_without_parentheses(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.at < place.tokens.len() && place.is(place.before(1)?, "in");
    let help = || format!("Write `IN ({})`.", place.text(place.at));
    found.then(|| place.say((place.at, place.at), "The list after IN stands in parentheses.", help()))
}

pub(super) fn over_bare(place: &Place<'_>) -> Option<Diagnostic> {
    let begins = |at: usize| ["order", "partition", "rows", "range"].iter().any(|word| place.is(at, word));
    let over = (0..place.at).rev().find(|at| place.is(*at, "over") && begins(at + 1))?;
    Some(place.say((over, over), "The window after OVER stands in parentheses.", "Write `OVER (ORDER BY a)`."))
}

/// USING and DISTINCT ON without the parentheses around their columns.
pub(super) fn bare_columns(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let distinct = place.is(before, "on") && place.before(2).is_some_and(|at| place.is(at, "distinct"));
    let found = place.tokens.get(place.at).is_some_and(is_name) && (place.is(before, "using") || distinct);
    let clause = if distinct { "DISTINCT ON" } else { "USING" };
    let column = || place.text(place.at);
    found.then(|| {
        place.say(
            (place.at, place.at),
            format!("The columns of {clause} stand in parentheses."),
            format!("Write `{clause} ({})`.", column()),
        )
    })
}

pub(super) fn any_list(place: &Place<'_>) -> Option<Diagnostic> {
    let opened =
        (0..place.at).rev().find(|at| (place.is(*at, "any") || place.is(*at, "all")) && place.sign(at + 1) == Some(&Token::LParen))?;
    let listed = *place.sign(place.at)? == Token::Comma && place.at == opened + 3;
    let found = place.text(opened).to_uppercase();
    listed.then(|| place.say((opened, place.at), format!("{found} takes a subquery, not a list."), "Write `IN (1, 2)` for a list."))
}
