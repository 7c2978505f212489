//! Values of the wrong type, and text that is no number or date.

use super::cause::Cause;
use super::written::Written;
use crate::statement;
use datafusion::arrow::error::ArrowError;
use datafusion::common::Span as EngineSpan;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{Expr, Spanned, Visitor};
use datafusion::sql::sqlparser::tokenizer::Span;
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::{ControlFlow, Range};

/// An operation on types that do not go together, or a conversion that fails.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    if let Some(ArrowError::CastError(text) | ArrowError::ParseError(text)) = cause.arrow() {
        return Some(conversion(written, text));
    }
    let text = cause.text();
    if text.contains("Cannot cast ") || text.contains("Error parsing timestamp") {
        return Some(conversion(written, &text));
    }
    let (left, operator, right) = operation(&text)?;
    if text.contains("Struct(") && ["=", "!=", "<>"].contains(&operator) {
        let finding = Diagnostic::error("sql-type-mismatch", format!("`{operator}` compares with one value, and here are several."))
            .help(if operator == "=" { "Write `IN (1, 2)`." } else { "Write `NOT IN (1, 2)`." });
        return Some(written.place(finding, operation_place(written, cause, operator)));
    }
    let (left, right) = (type_in_words(left), type_in_words(right));
    let message = match operator {
        "=" | "!=" | "<>" | "<" | ">" | "<=" | ">=" => format!("{left} and {right} cannot be compared with each other."),
        _ => format!("`{operator}` does not work between {left} and {right}."),
    };
    let instant = |side: &str| side == "a date" || side == "a timestamp";
    let finding = Diagnostic::error("sql-type-mismatch", capitalised(&message));
    let finding = match (instant(left) || instant(right)) && (operator == "+" || operator == "-") {
        _ if left == "text" && right == "text" && operator == "+" => finding.help("Join texts with `||`: `a || ' ' || b`."),
        true => finding.help(format!("Write a length of time: `a {operator} INTERVAL '1 day'`.")),
        false => finding.help("Use values of one type, or convert one side, for example with CAST(a AS DOUBLE) or CAST(a AS DATE)."),
    };
    Some(written.place(finding, operation_place(written, cause, operator)))
}

/// The whole operation: the engine points at its left side only, or nowhere.
fn operation_place(written: &Written<'_>, cause: &Cause<'_>, operator: &str) -> Option<Range<usize>> {
    struct Search<'a> {
        operator: &'a str,
        /// The side at which the engine points.
        left: Option<EngineSpan>,
        found: Option<Span>,
    }
    impl Visitor for Search<'_> {
        type Break = ();

        fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
            let Expr::BinaryOp { left, op, right } = expression else { return ControlFlow::Continue(()) };
            let is = |side: &Expr| EngineSpan::try_from_sqlparser_span(side.span()) == self.left;
            let starts_there = self.left.is_none() || is(left) || is(right);
            if op.to_string() == self.operator && starts_there {
                self.found = Some(expression.span());
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        }
    }
    let engine = cause.span();
    let mut search = Search { operator, left: engine, found: None };
    if let Ok(Statement::Statement(statement)) = statement::read(written) {
        let _ = walk(&statement, &mut search);
    }
    let found = search.found.filter(|span| span.start.line > 0).map(|span| written.span(span));
    let sets = || ["intersect", "except"].iter().find_map(|word| written.find(word));
    found.or_else(|| engine.map(|span| written.engine_span(span))).or_else(sets)
}

/// Text that should have been a number, a date or the like. The value is shown only when it was written in the query: it may come
/// from data that the writer is not meant to see.
fn conversion(written: &Written<'_>, text: &str) -> Diagnostic {
    let value = text.split('\'').nth(1);
    let target = text.rsplit_once("value of ").or_else(|| text.rsplit_once("to type ")).map(|(_, target)| target);
    let target = match target {
        Some(target) => type_in_words(target.split([' ', ':']).next().unwrap_or(target)),
        None if text.contains("timestamp") => "a timestamp",
        None => "a value of that type",
    };
    let place = value.and_then(|value| written.find_text(value));
    match (value, place) {
        (Some(value), Some(span)) => Diagnostic::error("sql-conversion", format!("'{value}' cannot be read as {target}."))
            .note(format!("The query needs {target} in this place."))
            .help(match is_minute(value) {
                true => format!("Write the seconds too: '{value}:00'."),
                false if target == "a date" => "Write year, month and day: '2024-01-31'; the day must be in the calendar.".to_owned(),
                false if target == "a timestamp" => "Write day and time: '2024-01-31 14:00:00', with hours from 0 to 23.".to_owned(),
                false => "Write a value of the same type, or compare with a column of text.".to_owned(),
            })
            .at(written.file, span),
        _ => {
            let finding = Diagnostic::error("sql-conversion", format!("A value of a column cannot be read as {target}."))
                .help("Use TRY_CAST, which gives NULL for values that do not fit, or leave such rows out with WHERE.");
            let makers = ["cast", "extract", "date_part", "date_trunc", "date_diff", "to_date", "to_timestamp"];
            written.place(finding, makers.iter().find_map(|maker| written.find(maker)))
        }
    }
}

/// `2026-03-10 14:00`: a timestamp to the minute.
fn is_minute(value: &str) -> bool {
    let shape = "0000-00-00 00:00";
    let fits =
        |(sign, wanted): (char, char)| if wanted == '0' { sign.is_ascii_digit() } else { sign == wanted || (wanted == ' ' && sign == 'T') };
    value.len() == shape.len() && value.chars().zip(shape.chars()).all(fits)
}

/// `Utf8 > Int64` from the engine's sentence.
fn operation(text: &str) -> Option<(&str, &str, &str)> {
    let starts = [
        "Cannot infer common argument type for comparison operation ",
        "Cannot coerce arithmetic expression ",
        "Cannot infer common argument type for logical boolean operation ",
        "Cannot infer common argument type for regex operation ",
        "Cannot infer common string type for bitwise operation ",
    ];
    let rest = starts.iter().find_map(|start| Some(text.split_once(start)?.1))?;
    let rest = rest.split(" to valid types").next()?.lines().next()?;
    let mut parts = rest.split(' ').filter(|part| !part.is_empty());
    let left = parts.next()?;
    let operator = parts.next()?;
    Some((left, operator, parts.next_back()?))
}

/// The engine's name of a type, in words.
fn type_in_words(name: &str) -> &'static str {
    let is = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    match () {
        () if is(&["Int", "UInt"]) => "a whole number",
        () if is(&["Float", "Decimal"]) => "a number",
        () if is(&["Utf8", "LargeUtf8", "string"]) => "text",
        () if is(&["Date"]) => "a date",
        () if is(&["Timestamp"]) => "a timestamp",
        () if is(&["Time"]) => "a time of day",
        () if is(&["Interval", "Duration"]) => "a length of time",
        () if is(&["Boolean", "bool"]) => "a truth value",
        () if is(&["List", "LargeList", "FixedSizeList"]) => "a list",
        () if is(&["Struct"]) => "a record",
        () if is(&["Null"]) => "NULL",
        () => "another type",
    }
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
