//! An answer as prose: its headings, and the plain text between them with a way back to the places it came from.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
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
    pub(crate) prose: Prose,
    /// The text of code blocks: it counts as what the answer says, and not as how it reads.
    pub(crate) code: Prose,
    /// Addresses of links.
    pub(crate) links: Vec<String>,
}

pub(crate) struct Heading {
    pub(crate) text: String,
    /// 1 to 6.
    pub(crate) level: u8,
    pub(crate) span: Range<usize>,
}

/// Plain text without markup and HTML; blocks are separated by line breaks, lines inside a paragraph by spaces.
#[derive(Default)]
pub(crate) struct Prose {
    pub(crate) text: String,
    /// Where each stretch of `text` begins, and the bytes of the answer it came from.
    origins: Vec<(usize, Range<usize>)>,
}

impl Document {
    pub(crate) fn read(answer: &str) -> Self {
        let start = front_matter_length(answer);
        let mut reader = Reader { parts: vec![Part::default()], in_heading: false, in_code: false };
        for (event, span) in Parser::new_ext(&answer[start..], Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
            let span = span.start + start..span.end + start;
            reader.take(event, span, answer);
        }
        Self { parts: reader.parts }
    }

    /// Words of the whole answer; headings and front matter do not count.
    pub(crate) fn words(&self) -> u32 {
        self.parts.iter().map(Part::words).sum()
    }
}

impl Part {
    /// Words under the heading, those in code blocks included.
    pub(crate) fn words(&self) -> u32 {
        self.prose.words() + self.code.words()
    }
}

impl Prose {
    /// Stretches between white space that hold a letter or a digit.
    pub(crate) fn words(&self) -> u32 {
        let words = self.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    /// The bytes of the answer that a stretch of `text` came from.
    pub(crate) fn origin(&self, stretch: Range<usize>) -> Range<usize> {
        let start = self.origin_of(stretch.start);
        // The end is found from the last byte inside, so that a stretch never reaches into what follows it.
        let end = self.origin_of(stretch.end.saturating_sub(1)).saturating_add(1);
        start..end.max(start)
    }

    fn origin_of(&self, at: usize) -> usize {
        let after = self.origins.partition_point(|(begin, _)| *begin <= at);
        let Some((begin, source)) = after.checked_sub(1).and_then(|index| self.origins.get(index)) else { return 0 };
        (source.start + (at - begin)).min(source.end.saturating_sub(1).max(source.start))
    }

    fn push(&mut self, text: &str, source: Range<usize>) {
        self.origins.push((self.text.len(), source));
        self.text.push_str(text);
    }

    fn end_block(&mut self, at: usize) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.push("\n", at..at);
        }
    }
}

/// Length of front matter between `---` or `+++` lines at the very start; 0 when there is none or it is never closed.
pub(crate) fn front_matter_length(answer: &str) -> usize {
    let mut lines = answer.split_inclusive('\n');
    let Some(first) = lines.next() else { return 0 };
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return 0;
    }
    let mut length = first.len();
    for line in lines {
        length += line.len();
        if line.trim_end() == fence {
            return length;
        }
    }
    0
}

struct Reader {
    parts: Vec<Part>,
    in_heading: bool,
    in_code: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, span: Range<usize>, answer: &str) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let line = answer[span.clone()].trim_end().len();
                let heading = Heading { text: String::new(), level: level as u8, span: span.start..span.start + line };
                self.parts.push(Part { heading: Some(heading), ..Part::default() });
                self.in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::Link { dest_url, .. }) => self.last().links.push(dest_url.into_string()),
            Event::End(end) if ends_block(end) => self.last().prose.end_block(span.end),
            Event::Text(text) if self.in_code => self.last().code.push(&text, span),
            Event::Text(text) | Event::Code(text) => self.text(&text, span),
            Event::SoftBreak | Event::HardBreak => self.text(" ", span),
            _ => {}
        }
    }

    fn last(&mut self) -> &mut Part {
        self.parts.last_mut().expect("the reader starts with one part and never removes any")
    }

    fn text(&mut self, text: &str, span: Range<usize>) {
        let in_heading = self.in_heading;
        let part = self.last();
        match &mut part.heading {
            Some(heading) if in_heading => heading.text.push_str(text),
            _ => part.prose.push(text, span),
        }
    }
}

fn ends_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image | TagEnd::Superscript | TagEnd::Subscript
    )
}
