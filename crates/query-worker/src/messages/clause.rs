//! Clauses used in a way that has no meaning, and clauses of other databases: one line per sentence of the engine.

use super::cause::Cause;
use super::reading::{column, literal};
use super::written::{Written, word};
use crate::statement;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{Select, Spanned, Visitor};
use datafusion::sql::sqlparser::tokenizer::{Span, Token};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::{ControlFlow, Range};

/// What the engine says, and what we say instead.
struct Sentence {
    /// A part of the engine's sentence.
    engine: &'static str,
    code: &'static str,
    message: &'static str,
    help: &'static str,
    /// Words of the query to point at, the first that is there.
    anchors: &'static [&'static str],
}

const SENTENCES: &[Sentence] = &[
    Sentence {
        engine: "Substring without for/from",
        code: "sql-function-arguments",
        message: "`substr` needs to know where to start.",
        help: "Write the first character wanted, counted from 1, and how many: `substr(a, 1, 3)`.",
        anchors: &["substr", "substring"],
    },
    Sentence {
        engine: "negative count not allowed",
        code: "sql-function-arguments",
        message: "A negative number of characters is asked for.",
        help: "Write 0 or more.",
        anchors: &["substr", "substring"],
    },
    Sentence {
        engine: "LIMIT must be >= 0",
        code: "sql-limit-clause",
        message: "LIMIT cannot be negative.",
        help: "Write the number of rows wanted, 0 or more.",
        anchors: &["limit"],
    },
    Sentence {
        engine: "Expected LIMIT to be an integer",
        code: "sql-limit-clause",
        message: "LIMIT needs a whole number.",
        help: "Write the number of rows wanted, for example LIMIT 10.",
        anchors: &["limit"],
    },
    Sentence {
        engine: "Expected OFFSET to be an integer",
        code: "sql-limit-clause",
        message: "OFFSET needs a whole number.",
        help: "Write the number of rows to leave out, for example OFFSET 10.",
        anchors: &["offset"],
    },
    Sentence {
        engine: "Cannot create filter with non-boolean predicate",
        code: "sql-condition",
        message: "The condition is a value and not a comparison, so it is neither true nor false.",
        help: "Compare it with something, for example with `= 'paid'` or `IS NOT NULL`.",
        anchors: &["where", "having", "on"],
    },
    Sentence {
        engine: "requires a boolean expression",
        code: "sql-condition",
        message: "NOT needs a condition, and this is a value.",
        help: "Compare the value with something first.",
        anchors: &["not"],
    },
    Sentence {
        engine: "Unary operator '-' only supports",
        code: "sql-type-mismatch",
        message: "A minus sign needs a number after it.",
        help: "Use a column of numbers, or turn text into a number with CAST(a AS DOUBLE).",
        anchors: &[],
    },
    Sentence {
        engine: "Date part '",
        code: "sql-date-part",
        message: "There is no such part of a date or time.",
        help: "Use YEAR, QUARTER, MONTH, WEEK, DAY, DOW (0 is Sunday), DOY, HOUR, MINUTE, SECOND or EPOCH.",
        anchors: &["extract", "date_part", "datepart", "date_diff", "datediff"],
    },
    Sentence {
        engine: "Unsupported date_trunc granularity",
        code: "sql-date-part",
        message: "A date cannot be cut to this part.",
        help: "Use 'year', 'quarter', 'month', 'week', 'day', 'hour', 'minute' or 'second'.",
        anchors: &["date_trunc", "datetrunc"],
    },
    Sentence {
        engine: "Invalid input syntax for type interval",
        code: "sql-interval",
        message: "This length of time cannot be read.",
        help: "Write a number and a unit, for example INTERVAL '1 day' or INTERVAL '2 hours'.",
        anchors: &["interval"],
    },
    Sentence {
        engine: "square root of a negative number",
        code: "sql-square-root",
        message: "A square root of a negative number is asked for.",
        help: "Leave such rows out with WHERE, or use abs(a).",
        anchors: &["sqrt"],
    },
    Sentence {
        engine: "Inconsistent data length across values list",
        code: "sql-values",
        message: "The rows of VALUES do not all have the same number of values.",
        help: "Give every row as many values as the first; fill a missing one with NULL.",
        anchors: &["values"],
    },
    Sentence {
        engine: "FETCH clause is not supported",
        code: "sql-other-dialect",
        message: "FETCH FIRST is not known here.",
        help: "Use LIMIT at the end of the query, for example LIMIT 3.",
        anchors: &["fetch"],
    },
    Sentence {
        engine: "TOP",
        code: "sql-other-dialect",
        message: "TOP is not known here.",
        help: "Use LIMIT at the end of the query, for example LIMIT 3.",
        anchors: &["top"],
    },
    Sentence {
        engine: "Unsupported ast node Pivot",
        code: "sql-other-dialect",
        message: "PIVOT is not known here.",
        help: "Write one aggregate with FILTER for each column, for example count(*) FILTER (WHERE country = 'US').",
        anchors: &["pivot"],
    },
    Sentence {
        engine: "unnest() can only be applied to",
        code: "sql-unnest",
        message: "`unnest` takes lists apart, and this is no list.",
        help: "Use a column that holds lists.",
        anchors: &["unnest"],
    },
    Sentence {
        engine: "specified more than once",
        code: "sql-duplicate-name",
        message: "Two parts of WITH have the same name.",
        help: "Give each part of WITH a name of its own.",
        anchors: &["with"],
    },
    Sentence {
        engine: "QUALIFY clause requires window functions",
        code: "sql-qualify",
        message: "QUALIFY filters by a window function, and there is none.",
        help: "Use WHERE for conditions on single rows.",
        anchors: &["qualify"],
    },
    Sentence {
        engine: "is not defined!",
        code: "sql-unknown-window",
        message: "OVER names a window that is not defined.",
        help: "Define it with WINDOW at the end of the query, or write it in parentheses after OVER.",
        anchors: &["over"],
    },
    Sentence {
        engine: "was not provided a value for execution",
        code: "sql-placeholder",
        message: "The query has a placeholder, and there is no value for it.",
        help: "Write the value itself.",
        anchors: &[],
    },
    Sentence {
        engine: "has no type information",
        code: "sql-placeholder",
        message: "The query uses a variable, and there are none here.",
        help: "Write the value itself, or name it in WITH.",
        anchors: &[],
    },
    Sentence {
        engine: "table function '",
        code: "sql-unknown-table",
        message: "There is no function of this name that gives a table.",
        help: "Read from one of the tables; files cannot be opened from a query.",
        anchors: &["from"],
    },
    Sentence {
        engine: "Percentile value must be between",
        code: "sql-percentile",
        message: "A percentile is asked for that is not between 0 and 1.",
        help: "Write 0.95 for the 95th percentile.",
        anchors: &["percentile_cont", "percentile_disc", "quantile", "quantile_cont", "quantile_disc", "approx_percentile_cont"],
    },
    Sentence {
        engine: "JSON is read from text",
        code: "sql-json",
        message: "`->` and `->>` take JSON in a text on the left, and a key or a place on the right.",
        help: "Write the key in single quotes, for example payload ->> 'plan'; a number takes an element of a list.",
        anchors: &["json_extract", "json_extract_string"],
    },
    Sentence {
        engine: "not JSON",
        code: "sql-json",
        message: "A text is read as JSON and is not JSON.",
        help: "Choose the column that holds JSON, or leave such rows out with WHERE.",
        anchors: &["json_extract", "json_extract_string"],
    },
    Sentence {
        engine: "JSON path",
        code: "sql-json",
        message: "The path into the JSON cannot be read.",
        help: "Begin with $, then .name for a key and [0] for an element of a list: '$.device.screens[0]'.",
        anchors: &["json_extract", "json_extract_string"],
    },
    Sentence {
        engine: "WITHIN GROUP",
        code: "sql-function-arguments",
        message: "This function takes no WITHIN GROUP.",
        help: "Write the column inside its parentheses, or use `percentile_cont(0.5) WITHIN GROUP (ORDER BY a)`.",
        anchors: &["within"],
    },
    Sentence {
        engine: "Typed literal requires a string",
        code: "sql-conversion",
        message: "A date or timestamp that is written down stands in single quotes.",
        help: "Write DATE '2024-01-31' or TIMESTAMP '2024-01-31 14:00:00'.",
        anchors: &["date", "timestamp", "time"],
    },
    Sentence {
        engine: "RANGE requires exactly one ORDER BY column",
        code: "sql-window-frame",
        message: "RANGE counts along the order of the window, and the window has none.",
        help: "Add ORDER BY with one column inside OVER, before RANGE.",
        anchors: &["range"],
    },
    Sentence {
        engine: "Unsupported SQL type",
        code: "sql-unknown-type",
        message: "There is no such type.",
        help: "Use INTEGER, DOUBLE, DECIMAL(10, 2), TEXT, DATE, TIMESTAMP or BOOLEAN.",
        anchors: &[],
    },
    Sentence {
        engine: "MINUS  not implemented",
        code: "sql-other-dialect",
        message: "MINUS is not known here.",
        help: "Write EXCEPT: it takes the rows of the second query away.",
        anchors: &["minus"],
    },
    Sentence {
        engine: "SORT BY",
        code: "sql-other-dialect",
        message: "SORT BY is not known here.",
        help: "Write ORDER BY.",
        anchors: &["sort"],
    },
    Sentence {
        engine: "Incompatible inputs for Union",
        code: "sql-union-types",
        message: "The two queries have values of different types in one column.",
        help: "Put columns of the same kind under each other, or convert one with CAST, for example CAST(a AS TEXT).",
        anchors: &["union"],
    },
    Sentence {
        engine: "common type to coerce",
        code: "sql-pattern",
        message: "LIKE compares a text with one pattern, and one of the two is no text.",
        help: "Write one pattern in quotes, `a LIKE 'A%'`, and OR between several; turn a number into text with CAST(a AS TEXT).",
        anchors: &["like", "ilike"],
    },
    Sentence {
        engine: "Invalid escape character",
        code: "sql-escape",
        message: "ESCAPE needs exactly one character.",
        help: "Write it in single quotes, for example ESCAPE '\\'.",
        anchors: &["escape"],
    },
    Sentence {
        engine: "to grouping function is not in grouping columns",
        code: "sql-missing-group-by",
        message: "`grouping` asks about a column that GROUP BY does not have.",
        help: "Add the column to GROUP BY, or leave `grouping` out.",
        anchors: &["grouping"],
    },
    Sentence {
        engine: "in SetComparison",
        code: "sql-type-mismatch",
        message: "ANY or ALL compares values of types that do not go together.",
        help: "Select a column of the same type in the subquery, or convert it with CAST.",
        anchors: &["any", "all", "some"],
    },
    Sentence {
        engine: "regex",
        code: "sql-regular-expression",
        message: "The regular expression cannot be read.",
        help: "Check its parentheses and brackets; a sign with a meaning of its own is written with \\ before it.",
        anchors: &["regexp_like", "regexp_replace", "regexp_match", "regexp_count", "similar"],
    },
    Sentence {
        engine: "does not support logical expression Wildcard",
        code: "sql-star",
        message: "The star stands where a value is needed.",
        help: "Write the column that is meant; only count(*) takes a star.",
        anchors: &[],
    },
];

/// The first sentence that the engine's words contain.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    if let Some((_, prefix)) = text.split_once("Invalid qualifier ") {
        let prefix = prefix.trim();
        let finding = Diagnostic::error("sql-unknown-table", format!("There is no table or alias `{prefix}` in this part of the query."))
            .help("Use a name from FROM; a table with an alias goes by its alias only.");
        return Some(written.place(finding, written.find(prefix)));
    }
    let sentence = SENTENCES.iter().find(|sentence| text.contains(sentence.engine))?;
    let span = if sentence.code == "sql-unknown-window" { word_after(written, "over") } else { None };
    let span = span.or_else(|| (sentence.code == "sql-limit-clause").then(|| after_limit(written)).flatten());
    let span = span.or_else(|| (sentence.code == "sql-unknown-type").then(|| type_name(written)).flatten());
    let span = span.or_else(|| (sentence.code == "sql-duplicate-name").then(|| second_name(written, &text)).flatten());
    let named = sentence.code == "sql-unknown-table";
    let span = span.or_else(|| text.split('\'').nth(1).filter(|_| named).and_then(|name| written.find(name)));
    let condition = (sentence.code == "sql-condition").then(|| plain_condition(written)).flatten();
    let span = span
        .or(condition)
        .or_else(|| sentence.anchors.iter().find_map(|word| written.find(word)))
        .or_else(|| cause.span().map(|span| written.engine_span(span)));
    let span = span.or_else(|| json_access(written).filter(|_| sentence.code == "sql-json"));
    let span = span.or_else(|| placeholder(written).filter(|_| sentence.code == "sql-placeholder"));
    Some(written.place(Diagnostic::error(sentence.code, sentence.message).help(sentence.help), span))
}

fn json_access(written: &Written<'_>) -> Option<Range<usize>> {
    let token = written.words().iter().find(|token| matches!(token.token, Token::Arrow | Token::LongArrow))?;
    Some(written.span(token.span))
}

/// What LIMIT is given.
fn after_limit(written: &Written<'_>) -> Option<Range<usize>> {
    let tokens = written.words();
    let is_limit =
        |token: &Token| word(token).is_some_and(|word| word.eq_ignore_ascii_case("limit") || word.eq_ignore_ascii_case("offset"));
    let at = tokens.iter().position(|token| is_limit(&token.token))?;
    let last = if tokens.get(at + 1)?.token == Token::Minus { tokens.get(at + 2)? } else { &tokens[at + 1] };
    Some(written.span(tokens[at].span).start..written.span(last.span).end)
}

/// The type of the first cast: what follows AS inside CAST, or two colons.
fn type_name(written: &Written<'_>) -> Option<Range<usize>> {
    let tokens = written.words();
    let cast = tokens.iter().position(|token| word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case("cast")));
    let colons = tokens.iter().position(|token| token.token == Token::DoubleColon);
    let after =
        |from: usize| tokens[from..].iter().position(|token| word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case("as")));
    let at = cast.and_then(|cast| Some(cast + after(cast)?)).or(colons)?;
    Some(written.span(tokens.get(at + 1)?.span))
}

/// The second place of the name that the engine's sentence quotes.
fn second_name(written: &Written<'_>, text: &str) -> Option<Range<usize>> {
    let name = text.split('"').nth(1)?;
    let mut places = written.words().iter().filter(|token| word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case(name)));
    places.nth(1).map(|token| written.span(token.span))
}

/// `$1`, `?`, `:name` or `@name`.
fn placeholder(written: &Written<'_>) -> Option<Range<usize>> {
    let tokens = written.words();
    let at = tokens.iter().position(|token| match &token.token {
        Token::Placeholder(_) | Token::AtSign | Token::Colon => true,
        Token::Word(word) => word.value.starts_with('@'),
        _ => false,
    })?;
    let start = written.span(tokens[at].span).start;
    let whole = matches!(tokens[at].token, Token::Colon | Token::AtSign) && at + 1 < tokens.len();
    Some(start..written.span(tokens[if whole { at + 1 } else { at }].span).end)
}

/// The word or text that follows a keyword.
fn word_after(written: &Written<'_>, keyword: &str) -> Option<Range<usize>> {
    let tokens = written.words();
    let at = tokens.iter().position(|token| word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case(keyword)))?;
    let after = tokens.get(at + 1).filter(|token| word(&token.token).is_some())?;
    Some(written.span(after.span))
}

/// A WHERE or HAVING that is nothing but a column or a value.
fn plain_condition(written: &Written<'_>) -> Option<Range<usize>> {
    struct Search(Option<Span>);
    impl Visitor for Search {
        type Break = ();

        fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
            let conditions = select.selection.iter().chain(&select.having);
            let mut plain = conditions.filter(|condition| column(condition).is_some() || literal(condition).is_some());
            self.0 = plain.next().map(Spanned::span);
            if self.0.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
    let Statement::Statement(statement) = statement::read(written).ok()? else { return None };
    let mut search = Search(None);
    let _ = walk(&statement, &mut search);
    search.0.filter(|span| span.start.line > 0).map(|span| written.span(span))
}
