//! What a person pasted, as lines of plain text with a way back.

use std::ops::Range;

/// Plain text: markup resolved, other spaces and quotation marks made plain.
pub(super) struct Clean {
    pub(super) text: String,
    /// For each byte of `text` and its end, the byte of the paste it came from.
    from: Vec<usize>,
    /// For each byte of `text`, the end of what it came from.
    until: Vec<usize>,
}

impl Clean {
    /// Bytes of the paste that a stretch of `text` came from.
    pub(super) fn origin(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.from[span.start];
        let end = if span.is_empty() { start } else { self.until[span.end - 1] };
        start..end.max(start)
    }

    fn push(&mut self, letter: char, source: Range<usize>) {
        self.text.push(letter);
        let length = letter.len_utf8();
        self.from.extend(std::iter::repeat_n(source.start, length));
        self.until.extend(std::iter::repeat_n(source.end, length));
    }
}

/// Longest tag that is taken for one; a lone `<` is a sign.
const LONGEST_TAG: usize = 400;

/// Elements that begin a line of their own.
const BLOCKS: [&str; 17] = ["p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "table", "section", "hr"];

const ENTITIES: [(&str, char); 18] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("rsquo", '\''),
    ("lsquo", '\''),
    ("ldquo", '"'),
    ("rdquo", '"'),
    ("bull", '•'),
    ("middot", '·'),
    ("hellip", '…'),
    ("euro", '€'),
    ("pound", '£'),
    ("eacute", 'é'),
];

pub(super) fn clean(paste: &str) -> Clean {
    let mut clean = Clean { text: String::with_capacity(paste.len()), from: Vec::new(), until: Vec::new() };
    let mut at = 0;
    while let Some(letter) = paste[at..].chars().next() {
        let rest = &paste[at..];
        if letter == '<'
            && let Some((name, length)) = tag(rest)
        {
            if BLOCKS.contains(&name.as_str()) {
                clean.push('\n', at..at + length);
                if name == "li" && !rest.starts_with("</") {
                    clean.push('•', at..at + length);
                    clean.push(' ', at..at + length);
                }
            }
            at += length;
            continue;
        }
        if letter == '&'
            && let Some((meant, length)) = entity(rest)
        {
            clean.push(plain(meant).unwrap_or(' '), at..at + length);
            at += length;
            continue;
        }
        let length = letter.len_utf8();
        if let Some(plain) = plain(letter) {
            clean.push(plain, at..at + length);
        }
        at += length;
    }
    clean.from.push(paste.len());
    clean
}

/// Name and length of a tag at the beginning of a text.
fn tag(rest: &str) -> Option<(String, usize)> {
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    Some((name.to_ascii_lowercase(), end + 1))
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, end + 1))
}

/// Other spaces and apostrophes as the plain ones; `None` for what has no width.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\r' | '\u{fe0f}' => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
        '’' | '‘' | '´' | '`' => Some('\''),
        letter if letter.is_whitespace() || letter.is_control() => Some(' '),
        letter => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_lines_and_places_lead_back() {
        let paste = "<p>Own our API &amp; docs</p><ul class=\"x\"><li>SQL\u{a0}&nbsp;(required)</li></ul>p95 < 100 ms, a<b";
        let clean = clean(paste);
        assert_eq!(clean.text, "\nOwn our API & docs\n\n\n• SQL  (required)\n\np95 < 100 ms, a<b");
        for (word, there) in [("API & docs", "API &amp; docs"), ("SQL", "SQL"), ("< 100", "< 100")] {
            let start = clean.text.find(word).expect("the word");
            assert_eq!(&paste[clean.origin(&(start..start + word.len()))], there);
        }
    }
}
