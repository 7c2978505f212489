use super::once_each;
use crate::document::Document;
use crate::read::number;
use crate::text::sentences;
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
    let places: Vec<(&'static str, Range<usize>)> = document
        .paragraphs()
        .map(|block| &block.prose)
        .flat_map(|prose| {
            let unmeasured = sentences(&prose.text).into_iter().filter(|at| number::numbers(&prose.text[at.clone()]).is_empty());
            unmeasured.flat_map(|at| found(&prose.text[at.clone()], at.start)).map(|(word, at)| (word, prose.origin(at)))
        })
        .collect();
    once_each(&places, file, "without a number", |word| {
        Diagnostic::advice("prose-unmeasurable", format!("“{word}” cannot be measured: no number stands in the sentence."))
            .help("Say how much, for whom: a time, a rate, a size, a share.")
    })
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
