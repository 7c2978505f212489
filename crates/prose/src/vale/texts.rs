//! The texts of a document as rules of a style see them: headings, paragraphs, list items, quotes and cells, with code masked.

use crate::document::{BlockKind, Document};
use crate::text::{Prose, sentences};
use std::ops::Range;

/// One text with its place.
pub(super) struct Text {
    pub(super) kind: TextKind,
    /// Code in backticks is masked with stars, byte for byte: rules are about words.
    pub(super) text: String,
    pub(super) sentences: Vec<Range<usize>>,
    origin: Prose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextKind {
    /// 1 to 6.
    Heading(u8),
    Paragraph,
    ListItem,
    Quote,
    Cell,
}

/// All texts of a document and how many code blocks and lists there are.
pub(super) struct Texts {
    pub(super) all: Vec<Text>,
    pub(super) code_blocks: usize,
    pub(super) lists: usize,
}

impl Text {
    /// Bytes of the answer.
    pub(super) fn origin(&self, stretch: Range<usize>) -> Range<usize> {
        self.origin.origin(stretch)
    }
}

pub(super) fn read(document: &Document) -> Texts {
    let mut texts = Texts { all: Vec::new(), code_blocks: 0, lists: 0 };
    for part in &document.parts {
        if let Some(heading) = &part.heading {
            texts.all.push(Text {
                kind: TextKind::Heading(heading.level),
                text: heading.text().to_owned(),
                sentences: sentences(heading.text()),
                origin: heading.prose.clone(),
            });
        }
        let mut in_list = false;
        for block in &part.blocks {
            texts.lists += usize::from(block.item.is_some() && !in_list);
            in_list = block.item.is_some();
            if block.is_code() {
                texts.code_blocks += 1;
                continue;
            }
            let kind = match (&block.kind, block.item, block.in_quote) {
                (BlockKind::Cell { .. }, _, _) => TextKind::Cell,
                (_, _, true) => TextKind::Quote,
                (_, Some(_), false) => TextKind::ListItem,
                _ => TextKind::Paragraph,
            };
            let text = masked(block.text(), &block.code);
            texts.all.push(Text { kind, sentences: sentences(&text), text, origin: block.prose.clone() });
        }
    }
    texts
}

fn masked(text: &str, code: &[Range<usize>]) -> String {
    let mut masked = text.to_owned();
    for stretch in code {
        masked.replace_range(stretch.clone(), &"*".repeat(stretch.len()));
    }
    masked
}
