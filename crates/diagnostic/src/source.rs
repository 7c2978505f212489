/// The text of one file, for turning byte offsets into lines and columns.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Name shown to people.
    pub file: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// One place in a text. Both count from 1; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl Source<'_> {
    /// Line and column of a byte offset; an offset past the end or inside a character is moved back to the nearest place that exists.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The byte at a line and a character, both from 1: the inverse of [`Self::line_column`]. What lies behind the text is its end.
    pub fn byte_of(&self, line: u64, column: u64) -> usize {
        let nth = |from_one: u64| usize::try_from(from_one.saturating_sub(1)).unwrap_or(usize::MAX);
        let line_start = match nth(line) {
            0 => 0,
            skipped => self.text.match_indices('\n').nth(skipped - 1).map_or(self.text.len(), |(at, _)| at + 1),
        };
        self.text[line_start..].char_indices().nth(nth(column)).map_or(self.text.len(), |(at, _)| line_start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = Source { file: "query.sql", text: "select 'é'\nfrom t" };
        assert_eq!(source.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(source.line_column(9), LineColumn { line: 1, column: 9 }, "inside é moves back to its start");
        assert_eq!(source.line_column(12), LineColumn { line: 2, column: 1 });
        assert_eq!(source.line_column(999), LineColumn { line: 2, column: 7 });
    }

    #[test]
    fn a_byte_is_found_by_its_line_and_column() {
        for text in ["", "a", "select 'é'\r\nfrom 😀\n\nt", "\n"] {
            let source = Source { file: "query.sql", text };
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let LineColumn { line, column } = source.line_column(at);
                assert_eq!(source.byte_of(line as u64, column as u64), at, "{text:?}");
            }
            assert_eq!(source.byte_of(9, 1), text.len(), "{text:?}");
            assert_eq!(source.byte_of(0, 0), 0, "{text:?}");
        }
    }
}
