//! Figures that cite a query or a simulated run of the writer's own: `fails 4.2 % {{query:sql-error-rate:error_rate where endpoint=/v1/usage}}`,
//! `first in 62 % {{run:prioritise-with-rice:first where option=Webhooks}}`.
//!
//! Only read here: who can run them compares the figures.

use crate::figure::{Figure, is_gap};
use footbridge_diagnostic::{Diagnostic, nearest};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

const CLOSES: &str = "}}";

/// How a reference begins that somebody mistyped: `{{ query:`, `{{Query:`, `{{query sql-a:rate`.
const BRACES: &str = "{{";

/// A longer reference is none: somebody forgot to close it.
const LONGEST: usize = 400;

/// What gives a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A query.
    Query,
    /// The simulated run of a decision.
    Run,
}

impl Source {
    const ALL: [Self; 2] = [Self::Query, Self::Run];

    /// The word in the text.
    pub fn word(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::Run => "run",
        }
    }

    /// How a reference to it begins.
    fn opens(self) -> String {
        format!("{BRACES}{}:", self.word())
    }

    fn right_form(self) -> &'static str {
        match self {
            Self::Query => {
                "Write it behind the figure: `4.2 % {{query:exercise:column where name=value}}`; the row may be left out when there is one."
            }
            Self::Run => "Write it behind the figure: `62 % {{run:exercise:first where option=name}}`.",
        }
    }
}

/// One figure with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What gives the figure.
    pub source: Source,
    /// The exercise whose query or run it is.
    pub exercise: String,
    /// The column it stands in.
    pub column: String,
    /// Which row: the values that columns have there. Without any the result has one row.
    pub conditions: Vec<(String, String)>,
    /// What is written before it.
    pub figure: Figure,
    /// Bytes of the reference.
    pub span: Range<usize>,
}

/// Every reference of a text, and what is wrong with those that cannot be read. What stands in backticks or in a code block explains how a
/// reference is written and is none.
pub fn references(text: &str, file: &str) -> (Vec<Reference>, Vec<Diagnostic>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    if !text.contains(BRACES) {
        return (found, faults);
    }
    let code = code_of(text);
    for (start, _) in text.match_indices(BRACES).filter(|(start, _)| !is_within(&code, *start)) {
        let rest = &text[start..];
        if let Some(source) = Source::ALL.into_iter().find(|source| rest.starts_with(&source.opens())) {
            match reference(text, start, source) {
                Ok(reference) => found.push(reference),
                Err((end, message)) => faults.push(fault(file, start..end, message, source.right_form())),
            }
        } else if let Some((source, inner)) = mistyped(rest, || Figure::before(text, start).is_some()) {
            let end = start + length(rest).unwrap_or(rest.len() - inner.len());
            let inner = inner.split(CLOSES).next().unwrap_or_default();
            let help = match parts(inner) {
                Some(_) if length(rest).is_some() => {
                    format!("Write it `{}{}{CLOSES}`, right behind the figure.", source.opens(), inner.trim())
                }
                _ => source.right_form().to_owned(),
            };
            let message = format!("This looks like a reference to a {}, and cannot be read as one.", source.word());
            faults.push(fault(file, start..end, &message, &help));
        }
    }
    (found, faults)
}

fn fault(file: &str, span: Range<usize>, message: &str, help: &str) -> Diagnostic {
    Diagnostic::error("prose-reference", message.to_owned()).at(file, span).help(help)
}

/// The reference that begins at a place, or where what is wrong with it ends and what that is.
fn reference(text: &str, start: usize, source: Source) -> Result<Reference, (usize, &'static str)> {
    let inner = start + source.opens().len();
    let length = length(&text[start..]).ok_or((inner, "This reference is never closed."))?;
    let end = start + length;
    let (exercise, column, conditions) =
        parts(&text[inner..end - CLOSES.len()]).ok_or((end, "This reference does not say which column of which exercise it means."))?;
    let figure = Figure::before(text, start).ok_or((end, "No figure stands before this reference."))?;
    Ok(Reference { source, exercise, column, conditions, figure, span: start..end })
}

/// What stands behind the opening of a reference that was mistyped; `None` for braces that mean something else, as `{{parameter}}` or, where
/// no figure stands before them, `{{query string}}`.
fn mistyped(text: &str, follows_figure: impl Fn() -> bool) -> Option<(Source, &str)> {
    let inner = text.strip_prefix(BRACES)?.trim_start_matches(is_gap);
    let word = &inner[..inner.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(inner.len())];
    let behind = &inner[word.len()..];
    let after = behind.trim_start_matches(is_gap);
    let names_column = || after.split(['}', '\n']).next().is_some_and(|inner| inner.contains(':'));
    let apart = behind.starts_with(is_gap) && !after.starts_with(CLOSES) && (names_column() || follows_figure());
    let named = |source: &Source| word.eq_ignore_ascii_case(source.word()) && (behind.starts_with(':') || apart);
    let nearly = || nearest(word, ["query", "queries"]).is_some() && after.starts_with(':');
    let source = Source::ALL.into_iter().find(named).or_else(|| nearly().then_some(Source::Query))?;
    Some((source, after.strip_prefix(':').unwrap_or(after)))
}

/// A text as a reader sees it: each cited figure as `shown` writes it, without its reference, the space before that and brackets that hold
/// nothing else. What cannot be read as a reference stays as it is.
pub fn with_references(text: &str, shown: impl Fn(&Reference) -> String) -> String {
    let mut made = text.to_owned();
    for reference in references(text, "").0.iter().rev() {
        made.replace_range(taken_out(text, &reference.span), "");
        made.replace_range(reference.figure.span.clone(), &shown(reference));
    }
    made
}

/// What goes with a reference: the space before it, the brackets around it, or in brackets that hold more what parts it from that.
fn taken_out(text: &str, span: &Range<usize>) -> Range<usize> {
    let before = text[..span.start].trim_end_matches(is_gap);
    let Some(outside) = before.strip_suffix('(') else { return before.len()..span.end };
    let behind = text[span.end..].trim_start_matches(is_gap);
    match behind.strip_prefix(')') {
        Some(rest) => outside.trim_end_matches(is_gap).len()..text.len() - rest.len(),
        None => span.start..text.len() - behind.trim_start_matches([',', ';']).trim_start_matches(is_gap).len(),
    }
}

/// Exercise, column, and which row.
type Parts = (String, String, Vec<(String, String)>);

/// `exercise:column where name=value and name=value`.
fn parts(inner: &str) -> Option<Parts> {
    let (exercise, rest) = inner.split_once(':')?;
    let (column, conditions) = match places(rest, " where ").first() {
        Some(place) => (&rest[..place.start], conditions(&rest[place.end..])?),
        None => (rest, Vec::new()),
    };
    let (exercise, column) = (exercise.trim(), column.trim());
    let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
    (is_name(exercise) && is_name(column)).then(|| (exercise.to_owned(), column.to_owned(), conditions))
}

/// `name=value and name=value`. A value may hold the word “and”: what follows it is a condition of its own only with a `=` in it, and
/// nothing between quotation marks is.
fn conditions(written: &str) -> Option<Vec<(String, String)>> {
    let between = places(written, " and ");
    let ends = between.iter().map(|place| place.start).chain([written.len()]);
    let starts = [0].into_iter().chain(between.iter().map(|place| place.end));
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for piece in starts.zip(ends).map(|(start, end)| start..end.max(start)) {
        match pieces.last_mut() {
            Some(last) if !written[piece.clone()].contains('=') || is_open_quote(&written[last.clone()]) => last.end = piece.end,
            _ => pieces.push(piece),
        }
    }
    let condition = |piece: &Range<usize>| {
        let (name, value) = written[piece.clone()].split_once('=')?;
        let (name, value) = (name.trim(), value.trim().trim_matches(QUOTES));
        (!name.is_empty() && !value.is_empty()).then(|| (name.to_owned(), value.to_owned()))
    };
    pieces.iter().map(condition).collect()
}

/// Where a word stands in a text, in small letters or capitals.
fn places(text: &str, word: &str) -> Vec<Range<usize>> {
    text.to_ascii_lowercase().match_indices(word).map(|(at, word)| at..at + word.len()).collect()
}

const QUOTES: [char; 4] = ['"', '\'', '“', '”'];

fn is_open_quote(condition: &str) -> bool {
    let value = condition.split_once('=').map_or("", |(_, value)| value.trim());
    value.starts_with(QUOTES) && !(value.chars().count() > 1 && value.ends_with(QUOTES))
}

/// Bytes of the reference that begins a text, its brackets included. It ends on the line on which it begins.
pub(crate) fn length(text: &str) -> Option<usize> {
    let near = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let line = near.split('\n').next().unwrap_or_default();
    line.find(CLOSES).map(|at| at + CLOSES.len())
}

/// Stretches of code, in order.
fn code_of(text: &str) -> Vec<Range<usize>> {
    let mut code = Vec::new();
    for (event, span) in crate::markdown::events(text).into_offset_iter() {
        if matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))) {
            code.push(span);
        }
    }
    code
}

fn is_within(code: &[Range<usize>], at: usize) -> bool {
    let after = code.partition_point(|stretch| stretch.start <= at);
    after.checked_sub(1).and_then(|index| code.get(index)).is_some_and(|stretch| stretch.contains(&at))
}

#[cfg(test)]
mod tests {
    use super::{Source, references, with_references};

    #[test]
    fn a_figure_is_found_with_where_it_comes_from() {
        let text =
            "It fails 4.2 % {{query:sql-a:rate where endpoint=/v1/usage}}, 1,204 times {{query:x:y}} or 1,204 {{query:sql-b:calls}}.";
        let (found, faults) = references(text, "a.md");
        let read: Vec<(&str, &str, &str)> =
            found.iter().map(|one| (one.figure.written.as_str(), one.exercise.as_str(), one.column.as_str())).collect();
        assert_eq!(read, [("4.2 %", "sql-a", "rate"), ("1,204", "sql-b", "calls")]);
        assert_eq!(found[0].conditions, [("endpoint".to_owned(), "/v1/usage".to_owned())]);
        assert_eq!(&text[found[0].figure.span.clone()], "4.2 %");
        assert_eq!(&text[found[0].span.clone()], "{{query:sql-a:rate where endpoint=/v1/usage}}");
        let grouped =
            "Within 43 200 {{query:a:b}}, **-3 %** {{query:a:c}}, (1.5 per cent {{query:a:d where k=\"v w\"}}), in 2026 200 {{query:a:e}}";
        let claimed: Vec<String> = references(grouped, "a.md").0.into_iter().map(|one| one.figure.written).collect();
        assert_eq!(claimed, ["43 200", "-3 %", "1.5 per cent", "200"]);
        let scaled = "4.6 thousand {{query:a:b}}, 1.2 million {{query:a:c}}, 12k {{query:a:d}}, 2.5 percentage points {{query:a:e}}, 0.44% ({{query:a:f}}), **7 %** ({{query:a:g}}, in March)";
        let claimed: Vec<String> = references(scaled, "a.md").0.into_iter().map(|one| one.figure.written).collect();
        assert_eq!(claimed, ["4.6 thousand", "1.2 million", "12k", "2.5 percentage points", "0.44%", "7 %"]);
        let rounded = "About **4,600** {{query:a:b}}, ~30 % {{query:a:c}}, somewhat (≈ 200 {{query:a:d}}), handsome 20 {{query:a:e}}";
        let is_rounded: Vec<bool> = references(rounded, "a.md").0.iter().map(|one| one.figure.is_rounded).collect();
        assert_eq!(is_rounded, [true, true, true, false]);
        assert_eq!(references("`4 {{query:a:b}}`\n\n```\n5 {{query:a}}\n```\n", "a.md"), (Vec::new(), Vec::new()));
        assert_eq!(faults.len(), 1, "a word stands between the figure and its reference");
    }

    #[test]
    fn a_figure_of_a_run_is_told_from_one_of_a_query() {
        let (found, faults) = references("First in 62 % {{run:rice:first where option=A and B}}, 5 {{query:a:b}}.", "a.md");
        let read: Vec<_> = found.iter().map(|one| (one.source, one.exercise.as_str(), one.column.as_str())).collect();
        assert_eq!((read, faults), (vec![(Source::Run, "rice", "first"), (Source::Query, "a", "b")], Vec::new()));
        assert_eq!(found[0].conditions, [("option".to_owned(), "A and B".to_owned())]);
    }

    #[test]
    fn a_reader_sees_the_figure_and_not_where_it_comes_from() {
        let link = |text: &str| with_references(text, |one| format!("[{}]({})", one.figure.written, one.exercise));
        for (text, read) in [
            ("It fails 4.2 % {{query:sql-a:rate}}, or 1,204 {{query:sql-b:calls}}.", "It fails [4.2 %](sql-a), or [1,204](sql-b)."),
            ("**-3 %** {{query:a:c where k=v}} less", "**[-3 %](a)** less"),
            ("0.44% ({{query:a:b}}) fail", "[0.44%](a) fail"),
            ("0.44% ({{query:a:b}}, in March) fail", "[0.44%](a) (in March) fail"),
            ("1.2 million {{query:a:b}}.", "[1.2 million](a)."),
            ("many {{query:a:b}}", "many {{query:a:b}}"),
            ("5 {{ query:a:b}}", "5 {{ query:a:b}}"),
            ("`4 {{query:a:b}}`", "`4 {{query:a:b}}`"),
        ] {
            assert_eq!(link(text), read);
        }
    }

    #[test]
    fn a_row_is_picked_by_several_columns() {
        let conditions = |condition: &str| references(&format!("5 {{{{query:a:b where {condition}}}}}"), "a.md").0.remove(0).conditions;
        for (condition, read) in [
            ("endpoint=/charges and method=POST", &[("endpoint", "/charges"), ("method", "POST")][..]),
            ("endpoint=/charges AND method=POST", &[("endpoint", "/charges"), ("method", "POST")]),
            ("plan=Trial And error", &[("plan", "Trial And error")]),
            ("plan=Trial and error", &[("plan", "Trial and error")]),
            ("plan=\"a and b=c\" and month = 2026-03-01", &[("plan", "a and b=c"), ("month", "2026-03-01")]),
        ] {
            let found = conditions(condition);
            let found: Vec<(&str, &str)> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(found, read, "{condition}");
        }
    }

    #[test]
    fn a_mistyped_reference_is_told_with_the_right_one() {
        let right = "Write it `{{query:sql-a:rate where k=v}}`, right behind the figure.";
        for written in [
            "{{query sql-a:rate where k=v}}",
            "{{ query:sql-a:rate where k=v}}",
            "{{Query:sql-a:rate where k=v }}",
            "{{qurey: sql-a:rate where k=v}}",
            "{{queries:sql-a:rate where k=v}}",
        ] {
            let (found, faults) = references(&format!("5 {written}"), "a.md");
            assert!(found.is_empty() && faults.len() == 1, "{written}");
            assert_eq!(faults[0].help, [right], "{written}");
        }
        for (unread, count) in [
            ("5 {{query sql-a}}", 1),
            ("5 {{ query:sql-a:rate", 1),
            ("/usage?{{query string}}", 0),
            ("run it as {{run test}}", 0),
            ("5 {{ run:rice:first where option=A}}", 1),
            ("5 {{run:rice}}", 1),
            ("{{query}}, {{ query }}, {{run}}, {{query_id}}, {{ every:thing}}", 0),
        ] {
            assert_eq!(references(unread, "a.md").1.len(), count, "{unread}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        for text in [
            "5 {{query:a",
            "5 {{query:a}}",
            "5 {{query::b}}",
            "5 {{query:a:b where c}}",
            "{{query:a:b}}",
            "many {{query:a:b}}",
            "5 {{query:a:\nb}}",
            "5 {{query:a:b where =c}}",
            "v5 {{query:a:b}}",
            "5\n{{query:a:b}}",
        ] {
            let (found, faults) = references(text, "a.md");
            assert_eq!((found.len(), faults.len()), (0, 1), "{text}");
        }
        assert_eq!(references("{{parameter}} and {{table:x}}", "a.md"), (Vec::new(), Vec::new()));
    }
}
