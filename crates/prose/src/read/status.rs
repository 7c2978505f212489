//! A status that stands as `Status: accepted` below the title or in the front matter, where many decision records keep it.

use super::section::normalised;
use crate::document::{Block, BlockKind, Document, Heading, Look, Part};
use crate::front_matter::front_matter;
use crate::text::Prose;

/// Gives such a line a heading of its own, so that it is found as a section. A document with the heading stays as it is.
pub(crate) fn promote(document: &mut Document, answer: &str, heading: &str) {
    let name = normalised(heading);
    let has_heading = document.parts.iter().any(|part| part.heading.as_ref().is_some_and(|heading| normalised(heading.text()) == name));
    if has_heading {
        return;
    }
    let Some((start, line)) = front_matter_line(answer, &name).or_else(|| line_at_top(document, answer, &name)) else { return };
    let span = start..start + line.len();
    let mut prose = Prose::default();
    prose.push(line, span.clone());
    let block = Block {
        kind: BlockKind::Paragraph,
        prose,
        span: span.clone(),
        item: None,
        in_quote: false,
        code: Vec::new(),
        bold: Vec::new(),
        look: Look::Mixed,
        is_void: false,
    };
    let mut words = Prose::default();
    words.push(heading, span.clone());
    let heading = Heading { prose: words, level: 6, span };
    document.parts.insert(1.min(document.parts.len()), Part { heading: Some(heading), blocks: vec![block], links: Vec::new() });
}

fn front_matter_line<'a>(answer: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let (inner, _) = front_matter(answer)?;
    let inner_start = inner.as_ptr() as usize - answer.as_ptr() as usize;
    labelled_line(inner, name).map(|(at, line)| (inner_start + at, line))
}

/// In the text before the first heading of the second level.
fn line_at_top<'a>(document: &Document, answer: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let end = document
        .parts
        .iter()
        .filter_map(|part| part.heading.as_ref())
        .find(|heading| heading.level > 1)
        .map_or(answer.len(), |heading| heading.span.start);
    labelled_line(answer.get(..end)?, name)
}

/// `Status: accepted`, `- **Status:** accepted`, `status = "accepted"`; the line without its white space.
fn labelled_line<'a>(text: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let label = bare.split([':', '=']).next().unwrap_or_default();
        if label.len() < bare.trim_end().len() && normalised(label) == name {
            return Some((start + (line.len() - bare.len()), bare.trim_end()));
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::promote;
    use crate::document::Document;

    #[test]
    fn a_status_at_the_top_is_a_section() {
        for (answer, said) in [
            ("---\nstatus: accepted\ndate: 2026-02-03\n---\n# A\n\n## B\n", Some("status: accepted")),
            ("# A\n\n* Date: 5\n* **Status:** proposed\n\n## B\n", Some("Status:** proposed")),
            ("# A\n\n## B\n\nStatus: proposed\n", None),
            ("# A\n\nThe status is open.\n", None),
            ("# A\n\nStatus: x\n\n## Status\n\ny\n", None),
        ] {
            let mut document = Document::read(answer);
            let before = document.parts.len();
            promote(&mut document, answer, "Status");
            let promoted = (document.parts.len() > before).then(|| document.parts[1].blocks[0].text().to_owned());
            assert_eq!(promoted.as_deref(), said, "{answer:?}");
        }
    }
}
