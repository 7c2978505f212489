use crate::export::flat_text;

/// Markdown as plain text for places that know no formatting: headings are lines of their own, list items begin with a bullet or their
/// number, links carry their address, front matter is left out.
pub fn plain_text(markdown: &str) -> String {
    flat_text(markdown)
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn structure_survives_without_markup() {
        let markdown = "---\na: 1\n---\n# Title\n\nOne **two**\nthree, see [docs](https://a.example/x) and <https://b.example>.\n\n\
            1. first\n2. second `code`\n\n- a\n- b\n\n## End\n\nLast.\n";
        let text = "Title\n\nOne two three, see docs (https://a.example/x) and https://b.example.\n\n1. first\n2. second code\n\n• a\n• b\n\nEnd\n\nLast.\n";
        assert_eq!(plain_text(markdown), text);
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(plain_text(""), "\n");
        assert_eq!(plain_text("# \n\n- \n"), "•\n");
    }
}
