//! Advice on wording. None of it ever fails an answer. One rule, one file.

mod long_sentence;
mod unmeasurable;

use crate::document::{Document, Prose};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// All advice, rule by rule.
pub(crate) fn all(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut advice = long_sentence::find(document, file);
    advice.extend(unmeasurable::find(document, file));
    advice.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
    advice
}

/// Sentences of a text, as byte ranges into it. They end at the end of a block, or at a full stop, exclamation or question mark before
/// white space, unless that belongs to an abbreviation.
fn sentences(prose: &Prose) -> Vec<Range<usize>> {
    let text = &prose.text;
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let before_space = text[end..].chars().next().is_none_or(char::is_whitespace);
        let stops = c == '\n' || (matches!(c, '.' | '!' | '?') && before_space && !is_abbreviation(&text[start..at]));
        if stops {
            push_trimmed(&mut sentences, text, start..end);
            start = end;
        }
    }
    push_trimmed(&mut sentences, text, start..text.len());
    sentences
}

fn push_trimmed(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let trimmed = inner.trim();
    if !trimmed.is_empty() {
        sentences.push(start..start + trimmed.len());
    }
}

fn is_abbreviation(before_stop: &str) -> bool {
    let word = before_stop.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '“', '"']);
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || ["e.g", "i.e", "etc", "vs", "approx", "no"].contains(&word.to_lowercase().as_str())
}
