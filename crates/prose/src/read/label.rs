//! Labelled values: `Label: value`, `Label — value`, `Label = value`, `**Label** value`, in a sentence or on a line of its own.

use super::{date, phrase};
use crate::text::Prose;
use std::ops::Range;

/// What may stand between two labelled values.
const SEPARATORS: [char; 9] = ['.', ';', ',', '(', '|', '—', '–', '·', '\n'];

/// Bytes of a label that we do not know.
const LONGEST_LABEL: usize = 31;

/// A label by all its names, in lower case; the first is ours.
pub(crate) type Label = &'static [&'static str];

/// What stands behind a label.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) text: String,
    /// Bytes of the answer to point at.
    pub(crate) span: Range<usize>,
    /// All bytes of the answer that it takes up, its label included where that stands beside it.
    pub(crate) whole: Range<usize>,
}

/// A label in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Which of the labels.
    pub(crate) label: usize,
    pub(crate) start: usize,
    /// Where its value begins.
    pub(crate) value: usize,
}

/// The labels that stand in a text, in order. `bold` are its stretches in bold.
pub(crate) fn find_all(prose: &Prose, bold: &[Range<usize>], labels: &[Label]) -> Vec<Found> {
    let text = &prose.text;
    let mut found: Vec<Found> = Vec::new();
    let mut inside = false;
    let mut ready = true;
    let mut lines = prose.lines.iter().copied().peekable();
    let mut runs = bold.iter().map(|run| run.start).peekable();
    for (at, c) in text.char_indices() {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        let begins = reaches(&mut lines, at) | reaches(&mut runs, at);
        if starts && (ready || begins) {
            found.extend(label_at(text, at, bold, labels));
        }
        if !c.is_whitespace() {
            ready = matches!(
                c,
                '.' | ';' | ',' | '(' | '[' | '|' | '·' | '•' | '/' | '–' | '—' | '→' | ':' | '!' | '?' | '*' | '"' | '“' | '-'
            );
        }
    }
    found
}

/// Whether one of the places, which are in order, is this one.
fn reaches(places: &mut std::iter::Peekable<impl Iterator<Item = usize>>, at: usize) -> bool {
    while places.next_if(|place| *place < at).is_some() {}
    places.next_if_eq(&at).is_some()
}

/// The value of one label: up to the next label, those that we do not know included.
pub(crate) fn value(prose: &Prose, all: &[Found], label: usize) -> Option<Value> {
    let values = all.iter().enumerate().filter(|(_, found)| found.label == label).map(|(index, found)| {
        let next_label = all.get(index + 1).map_or(prose.text.len(), |next| next.start).max(found.value);
        let line_ends = prose.lines.iter().copied().filter(|line| (found.value..next_label).contains(line));
        let written = &prose.text[found.value..next_label];
        let sentence_ends = written.char_indices().filter(|(_, c)| SEPARATORS.contains(c)).map(|(at, c)| found.value + at + c.len_utf8());
        let starts = line_ends.chain(sentence_ends).filter(|at| begins_with_some_label(prose.text[*at..next_label].trim_start()));
        let end = starts.min().unwrap_or(next_label);
        let written = prose.text[found.value..end].trim_end_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c));
        let value_end = found.value + written.len();
        let span = prose.origin(found.start..value_end.max(found.start + 1));
        Value { text: written.to_owned(), whole: span.clone(), span }
    });
    // A label may stand twice, once without anything behind it.
    values.max_by_key(|value| value.text.contains(char::is_alphanumeric))
}

/// Whether a heading or the head of a column is this label: it begins with its words.
pub(crate) fn is_named(name: &str, label: Label) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    label.iter().any(|known| phrase::end_of(name, 0, known).is_some())
}

fn label_at(text: &str, at: usize, bold: &[Range<usize>], labels: &[Label]) -> Option<Found> {
    let names = labels.iter().enumerate().flat_map(|(index, label)| label.iter().map(move |name| (index, *name)));
    let (label, name, end) =
        names.filter_map(|(index, name)| phrase::end_of(text, at, name).map(|end| (index, name, end))).max_by_key(|(_, _, end)| *end)?;
    let value = separated(text, end).or_else(|| after_bold(text, at, end, bold)).or_else(|| unseparated(text, end, name))?;
    Some(Found { label, start: at, value })
}

/// Behind `:`, `=`, a dash or an arrow; a bracket or up to three more words may stand before it.
fn separated(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    if let Some(value) = behind_separator(rest, &[":", "=", "—", "–", "→", "- "]) {
        return Some(end + value);
    }
    let trimmed = rest.trim_start();
    let gap = rest.len() - trimmed.len();
    if let Some(inner) = trimmed.strip_prefix('(')
        && let Some(close) = inner.find(')').filter(|close| *close <= 60)
        && let Some(value) = behind_separator(&inner[close + 1..], &[":", "=", "—", "–", "→", "- "])
    {
        return Some(end + gap + 1 + close + 1 + value);
    }
    let colon = trimmed.find([':', '=']).filter(|colon| *colon <= 40)?;
    let between = &trimmed[..colon];
    let is_short =
        between.split_whitespace().count() <= 3 && between.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '’' || c == '\'');
    is_short.then(|| end + gap + colon + 1).map(|value| value + leading_space(&text[value..]))
}

fn behind_separator(rest: &str, separators: &[&str]) -> Option<usize> {
    let trimmed = rest.trim_start();
    let separator = separators.iter().find(|separator| trimmed.starts_with(**separator))?;
    let value = rest.len() - trimmed.len() + separator.len();
    Some(value + leading_space(&rest[value..]))
}

/// Behind a label that is set in bold: nothing else is needed then.
fn after_bold(text: &str, at: usize, end: usize, bold: &[Range<usize>]) -> Option<usize> {
    let run = bold.iter().find(|run| run.start <= at && end <= run.end)?;
    let is_all = text[end..run.end].trim().is_empty();
    is_all.then(|| run.end + leading_space(&text[run.end..]))
}

/// A label of several words needs no separator, and neither does one that a number or a date follows: "Baseline 14 minutes, by 12 May".
fn unseparated(text: &str, end: usize, name: &str) -> Option<usize> {
    let after_comma = text[end..].strip_prefix(',').filter(|_| name.contains(' ')).map_or(end, |_| end + 1);
    let value = after_comma + leading_space(&text[after_comma..]);
    let rest = &text[value..];
    let is_figure =
        rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '₹' | '~' | '≈' | '<' | '>' | '≤' | '≥'));
    (value > end && !rest.is_empty() && (name.contains(' ') || is_figure || date::leading(rest).is_some())).then_some(value)
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn begins_with_some_label(line: &str) -> bool {
    let near = &line[..line.floor_char_boundary(LONGEST_LABEL.min(line.len()))];
    let Some(colon) = near.find(':') else { return false };
    let name = &line[..colon];
    name.split_whitespace().count() <= 3
        && name.chars().all(|c| c.is_alphabetic() || c == ' ')
        && line[colon + 1..].starts_with([' ', '\n'])
}
