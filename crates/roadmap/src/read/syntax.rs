//! Text that is no YAML, in the words of whoever wrote it. The parser's own words speak of tokens and block contexts.

use super::yaml::Fault;
use footbridge_diagnostic::{Diagnostic, Source};
use serde_saphyr::Error;
use serde_saphyr::budget::BudgetBreach;
use std::ops::Range;

pub(super) fn finding(text: &str, file: &str, fault: Fault) -> Diagnostic {
    let error = fault.error.without_snippet();
    // What the scanner rejects has no offset in bytes.
    let source = Source { file, text };
    let at = error.location().map_or(0, |location| source.byte_of(location.line(), location.column()));
    let at = at..at;
    match error {
        Error::Budget { breach, .. } => {
            let line = line_of(text, at.start);
            over_budget(breach).at(file, needs_quotes(text, &line).map_or(at, |(value, _)| value))
        }
        Error::MultipleDocuments { .. } => one_document().at(file, at),
        _ => unreadable(text, file, at),
    }
}

fn over_budget(breach: &BudgetBreach) -> Diagnostic {
    match breach {
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => {
            Diagnostic::error("roadmap-syntax", "A value begins with `&` or `*`, which YAML takes for a name to refer to.")
                .help("Put the value in quotes: `\"*bold*\"`. A roadmap needs no such names.")
        }
        BudgetBreach::Documents { .. } => one_document(),
        BudgetBreach::Depth { .. } => Diagnostic::error("roadmap-too-large", "Values are nested more than 12 deep; a roadmap needs 4."),
        _ => Diagnostic::error("roadmap-too-large", "The file has more entries than a roadmap of a hundred bets needs."),
    }
}

fn one_document() -> Diagnostic {
    Diagnostic::error("roadmap-syntax", "The file holds more than one document; one file holds one roadmap.")
        .help("Remove the line `---` and what follows it.")
}

/// Looks for the slips that people make, in the line the parser stopped at and in the one before: it often notices one line late.
fn unreadable(text: &str, file: &str, at: Range<usize>) -> Diagnostic {
    let finding = |message: &str, at: Range<usize>| Diagnostic::error("roadmap-syntax", message).at(file, at);
    if let Some(tab) = tab_in_indentation(text) {
        return finding("The line is indented with a tab.", tab).help("Indent with spaces, two for each level.");
    }
    let line = line_of(text, at.start);
    let before = line_of(text, text[..line.start].trim_end().len());
    for line in [&line, &before] {
        if let Some((value, message)) = needs_quotes(text, line) {
            return finding(&message, value).help("Put the whole value in double quotes: `title: \"Retries: 24 hours\"`.");
        }
    }
    for line in [&before, &line] {
        let written = text[line.clone()].trim();
        if !written.is_empty() && !written.contains(':') && !written.starts_with(['-', '#']) {
            return finding("The line has no colon after its key.", words_of(text, line)).help("Write `product: …`.");
        }
    }
    if before.start < line.start && indent(text, &line) > indent(text, &before) && has_value(&text[before]) {
        return finding("The line is indented deeper than the one before it, which has its value already.", words_of(text, &line))
            .help("Begin keys that belong together in the same column.");
    }
    finding("The file cannot be read as YAML from here on.", at)
        .help("Compare the line with its neighbours: each key ends with a colon and a space, and each entry of a list begins with a dash.")
}

fn tab_in_indentation(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        if let Some(tab) = indent.find('\t').filter(|_| !line.trim().is_empty()) {
            return Some(start + tab..start + tab + 1);
        }
        start += line.len();
    }
    None
}

fn has_value(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(_, value)| !value.trim().is_empty())
}

fn indent(text: &str, line: &Range<usize>) -> usize {
    words_of(text, line).start - line.start
}

/// The bytes of a line without white space around.
fn words_of(text: &str, line: &Range<usize>) -> Range<usize> {
    let written = &text[line.clone()];
    let start = line.start + (written.len() - written.trim_start().len());
    start..start + written.trim().len()
}

/// What makes YAML take a value of the line for something else than text, and why.
fn needs_quotes(text: &str, line: &Range<usize>) -> Option<(Range<usize>, String)> {
    let written = &text[line.clone()];
    let colon = written.find(": ")?;
    let value = written[colon + 2..].trim();
    let start = line.start + colon + 2 + (written[colon + 2..].len() - written[colon + 2..].trim_start().len());
    let column = |at: usize| Source { file: "", text }.line_column(at).column;
    let first = value.chars().next()?;
    match first {
        '"' | '\'' if value.len() == 1 || !value.ends_with(first) => {
            Some((start..start + value.len(), "A quotation mark is opened and not closed, or text follows it.".to_owned()))
        }
        '"' | '\'' => None,
        '%' | '@' | '`' | '>' | '|' | '*' | '&' | '!' | '[' | '{' | ']' | '}' | ',' => {
            // A backtick in backticks would be two marks of nothing.
            let sign = if first == '`' { "a backtick".to_owned() } else { format!("`{first}`") };
            let message = format!("The value begins with {sign} in column {}, which has a meaning of its own in YAML.", column(start));
            Some((start..start + 1, message))
        }
        _ => {
            let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
            let at = start + colon;
            let message = format!("The value holds a colon in column {}, so YAML takes what stands before it for a key.", column(at));
            Some((at..at + 1, message))
        }
    }
}

/// Bytes of the line that holds a byte, without its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end.max(start)
}
