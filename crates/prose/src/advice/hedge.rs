use super::once_each;
use crate::document::Document;
use crate::read::phrase;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Words that take a decision back while it is made.
const HEDGES: [&str; 12] = [
    "maybe",
    "perhaps",
    "hopefully",
    "possibly",
    "probably",
    "kind of",
    "sort of",
    "i guess",
    "we might",
    "if possible",
    "ideally",
    "we will try",
];

/// Headings under which something is decided, asked or promised.
const DECIDING: &[&str] = &[
    "decision",
    "decision needed",
    "decision outcome",
    "recommendation",
    "requirements",
    "proposal",
    "proposed change",
    "what we must decide",
    "actions",
    "action items",
    "follow-ups",
    "rollout",
    "next step",
    "next steps",
    "what i will do",
    "the ask",
    "outcome",
    "concessions",
    "what i propose",
];

/// Hedges where a decision stands; each word is named once. Elsewhere doubt is honest; in a decision each reader takes it as they like.
pub(super) fn find(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut places: Vec<(&str, Range<usize>)> = Vec::new();
    let mut deciding: Option<u8> = None;
    for part in &document.parts {
        if let Some(heading) = &part.heading {
            let is_deciding = phrase::holds(heading.text(), DECIDING);
            // Smaller headings below a decision belong to it.
            deciding = if is_deciding { Some(heading.level) } else { deciding.filter(|level| heading.level > *level) };
        }
        if deciding.is_none() {
            continue;
        }
        for block in part.said().filter(|block| !block.is_code() && !block.in_quote) {
            places.extend(phrase::all(block.text(), &HEDGES).into_iter().map(|(hedge, at)| (hedge, block.prose.origin(at))));
        }
    }
    once_each(&places, file, "in a decision", |hedge| {
        Diagnostic::advice("prose-hedge", format!("“{hedge}” takes back what is decided here."))
            .help("Decide it, or write it as an open question with who answers and by when.")
    })
}
