use crate::judge::Limits;
use crate::roadmap::Roadmap;
use crate::wording::counted;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// An executive reads three sentences.
const SENTENCES: usize = 3;
/// Three sentences of 30 words.
const WORDS: usize = 90;

/// A summary for an executive that is missing or too long.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let Some(summary) = &roadmap.summary else {
        let finding = Diagnostic::error("roadmap-summary", "There is no summary for an executive.");
        let help =
            "Write under `summary` in three sentences what customers will be able to do, what it protects or earns, and what you need.";
        return vec![finding.at(&roadmap.file, roadmap.product.span.clone()).help(help)];
    };
    let sentences = sentences(summary).len();
    if sentences > SENTENCES {
        let message = format!("The summary has {sentences} sentences; an executive reads {SENTENCES}.");
        let help = "Keep what customers will be able to do, what it protects or earns, and what you need.";
        return vec![Diagnostic::error("roadmap-summary-long", message).at(&roadmap.file, summary.span.clone()).help(help)];
    }
    let words = summary.split_whitespace().count();
    if words > WORDS {
        let message = format!("The summary has {} in {}.", counted(words, "word", "words"), counted(sentences, "sentence", "sentences"));
        let finding = Diagnostic::advice("roadmap-summary-words", message).at(&roadmap.file, summary.span.clone());
        return vec![finding.note(format!("Three sentences that can be said in one breath have at most {WORDS}."))];
    }
    Vec::new()
}

/// Sentences end at a full stop, exclamation or question mark before white space, unless that belongs to an abbreviation.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let before_space = text[end..].chars().next().is_none_or(char::is_whitespace);
        if matches!(c, '.' | '!' | '?') && before_space && !is_abbreviation(&text[start..at]) {
            sentences.push(start..end);
            start = end;
        }
    }
    if text[start..].contains(char::is_alphanumeric) {
        sentences.push(start..text.len());
    }
    sentences
}

fn is_abbreviation(before_stop: &str) -> bool {
    let word = before_stop.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '“', '"']);
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || ["e.g", "i.e", "etc", "vs", "approx", "no"].contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn abbreviations_and_decimals_end_no_sentence() {
        for (text, count) in [
            ("One. Two! Three?", 3),
            ("We grow by 2.5 % e.g. in Q3. Then more", 2),
            ("No end", 1),
            ("Wait… what?", 1),
            ("Payments Inc. of J. Doe.", 2),
            ("", 0),
        ] {
            assert_eq!(sentences(text).len(), count, "{text}");
        }
    }
}
