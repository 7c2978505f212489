//! Reading a transcript: typed, pasted, or from a program that writes subtitles.

use crate::webvtt;
use std::fmt::Write as _;

/// The largest transcript that is read, in bytes.
pub const LARGEST_TRANSCRIPT: usize = 128 * 1024;

/// Spoken text often comes without full stops: from here on a sentence is cut, at a word that begins another where there is one.
const LONGEST_SENTENCE: usize = 45;
const SHORTEST_CUT: usize = 18;

/// What was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// Line by line.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Seconds after the beginning of the answer, when the line or one before it says so.
    pub at: Option<u32>,
    /// What was said.
    pub text: String,
    /// It only names what follows.
    pub is_heading: bool,
}

/// Why a transcript cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TranscriptError {
    /// It is too large.
    #[error("A transcript has at most {} KiB, and this one is larger", LARGEST_TRANSCRIPT / 1024)]
    TooLarge,
    /// It is no text.
    #[error("This is not UTF-8 text")]
    NotText,
}

impl Transcript {
    /// All of it, without marks of time.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let _ = writeln!(text, "{}", line.text);
        }
        text
    }

    /// The latest mark, in seconds after the beginning; `None` when no line has one.
    pub fn last_mark(&self) -> Option<u32> {
        self.lines.iter().filter_map(|line| line.at).max()
    }
}

/// Reads a transcript: plain text, lines with marks such as `[02:15]`, WebVTT or SubRip. A line that goes on with a sentence of the one
/// before is joined to it.
pub fn read_transcript(bytes: &[u8]) -> Result<Transcript, TranscriptError> {
    if bytes.len() > LARGEST_TRANSCRIPT {
        return Err(TranscriptError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| TranscriptError::NotText)?;
    let text: String = text.replace("\r\n", "\n").chars().map(|c| if c == '\r' { '\n' } else { c }).filter(|c| stays(*c)).collect();
    let text = webvtt::spoken(&text).unwrap_or(text);
    let mut lines: Vec<Line> = Vec::new();
    let mut at = None;
    for written in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(begins) = cue(written) {
            // The number of a SubRip cue stands above its times.
            if lines.last().is_some_and(|line| line.text.bytes().all(|b| b.is_ascii_digit())) {
                lines.pop();
            }
            at = Some(begins);
            continue;
        }
        let (mark, rest) = marked(written);
        at = mark.or(at);
        if rest.is_empty() {
            continue;
        }
        if let Some(before) = lines.last_mut().filter(|before| goes_on(before, rest)) {
            before.text = format!("{} {rest}", before.text);
            before.is_heading = false;
            continue;
        }
        let is_heading = is_heading(rest);
        lines.push(Line { at, text: without_mark(rest).trim().to_owned(), is_heading });
    }
    lines.retain(|line| !line.text.is_empty());
    Ok(Transcript { lines })
}

/// Without the marks of a heading, a quote or a list; the sign of a number is none.
fn without_mark(line: &str) -> &str {
    let is_number = line.strip_prefix('-').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    if is_number { line } else { line.trim_start_matches(['#', '>', '-', '*', '•']) }
}

/// Whether a line goes on with the sentence of the line before.
fn goes_on(before: &Line, line: &str) -> bool {
    !before.text.ends_with(['.', '?', '!', '…', ':', ';']) && line.starts_with(char::is_lowercase) && !is_i(line)
}

/// Whether a line begins with `i`, written small: it is always written large elsewhere, so its size says nothing of where a sentence begins.
fn is_i(line: &str) -> bool {
    line.strip_prefix('i').is_some_and(|rest| rest.starts_with([' ', '\'', '’']))
}

/// Without control characters, which a terminal would obey, and without marks that hide text or turn it around.
fn stays(letter: char) -> bool {
    let hides = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    letter == '\n' || letter == '\t' || !(letter.is_control() || hides)
}

/// The beginning of `00:01:02.500 --> 00:01:05.000`.
pub(crate) fn cue(line: &str) -> Option<u32> {
    let (from, to) = line.split_once("-->")?;
    clock(to.split_whitespace().next()?)?;
    clock(from.trim())
}

/// The mark at the beginning of a line, and what follows it.
fn marked(line: &str) -> (Option<u32>, &str) {
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some((inside, rest)) = line.strip_prefix(open).and_then(|rest| rest.split_once(close))
            && let Some(at) = clock(inside.trim())
        {
            return (Some(at), rest.trim());
        }
    }
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match clock(first) {
        Some(at) if !rest.is_empty() => (Some(at), rest.trim()),
        _ => (None, line),
    }
}

/// `2:15`, `02:15`, `1:02:15`, with parts of a second after a point or a comma.
pub(crate) fn clock(text: &str) -> Option<u32> {
    let whole = text.split(['.', ',']).next()?;
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut seconds = 0_u32;
    for (at, part) in parts.iter().enumerate() {
        let fits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let value: u32 = part.parse().ok().filter(|value| fits && (at == 0 || *value < 60))?;
        seconds = seconds * 60 + value;
    }
    Some(seconds)
}

/// A line that only names what follows: with a mark of Markdown, with a colon at its end, or of a few words without an end.
fn is_heading(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let bold = line.starts_with("**") && line.trim_end_matches(':').ends_with("**");
    line.starts_with('#') || bold || (words <= 8 && line.ends_with(':')) || (words <= 5 && !line.ends_with(['.', '?', '!', '…', ',', ';']))
}

/// The sentences of a text. Where a speaker or a program set no full stops, long ones are cut.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    // With full stops a long sentence is the speaker's own.
    let has_stops = words.iter().filter(|word| word.ends_with(['.', '?', '!'])).count() * LONGEST_SENTENCE >= words.len();
    for word in &words {
        let turns = matches!(word.to_ascii_lowercase().as_str(), "so" | "but" | "and" | "then" | "because");
        if sentence.len() >= LONGEST_SENTENCE || (sentence.len() >= SHORTEST_CUT && turns && !has_stops) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
        sentence.push(word);
        if word.trim_end_matches(['"', '”', '’', '\'', '*', ')']).ends_with(['.', '?', '!', '…', ';']) && !is_short_form(word) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
    found
}

fn is_short_form(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().as_str(), "e.g." | "i.e." | "etc." | "vs." | "no." | "approx." | "mr." | "ms." | "dr.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Option<u32>, String, bool)> {
        let transcript = read_transcript(text.as_bytes()).expect("it can be read");
        transcript.lines.into_iter().map(|line| (line.at, line.text, line.is_heading)).collect()
    }

    #[test]
    fn marks_of_time_are_read_in_each_form() {
        let said = |at: u32, text: &str| (Some(at), text.to_owned(), false);
        let want = [said(5, "We take a cursor, because rows move."), said(135, "Then we measure it for a week.")];
        assert_eq!(read("[0:05] We take a cursor, because rows move.\n[02:15] Then we measure it for a week."), want);
        assert_eq!(read("0:05 We take a cursor, because rows move.\n(02:15)\nThen we measure it for a week."), want);
        let vtt = "WEBVTT\n\n00:00:05.000 --> 00:00:09.000\nWe take a cursor, because rows move.\n\n00:02:15.000 --> 00:02:20.000\nThen we measure it for a week.\n";
        assert_eq!(read(vtt), want);
        let srt = "1\r\n00:00:05,000 --> 00:00:09,000\r\nWe take a cursor, because rows move.\r\n\r\n2\r\n00:02:15,000 --> 00:02:20,000\r\nThen we measure it for a week.\r\n";
        assert_eq!(read(srt), want);
    }

    /// As Teams and video sites write it: neither ids, names, styles nor tags are words of an answer.
    #[test]
    fn of_webvtt_only_what_was_said_counts() {
        let plain = "[0:05] We take a cursor, because rows move.\n[02:15] Then we measure it for a week.";
        let teams = "WEBVTT\n\n8ec1a8f4-22fe/12-0\n00:00:05.000 --> 00:00:09.000\n<v Priya Sharma>We take a cursor, because</v>\n\n8ec1a8f4-22fe/12-1\n00:00:07.000 --> 00:00:09.000\n<v Priya Sharma>rows move.</v>\n\n8ec1a8f4-22fe/14-0\n00:02:15.000 --> 00:02:20.000\n<v Priya Sharma>Then we measure it for a week.</v>\n";
        let site = "WEBVTT\nKind: captions\n\nSTYLE\n::cue(c) { color: lime }\n\nNOTE made by a program\non a Monday\n\n00:00:05.000 --> 00:00:09.000 align:start\nWe<00:00:05.400><c> take</c> a cursor, <i>because</i>\nrows move.\n\n00:02:15.000 --> 00:02:20.000\nThen we measure it for a week.\n";
        for text in [teams, site] {
            assert_eq!(read(text), read(plain));
            assert_eq!(read(&text.replace('\n', "\r\n")), read(plain), "with the line ends of Windows");
        }
    }

    #[test]
    fn a_number_keeps_its_sign_and_a_list_loses_its_mark() {
        let texts: Vec<String> = read("-200 + 500 = 300.\n- We count 300.\n* And 40.").into_iter().map(|(_, text, _)| text).collect();
        assert_eq!(texts, ["-200 + 500 = 300.", "We count 300.", "And 40."]);
    }

    #[test]
    fn what_looks_like_a_time_in_a_sentence_stays() {
        assert_eq!(
            read("It fails at 10:30 in the morning, every day.")[0],
            (None, "It fails at 10:30 in the morning, every day.".into(), false)
        );
        assert_eq!(read("99:99 is no time of this clock, so it stays.")[0].0, None);
    }

    #[test]
    fn headings_are_told_from_sentences() {
        for heading in ["# Limits", "**Limits**", "Limits and quotas:", "Rate limits"] {
            assert!(read(heading)[0].2, "{heading}");
        }
        assert!(!read("- We cap each key at 100 calls a second.")[0].2);
    }

    #[test]
    fn a_line_that_begins_with_i_is_read_alike_however_it_is_written() {
        for begins in [" would say we cut it", "'d say we cut it"] {
            let written = |i: &str| read(&format!("[00:05] we take a cursor because rows move\n[00:35] {i}{begins}"));
            let (small, large) = (written("i"), written("I"));
            assert_eq!(small.iter().map(|line| line.0).collect::<Vec<_>>(), [Some(5), Some(35)], "{small:?}");
            assert_eq!(small[1].1.to_lowercase(), large[1].1.to_lowercase());
        }
    }

    #[test]
    fn speech_without_full_stops_is_cut_where_another_sentence_begins() {
        let speech = "we take a cursor over created at and id since rows move under page numbers and we lose one of them then the client asks for the next page with that cursor and gets rows it has not seen but a total count is not promised";
        let found = sentences(speech);
        assert!(found.len() >= 2 && found.iter().all(|sentence| sentence.split(' ').count() <= LONGEST_SENTENCE), "{found:?}");
        assert_eq!(sentences("It costs 4.2 ms, e.g. for reads. Why?").len(), 2);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert_eq!(read_transcript(&vec![b'a'; LARGEST_TRANSCRIPT + 1]), Err(TranscriptError::TooLarge));
        assert_eq!(read_transcript(&[0xff, 0xfe]), Err(TranscriptError::NotText));
        assert_eq!(read("\u{1b}[31mred\u{202e} is gone from this line.")[0].1, "[31mred is gone from this line.");
    }
}
