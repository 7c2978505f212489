//! Figures that cite a query of the writer's own: `fails 4.2 % {{query:sql-error-rate:error_rate where endpoint=/v1/usage}}`.
//!
//! Only read here: who can run the query compares the figures.

use footbridge_diagnostic::Diagnostic;
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

const OPENS: &str = "{{query:";

const CLOSES: &str = "}}";

/// A longer reference is none: somebody forgot to close it.
const LONGEST: usize = 400;

/// One figure with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The exercise whose query gives the figure.
    pub exercise: String,
    /// The column it stands in.
    pub column: String,
    /// Which row: the value that a column has there. Without it the result has one row.
    pub filter: Option<(String, String)>,
    /// The figure as it is written, with its sign of per cent.
    pub claimed: String,
    /// Bytes of the reference.
    pub span: Range<usize>,
    /// Bytes of the figure.
    pub number_span: Range<usize>,
}

/// Every reference of a text, and what is wrong with those that cannot be read. What stands in backticks or in a code block explains how a
/// reference is written and is none.
pub fn references(text: &str, file: &str) -> (Vec<Reference>, Vec<Diagnostic>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    if !text.contains(OPENS) {
        return (found, faults);
    }
    let code = code_of(text);
    for (start, _) in text.match_indices(OPENS).filter(|(start, _)| !is_within(&code, *start)) {
        let fault = |end: usize, message: &str| {
            Diagnostic::error("prose-reference", message.to_owned())
                .at(file, start..end)
                .help("Write it behind the figure: `4.2 % {{query:exercise:column where name=value}}`; the row may be left out when there is one.")
        };
        let Some(length) = length(&text[start..]) else {
            faults.push(fault(start + OPENS.len(), "This reference is never closed."));
            continue;
        };
        let end = start + length;
        let Some((exercise, column, filter)) = parts(&text[start + OPENS.len()..end - CLOSES.len()]) else {
            faults.push(fault(end, "This reference does not say which column of which exercise it means."));
            continue;
        };
        let Some(number_span) = figure_before(text, start) else {
            faults.push(fault(end, "No figure stands before this reference."));
            continue;
        };
        let claimed = text[number_span.clone()].to_owned();
        found.push(Reference { exercise, column, filter, claimed, span: start..end, number_span });
    }
    (found, faults)
}

/// A text as a reader sees it: each cited figure as `shown` writes it, without its reference and the space before that. What cannot be read
/// as a reference stays as it is.
pub fn with_references(text: &str, shown: impl Fn(&Reference) -> String) -> String {
    let mut made = text.to_owned();
    for reference in references(text, "").0.iter().rev() {
        let from = text[..reference.span.start].trim_end_matches(is_gap).len();
        made.replace_range(from..reference.span.end, "");
        made.replace_range(reference.number_span.clone(), &shown(reference));
    }
    made
}

/// Exercise, column, and which row.
type Parts = (String, String, Option<(String, String)>);

/// `exercise:column where name=value`.
fn parts(inner: &str) -> Option<Parts> {
    let (exercise, rest) = inner.split_once(':')?;
    let (column, filter) = match rest.split_once(" where ") {
        Some((column, condition)) => {
            let (name, value) = condition.split_once('=')?;
            let value = value.trim().trim_matches(['"', '\'', '“', '”']);
            (column, Some((name.trim().to_owned(), value.to_owned())))
        }
        None => (rest, None),
    };
    let (exercise, column) = (exercise.trim(), column.trim());
    let names = filter.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]).chain([exercise, column]);
    let is_whole =
        names.into_iter().all(|name| !name.is_empty()) && !column.contains(char::is_whitespace) && !exercise.contains(char::is_whitespace);
    is_whole.then(|| (exercise.to_owned(), column.to_owned(), filter))
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

/// The figure that ends right before a place: digits with separators, maybe a sign of per cent, then white space on the same line.
fn figure_before(text: &str, place: usize) -> Option<Range<usize>> {
    // A figure in bold or italics is one too.
    let before = text[..place].trim_end_matches(is_gap).trim_end_matches(['*', '_']).trim_end_matches(is_gap);
    let end = before.len();
    let signs = ["%", "per cent", "percent"];
    let number = signs.iter().find_map(|sign| before.strip_suffix(sign)).map_or(before, |number| number.trim_end_matches(is_gap));
    let number = number.trim_end_matches(['*', '_']);
    let mut start = number.len();
    for (at, c) in number.char_indices().rev() {
        let belongs = c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{2212}') || (is_gap(c) && is_thousand(number, at, c));
        if !belongs {
            break;
        }
        start = at;
    }
    let lead =
        number[start..].len() - number[start..].trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-' && c != '\u{2212}').len();
    // A hyphen behind a letter joins a word: in `sql-5` nothing is negative.
    let start = start + lead;
    let joins = number[..start].ends_with(char::is_alphanumeric);
    let start = if joins { number.len() - number[start..].trim_start_matches(['-', '\u{2212}']).len() } else { start };
    (number[start..].contains(|c: char| c.is_ascii_digit()) && !number[..start].ends_with(char::is_alphanumeric)).then_some(start..end)
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether a space separates thousands: one to three digits before it and exactly three behind it.
fn is_thousand(number: &str, at: usize, gap: char) -> bool {
    let behind = &number[at + gap.len_utf8()..];
    let digits_behind = behind.bytes().take_while(u8::is_ascii_digit).count();
    let digits_before = number[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
    digits_behind == 3 && (1..=3).contains(&digits_before)
}

/// Whether a figure as it is written agrees with the true one: rounded to the decimals that are written, it is the same. A share may be
/// written in per cent.
pub fn agrees(claimed: &str, truth: f64) -> bool {
    let digits: String = point_for_comma(claimed).chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect();
    let digits = if claimed.contains('\u{2212}') { format!("-{digits}") } else { digits };
    let Ok(number) = digits.parse::<f64>() else { return false };
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let unit = 10_f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX));
    // Half a unit of the last digit, and a little for what binary fractions cannot hold.
    let fits = |truth: f64| (number - truth).abs() <= unit / 2.0 * (1.0 + 1e-9) + truth.abs() * 1e-12;
    fits(truth) || (claimed.contains(['%', 'p']) && fits(truth * 100.0))
}

/// `4,2` is 4.2 where a comma stands for the point: it is the only one, and one or two digits follow it.
fn point_for_comma(claimed: &str) -> String {
    let after = claimed.split_once(',').map_or("", |(_, after)| after);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let is_point = (1..=2).contains(&digits) && !after[digits..].contains(',') && !claimed.contains('.');
    if is_point { claimed.replace(',', ".") } else { claimed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{agrees, references, with_references};

    #[test]
    fn a_figure_is_found_with_where_it_comes_from() {
        let text =
            "It fails 4.2 % {{query:sql-a:rate where endpoint=/v1/usage}}, 1,204 times {{query:x:y}} or 1,204 {{query:sql-b:calls}}.";
        let (found, faults) = references(text, "a.md");
        let read: Vec<(&str, &str, &str)> =
            found.iter().map(|one| (one.claimed.as_str(), one.exercise.as_str(), one.column.as_str())).collect();
        assert_eq!(read, [("4.2 %", "sql-a", "rate"), ("1,204", "sql-b", "calls")]);
        assert_eq!(found[0].filter, Some(("endpoint".to_owned(), "/v1/usage".to_owned())));
        assert_eq!(&text[found[0].number_span.clone()], "4.2 %");
        assert_eq!(&text[found[0].span.clone()], "{{query:sql-a:rate where endpoint=/v1/usage}}");
        let grouped =
            "Within 43 200 {{query:a:b}}, **-3 %** {{query:a:c}}, (1.5 per cent {{query:a:d where k=\"v w\"}}), in 2026 200 {{query:a:e}}";
        let claimed: Vec<String> = references(grouped, "a.md").0.into_iter().map(|one| one.claimed).collect();
        assert_eq!(claimed, ["43 200", "-3 %", "1.5 per cent", "200"]);
        assert_eq!(references("`4 {{query:a:b}}`\n\n```\n5 {{query:a}}\n```\n", "a.md"), (Vec::new(), Vec::new()));
        assert_eq!(faults.len(), 1, "a word stands between the figure and its reference");
    }

    #[test]
    fn a_reader_sees_the_figure_and_not_where_it_comes_from() {
        let link = |text: &str| with_references(text, |one| format!("[{}]({})", one.claimed, one.exercise));
        for (text, read) in [
            ("It fails 4.2 % {{query:sql-a:rate}}, or 1,204 {{query:sql-b:calls}}.", "It fails [4.2 %](sql-a), or [1,204](sql-b)."),
            ("**-3 %** {{query:a:c where k=v}} less", "**[-3 %](a)** less"),
            ("many {{query:a:b}}", "many {{query:a:b}}"),
            ("`4 {{query:a:b}}`", "`4 {{query:a:b}}`"),
        ] {
            assert_eq!(link(text), read);
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

    #[test]
    fn rounding_and_per_cent_are_no_lies() {
        for (claimed, truth) in [
            ("4.2 %", 0.0424),
            ("4.2%", 4.15),
            ("4.2", 4.249),
            ("1,204", 1204.0),
            ("-3", -3.4),
            ("\u{2212}3", -2.6),
            ("0.5", 0.45),
            ("12 %", 12.0),
            ("4.2 per cent", 0.042),
            ("4,2 %", 0.042),
            ("43 200", 43_200.0),
            ("1,20,000", 120_000.0),
        ] {
            assert!(agrees(claimed, truth), "{claimed} for {truth}");
        }
        for (claimed, truth) in [
            ("4.2 %", 0.043),
            ("4.20", 4.21),
            ("1204", 1205.0),
            ("4.2", 0.042),
            ("-3", 3.0),
            ("", 0.0),
            ("%", 0.0),
            ("4", f64::NAN),
            ("1,204", 1.204),
        ] {
            assert!(!agrees(claimed, truth), "{claimed} for {truth}");
        }
    }
}
