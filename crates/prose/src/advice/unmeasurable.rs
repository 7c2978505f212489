use super::sentences;
use crate::check::is_number;
use crate::document::Document;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Words that promise a quality without saying how much of it.
const WORDS: [&str; 14] = [
    "fast",
    "quick",
    "quickly",
    "easy",
    "easily",
    "simple",
    "scalable",
    "robust",
    "reliable",
    "efficient",
    "flexible",
    "seamless",
    "intuitive",
    "performant",
];

/// Qualities without a number in the same sentence; each word is named once.
pub(super) fn find(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut advice = Vec::new();
    let places: Vec<(&str, Range<usize>)> = document
        .parts
        .iter()
        .map(|part| &part.prose)
        .flat_map(|prose| {
            let unmeasured = sentences(prose).into_iter().filter(|at| !prose.text[at.clone()].split_whitespace().any(is_number));
            unmeasured.flat_map(|at| found(&prose.text[at.clone()], at.start)).map(|(word, at)| (word, prose.origin(at)))
        })
        .collect();
    for word in WORDS {
        let mut same = places.iter().filter(|(found, _)| *found == word);
        let Some((_, first)) = same.next() else { continue };
        let finding = Diagnostic::advice("prose-unmeasurable", format!("“{word}” cannot be measured: no number stands in the sentence."))
            .at(file, first.clone())
            .help("Say how much, for whom: a time, a rate, a size, a share.");
        advice.push(match same.count() {
            0 => finding,
            1 => finding.note("It stands without a number once more."),
            more => finding.note(format!("It stands without a number {more} more times.")),
        });
    }
    advice
}

fn found(sentence: &str, offset: usize) -> Vec<(&'static str, Range<usize>)> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '-';
    let mut found = Vec::new();
    let mut at = 0;
    for piece in sentence.split_inclusive(|c: char| !is_letter(c)) {
        let word = piece.trim_end_matches(|c: char| !is_letter(c));
        if let Some(known) = WORDS.iter().find(|known| word.eq_ignore_ascii_case(known)) {
            found.push((*known, offset + at..offset + at + word.len()));
        }
        at += piece.len();
    }
    found
}
