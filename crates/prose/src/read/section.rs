//! Which headings of a document are which sections, and what stands under them.

use super::item::{self, Item, Prefer};
use super::label::Label;
use crate::document::{Block, Document, Look, Part};
use crate::text::Prose;
use std::ops::Range;

/// Everything under the headings of one section, up to the next heading that is as high. Sections do not hold one another: what stands
/// under a heading that is asked for itself belongs there, and what follows it belongs to the section around it again.
pub(crate) struct Section<'a> {
    /// Its heading as the rules write it.
    pub(crate) heading: &'a str,
    pub(crate) parts: Vec<Owned<'a>>,
}

/// A heading with its text, and whether it is the section's own heading.
#[derive(Clone, Copy)]
pub(crate) struct Owned<'a> {
    pub(crate) part: &'a Part,
    pub(crate) is_head: bool,
}

/// Finds the section for each list of names. The names are as [`normalised`] makes them; the first of a list is the heading to write.
pub(crate) fn find_all<'a>(document: &'a Document, wanted: &[(&'a str, Vec<String>)]) -> Vec<Option<Section<'a>>> {
    let headings = named(document, wanted);
    let mut sections: Vec<Vec<Owned<'a>>> = wanted.iter().map(|_| Vec::new()).collect();
    let mut open: Vec<(u8, &[usize])> = Vec::new();
    for (part, names) in document.parts.iter().zip(&headings) {
        let Some(heading) = &part.heading else { continue };
        while open.last().is_some_and(|(level, _)| *level >= heading.level) {
            open.pop();
        }
        let is_head = !names.is_empty();
        let owners = if is_head { names.as_slice() } else { open.last().map_or(&[][..], |(_, owners)| *owners) };
        for owner in owners {
            sections[*owner].push(Owned { part, is_head });
        }
        open.push((heading.level, owners));
    }
    let found = wanted.iter().zip(sections);
    found.map(|((heading, _), parts)| (!parts.is_empty()).then_some(Section { heading, parts })).collect()
}

/// For each part the sections that its heading names. A heading that names none as a whole may name one before a colon or bracket, or
/// several at once, as "Errors and limits" does.
fn named(document: &Document, wanted: &[(&str, Vec<String>)]) -> Vec<Vec<usize>> {
    let index_of = |name: &str| wanted.iter().position(|(_, names)| names.iter().any(|known| known == name));
    let mut headings: Vec<Vec<usize>> = document
        .parts
        .iter()
        .map(|part| part.heading.as_ref().and_then(|heading| index_of(&normalised(heading.text()))).into_iter().collect())
        .collect();
    let is_found: Vec<bool> = (0..wanted.len()).map(|index| headings.iter().any(|names| names.contains(&index))).collect();
    let title = title_of(document);
    for (at, part) in document.parts.iter().enumerate() {
        let Some(heading) = part.heading.as_ref().filter(|_| headings[at].is_empty() && Some(at) != title) else { continue };
        let mut pieces: Vec<String> = heading.text().split([':', '(', '—', '–']).take(1).map(normalised).collect();
        pieces.extend(heading.text().replace(" and ", "&").split(['&', '/', '+', ',']).map(normalised));
        let mut indices: Vec<usize> = pieces.iter().filter_map(|piece| index_of(piece)).filter(|index| !is_found[*index]).collect();
        indices.sort_unstable();
        indices.dedup();
        headings[at] = indices;
    }
    headings
}

/// The heading above all others, when there is one: it names the document and no section of it.
fn title_of(document: &Document) -> Option<usize> {
    let levels: Vec<(usize, u8)> =
        document.parts.iter().enumerate().filter_map(|(at, part)| part.heading.as_ref().map(|heading| (at, heading.level))).collect();
    let (first, level) = *levels.first()?;
    (levels.len() > 1 && levels[1..].iter().all(|(_, other)| *other > level)).then_some(first)
}

/// The headings of a document but its title, with their places.
pub(crate) fn headings(document: &Document) -> impl Iterator<Item = (&str, Range<usize>)> {
    let title = title_of(document);
    let others = document.parts.iter().enumerate().filter(move |(at, _)| Some(*at) != title);
    others.filter_map(|(_, part)| part.heading.as_ref()).map(|heading| (heading.text(), heading.span.clone()))
}

/// Paragraphs that are all bold: in a text that came from elsewhere they may be meant as headings.
pub(crate) fn bold_lines(document: &Document) -> impl Iterator<Item = &Block> {
    document.paragraphs().filter(|block| block.look == Look::Bold && block.is_paragraph())
}

/// Lower-case words without punctuation, and without numbers in front: `2.1 Primary users:` is `primary users`.
pub(crate) fn normalised(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
    words[if numbers < words.len() { numbers } else { 0 }..].join(" ")
}

impl<'a> Section<'a> {
    /// A whole document as one section.
    pub(crate) fn whole(document: &'a Document) -> Self {
        Self { heading: "", parts: document.parts.iter().map(|part| Owned { part, is_head: true }).collect() }
    }

    /// Bytes of its first heading.
    pub(crate) fn span(&self) -> Range<usize> {
        self.parts.iter().find_map(|own| own.part.heading.as_ref()).map_or(0..0, |heading| heading.span.clone())
    }

    /// The blocks that say something.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = &'a Block> + '_ {
        self.parts.iter().flat_map(|own| own.part.said())
    }

    /// All blocks, those of the template included.
    pub(crate) fn all_blocks(&self) -> impl Iterator<Item = &'a Block> + '_ {
        self.parts.iter().flat_map(|own| &own.part.blocks)
    }

    pub(crate) fn words(&self) -> u32 {
        self.blocks().map(Block::words).sum()
    }

    pub(crate) fn links(&self) -> impl Iterator<Item = &'a String> + '_ {
        self.parts.iter().flat_map(|own| &own.part.links)
    }

    /// All its text, one line for each block, code included.
    pub(crate) fn text(&self) -> String {
        let texts: Vec<&str> = self.blocks().map(Block::text).collect();
        texts.join("\n")
    }

    /// All its text but code, with the way back to its places; smaller headings are lines of it.
    pub(crate) fn prose(&self) -> Prose {
        let mut prose = Prose::default();
        for own in &self.parts {
            if let Some(heading) = own.part.heading.as_ref().filter(|_| !own.is_head) {
                prose.push_prose(&heading.prose);
            }
            for block in own.part.said().filter(|block| !block.is_code()) {
                prose.push_prose(&block.prose);
            }
        }
        prose
    }

    /// What it says in backticks.
    pub(crate) fn code_words(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.blocks().flat_map(|block| block.code.iter().filter_map(|at| block.text().get(at.clone())))
    }

    /// Its items; see [`item::items`].
    pub(crate) fn items(&self, labels: &[Label]) -> Vec<Item<'a>> {
        item::items(self, labels, Prefer::Most)
    }

    /// Its items, where two subheadings are always two items.
    pub(crate) fn entries(&self, labels: &[Label]) -> Vec<Item<'a>> {
        item::items(self, labels, Prefer::Subheadings)
    }
}
