//! Text that is no YAML, in the words of whoever wrote it. The parser's own words speak of tokens and block contexts.

use footbridge_diagnostic::{Diagnostic, Source};
use serde_saphyr::Error;
use std::ops::Range;

pub(super) fn finding(text: &str, file: &str, error: &Error) -> Diagnostic {
    // What the scanner rejects has no offset in bytes.
    let source = Source { file, text };
    let error = error.without_snippet();
    let at = error.location().map_or(0, |location| source.byte_of(location.line(), location.column()));
    let say = |message: &str, at: Range<usize>| Diagnostic::error("decide-syntax", message).at(file, at);
    if let Error::MultipleDocuments { .. } = error {
        return say("A second document begins here; a decision is one.", at..at).help("Take out the line `---`.");
    }
    if let Some(tab) = tab_in_indentation(text) {
        return say("A line is indented with a tab.", tab).help("Indent with spaces, two for each level.");
    }
    for line in [line_of(text, at), line_before(text, at)] {
        let words = words_of(text, &line);
        let Some((_, value)) = text[words.clone()].split_once(": ") else { continue };
        let value = value.trim();
        let from = words.end - value.len();
        let is_open = |quote: char| value.starts_with(quote) && (value.len() == 1 || !value.ends_with(quote));
        if is_open('"') || is_open('\'') {
            return say("A quotation mark is opened and not closed, or text follows it.", from..words.end)
                .help("Put the whole value in double quotes, or begin it with a word.");
        }
        if let Some(sign) = sign_in(value) {
            let at = from + sign.start..from + sign.end;
            let column = source.line_column(at.start).column;
            let sign = &text[at.clone()];
            // A backtick in backticks would be two marks of nothing.
            let sign = if sign == "`" { "a backtick".to_owned() } else { format!("`{sign}`") };
            return say(&format!("The value holds {sign} in column {column}, which has a meaning of its own in YAML."), at)
                .help("Put the whole value in double quotes: `name: \"Retries: 24 hours\"`.");
        }
    }
    say("The file cannot be read as YAML from here on.", at..at)
        .help("Compare the line with its neighbours: each key ends with a colon and a space, and each entry of a list begins with a dash.")
}

/// What in a value without quotes YAML takes for something else than text: its first sign, or a colon before a space.
fn sign_in(value: &str) -> Option<Range<usize>> {
    if value.starts_with(['"', '\'']) {
        return None;
    }
    let begins = value.starts_with(['%', '@', '`', '*', '&', '!', '[', '{']).then_some(0..1);
    begins.or_else(|| value.find(": ").map(|colon| colon..colon + 2))
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

fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    start..text[at..].find('\n').map_or(text.len(), |newline| at + newline).max(start)
}

fn line_before(text: &str, at: usize) -> Range<usize> {
    line_of(text, text[..line_of(text, at).start].trim_end().len())
}

/// The bytes of a line without white space around.
fn words_of(text: &str, line: &Range<usize>) -> Range<usize> {
    let written = &text[line.clone()];
    let start = line.start + (written.len() - written.trim_start().len());
    start..start + written.trim().len()
}
