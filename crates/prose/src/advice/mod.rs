//! Advice on wording. None of it ever fails an answer. One rule, one file.

mod claim_without_number;
mod hedge;
mod long_sentence;
mod undefined_acronym;
mod unmeasurable;

use crate::document::Document;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// All advice, rule by rule.
pub(crate) fn all(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut advice = long_sentence::find(document, file);
    advice.extend(unmeasurable::find(document, file));
    advice.extend(undefined_acronym::find(document, file));
    advice.extend(claim_without_number::find(document, file));
    advice.extend(hedge::find(document, file));
    advice
}

/// One finding for each word at its first place, with how often it comes again.
fn once_each(places: &[(&'static str, Range<usize>)], file: &str, stands: &str, finding: impl Fn(&str) -> Diagnostic) -> Vec<Diagnostic> {
    let mut advice = Vec::new();
    for (index, (word, first)) in places.iter().enumerate() {
        if places[..index].iter().any(|(earlier, _)| earlier == word) {
            continue;
        }
        let again = places[index + 1..].iter().filter(|(other, _)| other == word).count();
        let finding = finding(word).at(file, first.clone());
        advice.push(match again {
            0 => finding,
            1 => finding.note(format!("It stands {stands} once more.")),
            more => finding.note(format!("It stands {stands} {more} more times.")),
        });
    }
    advice
}
