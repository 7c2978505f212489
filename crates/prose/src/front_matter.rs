/// The lines between two lines of `---` or `+++` at the very start of a text, and what stands behind them. `None` when there are none, or
/// they are never closed: then it is all text.
pub fn front_matter(text: &str) -> Option<(&str, &str)> {
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

#[cfg(test)]
mod tests {
    use super::front_matter;

    #[test]
    fn front_matter_is_closed_and_stands_first() {
        assert_eq!(front_matter("---\na: 1\n---\ntext"), Some(("a: 1\n", "text")));
        assert_eq!(front_matter("+++\r\na = 1\r\n+++\r\n"), Some(("a = 1\r\n", "")));
        for none in ["", "text", "---\nnever closed\n", "\n---\na: 1\n---\n", "---\na\n+++\n"] {
            assert_eq!(front_matter(none), None, "{none:?}");
        }
    }
}
