//! Entries of a log or timeline, each with the time that it begins with.

use super::clock::{self, Moment};
use super::label::Label;
use super::section::Section;
use crate::text::Prose;
use std::ops::Range;

/// Heads of the column that holds the time.
const TIME: Label = &["time", "when", "at"];

/// Words of the name that a line of text goes by.
const WORDS_OF_A_NAME: usize = 6;

/// One entry.
pub(crate) struct Entry {
    pub(crate) at: Option<Moment>,
    /// A few words to name it by.
    pub(crate) name: String,
    /// All that it says.
    pub(crate) text: String,
    /// Bytes of the answer.
    pub(crate) span: Range<usize>,
}

/// List items or rows, or lines of the text: whichever hold more times.
pub(crate) fn entries(section: &Section<'_>) -> Vec<Entry> {
    let items = section.items(&[]);
    let listed: Vec<Entry> = items
        .iter()
        .map(|item| {
            let column = item.column(TIME).map(|time| time.text);
            let at = clock::leading(column.as_deref().unwrap_or(item.text()));
            Entry { at, name: item.name().to_owned(), text: item.text().to_owned(), span: item.span.clone() }
        })
        .collect();
    let lined: Vec<Entry> = section.blocks().filter(|block| block.item.is_none()).flat_map(|block| lines(&block.prose)).collect();
    let timed = |entries: &[Entry]| entries.iter().filter(|entry| entry.at.is_some()).count();
    if timed(&lined) > timed(&listed) { lined } else { listed }
}

/// Lines that begin with a time. What follows on lines without one belongs to the entry above.
fn lines(prose: &Prose) -> Vec<Entry> {
    let breaks = prose.lines.iter().copied().chain(prose.text.match_indices('\n').map(|(at, _)| at + 1));
    let mut starts: Vec<usize> = std::iter::once(0).chain(breaks).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([prose.text.len()]);
    let ranges = starts.iter().copied().zip(ends).map(|(start, end)| start..end);
    let mut entries: Vec<Entry> = Vec::new();
    for range in ranges {
        let line = prose.text[range.clone()].trim_end();
        match (clock::leading(line), entries.last_mut()) {
            (Some(at), _) => {
                let name = line.split_whitespace().take(WORDS_OF_A_NAME).collect::<Vec<_>>().join(" ");
                let span = prose.origin(range.start..range.start + line.len());
                entries.push(Entry { at: Some(at), name, text: line.to_owned(), span });
            }
            (None, Some(entry)) => {
                entry.text.push(' ');
                entry.text.push_str(line);
            }
            (None, None) => {}
        }
    }
    entries
}
