//! Columns that are neither grouped nor aggregated.

use super::cause::Cause;
use super::written::{Written, word};
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

/// A column in SELECT, HAVING, ORDER BY or QUALIFY that GROUP BY does not have.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    if !text.contains("must appear in the GROUP BY clause") {
        return None;
    }
    let full = text.split_once("column \"").and_then(|(_, rest)| rest.split_once("\" must appear")).map(|(name, _)| name);
    let name = full.map(|name| name.rsplit('.').next().unwrap_or(name)).filter(|name| !name.contains(['(', ' ']));
    let span = cause.span().map(|span| written.engine_span(span)).or_else(|| written.find(name?));
    if let (None, Some(name), Some(star)) = (&span, name, star(written)) {
        let finding =
            Diagnostic::error("sql-missing-group-by", format!("The star takes `{name}`, which is neither in GROUP BY nor aggregated."))
                .note("A group has many rows but gives one, so it must be clear which value is meant.")
                .help("Write the columns of GROUP BY, and aggregates, in place of the star.");
        return Some(finding.at(written.file, star));
    }
    let message = match name {
        Some(name) => format!("`{name}` is neither in GROUP BY nor inside an aggregate."),
        None => "This part is neither in GROUP BY nor inside an aggregate.".to_owned(),
    };
    let reason = match written.find("group") {
        Some(_) => "A group has many rows but gives one, so it must be clear which value is meant.",
        None => "An aggregate without GROUP BY gives one row for the whole table, so it must be clear which value is meant.",
    };
    let help = match name {
        Some(name) if grouped_inside(written, name) => {
            format!("GROUP BY has an expression of `{name}`: write the same expression here.")
        }
        Some(name) => format!("Add `{name}` to GROUP BY, or choose one value, for example with min({name}) or max({name})."),
        None => "Add it to GROUP BY, or put it inside an aggregate such as min or max.".to_owned(),
    };
    Some(written.place(Diagnostic::error("sql-missing-group-by", message).note(reason).help(help), span))
}

/// The star after SELECT, which stands for columns that are not written.
fn star(written: &Written<'_>) -> Option<std::ops::Range<usize>> {
    let pair = written.words().windows(2).find(|pair| pair[1].token == Token::Mul && pair[0].token != Token::LParen)?;
    Some(written.span(pair[1].span))
}

/// Whether GROUP BY has the column inside an expression.
fn grouped_inside(written: &Written<'_>, name: &str) -> bool {
    let is = |token: &Token, name: &str| word(token).is_some_and(|word| word.eq_ignore_ascii_case(name));
    let tokens = written.words().iter().map(|token| &token.token);
    let after = tokens.skip_while(|token| !is(token, "group"));
    let clause = after.take_while(|token| !is(token, "having") && !is(token, "order") && !is(token, "limit"));
    clause.into_iter().any(|token| is(token, name))
}
