use crate::document::Document;
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// Longer sentences have to be read twice.
const MOST_WORDS: usize = 40;

/// Sentences of more than 40 words.
pub(super) fn find(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut advice = Vec::new();
    for prose in document.paragraphs().map(|block| &block.prose) {
        for sentence in sentences(&prose.text) {
            let words = prose.text[sentence.clone()].split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if words > MOST_WORDS {
                let message = format!("This sentence has {words} words; readers lose the thread after about {MOST_WORDS}.");
                advice.push(
                    Diagnostic::advice("prose-long-sentence", message)
                        .at(file, prose.origin(sentence))
                        .help("Split it where a second thought begins."),
                );
            }
        }
    }
    advice
}
