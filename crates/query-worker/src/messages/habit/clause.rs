//! Clauses that stand twice, too late, or with nothing in them.

use super::{ORDER, Place};
use crate::messages::written::{is_name, word};
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

/// `WHERE AND …` and `ORDER BY LIMIT …`: the parser takes the second word for a name.
pub(super) fn nothing_between(place: &Place<'_>) -> Option<Diagnostic> {
    let second = place.before(1)?;
    let first = place.before(2)?;
    let opens = ["where", "and", "or", "on", "having", "by", "qualify"].iter().any(|word| place.is(first, word));
    let begins = ["and", "or"].iter().any(|word| place.is(second, word)) || place.rank(second).is_some();
    let (one, other) = (place.text(first), place.text(second));
    (opens && begins).then(|| {
        let help = "Write what belongs there, or delete one of the two.";
        place.say((first, second), format!("Nothing stands between `{one}` and `{other}`."), help)
    })
}

pub(super) fn second_with(place: &Place<'_>) -> Option<Diagnostic> {
    let with =
        place.before(1).filter(|at| place.is(*at, "with") && at.checked_sub(1).and_then(|at| place.sign(at)) == Some(&Token::Comma))?;
    Some(place.say((with, with), "WITH stands once, before the first of its parts.", "Delete this one; the comma is enough."))
}

pub(super) fn join_word(place: &Place<'_>) -> Option<Diagnostic> {
    const AFTER: [&str; 6] = ["join", "outer", "semi", "anti", "natural", "on"];
    let side = |at: usize| ["left", "right", "full", "inner", "cross"].iter().any(|side| place.is(at, side));
    let bare = |at: usize| {
        let next = place.tokens.get(at + 1).is_some_and(is_name);
        side(at) && next && !AFTER.iter().any(|word| place.is(at + 1, word))
    };
    let found = (0..place.at).rev().find(|at| bare(*at))?;
    let side = place.text(found).to_uppercase();
    Some(place.say((found, found + 1), format!("JOIN is missing after {side}."), format!("Write `{side} JOIN {}`.", place.text(found + 1))))
}

pub(super) fn outer(place: &Place<'_>) -> Option<Diagnostic> {
    let outer = place.before(1).filter(|at| place.is(*at, "outer") && place.is(place.at, "join"))?;
    Some(place.say((outer, outer), "OUTER does not say which side keeps its rows.", "Write LEFT JOIN, RIGHT JOIN or FULL JOIN."))
}

pub(super) fn on_and_using(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "using") && (0..place.at).any(|at| place.is(at, "on"));
    let message = "ON and USING both say what belongs together.";
    found.then(|| place.say((place.at, place.at), message, "Keep one of them."))
}

pub(super) fn partition(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "partition") && !place.is(place.at + 1, "by");
    found.then(|| place.say((place.at, place.at), "PARTITION is followed by BY.", "Write `PARTITION BY a`."))
}

pub(super) fn percent(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "percent") && place.before(2).is_some_and(|at| place.is(at, "limit"));
    found.then(|| {
        let help = "Leave PERCENT out; for a share of the rows compare row_number() with count(*) OVER ().";
        place.say((place.at, place.at), "LIMIT takes a number of rows, not a share.", help)
    })
}

pub(super) fn direction_in_full(place: &Place<'_>) -> Option<Diagnostic> {
    let (name, short) = [("descending", "DESC"), ("ascending", "ASC")].into_iter().find(|(name, _)| place.is(place.at, name))?;
    let ordered = place.clauses().first().is_some_and(|at| place.is(*at, "order"));
    ordered.then(|| place.say((place.at, place.at), format!("`{name}` is not known here."), format!("Write {short}.")))
}

pub(super) fn direction_first(place: &Place<'_>) -> Option<Diagnostic> {
    let direction = place.before(1).filter(|at| place.is(*at, "desc") || place.is(*at, "asc"))?;
    let ordered = place.is(place.before(2)?, "by");
    let name = ordered.then(|| word(&place.tokens.get(place.at)?.token)).flatten()?;
    let found = place.text(direction).to_uppercase();
    Some(place.say((direction, place.at), format!("{found} stands after the column."), format!("Write `{name} {found}`.")))
}

pub(super) fn clause_order(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.clause_name(place.at)?;
    let clauses = place.clauses();
    if place.is(place.at, "on") {
        return Some(place.say(
            (place.at, place.at),
            "ON stands before its JOIN here.",
            "Write the table after JOIN first: `JOIN … ON …`.",
        ));
    }
    if ["union", "except", "intersect"].iter().any(|word| place.is(place.at, word)) {
        let ended = clauses.iter().rfind(|at| place.is(**at, "order") || place.is(**at, "limit"))?;
        let word = place.clause_name(*ended)?;
        let message = format!("{word} stands before {found} here, and belongs to the whole.");
        return Some(place.say((*ended, place.at), message, format!("Put it at the end, or put the query before {found} in parentheses.")));
    }
    let rank = place.rank(place.at)?;
    if clauses.iter().any(|at| place.rank(*at) == Some(rank)) {
        let help = match ORDER[rank] {
            "where" | "having" | "qualify" => "Join the conditions with AND.",
            "group" | "order" => "Put all columns after one BY, with commas between them.",
            "from" => "Put JOIN and a condition between the tables.",
            "select" => "Put all columns after one SELECT, or UNION ALL between two queries.",
            _ => "Keep one of them.",
        };
        return Some(place.say((place.at, place.at), format!("{found} stands twice in one query."), help));
    }
    let later = clauses.into_iter().rfind(|at| place.rank(*at) > Some(rank))?;
    let later = place.clause_name(later)?;
    let help = format!("Put {found} before {later}; the order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.");
    Some(place.say((place.at, place.at), format!("{found} stands after {later} here."), help))
}
