use super::options;
use footbridge_prose::without_front_matter;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The first paragraph of a text without its markup, and what follows when it ends with a colon; cut between two words when it is longer
/// than `longest` characters.
pub(crate) fn beginning(markdown: &str, longest: usize) -> String {
    let mut words = String::new();
    let mut inside = false;
    let plain = footbridge_prose::with_references(without_front_matter(markdown), |cited| cited.figure.written.clone());
    for event in Parser::new_ext(&plain, options()) {
        match event {
            Event::Start(Tag::Paragraph) => inside = true,
            Event::End(TagEnd::Paragraph) => {
                let so_far = words.trim();
                if !so_far.is_empty() && (!so_far.ends_with(':') || so_far.len() > longest) {
                    break;
                }
                words.push(' ');
                inside = false;
            }
            Event::Text(text) | Event::Code(text) if inside => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak if inside => words.push(' '),
            _ => {}
        }
    }
    shortened(&words, longest)
}

/// A text on one line, cut between two words when it is longer than `longest` characters.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let line = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = line.char_indices().nth(longest) else { return line };
    let whole = line[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", line[..whole].trim_end_matches([',', ';', ':', '.', ' ', '–']))
}

#[cfg(test)]
mod tests {
    use super::{beginning, shortened};

    #[test]
    fn a_text_begins_with_its_first_paragraph() {
        for (markdown, begins) in [
            ("# Title\n\nOne *two*\n`three` [four](x).\n\nFive.", "One two three four."),
            ("---\na: b\n---\n```sql\nselect 1\n```\n\n- a\n\nWords.", "Words."),
            ("# Only a title", ""),
            ("", ""),
            ("![]()\n\nAfter a picture.", "After a picture."),
            ("The lead asks:\n\n> Which fail?\n\nMore.", "The lead asks: Which fail?"),
            ("To do:\n\n```\ncode\n```\n", "To do:"),
        ] {
            assert_eq!(beginning(markdown, 100), begins, "{markdown}");
        }
    }

    #[test]
    fn a_long_text_ends_between_words() {
        assert_eq!(shortened("one two, three", 10), "one two…");
        assert_eq!(shortened("one\n two\t\u{7} three", 100), "one two three");
        assert_eq!(shortened(&"é".repeat(20), 5), "ééééé…");
    }
}
