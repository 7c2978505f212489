use crate::event::Event;
use crate::line::{self, LINE_START, Parsed, Stamp};
use std::io::BufRead as _;
use std::ops::Range;

/// What the bytes of one journal file hold. Nothing is dropped: every stretch of bytes that is not blank is an event, a problem or torn.
#[derive(Debug, Default)]
pub struct Lines {
    /// The events with the number of their line, from 1, as they stand in the file.
    pub events: Vec<(usize, Event)>,
    /// The lines that are not simply one event.
    pub problems: Vec<LineProblem>,
    /// The piece of a line at the end that was cut short.
    pub torn: Option<Range<usize>>,
    /// Whether the next append needs a line break first: the last line is whole but lacks it.
    pub lacks_line_break: bool,
}

/// A line that could not be read as one event. Its bytes stay in the file as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// Number of the line, from 1.
    pub line: usize,
    /// Its bytes in the file, without the line break.
    pub span: Range<usize>,
    /// What it is instead.
    pub kind: LineProblemKind,
    /// Who wrote it and when, as far as it says.
    pub stamp: Option<Stamp>,
}

/// What a line is instead of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineProblemKind {
    /// A newer format, or a kind of event this build does not know.
    Newer,
    /// Ours, but damaged.
    Damaged {
        /// What cannot be read.
        why: String,
    },
    /// Not an event of ours.
    Foreign,
    /// A marker that git leaves in a file it could not merge.
    ConflictMarker,
    /// Whole events with other bytes before, between or after them.
    Glued {
        /// How many whole ones there are, those of a newer format included.
        events: usize,
    },
    /// An event that was read before; counted once.
    Duplicate,
    /// Another event of the same id, saying something else.
    Contradiction,
}

/// Reads the lines of one journal file: any bytes at all, never failing.
pub fn read_lines(bytes: &[u8]) -> Lines {
    let mut lines = Lines::default();
    for_each_line(bytes, |found| match found {
        Found::Event(number, _, event) => lines.events.push((number, event)),
        Found::Problem(problem) => lines.problems.push(problem),
        Found::Torn(_, span) => lines.torn = Some(span),
        Found::LacksLineBreak => lines.lacks_line_break = true,
    });
    lines
}

/// One thing found in a file.
pub(crate) enum Found {
    /// An event with its line and the line's bytes.
    Event(usize, Range<usize>, Event),
    /// See [`Lines::problems`].
    Problem(LineProblem),
    /// See [`Lines::torn`]; with its line.
    Torn(usize, Range<usize>),
    /// See [`Lines::lacks_line_break`].
    LacksLineBreak,
}

/// Like [`read_lines`], without keeping what it finds.
pub(crate) fn for_each_line(bytes: &[u8], mut found: impl FnMut(Found)) {
    let mut start = 0;
    let mut number = 0;
    while start < bytes.len() {
        number += 1;
        let mut rest = &bytes[start..];
        let length = rest.skip_until(b'\n').expect("bytes in memory can be read");
        let is_whole = bytes[start + length - 1] == b'\n';
        let span = start..start + length - usize::from(is_whole);
        start += length;
        let is_torn = read_line(number, span.clone(), &bytes[span.clone()], is_whole, &mut found);
        if is_torn {
            found(Found::Torn(number, span));
        } else if !is_whole {
            found(Found::LacksLineBreak);
        }
    }
}

/// Reads one line, and says whether it was cut short.
fn read_line(number: usize, span: Range<usize>, line: &[u8], is_whole: bool, found: &mut impl FnMut(Found)) -> bool {
    if line.trim_ascii().is_empty() {
        return false;
    }
    let (kind, stamp) = match std::str::from_utf8(line).map_or(Parsed::Foreign { json: false }, line::parse) {
        Parsed::Event(event) => {
            found(Found::Event(number, span, event));
            return false;
        }
        Parsed::Newer(stamp) => (LineProblemKind::Newer, stamp),
        Parsed::Damaged { stamp, why } => (LineProblemKind::Damaged { why }, stamp),
        Parsed::Foreign { json: true } => (LineProblemKind::Foreign, None),
        Parsed::Foreign { json: false } => match read_glued(number, &span, line, found) {
            0 if !is_whole => return true,
            0 if is_conflict_marker(line) => (LineProblemKind::ConflictMarker, None),
            0 => (LineProblemKind::Foreign, None),
            events => (LineProblemKind::Glued { events }, None),
        },
    };
    found(Found::Problem(LineProblem { line: number, span, kind, stamp }));
    false
}

/// Reads what stands inside a line that is not one event, and counts it: a missing line break glues two lines, a lost block of a disk
/// puts zeros before one.
fn read_glued(number: usize, span: &Range<usize>, line: &[u8], found: &mut impl FnMut(Found)) -> usize {
    let windows = line.windows(LINE_START.len()).enumerate();
    let starts: Vec<usize> = windows.filter(|(_, window)| *window == LINE_START).map(|(at, _)| at).collect();
    let mut readable = 0;
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(line.len());
        let piece = span.start + start..span.start + end;
        match line::parse_start(valid_start(&line[*start..end])) {
            Some(Parsed::Event(event)) => found(Found::Event(number, piece, event)),
            Some(Parsed::Newer(stamp)) => {
                found(Found::Problem(LineProblem { line: number, span: piece, kind: LineProblemKind::Newer, stamp }));
            }
            Some(Parsed::Damaged { .. } | Parsed::Foreign { .. }) | None => continue,
        }
        readable += 1;
    }
    readable
}

fn valid_start(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

fn is_conflict_marker(line: &[u8]) -> bool {
    [&b"<<<<<<<"[..], b"|||||||", b"=======", b">>>>>>>"].iter().any(|marker| line.starts_with(marker))
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
