//! What goes wrong while a query runs: arithmetic, memory, broken files.

use super::cause::Cause;
use super::written::Written;
use datafusion::arrow::error::ArrowError;
use datafusion::error::DataFusionError;
use footbridge_diagnostic::Diagnostic;
use footbridge_query::protocol::Reply;

/// Limits and broken files: not the text's fault.
pub(super) fn beyond_the_query(cause: &Cause<'_>) -> Option<Reply> {
    match cause.root {
        DataFusionError::ResourcesExhausted(_) => Some(Reply::Limit(out_of_memory())),
        DataFusionError::ParquetError(_) | DataFusionError::ObjectStore(_) | DataFusionError::IoError(_) => {
            Some(Reply::Source(source_broke(None, cause.root)))
        }
        DataFusionError::ArrowError(inner, _) => match inner.as_ref() {
            ArrowError::CsvError(_) | ArrowError::JsonError(_) | ArrowError::ParquetError(_) | ArrowError::IoError(..) => {
                Some(Reply::Source(source_broke(None, cause.root)))
            }
            // The reader of text files says where it was; the query's own conversions never mention a line.
            ArrowError::ParseError(text) if text.contains(" at line ") => Some(Reply::Source(source_broke(None, cause.root))),
            ArrowError::MemoryError(_) => Some(Reply::Limit(out_of_memory())),
            _ => None,
        },
        _ => None,
    }
}

fn out_of_memory() -> Diagnostic {
    Diagnostic::error("sql-limit-memory", "The query needs more memory than it may have and was stopped.")
        .note("A result or an intermediate step of the query grew too large.")
        .help("Select fewer columns, filter earlier, and check each join's condition.")
}

/// One row alone is larger than a whole result may be.
pub(crate) fn output_too_large() -> Diagnostic {
    Diagnostic::error("sql-limit-output", "The first row of the result is larger than a result may be.")
        .help("Select fewer or shorter columns.")
}

/// A data file that cannot be read on.
pub(crate) fn source_broke(name: Option<&str>, error: &DataFusionError) -> Diagnostic {
    let message = match name {
        Some(name) => format!("The file for `{name}` cannot be read to its end."),
        None => "A data file cannot be read to its end.".to_owned(),
    };
    let mut finding = Diagnostic::error("data-broken", message);
    finding.notes.extend(source_reason(error));
    finding.help("Check the file at that place, or get a whole copy of it.")
}

/// Why a file cannot be read, as far as that can be said in plain words.
pub(crate) fn source_reason(error: &DataFusionError) -> Option<String> {
    let cause = Cause::of(error);
    let text = match cause.arrow() {
        Some(ArrowError::CsvError(text) | ArrowError::ParseError(text) | ArrowError::JsonError(text)) => text.clone(),
        _ => cause.text(),
    };
    if let Some((_, rest)) = text.split_once("incorrect number of fields for line ") {
        let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        if let (Some(line), Some(expected), Some(found)) = (numbers.next(), numbers.next(), numbers.next()) {
            return Some(format!("Line {line} has {found} values instead of {expected}."));
        }
    }
    let line = text.split_once(" at line ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    match line {
        Some(line) if !line.is_empty() => Some(format!("The reader stopped at line {line}.")),
        _ if text.contains("Invalid Parquet file") || text.contains("magic") => {
            Some("It does not end the way a Parquet file does.".to_owned())
        }
        _ if text.to_lowercase().contains("json") => Some("It holds something that is not valid JSON.".to_owned()),
        _ => None,
    }
}

/// Arithmetic that has no result.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    let by_zero = matches!(cause.arrow(), Some(ArrowError::DivideByZero)) || text.contains("Divide by zero");
    let overflow = matches!(cause.arrow(), Some(ArrowError::ArithmeticOverflow(_))) || text.contains("verflow");
    if by_zero {
        let finding = Diagnostic::error("sql-division-by-zero", "The query divides by zero.")
            .note("At least one row has 0 on the right of the division.")
            .help("Write NULLIF(b, 0) in place of b: the result is then NULL for such rows.");
        return Some(written.place(finding, division(written)));
    }
    overflow.then(|| {
        let finding = Diagnostic::error("sql-overflow", "A number in the query grows too large for its type.")
            .help("Convert to a floating point number first: CAST(a AS DOUBLE).");
        written.place(finding, growing(written))
    })
}

/// A multiplication: a star with a value on its left.
fn growing(written: &Written<'_>) -> Option<std::ops::Range<usize>> {
    use datafusion::sql::sqlparser::tokenizer::Token;
    let value = |token: &Token| {
        matches!(token, Token::Word(word) if !word.value.eq_ignore_ascii_case("select"))
            || matches!(token, Token::Number(..) | Token::RParen)
    };
    let pair = written.words().windows(2).find(|pair| pair[1].token == Token::Mul && value(&pair[0].token))?;
    Some(written.span(pair[1].span))
}

fn division(written: &Written<'_>) -> Option<std::ops::Range<usize>> {
    use datafusion::sql::sqlparser::tokenizer::Token;
    let sign = written.words().iter().find(|token| matches!(token.token, Token::Div | Token::Mod))?;
    Some(written.span(sign.span))
}
