//! Text that is not SQL.

use super::habit;
use super::written::{Written, is_name, listed, word};
use datafusion::sql::sqlparser::parser::ParserError;
use datafusion::sql::sqlparser::tokenizer::{Location, Token, TokenWithSpan, TokenizerError};
use footbridge_diagnostic::{Diagnostic, nearest};
use std::ops::Range;

/// Keywords that are often mistyped.
const KEYWORDS: [&str; 27] = [
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP",
    "ORDER",
    "HAVING",
    "LIMIT",
    "OFFSET",
    "INNER",
    "LEFT",
    "RIGHT",
    "FULL",
    "OUTER",
    "CROSS",
    "JOIN",
    "USING",
    "UNION",
    "EXCEPT",
    "INTERSECT",
    "DISTINCT",
    "BETWEEN",
    "WINDOW",
    "PARTITION",
    "QUALIFY",
    "LIKE",
    "EXISTS",
    "AND",
];

/// What the parser expects when it has understood a whole query.
const END: &str = "the end of the query";

/// The text cannot even be split into words.
pub(crate) fn not_readable(written: &Written<'_>, error: &TokenizerError) -> Diagnostic {
    let start = written.offset(error.location);
    if error.message.contains("comment") {
        let opened = written.sql.rfind("/*").unwrap_or(start);
        return Diagnostic::error("sql-syntax", "This comment is opened and never closed.")
            .help("Close it with `*/`.")
            .at(written.file, opened..written.end());
    }
    let unclosed = error.message.starts_with("Unterminated") || error.message.starts_with("Expected close delimiter");
    let finding = match unclosed {
        true => Diagnostic::error("sql-syntax", "This text is opened with a quote and never closed.")
            .help("Close it with the same quote; a quote inside the text is written twice: 'it''s'."),
        false => {
            Diagnostic::error("sql-syntax", "This character has no meaning in SQL.").help("Delete it, or put text into single quotes.")
        }
    };
    finding.at(written.file, start..written.end().max(start))
}

/// The words do not make a query.
pub(crate) fn not_parsed(written: &Written<'_>, error: &ParserError) -> Diagnostic {
    match error {
        ParserError::RecursionLimitExceeded => too_deep(written),
        ParserError::TokenizerError(message) | ParserError::ParserError(message) => unexpected(written, message),
    }
}

fn too_deep(written: &Written<'_>) -> Diagnostic {
    Diagnostic::error("sql-too-deep", "Expressions or subqueries are nested too deeply to be read.")
        .help("Take inner parts out into WITH, each under a name of its own.")
        .at(written.file, 0..0)
}

/// The parser writes `Expected: …, found: … at Line: 1, Column: 5`.
fn unexpected(written: &Written<'_>, message: &str) -> Diagnostic {
    let location = location(message);
    let at = location.and_then(|location| written.words().iter().position(|token| token.span.start == location));
    let expected = message.strip_prefix("Expected: ").and_then(|rest| rest.split(", found:").next()).map(in_words);
    let gave_up = at.or_else(|| location.is_none().then(|| written.words().len()));
    if let Some(finding) = gave_up.and_then(|at| habit::explain(written, at)) {
        return finding;
    }
    match (at, location) {
        (Some(at), _) => at_token(written, at, expected),
        (None, Some(location)) => {
            let start = written.offset(location);
            plain(expected, "The query cannot be read here").at(written.file, start..start)
        }
        (None, None) => at_end(written, expected),
    }
}

fn plain(expected: Option<String>, message: &str) -> Diagnostic {
    match expected {
        Some(expected) => Diagnostic::error("sql-syntax", format!("{message}: {expected} should follow.")),
        None => Diagnostic::error("sql-syntax", format!("{message}.")),
    }
}

fn at_end(written: &Written<'_>, expected: Option<String>) -> Diagnostic {
    let end = written.end();
    let finding = match written.words().last().and_then(|token| word(&token.token)) {
        Some(last) if expected.is_some() => plain(expected, &format!("The query ends after `{last}`")),
        _ => plain(expected, "The query ends too early"),
    };
    let opened = unclosed_parenthesis(written.words());
    match opened {
        Some(opened) => finding
            .note("A parenthesis that was opened is not closed.")
            .help("Close it with `)`.")
            .at(written.file, written.span(opened.span).start..end),
        None => finding.help("Write the rest of the query.").at(written.file, end..end),
    }
}

fn unclosed_parenthesis(tokens: &[TokenWithSpan]) -> Option<&TokenWithSpan> {
    let mut open = Vec::new();
    for token in tokens {
        match token.token {
            Token::LParen => open.push(token),
            Token::RParen => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

fn at_token(written: &Written<'_>, at: usize, expected: Option<String>) -> Diagnostic {
    let tokens = written.words();
    let token = &tokens[at];
    let span = written.span(token.span);
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    if let Some((span, meant)) = before.and_then(|token| mistyped(written, token)).or_else(|| mistyped(written, token)) {
        let found = &written.sql[span.clone()];
        return Diagnostic::error("sql-syntax", format!("`{found}` is not understood here."))
            .help(format!("Did you mean `{meant}`?"))
            .at(written.file, span);
    }
    let found = &written.sql[span.clone()];
    if let Some(comma) = before.filter(|token| token.token == Token::Comma) {
        return Diagnostic::error("sql-syntax", format!("Nothing stands between the comma and `{found}`."))
            .help("Delete the comma, or write what should follow it.")
            .at(written.file, written.span(comma.span).start..span.end);
    }
    let expected = expected.filter(|expected| expected != END);
    let meant = word(&token.token).zip(expected.as_deref()).and_then(|(found, expected)| keyword_near(found, expected));
    if let Some(meant) = meant {
        return Diagnostic::error("sql-syntax", format!("`{found}` is not understood here."))
            .help(format!("Did you mean `{meant}`?"))
            .at(written.file, span);
    }
    let finding = match &expected {
        Some(expected) => {
            Diagnostic::error("sql-syntax", format!("`{found}` is not understood here; {expected} should stand in its place."))
        }
        None => Diagnostic::error("sql-syntax", format!("`{found}` does not fit here.")),
    };
    if let Some(help) = unfinished_clause(token) {
        return finding.help(help).at(written.file, span);
    }
    let two_names = before.is_some_and(is_name) && is_name(token);
    let finding = match () {
        () if is_name(token) && !tokens.iter().any(|token| is_word(token, "from")) => finding.help("FROM is missing before the table."),
        () if two_names => finding.help("Between two columns stands a comma."),
        () => match &expected {
            Some(expected) => finding.help(format!("Write {expected} here, or check what stands just before.")),
            None => finding.help("Delete it, or check what stands just before: a comma, an operator or a parenthesis may be missing."),
        },
    };
    finding.at(written.file, span)
}

/// A keyword among those expected that differs from the found word by a slip.
fn keyword_near<'a>(found: &str, expected: &'a str) -> Option<&'a str> {
    let keywords = expected.split(|sign: char| !sign.is_ascii_uppercase()).filter(|word| word.len() > 3);
    nearest(&found.to_uppercase(), keywords)
}

/// A clause whose second half is missing.
fn unfinished_clause(found: &TokenWithSpan) -> Option<&'static str> {
    let found = word(&found.token).unwrap_or_default().to_uppercase();
    match found.as_str() {
        "ORDER" => Some("ORDER is followed by BY."),
        "GROUP" => Some("GROUP is followed by BY."),
        _ => None,
    }
}

fn is_word(token: &TokenWithSpan, name: &str) -> bool {
    word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case(name))
}

fn mistyped(written: &Written<'_>, token: &TokenWithSpan) -> Option<(Range<usize>, &'static str)> {
    let found = word(&token.token).filter(|found| found.len() > 2)?.to_uppercase();
    let meant = nearest(&found, KEYWORDS).filter(|meant| *meant != found)?;
    Some((written.span(token.span), meant))
}

/// What the parser calls the things it expects, as a person would.
fn in_words(expected: &str) -> String {
    match expected.trim_end_matches(':') {
        "end of statement" => END.to_owned(),
        "identifier" => "a name".to_owned(),
        "an expression" => "a value or an expression".to_owned(),
        "identifier after AS" | "an identifier after AS" => "a name".to_owned(),
        "SELECT, VALUES, or a subquery in the query body" => "SELECT".to_owned(),
        expected if expected.chars().all(|c| !c.is_lowercase()) => listed(expected.split(" or ").flat_map(|part| part.split(", ")), 4),
        expected => expected.to_owned(),
    }
}

fn location(message: &str) -> Option<Location> {
    let (_, place) = message.rsplit_once(" at Line: ")?;
    let (line, column) = place.split_once(", Column: ")?;
    let digits = |text: &str| text.trim().parse().ok();
    Some(Location { line: digits(line)?, column: digits(column)? })
}
