//! Columns that are neither grouped nor aggregated.

use super::cause::Cause;
use super::written::Written;
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
    let message = match name {
        Some(name) => format!("`{name}` is neither in GROUP BY nor inside an aggregate."),
        None => "This part is neither in GROUP BY nor inside an aggregate.".to_owned(),
    };
    let reason = match written.find("group") {
        Some(_) => "A group has many rows but gives one, so it must be clear which value is meant.",
        None => "An aggregate without GROUP BY gives one row for the whole table, so it must be clear which value is meant.",
    };
    let help = match name {
        Some(name) => format!("Add `{name}` to GROUP BY, or choose one value, for example with min({name}) or max({name})."),
        None => "Add it to GROUP BY, or put it inside an aggregate such as min or max.".to_owned(),
    };
    Some(written.place(Diagnostic::error("sql-missing-group-by", message).note(reason).help(help), span))
}
