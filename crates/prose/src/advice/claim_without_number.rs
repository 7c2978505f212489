use super::once_each;
use crate::document::Document;
use crate::read::{number, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Words that claim an amount without saying it.
const CLAIMS: [&str; 30] = [
    "significantly",
    "significant",
    "substantially",
    "substantial",
    "dramatically",
    "drastically",
    "considerably",
    "greatly",
    "massively",
    "hugely",
    "most customers",
    "many customers",
    "most users",
    "many users",
    "a lot of",
    "lots of",
    "countless",
    "numerous",
    "often",
    "frequently",
    "rarely",
    "seldom",
    "huge",
    "massive",
    "enormous",
    "tons of",
    "the majority of",
    "vast majority",
    "a large number of",
    "nearly all",
];

/// Amounts without a number in the same sentence; each word is named once. Whoever decides by the text has to believe or to ask.
pub(super) fn find(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut places: Vec<(&str, Range<usize>)> = Vec::new();
    for block in document.paragraphs().filter(|block| !block.in_quote) {
        let text = block.text();
        for sentence in sentences(text) {
            let inner = &text[sentence.clone()];
            // What somebody said word for word stays as it was said.
            if number::is_amount(inner) || inner.contains(['“', '"', '„']) || inner.ends_with('?') {
                continue;
            }
            let found = phrase::all(inner, &CLAIMS).into_iter();
            places.extend(found.map(|(claim, at)| (claim, block.prose.origin(sentence.start + at.start..sentence.start + at.end))));
        }
    }
    once_each(&places, file, "without a number", |claim| {
        Diagnostic::advice("prose-claim-without-number", format!("“{claim}” claims an amount, and no number stands in the sentence."))
            .help("Write the number, or how you would find it out.")
    })
}
