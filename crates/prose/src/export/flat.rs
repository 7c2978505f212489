//! Plain text for places that know no formatting. Headings are lines of their own, list items begin with a bullet or their number, links
//! carry their address, tables become lines that name their columns.

use super::{Losses, callout_name, is_comment, is_line_break};
use crate::front_matter::without_front_matter;
use crate::markdown::events;
use pulldown_cmark::{Event, Tag, TagEnd};

/// How lists and code look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A post: as short as can be.
    Post,
    /// A story: an editor that gives paragraphs their form.
    Story,
}

pub(super) fn write(markdown: &str, style: Style) -> (String, Losses) {
    let mut writer = Writer { style: Some(style), ..Writer::default() };
    for event in events(markdown) {
        writer.take(event);
    }
    (format!("{}\n", writer.text.trim()), writer.losses)
}

/// Markdown as plain text for places that know no formatting: headings are lines of their own, list items begin with a bullet or their
/// number, links carry their address, front matter is left out.
pub fn plain_text(markdown: &str) -> String {
    write(without_front_matter(markdown), Style::Post).0
}

#[derive(Default)]
struct Writer {
    text: String,
    style: Option<Style>,
    losses: Losses,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// For each open emphasis its place among the losses, and where its words begin.
    emphasis: Vec<(usize, usize)>,
    /// The address of each open link, and where its words begin.
    links: Vec<(String, usize)>,
    /// Where the words of the open image begin.
    image: Option<usize>,
    /// The heads of the columns of the open table, and the cells of its open row.
    heads: Vec<String>,
    cells: Vec<String>,
    in_head: bool,
    /// Where the open cell begins.
    cell: Option<usize>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.losses.html += usize::from(!is_comment(&html) && !is_line_break(&html));
                if is_line_break(&html) {
                    self.text.push(if self.cell.is_some() { ' ' } else { '\n' });
                }
            }
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak if self.cell.is_some() => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.break_to("\n\n"),
            Event::TaskListMarker(is_done) => self.text.push_str(if is_done { "[x] " } else { "[ ] " }),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                // A list inside an item begins on a line of its own.
                if !self.lists.is_empty() {
                    self.break_to("\n");
                }
                self.lists.push(first);
            }
            Tag::Item => self.begin_item(),
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.text.len())),
            Tag::Image { .. } => {
                self.losses.images += 1;
                self.image = Some(self.text.len());
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.emphasis.push((self.losses.emphasised.len(), self.text.len()));
                self.losses.emphasised.push(String::new());
            }
            Tag::CodeBlock(_) => self.losses.code_blocks += 1,
            Tag::BlockQuote(kind) => {
                self.losses.quotes += 1;
                if let Some(kind) = kind {
                    self.text.push_str(&format!("{}: ", callout_name(kind)));
                }
            }
            Tag::Table(_) => {
                self.losses.tables += 1;
                self.heads.clear();
            }
            Tag::TableHead => self.in_head = true,
            Tag::TableRow => self.cells.clear(),
            Tag::TableCell => self.cell = Some(self.text.len()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                if let Some((at, from)) = self.emphasis.pop() {
                    self.losses.emphasised[at] = self.text.get(from..).unwrap_or_default().to_owned();
                }
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
            }
            TagEnd::Item => self.break_to("\n"),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::BlockQuote(_) => {
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => self.in_head = false,
            TagEnd::TableRow => self.end_row(),
            TagEnd::Table => self.break_to("\n\n"),
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        let indent = if self.style == Some(Style::Story) { "" } else { "  " }.repeat(self.lists.len().saturating_sub(1));
        self.text.push_str(&indent);
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number = number.saturating_add(1);
            }
            _ => self.text.push_str("• "),
        }
    }

    /// A link whose words are its address is written once.
    fn end_link(&mut self) {
        let Some((to, from)) = self.links.pop() else { return };
        let is_web = to.starts_with("https://") || to.starts_with("http://");
        let words = self.text.get(from..).unwrap_or_default();
        if is_web && words.trim() != to {
            self.losses.links += 1;
            self.text.push_str(&format!(" ({to})"));
        }
    }

    fn end_image(&mut self) {
        let Some(from) = self.image.take().filter(|from| *from <= self.text.len()) else { return };
        let words = self.text.split_off(from);
        if !words.trim().is_empty() {
            self.text.push_str(&format!("[{}]", words.trim()));
        }
    }

    fn end_cell(&mut self) {
        let Some(from) = self.cell.take().filter(|from| *from <= self.text.len()) else { return };
        let cell = self.text.split_off(from).trim().to_owned();
        if self.in_head { self.heads.push(cell) } else { self.cells.push(cell) }
    }

    /// The first cell names the row; the others are named by their column.
    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells).into_iter().zip(self.heads.iter().map(String::as_str).chain(std::iter::repeat("")));
        let Some((first, _)) = cells.next() else { return };
        let named =
            cells.filter(|(cell, _)| !cell.is_empty()).map(|(cell, head)| if head.is_empty() { cell } else { format!("{head}: {cell}") });
        let rest = named.collect::<Vec<_>>().join("; ");
        let line = match (first.is_empty(), rest.is_empty()) {
            (true, _) => rest,
            (false, true) => first,
            (false, false) => format!("{first} — {rest}"),
        };
        self.text.push_str(&format!("• {line}\n"));
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
