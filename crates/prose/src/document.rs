//! An answer as blocks under headings, each a plain text with a way back to the places it came from.

use crate::front_matter::front_matter_length;
use crate::markdown;
use crate::text::Prose;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

/// Everything a rule looks at.
pub(crate) struct Document {
    /// Text before the first heading, then one part for each heading, in order.
    pub(crate) parts: Vec<Part>,
}

/// A heading and the text up to the next one.
#[derive(Default)]
pub(crate) struct Part {
    /// `None` for the text before the first heading.
    pub(crate) heading: Option<Heading>,
    pub(crate) blocks: Vec<Block>,
    /// Addresses of links.
    pub(crate) links: Vec<String>,
}

pub(crate) struct Heading {
    /// Its words, without the marks of the heading.
    pub(crate) prose: Prose,
    /// 1 to 6.
    pub(crate) level: u8,
    pub(crate) span: Range<usize>,
}

/// A paragraph, one paragraph of a list item, one cell of a table, or a code block.
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// Without markup and HTML; lines of the source are separated by spaces, except in code.
    pub(crate) prose: Prose,
    /// Bytes of the answer.
    pub(crate) span: Range<usize>,
    /// The list item it stands in.
    pub(crate) item: Option<ItemPlace>,
    pub(crate) in_quote: bool,
    /// Stretches of `prose` in backticks.
    pub(crate) code: Vec<Range<usize>>,
    /// Stretches of `prose` in bold.
    pub(crate) bold: Vec<Range<usize>>,
    pub(crate) look: Look,
    /// It says nothing: a placeholder, or the text of the template.
    pub(crate) is_void: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Mixed,
    /// Every letter is in italics.
    Italic,
    /// Every letter is bold.
    Bold,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Paragraph,
    /// Row 0 is the head of the table. Tables are numbered within their part.
    Cell {
        table: usize,
        row: usize,
        column: usize,
    },
    /// The language is lower-case and may be empty.
    Code {
        language: String,
    },
}

/// Which list item a block stands in; items are numbered within their part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ItemPlace {
    /// The outermost item.
    pub(crate) outer: usize,
    /// The item directly below the outermost, when lists are nested.
    pub(crate) nested: Option<usize>,
}

impl Document {
    pub(crate) fn read(answer: &str) -> Self {
        let start = front_matter_length(answer);
        let mut reader = Reader::new(answer);
        for (event, span) in markdown::events(&answer[start..]).into_offset_iter() {
            reader.take(event, span.start + start..span.end + start);
        }
        reader.close_block();
        Self { parts: reader.parts }
    }

    /// Words of the whole answer; headings, placeholders and front matter do not count.
    pub(crate) fn words(&self) -> u32 {
        self.parts.iter().flat_map(Part::said).map(Block::words).sum()
    }

    /// All blocks that are not code and not void: what is read as sentences.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &Block> {
        self.parts.iter().flat_map(Part::said).filter(|block| !block.is_code())
    }
}

impl Heading {
    pub(crate) fn text(&self) -> &str {
        &self.prose.text
    }
}

impl Part {
    /// The blocks that say something.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.is_void)
    }
}

impl Block {
    pub(crate) fn text(&self) -> &str {
        &self.prose.text
    }

    pub(crate) fn words(&self) -> u32 {
        self.prose.words()
    }

    pub(crate) fn is_code(&self) -> bool {
        matches!(self.kind, BlockKind::Code { .. })
    }

    pub(crate) fn is_paragraph(&self) -> bool {
        self.kind == BlockKind::Paragraph
    }
}

/// Where the reader stands in the Markdown.
struct Reader<'a> {
    answer: &'a str,
    parts: Vec<Part>,
    in_heading: bool,
    /// The language, while a code block is open.
    code_language: Option<String>,
    quotes: usize,
    italics: usize,
    bolds: usize,
    /// Numbers of the open list items, outermost first.
    open_items: Vec<usize>,
    /// Counts of this part.
    items: usize,
    tables: usize,
    cell: Option<(usize, usize)>,
    block: Option<Open>,
}

/// A block that is being read.
struct Open {
    block: Block,
    has_plain: bool,
    has_italic: bool,
    has_bold: bool,
}

impl<'a> Reader<'a> {
    fn new(answer: &'a str) -> Self {
        Self {
            answer,
            parts: vec![Part::default()],
            in_heading: false,
            code_language: None,
            quotes: 0,
            italics: 0,
            bolds: 0,
            open_items: Vec::new(),
            items: 0,
            tables: 0,
            cell: None,
            block: None,
        }
    }

    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, span, false),
            Event::Code(text) => self.text(&text, span, true),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        if starts_block(&tag) {
            self.close_block();
        }
        match tag {
            Tag::Heading { level, .. } => {
                let line = self.answer[span.clone()].trim_end().len();
                let heading = Heading { prose: Prose::default(), level: level as u8, span: span.start..span.start + line };
                self.parts.push(Part { heading: Some(heading), ..Part::default() });
                (self.items, self.tables) = (0, 0);
                self.in_heading = true;
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_lowercase(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code_language = Some(language);
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Emphasis => self.italics += 1,
            Tag::Strong => self.bolds += 1,
            Tag::Item => {
                self.open_items.push(self.items);
                self.items += 1;
            }
            Tag::Table(_) => self.tables += 1,
            Tag::TableHead => self.cell = Some((0, 0)),
            Tag::Link { dest_url, .. } => self.last().links.push(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !is_inline(tag) {
            self.close_block();
        }
        match tag {
            TagEnd::Heading(_) => self.in_heading = false,
            TagEnd::CodeBlock => self.code_language = None,
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Emphasis => self.italics = self.italics.saturating_sub(1),
            TagEnd::Strong => self.bolds = self.bolds.saturating_sub(1),
            TagEnd::Item => {
                self.open_items.pop();
            }
            TagEnd::TableCell => self.cell = self.cell.map(|(row, column)| (row, column + 1)),
            TagEnd::TableHead | TagEnd::TableRow => self.cell = self.cell.map(|(row, _)| (row + 1, 0)),
            TagEnd::Table => self.cell = None,
            _ => {}
        }
    }

    fn last(&mut self) -> &mut Part {
        self.parts.last_mut().expect("the reader starts with one part and never removes any")
    }

    fn text(&mut self, text: &str, span: Range<usize>, is_code: bool) {
        // The bytes between the backticks, so that a place inside them is exact.
        let inner =
            if is_code { self.answer[span.clone()].find(text).map(|at| span.start + at..span.start + at + text.len()) } else { None };
        let source = inner.unwrap_or_else(|| span.clone());
        if self.in_heading {
            if let Some(heading) = &mut self.last().heading {
                heading.prose.push(text, source);
            }
            return;
        }
        let (italic, bold) = (self.italics > 0, self.bolds > 0);
        let new = self.new_block(span.start);
        let open = self.block.get_or_insert(new);
        let from = open.block.prose.text.len();
        open.block.prose.push(text, source);
        let to = open.block.prose.text.len();
        open.block.span.end = span.end;
        if is_code {
            open.block.code.push(from..to);
        }
        if bold {
            match open.block.bold.last_mut().filter(|run| run.end == from) {
                Some(run) => run.end = to,
                None => open.block.bold.push(from..to),
            }
        }
        if text.contains(char::is_alphanumeric) {
            open.has_bold |= bold;
            open.has_italic |= italic && !bold;
            open.has_plain |= !italic && !bold;
        }
    }

    fn line_break(&mut self, span: Range<usize>) {
        if self.in_heading {
            if let Some(heading) = &mut self.last().heading {
                heading.prose.push_line_break(span);
            }
        } else if let Some(open) = &mut self.block {
            open.block.prose.push_line_break(span);
        }
    }

    fn new_block(&self, start: usize) -> Open {
        let kind = match (&self.code_language, self.cell) {
            (Some(language), _) => BlockKind::Code { language: language.clone() },
            (None, Some((row, column))) => BlockKind::Cell { table: self.tables, row, column },
            (None, None) => BlockKind::Paragraph,
        };
        let item = self.open_items.first().map(|&outer| ItemPlace { outer, nested: self.open_items.get(1).copied() });
        let block = Block {
            kind,
            prose: Prose::default(),
            span: start..start,
            item,
            in_quote: self.quotes > 0,
            code: Vec::new(),
            bold: Vec::new(),
            look: Look::Mixed,
            is_void: false,
        };
        Open { block, has_plain: false, has_italic: false, has_bold: false }
    }

    fn close_block(&mut self) {
        let Some(Open { mut block, has_plain, has_italic, has_bold }) = self.block.take() else { return };
        block.look = match (has_plain, has_italic, has_bold) {
            (false, true, false) => Look::Italic,
            (false, false, true) => Look::Bold,
            _ => Look::Mixed,
        };
        self.last().blocks.push(block);
    }
}

fn starts_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } | Tag::Superscript | Tag::Subscript
    )
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript
    )
}
