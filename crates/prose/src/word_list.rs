use crate::document::{Block, BlockKind, Document};
use footbridge_diagnostic::Diagnostic;

/// Words that carry sentences and mean nothing by themselves. In English prose four to five words of ten are such; in a list of catchwords
/// hardly any is.
const CARRIERS: &str = " a an the and or but nor so yet of to in on at by for from with without into onto over under between among through \
    during before after since until than as if then when where while because that which who whom whose this these those it its they them \
    their we us our you your he she his her i my is are was were be been being am has have had do does did not no can could may might must \
    shall should will would there here what how why all any each every some both either neither one none only also just more most less \
    least other another such same own very too up down out off again once about against ";

/// Fewest words to judge by.
const FEWEST: usize = 60;

/// The least share of carriers, in per cent. Good texts of this pack lie above 39, lists of catchwords below 8.
const LEAST: usize = 22;

/// A text that is a list of catchwords instead of sentences: it holds what the other rules look for, and says nothing. Tables, code and
/// headings do not count.
pub(crate) fn find(document: &Document, file: &str) -> Option<Diagnostic> {
    let running = || document.paragraphs().filter(|block| !matches!(block.kind, BlockKind::Cell { .. }));
    let words: Vec<String> = running().flat_map(words).collect();
    let carriers = words.iter().filter(|word| CARRIERS.contains(&format!(" {word} "))).count();
    if words.len() < FEWEST || carriers * 100 >= words.len() * LEAST {
        return None;
    }
    let start = running().next().map_or(0, |block| block.span.start);
    let message = "This reads like a list of words: hardly a sentence stands in it.";
    let note = format!(
        "Of {} words {carriers} are such as “the”, “is” or “because”; in sentences it is nearly every second one. This check knows English only.",
        words.len()
    );
    Some(
        Diagnostic::error("prose-word-list", message)
            .at(file, start..start)
            .note(note)
            .help("Say it as you would say it to the person who reads it."),
    )
}

/// Words in lower case, without code.
fn words(block: &Block) -> Vec<String> {
    let mut text = block.prose.clone();
    for code in &block.code {
        text.blank(code.clone());
    }
    text.text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::document::Document;

    fn code(answer: &str) -> Option<String> {
        find(&Document::read(answer), "answer.md").map(|finding| finding.code)
    }

    #[test]
    fn catchwords_are_no_sentences() {
        let catchwords = "law, country, meter, cost, partner, release, version, field, event, list, check, number, table, ".repeat(8);
        assert_eq!(code(&format!("# Title\n\n{catchwords}")).as_deref(), Some("prose-word-list"));
    }

    #[test]
    fn sentences_tables_and_short_notes_are_left_alone() {
        let sentence = "The job runs once an hour, so a mail that is late by more than two hours tells us that it has stopped. ";
        assert_eq!(code(&sentence.repeat(6)), None);
        assert_eq!(code("law, country, meter"), None);
        let table = format!("| a | b |\n|---|---|\n{}", "| law country meter | cost partner release |\n".repeat(20));
        assert_eq!(code(&table), None);
    }
}
