use crate::view::{Block, Inline};
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

/// Reads Markdown into a tree. HTML becomes text; links lead to the web, to mail, or inside the app, and nowhere else.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut depth = 0;
    let shallow = Parser::new_ext(text, Options::ENABLE_TABLES).filter(|event| is_shallow(event, &mut depth));
    Reader { events: shallow.peekable() }.blocks(None)
}

/// What encloses something deeper than this is left out, and its words stand in what is around it: the tree is read, drawn and freed by
/// recursion, and a text may come from anybody.
const DEEPEST: usize = 24;

fn is_shallow(event: &Event<'_>, depth: &mut usize) -> bool {
    match event {
        Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => *depth += 1,
        Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {
            *depth -= 1;
            return *depth < DEEPEST;
        }
        // An item goes with its list.
        Event::Start(Tag::Item) | Event::End(TagEnd::Item) => {}
        _ => return true,
    }
    *depth <= DEEPEST
}

struct Reader<I: Iterator> {
    events: std::iter::Peekable<I>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Reader<I> {
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(tag) => blocks.extend(self.block(tag)),
                Event::Rule => blocks.push(Block::Rule),
                // A tight list item holds its words directly.
                Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => {
                    let first = self.inline(event);
                    let mut inlines: Vec<Inline> = first.into_iter().collect();
                    inlines.extend(self.inlines_until_block());
                    blocks.push(words(inlines));
                }
                _ => {}
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'_>) -> Option<Block> {
        let end = tag.to_end();
        Some(match tag {
            Tag::Paragraph => placed_or_words(self.inlines(end)),
            Tag::Heading { level, .. } => Block::Heading { level: level as u8, inlines: self.inlines(end) },
            Tag::BlockQuote(_) => Block::Quote { blocks: self.blocks(Some(end)) },
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    pulldown_cmark::CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
                    pulldown_cmark::CodeBlockKind::Indented => String::new(),
                };
                Block::Code { language, text: plain(&self.inlines(end)) }
            }
            Tag::List(start) => Block::List { start, items: self.items(end) },
            Tag::Table(alignments) => self.table(&alignments, end),
            Tag::HtmlBlock => placed_or_words(self.inlines(end)),
            // Words that begin with emphasis or a link inside a tight list item.
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } => {
                let mut inlines = self.inline(Event::Start(tag)).into_iter().collect::<Vec<_>>();
                inlines.extend(self.inlines_until_block());
                words(inlines)
            }
            _ => {
                self.blocks(Some(end));
                return None;
            }
        })
    }

    fn items(&mut self, end: TagEnd) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                _ => {}
            }
        }
        items
    }

    fn table(&mut self, alignments: &[Alignment], end: TagEnd) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let mut row = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                _ => {}
            }
        }
        Block::Table { head, right: alignments.iter().map(|side| *side == Alignment::Right).collect(), rows }
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            inlines.extend(self.inline(event));
        }
        joined(inlines)
    }

    /// The rest of the words of a tight list item: up to the next block or the item's end.
    fn inlines_until_block(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.events.next_if(|event| {
            !matches!(event, Event::End(_) | Event::Rule)
                && !matches!(event, Event::Start(tag) if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. }))
        }) {
            inlines.extend(self.inline(event));
        }
        joined(inlines)
    }

    fn inline(&mut self, event: Event<'_>) -> Option<Inline> {
        Some(match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => Inline::Text { text: text.into_string() },
            Event::Code(text) => Inline::Code { text: text.into_string() },
            Event::SoftBreak => Inline::Text { text: " ".to_owned() },
            Event::HardBreak => Inline::Break,
            Event::Start(Tag::Emphasis) => Inline::Emphasis { inlines: self.inlines(TagEnd::Emphasis) },
            Event::Start(Tag::Strong) => Inline::Strong { inlines: self.inlines(TagEnd::Strong) },
            Event::Start(Tag::Link { dest_url, .. }) => {
                let inlines = self.inlines(TagEnd::Link);
                match allowed(&dest_url) {
                    true => Inline::Link { to: dest_url.into_string(), inlines },
                    false => Inline::Emphasis { inlines },
                }
            }
            Event::Start(tag) => Inline::Text { text: plain(&self.inlines(tag.to_end())) },
            _ => return None,
        })
    }
}

fn allowed(to: &str) -> bool {
    let leads_out = ["https://", "http://", "mailto:"].iter().any(|scheme| to.to_ascii_lowercase().starts_with(scheme));
    leads_out || to.strip_prefix('/').is_some_and(|path| !path.starts_with(['/', '\\'])) || to.starts_with('#')
}

fn words(inlines: Vec<Inline>) -> Block {
    Block::Paragraph { inlines }
}

/// A paragraph that is nothing but `{{table:id}}` places a table of the reference data.
fn placed_or_words(inlines: Vec<Inline>) -> Block {
    let table = match inlines.as_slice() {
        [Inline::Text { text }] => text.trim().strip_prefix("{{table:").and_then(|rest| rest.strip_suffix("}}")).map(str::to_owned),
        _ => None,
    };
    table.map_or_else(|| words(inlines), |table| Block::Placed { table })
}

fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(&more),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

fn plain(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Code { text } => text.clone(),
        Inline::Emphasis { inlines } | Inline::Strong { inlines } | Inline::Link { inlines, .. } => plain(inlines),
        Inline::Break => "\n".to_owned(),
    };
    inlines.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text { text: text.to_owned() }
    }

    #[test]
    fn html_is_text_and_scripts_lead_nowhere() {
        let tree =
            blocks("Hi <img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://b.example) [c](//evil) [d](/path) [e](/\\\\evil)");
        let Block::Paragraph { inlines } = &tree[0] else { panic!("a paragraph") };
        assert_eq!(inlines[0], text("Hi <img src=x onerror=alert(1)> "));
        assert_eq!(inlines[1], Inline::Emphasis { inlines: vec![text("a")] });
        assert_eq!(inlines[3], Inline::Link { to: "https://b.example".to_owned(), inlines: vec![text("b")] });
        assert_eq!(inlines[5], Inline::Emphasis { inlines: vec![text("c")] });
        assert_eq!(inlines[7], Inline::Link { to: "/path".to_owned(), inlines: vec![text("d")] });
        assert_eq!(inlines[9], Inline::Emphasis { inlines: vec![text("e")] }, "browsers read a backslash as a slash");
        let block = blocks("<script>alert(1)</script>\n");
        assert_eq!(plain_of(&block[0]), "<script>alert(1)</script>\n");
    }

    fn plain_of(block: &Block) -> String {
        match block {
            Block::Paragraph { inlines } => plain(inlines),
            other => panic!("not a paragraph: {other:?}"),
        }
    }

    #[test]
    fn tight_lists_keep_their_words_in_order() {
        let tree = blocks("- one **two** three\n- `four`\n  - five\n");
        let Block::List { items, start: None } = &tree[0] else { panic!("a list: {tree:?}") };
        assert_eq!(
            items[0],
            [Block::Paragraph { inlines: vec![text("one "), Inline::Strong { inlines: vec![text("two")] }, text(" three")] }]
        );
        assert!(matches!(&items[1][1], Block::List { items, .. } if items.len() == 1), "{:?}", items[1]);
    }

    #[test]
    fn however_deep_a_text_is_nested_its_words_are_kept() {
        for (open, close) in [("> ", ""), ("- ", ""), ("1. ", ""), ("> - ", ""), ("*a **b ", "** c*"), ("[", "](/x)"), ("![", "](/x)")] {
            let tree = blocks(&format!("{}deep{}\n", open.repeat(20_000), close.repeat(20_000)));
            assert!(format!("{tree:?}").contains("deep"), "{open}");
        }
    }

    #[test]
    fn html_inside_a_tight_item_stays_in_its_line() {
        let tree = blocks("- press <kbd>K</kbd> now\n- <kbd>L</kbd> too\n");
        let Block::List { items, .. } = &tree[0] else { panic!("a list: {tree:?}") };
        let lines: Vec<Vec<String>> = items.iter().map(|item| item.iter().map(plain_of).collect()).collect();
        assert_eq!(lines, [["press <kbd>K</kbd> now"], ["<kbd>L</kbd> too"]]);
    }

    #[test]
    fn tables_and_places_are_kept() {
        let tree = blocks("| a | b |\n|---|--:|\n| 1 | 2 |\n\n{{table:pay}}\n");
        assert!(matches!(&tree[0], Block::Table { right, rows, .. } if right == &[false, true] && rows.len() == 1));
        assert_eq!(tree[1], Block::Placed { table: "pay".to_owned() });
    }
}
