//! Functions that are not there, and calls with arguments that do not fit.

use super::cause::Cause;
use super::scope::{Call, Mentions};
use super::written::{Written, word};
use crate::tables::NamedTable;
use datafusion::execution::SessionState;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::{Diagnostic, nearest};

/// Functions of other databases, and what does the same here.
const ELSEWHERE: [(&str, &str); 34] = [
    ("ucase", "Use `upper(a)`."),
    ("uppercase", "Use `upper(a)`."),
    ("lcase", "Use `lower(a)`."),
    ("lowercase", "Use `lower(a)`."),
    ("today", "Use `current_date`."),
    ("quarter", "Use `extract(QUARTER FROM a)`."),
    ("week", "Use `extract(WEEK FROM a)`."),
    ("cast", "Write `CAST(a AS INTEGER)`."),
    ("isnull", "Use `a IS NULL` to test, or `coalesce(a, b)` to replace."),
    ("average", "Use `avg(a)`."),
    ("total", "Use `sum(a)`."),
    ("mean", "Use `avg(a)`."),
    ("decode", "Use `CASE a WHEN 1 THEN 'one' ELSE 'other' END`."),
    ("group_concat", "Use `string_agg(a, ', ')`."),
    ("listagg", "Use `string_agg(a, ', ')`."),
    ("getdate", "Use `now()`, or `current_date` for the day."),
    ("sysdate", "Use `now()`, or `current_date` for the day."),
    ("curdate", "Use `current_date`."),
    ("dateadd", "Add an interval: `a + INTERVAL '1 day'`."),
    ("date_add", "Add an interval: `a + INTERVAL '1 day'`."),
    ("date_sub", "Subtract an interval: `a - INTERVAL '1 day'`."),
    ("year", "Use `extract(YEAR FROM a)`."),
    ("month", "Use `extract(MONTH FROM a)`."),
    ("day", "Use `extract(DAY FROM a)`."),
    ("hour", "Use `extract(HOUR FROM a)`."),
    ("minute", "Use `extract(MINUTE FROM a)`."),
    ("weekday", "Use `extract(DOW FROM a)`; Sunday is 0."),
    ("dayofweek", "Use `extract(DOW FROM a)`; Sunday is 0."),
    ("strftime", "Use `to_char(a, '%Y-%m')`."),
    ("date_format", "Use `to_char(a, '%Y-%m')`."),
    ("str_to_date", "Use `to_date(a, '%Y-%m-%d')`."),
    ("len", "Use `length(a)`."),
    ("charindex", "Use `strpos(text, part)`."),
    ("countif", "Use `count(*) FILTER (WHERE condition)`."),
];

/// How functions are called whose arguments are often mixed up.
const CALLS: [(&str, &str); 20] = [
    ("max", "Give it one column; for the greater of two values in one row write `greatest(a, b)`."),
    ("min", "Give it one column; for the smaller of two values in one row write `least(a, b)`."),
    ("percentile_cont", "Write the share, then the order: `percentile_cont(0.95) WITHIN GROUP (ORDER BY a)`."),
    ("percentile_disc", "Write the share, then the order: `percentile_disc(0.95) WITHIN GROUP (ORDER BY a)`."),
    ("quantile", "Write the column, then the share: `quantile(a, 0.95)`."),
    ("quantile_cont", "Write the column, then the share: `quantile_cont(a, 0.95)`."),
    ("if", "Give it three: `if(condition, a, b)`."),
    ("iif", "Give it three: `iif(condition, a, b)`."),
    ("date_diff", "Write the unit, then the earlier and the later: `date_diff('day', a, b)`."),
    ("datediff", "Write the unit, then the earlier and the later: `date_diff('day', a, b)`."),
    ("date_trunc", "Write the unit in quotes, then the column: `date_trunc('month', a)`."),
    ("date_part", "Write the part in quotes, then the column: `date_part('year', a)`."),
    ("time_bucket", "Write the width, then the column: `time_bucket(INTERVAL '15 minutes', a)`."),
    ("round", "Give it a number and how many digits to keep: `round(a, 2)`; turn text into a number with CAST(a AS DOUBLE)."),
    ("coalesce", "Give it values of one type: `coalesce(a, 0)` for numbers, `coalesce(a, '')` for text."),
    ("concat", "Give it the parts: `concat(a, ' ', b)`."),
    ("substr", "Write the text, the first character counted from 1, and how many: `substr(a, 1, 3)`."),
    ("replace", "Write the text, what to look for, and what to put there: `replace(a, 'x', 'y')`."),
    ("split_part", "Write the text, the separator, and which part counted from 1: `split_part(a, '@', 2)`."),
    ("to_char", "Write the column, then the pattern: `to_char(a, '%Y-%m')`."),
];

/// Called by the planner itself, not through the register of functions.
const BUILT_IN: [&str; 4] = ["unnest", "unnest_outer", "struct", "grouping"];

/// Every function that nobody has.
pub(super) fn unknown(written: &Written<'_>, mentions: &Mentions, state: &SessionState) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for call in &mentions.calls {
        let name = call.name.value.to_lowercase();
        let scalar = state.scalar_functions().contains_key(&name) && !state.aggregate_functions().contains_key(&name);
        if let Some(finding) = row_by_row(call, &name).filter(|_| scalar && !call.windowed) {
            findings.push(finding.at(written.file, written.span(call.name.span)));
            continue;
        }
        if call.starred && name != "count" && state.aggregate_functions().contains_key(&name) {
            let finding = Diagnostic::error("sql-star", format!("`{name}` needs a column, and the star is none."))
                .note("Only count(*) takes the star: it counts rows.")
                .help(format!("Write the column that is meant, `{name}(a)`, or `count(*)` to count rows."));
            findings.push(finding.at(written.file, written.span(call.name.span)));
            continue;
        }
        if let Some(finding) = without_over(written, call, state) {
            findings.push(finding);
            continue;
        }
        let known = known(state).any(|known| known == name) || BUILT_IN.contains(&name.as_str());
        let finding = Diagnostic::error("sql-unknown-function", format!("There is no function `{name}`."))
            .at(written.file, written.span(call.name.span));
        if !known && !findings.iter().any(|found| found.place == finding.place) {
            findings.push(with_help(finding, &name, state));
        }
    }
    findings
}

/// FILTER or DISTINCT on a function that sees one row at a time. The engine would pass over both.
fn row_by_row(call: &Call, name: &str) -> Option<Diagnostic> {
    let (what, help) = match (call.filtered, call.distinct) {
        (true, _) => ("FILTER", "Put the condition into WHERE, or into CASE WHEN around the value."),
        (_, true) => ("DISTINCT", "Write SELECT DISTINCT for each result once."),
        _ => return None,
    };
    let finding = Diagnostic::error("sql-row-by-row", format!("`{name}` takes no {what}: it works on one row at a time."));
    Some(finding.note(format!("{what} chooses among the rows that an aggregate gathers.")).help(help))
}

/// A window function called like any other.
fn without_over(written: &Written<'_>, call: &Call, state: &SessionState) -> Option<Diagnostic> {
    let name = call.name.value.to_lowercase();
    let only_windowed = state.window_functions().contains_key(&name)
        && !state.aggregate_functions().contains_key(&name)
        && !state.scalar_functions().contains_key(&name);
    (only_windowed && !call.windowed).then(|| {
        Diagnostic::error("sql-window-without-over", format!("`{name}` needs OVER after its parentheses."))
            .note("It works on a window of rows, and OVER says which rows and in what order.")
            .help(format!("For example `{name}(…) OVER (ORDER BY a)`."))
            .at(written.file, written.span(call.name.span))
    })
}

fn with_help(finding: Diagnostic, name: &str, state: &SessionState) -> Diagnostic {
    if let Some((_, call)) = CALLS.iter().find(|(known, _)| *known == name) {
        return Diagnostic { message: format!("`{name}` cannot be used with these arguments."), ..finding }.help(*call);
    }
    if let Some((_, instead)) = ELSEWHERE.iter().find(|(elsewhere, _)| *elsewhere == name) {
        return finding.note("Other databases have it.").help(*instead);
    }
    let mut names: Vec<&str> = known(state).chain(ELSEWHERE.iter().map(|(elsewhere, _)| *elsewhere)).collect();
    // The register has no order; without one the suggestion would change from run to run.
    names.sort_unstable();
    match nearest(name, names).filter(|_| name.len() > 2) {
        Some(meant) => match ELSEWHERE.iter().find(|(elsewhere, _)| *elsewhere == meant) {
            Some((_, instead)) => finding.note(format!("Other databases have `{meant}`.")).help(*instead),
            None => finding.help(format!("Did you mean `{meant}`?")),
        },
        None => finding.help("Check the spelling; functions of other databases can have another name here."),
    }
}

fn known(state: &SessionState) -> impl Iterator<Item = &str> {
    let scalar = state.scalar_functions().keys();
    let rest = state.aggregate_functions().keys().chain(state.window_functions().keys());
    scalar.chain(rest).chain(state.higher_order_functions().keys()).map(String::as_str)
}

/// A call whose arguments have the wrong number or the wrong types.
pub(super) fn explain(written: &Written<'_>, tables: &[NamedTable], cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    if text.contains("JSON is read from text") || text.contains("Cannot infer common argument type") {
        return None;
    }
    let mismatch = text.contains("failed to match any signature")
        || text.contains("to satisfy a call to")
        || text.contains("No function matches the given name")
        || text.contains("argument");
    if !mismatch {
        return None;
    }
    let name = quoted(&text).and_then(|name| as_written(written, name)).or_else(|| called(written, &text));
    let message = match name {
        Some(name) => format!("`{name}` cannot be used with these arguments."),
        None => "A function is used with arguments it cannot take.".to_owned(),
    };
    let mut finding = Diagnostic::error("sql-function-arguments", message);
    let lower = name.map(str::to_lowercase);
    let call = CALLS.iter().find(|(known, _)| lower.as_deref() == Some(*known)).map(|(_, call)| *call);
    if let Some(given) = between(&text, "to function: coercion from ", " to the signature") {
        finding = finding.note(format!("It was given {given}."));
    }
    if let Some((name, column)) = name.and_then(|name| Some((name, quoted_column(written, tables, name)?))) {
        let finding =
            finding.note(format!("'{column}' in single quotes is a text and not the column.")).help(format!("Write `{name}({column})`."));
        return Some(written.place(finding, written.find(name)));
    }
    let numbers_only = name.is_some_and(|name| ["sum", "avg", "median", "stddev", "round", "abs"].contains(&name));
    let finding = match (call, numbers_only) {
        (Some(call), _) => finding.help(call),
        (None, true) => {
            finding.note("It works on numbers.").help("Give it a column of numbers, or turn text into a number with CAST(a AS DOUBLE).")
        }
        (None, false) => finding.help("Check the number of arguments, their order and their types."),
    };
    Some(written.place(finding, name.and_then(|name| written.find(name))))
}

fn quoted(text: &str) -> Option<&str> {
    text.split('\'').nth(1)
}

/// A column's name that stands in single quotes as the first argument of a call.
fn quoted_column<'a>(written: &'a Written<'_>, tables: &[NamedTable], name: &str) -> Option<&'a str> {
    let called = |token: &Token| word(token).is_some_and(|word| word.eq_ignore_ascii_case(name));
    let call = written.words().windows(3).find(|three| called(&three[0].token) && three[1].token == Token::LParen)?;
    let Token::SingleQuotedString(text) = &call[2].token else { return None };
    tables.iter().any(|table| table.columns.contains(text)).then_some(text.as_str())
}

/// The name under which the query calls a function.
fn as_written<'a>(written: &Written<'_>, name: &'a str) -> Option<&'a str> {
    const ALIASES: [(&str, &str); 5] = [
        ("percentile_cont", "quantile_cont"),
        ("date_diff", "datediff"),
        ("percentile_disc", "quantile"),
        ("percentile_disc", "quantile_disc"),
        ("substr", "substring"),
    ];
    let aliases = ALIASES.iter().filter(|(function, _)| *function == name).map(|(_, alias)| *alias);
    std::iter::once(name).chain(aliases).find(|name| written.find(name).is_some())
}

/// The first function of the query that the engine's sentence names.
fn called<'a>(written: &'a Written<'_>, text: &str) -> Option<&'a str> {
    let text = text.to_lowercase();
    let calls = written.words().windows(2).filter(|pair| pair[1].token == Token::LParen);
    calls.filter_map(|pair| word(&pair[0].token)).find(|name| text.contains(&name.to_lowercase()))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}
