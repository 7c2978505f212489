//! What a stretch of glyphs stands for, where the file says so itself (`ActualText`, ISO 32000-2, 14.9.4).
//!
//! In Devanagari a vowel is painted before the consonant that it is spoken behind, and one letter has another shape beside another. A table
//! from glyphs to letters cannot say that, so the file says beside such a stretch what it stands for. Readers that follow the standard take
//! that word for it, and so do both of ours: it is read here once, and each of them counts its own glyphs up to it.

use super::lines::Painted;
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Document, Object, decode_text_string};
use std::ops::Range;

/// What one page says of its glyphs.
#[derive(Default)]
pub(super) struct Page {
    /// Number of glyphs that the page paints.
    glyphs: usize,
    /// Stretches of glyphs, by their place in the order of painting, and what they stand for.
    stretches: Vec<(Range<usize>, String)>,
}

/// Bytes of one glyph's number. Our typesetter numbers glyphs in two bytes, whatever the font.
const BYTES_OF_A_GLYPH: usize = 2;

/// What each page of a document says.
pub(super) fn pages(document: &Document) -> Vec<Page> {
    let read = |id| {
        let content = Content::decode(&document.get_page_content(id).ok()?).ok()?;
        Some(page(&content.operations))
    };
    document.get_pages().into_values().map(|id| read(id).unwrap_or_default()).collect()
}

fn page(operations: &[Operation]) -> Page {
    let mut page = Page::default();
    let mut painted: Vec<u8> = Vec::new();
    // Marks stand within one another; only some say what they stand for.
    let mut open: Vec<Option<(usize, String)>> = Vec::new();
    for operation in operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => open.push(stated(&operation.operands).map(|text| (painted.len(), text))),
            "EMC" => {
                // A box for a missing letter stands for nothing, whatever is said of it: nobody could read it on paper.
                if let Some(Some((start, text))) = open.pop()
                    && !painted[start..].chunks(BYTES_OF_A_GLYPH).any(|glyph| glyph.iter().all(|byte| *byte == 0))
                {
                    page.stretches.push((start / BYTES_OF_A_GLYPH..painted.len() / BYTES_OF_A_GLYPH, text));
                }
            }
            "Tj" | "TJ" | "'" | "\"" => operation.operands.iter().for_each(|operand| paint(operand, &mut painted)),
            _ => {}
        }
    }
    page.glyphs = painted.len() / BYTES_OF_A_GLYPH;
    page
}

fn stated(operands: &[Object]) -> Option<String> {
    let said = operands.iter().find_map(|operand| operand.as_dict().ok())?.get(b"ActualText").ok()?;
    decode_text_string(said).ok()
}

fn paint(operand: &Object, painted: &mut Vec<u8>) {
    match operand {
        Object::String(codes, _) => painted.extend(codes),
        Object::Array(parts) => parts.iter().for_each(|part| paint(part, painted)),
        _ => {}
    }
}

/// The glyphs of a page in the order in which they are painted, each stretch that stands for something as one.
///
/// A reader that counts other glyphs than the file keeps its own: then nothing is known of where a stretch begins.
pub(super) fn said(painted: Vec<Painted>, page: Option<&Page>) -> Vec<Painted> {
    let Some(page) = page.filter(|page| page.glyphs == painted.len() && !page.stretches.is_empty()) else { return painted };
    let mut said: Vec<Painted> = Vec::with_capacity(painted.len());
    for (at, glyph) in painted.into_iter().enumerate() {
        let stretch = page.stretches.iter().find(|(glyphs, _)| glyphs.contains(&at));
        match (stretch, said.last_mut()) {
            (None, _) => said.push(glyph),
            (Some((glyphs, text)), _) if glyphs.start == at => said.push(Painted { text: text.clone(), ..glyph }),
            // A sign above or below its letter has no width of its own.
            (Some(_), Some(first)) => {
                first.width = first.width.zip(glyph.width).map(|(before, width)| before.max(glyph.x + width - first.x));
            }
            (Some(_), None) => {}
        }
    }
    said
}
