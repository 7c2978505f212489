//! How wide words are, and where lines break. There is no font at hand, so widths are estimates, generous enough for wide fonts such as
//! DejaVu Sans.

use unicode_width::UnicodeWidthChar;

/// Width of a text in pixels.
pub(super) fn width(text: &str, size: i32, is_bold: bool) -> i32 {
    let thousandths: i32 = text.chars().map(per_mille).sum();
    let weight = if is_bold { 122 } else { 107 };
    thousandths * size * weight / 100_000
}

/// Advance of a character in thousandths of the size, as in common sans-serif fonts.
fn per_mille(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | ' ' | 'I' => 290,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '-' | '/' | '\\' | '`' => 390,
        'w' => 830,
        'm' | 'M' | 'W' | '@' | '%' | '—' | '…' | '→' => 920,
        'a'..='z' | '–' => 575,
        'A'..='Z' => 690,
        '0'..='9' => 630,
        c => match c.width() {
            Some(0) | None => 0,
            Some(1) => 640,
            Some(_) => 1020,
        },
    }
}

/// Breaks a text into lines of at most a width; what does not fit into the last line ends with an ellipsis.
pub(super) fn wrapped(text: &str, size: i32, is_bold: bool, widest: i32, most_lines: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, is_bold) <= widest;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut pieces = pieces(word, &fits);
        line = pieces.pop().unwrap_or_default();
        lines.extend(pieces);
        if lines.len() > most_lines {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most_lines {
        lines.truncate(most_lines);
        if let Some(last) = lines.last_mut() {
            *last = shortened_by(last, "…", &fits);
        }
    }
    lines
}

/// A text on one line, shortened when it is too wide.
pub(super) fn shortened(text: &str, size: i32, is_bold: bool, widest: i32) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if width(&line, size, is_bold) <= widest { line } else { shortened_by(&line, "…", &|line| width(line, size, is_bold) <= widest) }
}

fn shortened_by(line: &str, end: &str, fits: &impl Fn(&str) -> bool) -> String {
    let ends = line.char_indices().map(|(at, _)| at).rev();
    let cuts = std::iter::once(line.len()).chain(ends);
    cuts.map(|cut| format!("{}{end}", line[..cut].trim_end())).find(|shorter| fits(shorter)).unwrap_or_else(|| end.to_owned())
}

/// A word that is wider than a line, in pieces that are not. A character that stands on another stays with it.
fn pieces(word: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        piece.push(c);
        if !fits(&piece) && c.width().unwrap_or(0) > 0 && piece.len() > c.len_utf8() {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, c.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_asked_for() {
        for text in [
            "A short one",
            "Donaudampfschifffahrtsgesellschaftskapitän",
            "日本語のとても長いタイトルです",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        ] {
            for most_lines in [1, 2, 9] {
                let lines = wrapped(text, 14, true, 90, most_lines);
                assert!(lines.len() <= most_lines && lines.iter().all(|line| width(line, 14, true) <= 90), "{lines:?}");
            }
            assert_eq!(wrapped(text, 14, true, 90, 99).concat().replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(wrapped("one two three four", 14, false, 60, 2), ["one two", "three…"]);
        assert_eq!(shortened("one two three", 14, false, 60), "one t…");
        assert_eq!(wrapped("", 14, false, 60, 2), Vec::<String>::new());
    }
}
