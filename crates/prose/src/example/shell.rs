//! Words of a shell command with their places: quotes, escapes, lines continued with a backslash, comments, and what joins commands.

use std::ops::Range;

/// One word after quotes and escapes are taken away.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    /// Bytes of the block.
    pub(super) span: Range<usize>,
    /// Where `text` stands unchanged: the word is one pair of single quotes.
    pub(super) verbatim: Option<usize>,
    /// A variable or a command stands in it, so that its text is not known.
    pub(super) is_open: bool,
}

/// A quotation mark that is never closed.
#[derive(Debug, PartialEq)]
pub(super) struct Unclosed {
    pub(super) at: usize,
    pub(super) quote: char,
}

/// Commands with their words; commands are joined by line ends, `|`, `;` and `&`.
pub(super) fn commands(text: &str) -> Result<Vec<Vec<Word>>, Unclosed> {
    let mut reader = Reader { text, at: 0, commands: vec![Vec::new()], word: None };
    reader.read()?;
    Ok(reader.commands.into_iter().filter(|words| !words.is_empty()).collect())
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    commands: Vec<Vec<Word>>,
    word: Option<Word>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Unclosed> {
        while let Some(c) = self.peek() {
            let start = self.at;
            self.at += c.len_utf8();
            match c {
                '\\' => self.escape(start),
                '\'' => self.single_quoted(start)?,
                '"' => self.double_quoted(start)?,
                '#' if self.word.is_none() => self.skip_line(),
                '\n' | '|' | ';' | '&' => self.end_command(),
                '<' if self.text[self.at..].starts_with('<') => {
                    self.here_document();
                }
                c if c.is_whitespace() => self.end_word(),
                c => self.push(c, start),
            }
        }
        self.end_command();
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn word(&mut self, start: usize) -> &mut Word {
        self.word.get_or_insert_with(|| Word { span: start..start, ..Word::default() })
    }

    fn push(&mut self, c: char, start: usize) {
        let end = self.at;
        let word = self.word(start);
        word.text.push(c);
        word.span.end = end;
        word.verbatim = None;
        word.is_open |= matches!(c, '$' | '`');
    }

    fn escape(&mut self, start: usize) {
        let rest = &self.text[self.at..];
        if let Some(line_end) = ["\r\n", "\n"].iter().find(|end| rest.starts_with(**end)) {
            self.at += line_end.len();
            return;
        }
        if let Some(next) = self.peek() {
            self.at += next.len_utf8();
            let end = self.at;
            let word = self.word(start);
            word.text.push(next);
            word.span.end = end;
            word.verbatim = None;
        }
    }

    fn single_quoted(&mut self, start: usize) -> Result<(), Unclosed> {
        let Some(length) = self.text[self.at..].find('\'') else { return Err(Unclosed { at: start, quote: '\'' }) };
        let inner = self.at..self.at + length;
        self.at = inner.end + 1;
        let (text, end) = (self.text, self.at);
        let word = self.word(start);
        word.verbatim = (word.text.is_empty() && word.span.is_empty()).then_some(inner.start);
        word.text.push_str(&text[inner]);
        word.span.end = end;
        Ok(())
    }

    fn double_quoted(&mut self, start: usize) -> Result<(), Unclosed> {
        let mut inner = String::new();
        let mut is_open = false;
        loop {
            let Some(c) = self.peek() else { return Err(Unclosed { at: start, quote: '"' }) };
            self.at += c.len_utf8();
            match c {
                '"' => break,
                '\\' => match self.peek() {
                    Some(next) if matches!(next, '"' | '\\' | '$' | '`') => {
                        inner.push(next);
                        self.at += next.len_utf8();
                    }
                    Some('\n') => self.at += 1,
                    _ => inner.push('\\'),
                },
                _ => {
                    is_open |= matches!(c, '$' | '`');
                    inner.push(c);
                }
            }
        }
        let end = self.at;
        let word = self.word(start);
        word.text.push_str(&inner);
        word.span.end = end;
        word.verbatim = None;
        word.is_open |= is_open;
        Ok(())
    }

    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').unwrap_or(rest.len());
    }

    /// The lines of a here-document are no commands. It ends at the line that is its own word.
    fn here_document(&mut self) {
        self.at += 1;
        let rest = &self.text[self.at..];
        let line_end = rest.find('\n').unwrap_or(rest.len());
        let mark = rest[..line_end].trim_start_matches(['-', '<', ' ']).split_whitespace().next().unwrap_or_default();
        let mark = mark.trim_matches(['\'', '"']).to_owned();
        self.at += line_end;
        self.end_command();
        let mut length = 0;
        for line in self.text[self.at..].split_inclusive('\n') {
            length += line.len();
            if !mark.is_empty() && line.trim() == mark {
                break;
            }
        }
        self.at += length;
    }

    fn end_word(&mut self) {
        if let (Some(word), Some(command)) = (self.word.take(), self.commands.last_mut()) {
            command.push(word);
        }
    }

    fn end_command(&mut self) {
        self.end_word();
        self.commands.push(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::{Unclosed, commands};

    #[test]
    fn words_are_those_a_shell_would_see() {
        for (text, words) in [
            ("curl -d '{\"a\": 1}' \\\n  https://a.example/x", vec![vec!["curl", "-d", "{\"a\": 1}", "https://a.example/x"]]),
            ("a \"b \\\"c\\\" $d\" e\\ f", vec![vec!["a", "b \"c\" $d", "e f"]]),
            ("a | b; c && d # not this\n# nor this\ne", vec![vec!["a"], vec!["b"], vec!["c"], vec!["d"], vec!["e"]]),
            ("a <<EOF\nit's\nEOF\nb", vec![vec!["a"], vec!["b"]]),
            ("x'y'z", vec![vec!["xyz"]]),
            ("''", vec![vec![""]]),
            ("", vec![]),
        ] {
            let found = commands(text).unwrap();
            let found: Vec<Vec<&str>> = found.iter().map(|command| command.iter().map(|word| word.text.as_str()).collect()).collect();
            assert_eq!(found, words, "{text:?}");
        }
        assert_eq!(commands("a 'b"), Err(Unclosed { at: 2, quote: '\'' }));
        assert_eq!(commands("a \"b\\\""), Err(Unclosed { at: 2, quote: '"' }));
    }
}
