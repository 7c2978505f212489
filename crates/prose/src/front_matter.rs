/// The lines between two lines of `---` or `+++` at the very start of a text, and what stands behind them. A mark of the byte order may stand
/// before them. `None` when there are none, or they are never closed: then it is all text.
pub fn front_matter(text: &str) -> Option<(&str, &str)> {
    let text = without_byte_order_mark(text);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut end = first.len();
    for line in lines {
        if line.trim_end() == fence {
            return Some((&text[first.len()..end], &text[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// The text without what stands before it: a mark of the byte order, and front matter.
pub fn without_front_matter(text: &str) -> &str {
    front_matter(text).map_or_else(|| without_byte_order_mark(text), |(_, rest)| rest)
}

/// Length of what stands before the text.
pub(crate) fn front_matter_length(text: &str) -> usize {
    text.len() - without_front_matter(text).len()
}

fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::front_matter;

    #[test]
    fn front_matter_is_closed_and_stands_first() {
        assert_eq!(front_matter("---\na: 1\n---\ntext"), Some(("a: 1\n", "text")));
        assert_eq!(front_matter("+++\r\na = 1\r\n+++\r\n"), Some(("a = 1\r\n", "")));
        assert_eq!(front_matter("\u{feff}---\na: 1\n---\ntext"), Some(("a: 1\n", "text")));
        for none in ["", "text", "---\nnever closed\n", "\n---\na: 1\n---\n", "---\na\n+++\n"] {
            assert_eq!(front_matter(none), None, "{none:?}");
        }
    }
}
