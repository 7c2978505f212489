use footbridge_diagnostic::Diagnostic;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

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
pub fn word_list(answer: &str, file: &str) -> Option<Diagnostic> {
    let body = crate::front_matter(answer).map_or(answer, |(_, body)| body);
    let text = running_text(body);
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let carriers = words.iter().filter(|word| CARRIERS.contains(&format!(" {word} "))).count();
    if words.len() < FEWEST || carriers * 100 >= words.len() * LEAST {
        return None;
    }
    let start = answer.len() - body.len();
    let message = "This reads like a list of words: hardly a sentence stands in it.";
    let finding = Diagnostic::error("prose-word-list", message).at(file, start..start + body.trim_end().len().min(1));
    Some(
        finding
            .note(format!("Of {} words {carriers} are such as “the”, “is” or “because”; in sentences it is nearly every second one. English is looked at.", words.len()))
            .help("Say it as you would say it to the person who reads it."),
    )
}

/// Paragraphs and list items.
fn running_text(markdown: &str) -> String {
    let mut text = String::new();
    let mut outside = 0_u32;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_)) => outside += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table) => outside = outside.saturating_sub(1),
            Event::Text(words) if outside == 0 => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::word_list;

    #[test]
    fn catchwords_are_no_sentences() {
        let catchwords = "law, country, meter, cost, partner, release, version, field, event, list, check, number, table, ".repeat(8);
        let finding = word_list(&format!("# Title\n\n{catchwords}"), "answer.md").expect("a list of words");
        assert_eq!(finding.code, "prose-word-list");
    }

    #[test]
    fn sentences_tables_and_short_notes_are_left_alone() {
        let sentence = "The job runs once an hour, so a mail that is late by more than two hours tells us that it has stopped. ";
        assert_eq!(word_list(&sentence.repeat(6), "answer.md"), None);
        assert_eq!(word_list("law, country, meter", "answer.md"), None);
        let table = format!("| a | b |\n|---|---|\n{}", "| law country meter | cost partner release |\n".repeat(20));
        assert_eq!(word_list(&table, "answer.md"), None);
    }
}
