//! Lines and their sentences.

use std::ops::Range;

/// One line of plain text that is not empty.
pub(crate) struct Line {
    /// Bytes without the mark of a list and white space around.
    pub(crate) span: Range<usize>,
    /// Whether it began with the mark of a list.
    pub(crate) is_item: bool,
}

/// Marks of lists, other than letters and numbers.
const MARKS: &str = "•*-–—+~→·▪◦●○■□►➤✓✔✅☑❖";

pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let inner = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        let mark = mark_length(inner);
        let content = inner[mark..].trim_start();
        if content.contains(char::is_alphanumeric) {
            let begin = start + inner.len() - content.len();
            // Above 4.1 stands the heading 4.
            if let Some(chapter) = inner.split_once('.').map(|(chapter, _)| format!("{chapter}. "))
                && is_numbered_twice(inner)
                && let Some(above) = lines.last_mut().filter(|above: &&mut Line| text[..above.span.start].ends_with(&chapter))
            {
                above.is_item = false;
            }
            lines.push(Line { span: begin..begin + content.len(), is_item: mark > 0 });
        }
        at += line.len() + 1;
    }
    lines
}

/// `4.1 Knowledge of SQL`, and not `3.5 years`.
fn is_numbered_twice(line: &str) -> bool {
    let number = line.split(' ').next().unwrap_or_default();
    let is_digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let behind = line[number.len()..].trim_start();
    number.trim_end_matches('.').split_once('.').is_some_and(|(chapter, item)| is_digits(chapter) && is_digits(item))
        && behind.starts_with(char::is_uppercase)
        && !behind.to_lowercase().starts_with("year")
}

/// Bytes of `• `, `1. `, `4.1 `, `(2) `, `a. ` or `3) ` at the beginning of a line.
fn mark_length(line: &str) -> usize {
    if is_numbered_twice(line) {
        return line.find(' ').map_or(0, |space| space + 1);
    }
    let after_marks = line.trim_start_matches(|letter| MARKS.contains(letter));
    if after_marks.len() < line.len() {
        // `**Bold**` and `-5` are no items.
        let is_bold = line.starts_with("**");
        let is_mark = after_marks.starts_with(' ') || line.starts_with(|letter: char| !letter.is_ascii());
        return if is_mark && !is_bold { line.len() - after_marks.len() } else { 0 };
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let word = inner.find(['.', ')']).filter(|end| *end <= 2 && *end > 0);
    let Some(end) = word else { return 0 };
    let is_label = inner[..end].bytes().all(|byte| byte.is_ascii_digit()) || (end == 1 && inner.as_bytes()[0].is_ascii_lowercase());
    if is_label && inner[end + 1..].starts_with(' ') { line.len() - inner.len() + end + 1 } else { 0 }
}

/// Words before a full stop that ends no sentence.
const ABBREVIATIONS: [&str; 42] = [
    "e.g", "i.e", "etc", "incl", "vs", "approx", "min", "max", "exp", "yrs", "yr", "b.e", "b", "e", "b.tech", "m.tech", "sr", "jr", "dr",
    "no", "inc", "ltd", "pvt", "u.s", "b.sc", "m.sc", "b.s", "m.s", "b.a", "m.a", "m.e", "ph.d", "m.b.a", "b.eng", "m.eng", "b.com", "u.k",
    "e.u", "eng", "tech", "resp", "ca",
];

/// Sentences of a stretch, cut at full stops and semicolons, without the white space around them.
pub(crate) fn sentences(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = stretch.start;
    for (at, letter) in text[stretch.clone()].char_indices() {
        let at = stretch.start + at;
        let end = at + letter.len_utf8();
        let before_space = text[end..stretch.end].chars().next().is_none_or(|next| next.is_whitespace() || next == ')');
        let stops = match letter {
            // "A degree; or four years of work" is one thing.
            ';' => !text[end..stretch.end].trim_start().to_lowercase().starts_with("or "),
            '.' => before_space && !is_abbreviation(&text[start..at]),
            '!' | '?' => before_space,
            _ => false,
        };
        if stops {
            push(&mut sentences, text, start..end);
            start = end;
        }
    }
    push(&mut sentences, text, start..stretch.end);
    sentences
}

fn push(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let inner = &text[range.clone()];
    let trimmed = inner.trim_matches(|letter: char| letter.is_whitespace() || letter == ';');
    if trimmed.contains(char::is_alphanumeric) {
        let start = range.start + inner.find(trimmed).unwrap_or_default();
        sentences.push(start..start + trimmed.len());
    }
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '/' | ',')).next().unwrap_or_default();
    ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lose_their_marks() {
        for (line, content, is_item) in [
            ("• Own it", "Own it", true),
            ("  - Own it ", "Own it", true),
            ("1. Own it", "Own it", true),
            ("(2) Own it", "Own it", true),
            ("4.1 Own it", "Own it", true),
            ("4.1. Own it", "Own it", true),
            ("3.5 years", "3.5 years", false),
            ("3.5 Years", "3.5 Years", false),
            ("a. Own it", "Own it", true),
            ("3) Own it", "Own it", true),
            ("•Own it", "Own it", true),
            ("**Bold**", "**Bold**", false),
            ("-5 %", "-5 %", false),
            ("A. Smith", "A. Smith", false),
            ("401(k) plan", "401(k) plan", false),
        ] {
            let lines = lines(line);
            assert_eq!((&line[lines[0].span.clone()], lines[0].is_item), (content, is_item));
        }
        assert!(lines("* * *\n\n---").is_empty());
        assert_eq!(lines("4. Own it\n4.1 It\n5. Own it\n").iter().map(|line| line.is_item).collect::<Vec<_>>(), [false, true, true]);
    }

    #[test]
    fn sentences_end_where_they_end() {
        let text = "SQL (required). Python, e.g. pandas; B.E. or B.Tech. Node.js is fine! Really; or not";
        let found: Vec<&str> = sentences(text, 0..text.len()).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["SQL (required).", "Python, e.g. pandas", "B.E. or B.Tech. Node.js is fine!", "Really; or not"]);
    }
}
