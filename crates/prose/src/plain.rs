use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Markdown as plain text for places that know no formatting: headings are lines of their own, list items begin with a bullet or their
/// number, links carry their address, front matter is left out.
pub fn plain_text(markdown: &str) -> String {
    let start = crate::document::front_matter_length(markdown);
    let mut writer = Writer::default();
    for event in Parser::new_ext(&markdown[start..], Options::empty()) {
        writer.take(event);
    }
    format!("{}\n", writer.text.trim())
}

#[derive(Default)]
struct Writer {
    text: String,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The address of the open link, and where its words begin.
    link: Option<(String, usize)>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::Start(Tag::Item) => self.begin_item(),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some((dest_url.into_string(), self.text.len())),
            Event::Start(_) => {}
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.break_to("\n\n");
            }
            Event::End(TagEnd::Item) => self.break_to("\n"),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::BlockQuote(_)) => {
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.text.push_str(&text),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.break_to("\n\n"),
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.text.push_str("• "),
        }
    }

    /// A link whose words are its address is written once.
    fn end_link(&mut self) {
        let Some((to, from)) = self.link.take() else { return };
        let is_web = to.starts_with("https://") || to.starts_with("http://");
        if is_web && self.text[from..].trim() != to {
            self.text.push_str(&format!(" ({to})"));
        }
    }

    fn break_to(&mut self, gap: &str) {
        let kept = self.text.trim_end_matches([' ', '\n']).len();
        self.text.truncate(kept);
        if kept > 0 {
            self.text.push_str(gap);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn structure_survives_without_markup() {
        let markdown = "---\na: 1\n---\n# Title\n\nOne **two**\nthree, see [docs](https://a.example/x) and <https://b.example>.\n\n\
            1. first\n2. second `code`\n\n- a\n- b\n\n## End\n\nLast.\n";
        let text = "Title\n\nOne two three, see docs (https://a.example/x) and https://b.example.\n\n1. first\n2. second code\n\n• a\n• b\n\nEnd\n\nLast.\n";
        assert_eq!(plain_text(markdown), text);
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(plain_text(""), "\n");
        assert_eq!(plain_text("# \n\n- \n"), "•\n");
    }
}
