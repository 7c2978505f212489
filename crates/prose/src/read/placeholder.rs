//! What a template left behind counts as nothing: `TBD`, `…`, `<name>`, lines of the template, a paragraph that is all in italics.

use super::phrase;
use crate::document::{Block, BlockKind, Document, Look};
use std::collections::HashSet;
use std::ops::Range;

const WORDS: &[&str] = &[
    "tbd",
    "tbc",
    "todo",
    "fixme",
    "to be decided",
    "to be defined",
    "to be determined",
    "to be confirmed",
    "to do",
    "lorem ipsum",
    "fill in",
    "your text here",
];

/// A shorter block of the template may be what a person would write too.
const FEWEST_WORDS_OF_A_LINE: usize = 3;

/// Blanks placeholders, and marks the blocks that say nothing or repeat one of the templates.
pub(crate) fn clear(document: &mut Document, templates: &[Document]) {
    let lines: HashSet<String> = templates.iter().flat_map(lines_of).collect();
    for part in &mut document.parts {
        for block in part.blocks.iter_mut().filter(|block| !block.is_code()) {
            for stretch in placeholders(block.text(), &block.code) {
                block.prose.blank(stretch);
            }
            let is_empty = !block.text().contains(char::is_alphanumeric);
            block.is_void = is_empty || is_hint(block) || lines.contains(&line_of(block));
        }
    }
}

/// Lines of a template that a person replaces.
fn lines_of(template: &Document) -> Vec<String> {
    let blocks = template.parts.iter().flat_map(|part| &part.blocks).filter(|block| block.is_paragraph());
    blocks.map(line_of).filter(|line| line.split(' ').count() >= FEWEST_WORDS_OF_A_LINE).collect()
}

fn line_of(block: &Block) -> String {
    let lower = block.text().to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A paragraph all in italics is how templates say what to write. A quote in italics is none, nor is what stands in a list or table.
fn is_hint(block: &Block) -> bool {
    let stands_alone = block.kind == BlockKind::Paragraph && block.item.is_none() && !block.in_quote;
    stands_alone && block.look == Look::Italic && !block.text().trim_start().starts_with(['"', '“', '„', '«', '‘', '\''])
}

fn placeholders(text: &str, code: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = phrase::all(text, WORDS).into_iter().map(|(_, at)| at).collect();
    found.extend(text.match_indices('…').map(|(at, dots)| at..at + dots.len()));
    found.extend(text.match_indices("...").map(|(at, dots)| at..at + dots.len()));
    found.extend(bracketed(text, '<', '>').filter(|inner| is_tight(text, inner)));
    // A reference to a query or a run is no word of the text.
    let references = ["{{query:", "{{run:"].into_iter().flat_map(|opens| text.match_indices(opens));
    found.extend(references.filter_map(|(at, _)| crate::references::length(&text[at..]).map(|length| at..at + length)));
    found.extend(bracketed(text, '[', ']').filter(|inner| is_alone(text, inner)));
    found.retain(|stretch| !code.iter().any(|code| code.start < stretch.end && stretch.start < code.end));
    found
}

fn bracketed(text: &str, open: char, close: char) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(open).filter_map(move |(start, _)| {
        let inner = &text[start + 1..];
        let end = inner.find([open, close]).filter(|end| (1..=60).contains(end) && inner[*end..].starts_with(close))?;
        Some(start..start + 1 + end + 1)
    })
}

/// `<name>`, but not `a < b and c > d`.
fn is_tight(text: &str, stretch: &Range<usize>) -> bool {
    let inner = &text[stretch.start + 1..stretch.end - 1];
    !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace)
}

/// `[name]` as all there is, or as all there is after a label.
fn is_alone(text: &str, stretch: &Range<usize>) -> bool {
    let before = text[..stretch.start].trim_end();
    let after = text[stretch.end..].trim_start();
    let begins = before.is_empty() || before.ends_with([':', '=', '—', '–', '|', '.', ',', ';']);
    begins && (after.is_empty() || after.starts_with(['.', ',', ';', '|']))
}

#[cfg(test)]
mod tests {
    use super::clear;
    use crate::document::Document;

    #[test]
    fn what_a_template_left_behind_counts_as_nothing() {
        for (answer, words) in [
            ("TBD", 0),
            ("Owner: TBD", 1),
            ("*Say what happens today.*", 0),
            ("*“It takes us a day.”*", 5),
            ("- *An aside*", 2),
            ("Owner: [name], by \\<date\\>", 2),
            ("a < b and c > d [1]", 6),
            ("…", 0),
            ("4.2 % {{query:a:b where c=d}} of calls", 3),
            ("`<key>` and `TODO`", 3),
            ("Who decides this, and when?", 0),
            ("| TBD | ... |\n|---|---|\n| … | 5 |", 1),
        ] {
            let mut document = Document::read(answer);
            clear(&mut document, &[Document::read("# T\n\nWho decides this, and when?\n")]);
            assert_eq!(document.words(), words, "{answer:?}");
        }
    }
}
