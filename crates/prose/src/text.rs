//! Plain text with a way back to the places it came from.

use std::ops::Range;

/// Plain text of one block.
#[derive(Default, Clone)]
pub(crate) struct Prose {
    pub(crate) text: String,
    /// Where each stretch of `text` begins, and the bytes of the answer it came from.
    origins: Vec<(usize, Range<usize>)>,
    /// Where lines of the source begin inside `text`, the first one left out.
    pub(crate) lines: Vec<usize>,
}

impl Prose {
    /// Stretches between white space that hold a letter or a digit.
    pub(crate) fn words(&self) -> u32 {
        u32::try_from(word_count(&self.text)).unwrap_or(u32::MAX)
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

    pub(crate) fn push(&mut self, text: &str, source: Range<usize>) {
        self.origins.push((self.text.len(), source));
        self.text.push_str(text);
    }

    pub(crate) fn push_line_break(&mut self, source: Range<usize>) {
        self.push(" ", source);
        self.lines.push(self.text.len());
    }

    /// Appends another text as a line of its own.
    pub(crate) fn push_prose(&mut self, other: &Self) {
        if !self.text.is_empty() {
            let end = self.origins.last().map_or(0, |(_, source)| source.end);
            self.push("\n", end..end);
            self.lines.push(self.text.len());
        }
        let shift = self.text.len();
        self.origins.extend(other.origins.iter().map(|(begin, source)| (begin + shift, source.clone())));
        self.lines.extend(other.lines.iter().map(|begin| begin + shift));
        self.text.push_str(&other.text);
    }

    /// Replaces a stretch by as many spaces, so that all other places stay.
    pub(crate) fn blank(&mut self, stretch: Range<usize>) {
        let spaces = " ".repeat(stretch.len());
        self.text.replace_range(stretch, &spaces);
    }
}

/// Stretches between white space that hold a letter or a digit.
pub(crate) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Sentences of a text, as byte ranges into it. They end at the end of a line, or at a full stop, exclamation or question mark before
/// white space, unless that belongs to an abbreviation.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = end_of_sentence(text, start);
        push_trimmed(&mut sentences, text, start..end);
        start = end;
    }
    sentences
}

/// The sentence that a text begins with.
pub(crate) fn first_sentence(text: &str) -> &str {
    let text = text.trim_start();
    text[..end_of_sentence(text, 0)].trim_end()
}

fn end_of_sentence(text: &str, start: usize) -> usize {
    for (at, c) in text[start..].char_indices().map(|(at, c)| (start + at, c)) {
        let end = at + c.len_utf8();
        if c == '\n' || (matches!(c, '.' | '!' | '?') && is_end(&text[end..]) && !is_abbreviation(&text[start..at])) {
            // Quotation marks and brackets that close with the sentence belong to it.
            let closing = text[end..].len() - text[end..].trim_start_matches(['”', '"', '’', ')', '»']).len();
            return end + closing;
        }
    }
    text.len()
}

fn is_end(after: &str) -> bool {
    after.trim_start_matches(['”', '"', '’', ')', '»']).chars().next().is_none_or(char::is_whitespace)
}

fn push_trimmed(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    if range.start >= range.end {
        return;
    }
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let trimmed = inner.trim();
    if !trimmed.is_empty() {
        sentences.push(start..start + trimmed.len());
    }
}

fn is_abbreviation(before_stop: &str) -> bool {
    let word = before_stop.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '“', '"']);
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || ["e.g", "i.e", "etc", "vs", "approx", "no"].iter().any(|known| word.eq_ignore_ascii_case(known))
}
