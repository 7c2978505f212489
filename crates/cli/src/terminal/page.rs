use super::Terminal;
use super::prose::prose;
use super::table::{Table, lay_out};
use super::text::{Ink, Line, Span, painted, width, words, wrap};
use footbridge_app::view::{Block, ReferenceTableView};

/// A text for the terminal, written from top to bottom.
pub(crate) struct Page<'a> {
    terminal: &'a Terminal,
    text: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(terminal: &'a Terminal) -> Self {
        Self { terminal, text: String::new() }
    }

    /// A title, underlined so that it shows without colour.
    pub(crate) fn title(&mut self, title: &str) {
        self.gap();
        let lines = wrap(&[Span::new(Ink::Strong, title)], self.terminal.width);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        lines.iter().for_each(|line| self.line(line));
        self.line(&[Span::new(Ink::Dim, "─".repeat(widest))]);
    }

    /// A smaller title.
    pub(crate) fn heading(&mut self, title: &str) {
        self.gap();
        self.wrapped(&[Span::new(Ink::Strong, title)], "", "");
    }

    /// A paragraph in which backticks mark code.
    pub(crate) fn says(&mut self, sentence: &str) {
        self.wrapped(&words(sentence), "", "");
    }

    /// A line that matters less.
    pub(crate) fn aside(&mut self, sentence: &str) {
        self.wrapped(&[Span::new(Ink::Dim, sentence)], "", "");
    }

    /// One point of a list.
    pub(crate) fn point(&mut self, sentence: &str) {
        self.wrapped(&words(sentence), "- ", "  ");
    }

    /// A word and what it introduces: `help: …`.
    pub(crate) fn labelled(&mut self, label: Span, sentence: &str) {
        let mut line = vec![label, Span::plain(" ")];
        line.extend(words(sentence));
        self.wrapped(&line, "", "  ");
    }

    /// Words wrapped, with what stands before the first line and before the others.
    pub(crate) fn wrapped(&mut self, line: &[Span], first: &str, rest: &str) {
        let before = [first, rest].map(|text| width(&[Span::plain(text)])).into_iter().max().unwrap_or(0);
        let room = self.terminal.width.saturating_sub(before);
        for (at, line) in wrap(line, room).iter().enumerate() {
            let mut whole: Line = vec![Span::plain(if at == 0 { first } else { rest })];
            whole.extend(line.iter().cloned());
            self.line(&whole);
        }
    }

    /// A text in Markdown's tree.
    pub(crate) fn blocks(&mut self, blocks: &[Block], tables: &[ReferenceTableView]) {
        self.gap();
        for line in prose(blocks, tables, self.terminal.width) {
            self.line(&line);
        }
    }

    /// The same, with what stands before the first line and before the others.
    pub(crate) fn blocks_after(&mut self, blocks: &[Block], first: &str, rest: &str) {
        for (at, line) in prose(blocks, &[], self.terminal.width.saturating_sub(first.len())).into_iter().enumerate() {
            let mut whole: Line = vec![Span::plain(if at == 0 { first } else { rest })];
            whole.extend(line);
            self.line(&whole);
        }
    }

    /// A table, as wide as the terminal allows.
    pub(crate) fn table(&mut self, table: &Table) {
        let columns = if table.is_data { self.terminal.data_width } else { Some(self.terminal.table_width) };
        for line in lay_out(table, columns) {
            self.line(&line);
        }
    }

    /// Text that is styled and wrapped already.
    pub(crate) fn verbatim(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// An empty line, unless there is one or nothing stands before it.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line that is never wrapped.
    pub(crate) fn code(&mut self, span: Span) {
        self.line(&[span]);
    }

    pub(crate) fn terminal(&self) -> &'a Terminal {
        self.terminal
    }

    pub(crate) fn finish(mut self) -> String {
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
        self.text
    }

    fn line(&mut self, line: &[Span]) {
        self.text.push_str(&painted(line, self.terminal.colour));
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let terminal = Terminal { width: 40, table_width: 40, data_width: None, colour: false };
        let mut page = Page::new(&terminal);
        let sentence = "It is counted once an hour, and whoever waits is told how long it will take and why. ".repeat(4);
        page.labelled(Span::new(Ink::Strong, "good:"), &sentence);
        page.point(&sentence);
        let mut table = Table::new(&["card", "asks"], &[]);
        table.row(vec![words("sd-one"), words(&sentence)]);
        page.table(&table);
        let text = page.finish();
        assert!(text.lines().all(|line| width(&[Span::plain(line)]) <= 40), "{text}");
        let data = Table { is_data: true, ..table };
        let mut page = Page::new(&terminal);
        page.table(&data);
        assert_eq!(page.finish().lines().count(), 3, "a row of data stays on one line");
    }
}
