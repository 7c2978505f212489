//! WebVTT, as meeting programs and video sites write it.

use crate::transcript::{clock, cue};

/// First words of blocks that are not spoken: the head, comments, the look.
const BESIDE: [&str; 4] = ["WEBVTT", "NOTE", "STYLE", "REGION"];

/// Letters that WebVTT writes in another way, because they begin a tag; the ampersand last.
const WRITTEN: [(&str, &str); 4] = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")];

/// What was said, with its times, and nothing else of a WebVTT text: neither head, comments and styles, nor names of cues and of speakers.
/// `None` when it is another text.
pub(crate) fn spoken(text: &str) -> Option<String> {
    if !text.trim_start().starts_with("WEBVTT") {
        return None;
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let blocks = lines.split(|line| line.is_empty()).filter(|block| !block.is_empty());
    Some(blocks.flat_map(spoken_in).map(|line| without_tags(line)).collect::<Vec<_>>().join("\n"))
}

/// A block from its times on, when something else stands before them. One that has no times goes on with what was said.
fn spoken_in<'b>(block: &'b [&'b str]) -> &'b [&'b str] {
    let has_times = |line: &&str| cue(line).is_some();
    let is_beside = block[0].split_whitespace().next().is_some_and(|word| BESIDE.contains(&word));
    let is_named = block.get(1).is_some_and(has_times);
    let start = if is_beside || is_named { block.iter().position(has_times).unwrap_or(block.len()) } else { 0 };
    &block[start..]
}

/// Without `<v Priya Sharma>`, `</v>`, `<c.yellow>` and times in the line.
fn without_tags(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let end = after.find(['<', '>']).filter(|end| after[*end..].starts_with('>') && is_tag(&after[..*end]));
        rest = end.map_or(after, |end| &after[end + 1..]);
        if end.is_none() {
            plain.push('<');
        }
    }
    plain.push_str(rest);
    WRITTEN.iter().fold(plain, |plain, (written, letter)| plain.replace(written, letter))
}

/// Whether a tag stands between two signs, which are also signs of comparison.
fn is_tag(inside: &str) -> bool {
    inside.starts_with(|letter: char| letter == '/' || letter.is_ascii_alphabetic()) || clock(inside).is_some()
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn nothing_but_times_and_what_was_said_is_taken() {
        let times = "00:00:05.000 --> 00:00:09.000";
        for (text, said) in [
            (
                format!("WEBVTT\nKind: captions\n\n8ec1a8f4-12/12-0\n{times}\n<v Priya Sharma>We cap it.</v>"),
                format!("{times}\nWe cap it."),
            ),
            (
                format!("WEBVTT\n{times} align:start\nWe<00:00:05.500><c> cap</c><c.yellow> it.</c>"),
                format!("{times} align:start\nWe cap it."),
            ),
            (
                format!("WEBVTT - a call\n\nNOTE by a program\nof ours\n\nSTYLE\n::cue {{ color: red }}\n\n1\n{times}\nNOTE it.\n\n 12 "),
                format!("{times}\nNOTE it.\n12"),
            ),
            (format!("WEBVTT\n\n{times}\np95 < 200 ms, a <b, R&amp;amp;D &lt;i&gt;"), format!("{times}\np95 < 200 ms, a <b, R&amp;D <i>")),
        ] {
            assert_eq!(spoken(&text).as_deref(), Some(said.as_str()));
        }
        assert_eq!(spoken("We cap <each> key.\n\nNOTE this."), None);
    }
}
