//! Columns that are not there, and columns that are there twice.

use super::cause::Cause;
use super::written::{Written, is_name, listed, word};
use crate::tables::NamedTable;
use datafusion::common::{Column, SchemaError};
use datafusion::error::DataFusionError;
use datafusion::sql::sqlparser::keywords::Keyword;
use datafusion::sql::sqlparser::tokenizer::{Token, TokenWithSpan};
use footbridge_diagnostic::{Diagnostic, nearest};
use std::ops::Range;

/// How many columns are named in a note.
const LISTED: usize = 12;

/// Functions that are written without their parentheses.
const CALLED: [&str; 5] = ["count", "sum", "avg", "min", "max"];

/// Units of time, which functions take as a text.
const UNITS: [&str; 8] = ["year", "quarter", "month", "week", "day", "hour", "minute", "second"];

/// A column nobody has.
pub(super) fn explain(written: &Written<'_>, tables: &[NamedTable], cause: &Cause<'_>) -> Option<Diagnostic> {
    let DataFusionError::SchemaError(error, _) = cause.root else { return None };
    let SchemaError::FieldNotFound { field, valid_fields } = error.as_ref() else { return None };
    let span = place(written, cause, field);
    let quoted = span.clone().is_some_and(|span| written.sql[span].trim_start_matches(|c| c != '"').starts_with('"'));
    let prefix = field.relation.as_ref().map(|relation| relation.table().to_owned());
    if let Some(prefix) = &prefix
        && !valid_fields.iter().any(|valid| valid.relation.as_ref().is_some_and(|relation| relation.table() == prefix))
    {
        return Some(written.place(unknown_prefix(written, prefix, valid_fields), span));
    }
    let candidates: Vec<&Column> = valid_fields
        .iter()
        .filter(|valid| prefix.is_none() || valid.relation.as_ref().map(|relation| relation.table()) == prefix.as_deref())
        .collect();
    let names = || candidates.iter().map(|column| column.name.as_str());
    let message = match &prefix {
        Some(prefix) => format!("There is no column `{}` in `{prefix}`.", field.name),
        None => format!("There is no column `{}` here.", field.name),
    };
    let mut finding = Diagnostic::error("sql-unknown-column", message);
    finding = with_advice(finding, written, &field.name, quoted, || names().collect());
    if finding.help.is_empty() {
        finding = match &prefix {
            None => elsewhere(finding, written, (tables, &candidates), &field.name, span.as_ref()),
            Some(prefix) => {
                finding.help(format!("Use one of the columns of `{prefix}`, or give one of them this name with AS where it is made."))
            }
        };
    }
    if candidates.is_empty() {
        finding = finding.note("There is no table here whose columns could be used.");
    } else {
        finding = finding.note(format!("The columns here are {}.", listed(names(), LISTED)));
    }
    Some(written.place(finding, span))
}

/// The most likely reason for an unknown name, and what to do about it.
fn with_advice<'a>(finding: Diagnostic, written: &Written<'_>, name: &str, quoted: bool, names: impl Fn() -> Vec<&'a str>) -> Diagnostic {
    if CALLED.contains(&name) {
        return finding.note(format!("`{name}` is a function.")).help(match name {
            "count" => "Write `count(*)`.".to_owned(),
            _ => format!("Write `{name}(a)` with the column that is meant."),
        });
    }
    if alias_comes_later(written, name) {
        return finding
            .note(format!("`{name}` is a name given in SELECT, and there is none yet where this part of the query is worked out."))
            .help("Repeat the expression here, or name it in a subquery or WITH and filter outside.");
    }
    if let Some(same) = names().into_iter().find(|other| other.to_lowercase() == name.to_lowercase()) {
        return match same == same.to_lowercase() {
            true => finding.note("A name in double quotes must have the same capital letters.").help(format!("Write `{same}`.")),
            false => finding.note("Names without quotes are read in lower case.").help(format!("Write it in double quotes: `\"{same}\"`.")),
        };
    }
    match nearest(name, names()).filter(|_| name.len() > 2) {
        Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
        None if quoted => {
            finding.note("Double quotes are for names of columns and tables.").help(format!("For text, use single quotes: '{name}'."))
        }
        None => finding,
    }
}

/// The name is a column of a table that is not read here, or perhaps no name at all.
fn elsewhere(
    finding: Diagnostic,
    written: &Written<'_>,
    (tables, candidates): (&[NamedTable], &[&Column]),
    name: &str,
    span: Option<&Range<usize>>,
) -> Diagnostic {
    if UNITS.contains(&name) {
        return finding.help(format!("A unit of time stands in single quotes: '{name}'."));
    }
    let dotted = |column: &&&Column| column.relation.as_ref().is_some_and(|table| format!("{}_{}", table.table(), column.name) == name);
    if let Some(Column { relation: Some(table), name: column, .. }) = candidates.iter().find(dotted).copied() {
        return finding.help(format!("Write `{}.{column}`, with a dot.", table.table()));
    }
    if name == "unique" || nearest(name, ["distinct"]).is_some() {
        return finding.help("For each value once write SELECT DISTINCT.");
    }
    if let Some(table) = tables.iter().find(|table| table.name.eq_ignore_ascii_case(name)) {
        return finding.note(format!("`{}` is a table.", table.name)).help("Write one of the columns; a table stands after FROM or JOIN.");
    }
    if candidates.iter().any(|column| column.relation.as_ref().is_some_and(|relation| relation.table() == name)) {
        let finding = finding.note(format!("`{name}` is the name of a table here."));
        let next = span.and_then(|span| next_name(written, span)).unwrap_or(&candidates[0].name);
        return finding.help(format!("Put a dot between table and column: `{name}.{next}`."));
    }
    if let Some(value) = span.and_then(|span| assigned(written, span)) {
        return finding.help(format!("To name a column write the value first: `{value} AS {name}`."));
    }
    let owner = tables.iter().find(|table| table.columns.iter().any(|column| column == name));
    match owner {
        Some(table) if candidates.is_empty() => finding.help(format!("Add FROM {}, which has a column `{name}`.", table.name)),
        Some(table) => finding.help(format!("`{}` has a column `{name}`: join that table to use it.", table.name)),
        None if span.is_some_and(|span| is_compared(written, span)) => finding.help("If it is meant as text, put it in single quotes."),
        None => finding.help("Use one of the columns that are here."),
    }
}

/// The name among the next two words and signs.
fn next_name<'a>(written: &'a Written<'_>, span: &Range<usize>) -> Option<&'a str> {
    let at = written.token_at(span.start)?;
    let after = written.words().iter().skip(at + 1).take(2);
    after.into_iter().find(|token| is_name(token)).and_then(|token| word(&token.token))
}

/// `amount` in `SELECT total = amount`.
fn assigned<'a>(written: &'a Written<'_>, span: &Range<usize>) -> Option<&'a str> {
    let at = written.token_at(span.start)?;
    let tokens = written.words();
    let begins = |token: &TokenWithSpan| token.token == Token::Comma || keyword(token) == Some(Keyword::SELECT);
    let first = at.checked_sub(1).is_some_and(|before| begins(&tokens[before]));
    (first && tokens.get(at + 1)?.token == Token::Eq).then(|| word(&tokens.get(at + 2)?.token))?
}

/// Whether a value may be meant: after a comparison, or in a list.
fn is_compared(written: &Written<'_>, span: &Range<usize>) -> bool {
    let Some(at) = written.token_at(span.start) else { return false };
    let before = &written.words()[..at];
    let sign = |token: &TokenWithSpan| matches!(token.token, Token::Eq | Token::Neq | Token::Lt | Token::Gt | Token::LtEq | Token::GtEq);
    let words = [Keyword::LIKE, Keyword::ILIKE, Keyword::BETWEEN, Keyword::IN];
    before.last().is_some_and(sign)
        || before.iter().rev().take(4).any(|token| keyword(token).is_some_and(|keyword| words.contains(&keyword)))
}

fn unknown_prefix(written: &Written<'_>, prefix: &str, valid: &[Column]) -> Diagnostic {
    let mut prefixes: Vec<&str> = valid.iter().filter_map(|column| column.relation.as_ref()).map(|relation| relation.table()).collect();
    prefixes.dedup();
    let mut finding = Diagnostic::error("sql-unknown-table", format!("There is no table or alias `{prefix}` in this part of the query."));
    // A name that is read somewhere else in the query is no slip of the pen.
    let elsewhere = written.words().windows(2).any(|pair| {
        let begins = begins_table(&pair[0]) || is_name(&pair[0]) || keyword(&pair[0]) == Some(Keyword::AS);
        begins && pair[0].token != Token::Comma && word(&pair[1].token) == Some(prefix)
    });
    // Of names with one or two letters all are near.
    let near = nearest(prefix, prefixes.iter().copied()).filter(|_| !elsewhere && prefix.len() > 2);
    finding = match (near, prefixes.as_slice()) {
        (Some(meant), _) => finding.help(format!("Did you mean `{meant}`?")),
        (None, [only]) => {
            match elsewhere && written.find("select") != written.words().iter().rev().find_map(|token| select(written, token)) {
                true => finding
                    .help(format!("Use a column of `{only}`; what another part of the query reads has to be selected or joined there.")),
                false => finding.help(format!("Write `{only}` in place of `{prefix}`.")),
            }
        }
        (None, several) => finding.help(format!("Use a name from FROM: {}.", listed(several.iter().copied(), LISTED))),
    };
    match prefixes.as_slice() {
        [] => finding,
        _ => finding
            .note(format!("Columns here can be prefixed with {}.", listed(prefixes.iter().copied(), LISTED)))
            .note("A table with an alias goes by its alias only."),
    }
}

/// A column that two tables have.
pub(super) fn explain_ambiguous(written: &Written<'_>, tables: &[NamedTable], cause: &Cause<'_>) -> Option<Diagnostic> {
    if let Some((_, repeated)) = cause.text().split_once("Projections require unique expression names but the expression \"") {
        return Some(selected_twice(written, repeated.split('"').next().unwrap_or_default()));
    }
    let DataFusionError::SchemaError(error, _) = cause.root else { return None };
    match error.as_ref() {
        SchemaError::AmbiguousReference { field } => Some(ambiguous(written, tables, cause, field)),
        SchemaError::DuplicateQualifiedField { name, .. } | SchemaError::DuplicateUnqualifiedField { name } => {
            let finding = Diagnostic::error("sql-duplicate-column", format!("Two columns of this part of the query are called `{name}`."))
                .help(match name.chars().all(|letter| letter.is_alphanumeric() || letter == '_') {
                    true => format!("Give one of them another name with AS, for example `{name} AS other_{name}`."),
                    false => "Give one of them a name of its own with AS, for example `count(*) AS orders`.".to_owned(),
                });
            Some(written.place(finding, written.find(name)))
        }
        SchemaError::FieldNotFound { .. } => None,
    }
}

fn selected_twice(written: &Written<'_>, column: &str) -> Diagnostic {
    let name = column.rsplit('.').next().unwrap_or(column);
    let finding = Diagnostic::error("sql-duplicate-column", format!("Two columns of this part of the query are called `{name}`."));
    let starred = written.words().iter().any(|token| token.token == Token::Mul);
    let finding = match starred {
        true => finding
            .note(format!("The star takes all columns of its table, `{name}` too."))
            .help(format!("Leave `{name}` out beside the star, or give it another name with AS.")),
        false => finding.help("Give one of them another name with AS."),
    };
    written.place(finding, written.find(name))
}

fn ambiguous(written: &Written<'_>, tables: &[NamedTable], cause: &Cause<'_>, field: &Column) -> Diagnostic {
    let name = &field.name;
    let finding = Diagnostic::error("sql-ambiguous-column", format!("More than one table here has a column `{name}`."));
    let owners = owners(written, tables, name);
    let choices: Vec<String> = owners.iter().map(|prefix| format!("`{prefix}.{name}`")).collect();
    let finding = match choices.as_slice() {
        [first, .., last] => finding.help(format!("Say which one you mean: {first} or {last}.")),
        _ => finding.help(format!("Put the table or its alias in front: `table.{name}`.")),
    };
    written.place(finding, place(written, cause, field))
}

/// Prefixes of the tables in FROM that have this column, as far as the words of the query tell.
fn owners(written: &Written<'_>, tables: &[NamedTable], column: &str) -> Vec<String> {
    let tokens = written.words();
    let mut owners = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(table) = word(&token.token).and_then(|name| {
            tables.iter().find(|table| table.name.eq_ignore_ascii_case(name) && table.columns.iter().any(|known| known == column))
        }) else {
            continue;
        };
        if at.checked_sub(1).is_none_or(|before| !begins_table(&tokens[before])) {
            continue;
        }
        let after = tokens.get(at + 1..).unwrap_or_default();
        let after = if after.first().is_some_and(|token| keyword(token) == Some(Keyword::AS)) { &after[1..] } else { after };
        let alias = after.first().filter(|token| is_name(token)).and_then(|token| word(&token.token));
        owners.push(alias.map_or_else(|| table.name.to_lowercase(), str::to_lowercase));
    }
    owners
}

fn begins_table(token: &TokenWithSpan) -> bool {
    token.token == Token::Comma || matches!(keyword(token), Some(Keyword::FROM | Keyword::JOIN))
}

fn select(written: &Written<'_>, token: &TokenWithSpan) -> Option<Range<usize>> {
    (keyword(token) == Some(Keyword::SELECT)).then(|| written.span(token.span))
}

fn keyword(token: &TokenWithSpan) -> Option<Keyword> {
    match &token.token {
        Token::Word(word) => Some(word.keyword),
        _ => None,
    }
}

/// Whether the name is given in a SELECT of this query, with AS or by standing after an expression.
fn alias_comes_later(written: &Written<'_>, name: &str) -> bool {
    written.words().windows(3).any(|three| {
        let [before, alias, after] = three else { return false };
        let named = word(&alias.token).is_some_and(|alias| alias.eq_ignore_ascii_case(name));
        let ends_item = after.token == Token::Comma || keyword(after) == Some(Keyword::FROM);
        let ends_value = before.token == Token::RParen || is_name(before) || keyword(before) == Some(Keyword::AS);
        named && ends_item && ends_value
    })
}

fn place(written: &Written<'_>, cause: &Cause<'_>, field: &Column) -> Option<Range<usize>> {
    let engine = field.spans().first().or_else(|| cause.span());
    engine.map(|span| written.engine_span(span)).or_else(|| written.find(&field.name))
}
