//! Statements that are not one query.

use super::written::{Written, word};
use datafusion::sql::sqlparser::tokenizer::{Token, TokenWithSpan};
use footbridge_diagnostic::{Diagnostic, nearest};

/// What a query can begin with.
const BEGINNINGS: [&str; 4] = ["SELECT", "WITH", "VALUES", "FROM"];

/// Statements that change something.
const CHANGES: [&str; 17] = [
    "INSERT", "UPDATE", "DELETE", "MERGE", "CREATE", "DROP", "ALTER", "TRUNCATE", "COPY", "SET", "RESET", "GRANT", "REVOKE", "ATTACH",
    "INSTALL", "LOAD", "USE",
];

/// Statements that ask about the engine instead of the data.
const ABOUT: [&str; 11] =
    ["EXPLAIN", "DESCRIBE", "DESC", "SHOW", "ANALYZE", "PRAGMA", "PREPARE", "EXECUTE", "DEALLOCATE", "CALL", "DECLARE"];

/// Statements about transactions.
const TRANSACTIONS: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "START", "SAVEPOINT"];

/// Nothing was written.
pub(crate) fn empty(written: &Written<'_>) -> Diagnostic {
    let finding = Diagnostic::error("sql-empty", "There is no query yet.").help("Write a query that begins with SELECT.");
    finding.at(written.file, 0..0)
}

/// The first word begins a statement of another kind, or nothing at all.
pub(crate) fn other_statement(written: &Written<'_>, first: &TokenWithSpan) -> Option<Diagnostic> {
    if first.token == Token::LParen {
        return None;
    }
    let span = written.span(first.span);
    let found = word(&first.token).unwrap_or_default().to_uppercase();
    let is = |list: &[&str]| list.contains(&found.as_str());
    if is(&BEGINNINGS) {
        return None;
    }
    let finding = match () {
        () if is(&CHANGES) => Diagnostic::error("sql-not-a-query", format!("{found} changes something; only queries can be run here."))
            .note("The tables are read-only, so that nothing can be lost.")
            .help("Begin with SELECT to read from the tables."),
        () if is(&ABOUT) => Diagnostic::error("sql-not-a-query", format!("{found} asks about the engine; only queries can be run here."))
            .help("Begin with SELECT to read from the tables."),
        () if is(&TRANSACTIONS) => {
            Diagnostic::error("sql-not-a-query", format!("{found} is not needed; only queries can be run here.")).help("Begin with SELECT.")
        }
        () => {
            let finding = Diagnostic::error("sql-syntax", "A query begins with SELECT or WITH.");
            match nearest(&found, BEGINNINGS) {
                Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
                None => finding.help("Write SELECT, the columns, FROM and the table."),
            }
        }
    };
    Some(finding.at(written.file, span))
}

/// More than one statement.
pub(crate) fn several_statements(written: &Written<'_>, second: &TokenWithSpan) -> Diagnostic {
    let start = written.span(second.span).start;
    let before = |token: &&TokenWithSpan| token.span.start < second.span.start;
    let count = |sign: &Token| written.words().iter().filter(before).filter(|token| token.token == *sign).count();
    if count(&Token::LParen) > count(&Token::RParen)
        && let Some(semicolon) = written.words().iter().find(|token| token.token == Token::SemiColon)
    {
        return Diagnostic::error("sql-syntax", "A semicolon stands inside parentheses.")
            .help("Delete it; a semicolon may only end the whole query.")
            .at(written.file, written.span(semicolon.span));
    }
    Diagnostic::error("sql-several-statements", "Only one query can be run at a time; a second one begins here.")
        .help("Keep one query and delete the other, or join them with WITH or UNION ALL.")
        .at(written.file, start..written.end())
}

/// A query that hides a change, such as `WITH … INSERT` or `SELECT … INTO`.
pub(crate) fn not_a_query(written: &Written<'_>) -> Diagnostic {
    let change = |word: &str| CHANGES.iter().any(|change| word.eq_ignore_ascii_case(change)) || word.eq_ignore_ascii_case("into");
    let finding = Diagnostic::error("sql-not-a-query", "This statement would change something; only queries can be run here.")
        .note("The tables are read-only, so that nothing can be lost.")
        .help("Use SELECT alone to read from the tables.");
    written.place(finding, written.find_where(change))
}

/// More tokens than are read.
pub(crate) fn too_long(written: &Written<'_>, most: usize) -> Diagnostic {
    Diagnostic::error("sql-limit-length", format!("The query has more than {most} words and signs."))
        .help("Put long lists of values into a data file and join it.")
        .at(written.file, 0..0)
}
