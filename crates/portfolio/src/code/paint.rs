use crate::html::push_escaped;

/// What a stretch of code is; the letter is its class in the stylesheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Keyword,
    Text,
    Number,
    Comment,
    Name,
    Variable,
}

impl Ink {
    fn class(self) -> &'static str {
        match self {
            Self::Keyword => "k",
            Self::Text => "s",
            Self::Number => "n",
            Self::Comment => "c",
            Self::Name => "p",
            Self::Variable => "v",
        }
    }
}

/// Code that is being read from its beginning, and the HTML of what was read.
pub(super) struct Paint<'a> {
    rest: &'a str,
    html: String,
}

impl<'a> Paint<'a> {
    pub(super) fn new(code: &'a str) -> Self {
        Self { rest: code, html: String::with_capacity(code.len() * 2) }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    pub(super) fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The next `length` bytes as they are. A length inside a character or past the end is moved back.
    pub(super) fn plain(&mut self, length: usize) {
        let taken = self.take(length);
        push_escaped(&mut self.html, taken);
    }

    /// The next character as it is.
    pub(super) fn plain_character(&mut self) {
        self.plain(self.next().map_or(0, char::len_utf8));
    }

    pub(super) fn ink(&mut self, ink: Ink, length: usize) {
        let taken = self.take(length);
        if !taken.is_empty() {
            self.html.push_str("<span class=\"");
            self.html.push_str(ink.class());
            self.html.push_str("\">");
            push_escaped(&mut self.html, taken);
            self.html.push_str("</span>");
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.plain(self.rest.len());
        self.html
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(self.rest.floor_char_boundary(length));
        self.rest = rest;
        taken
    }
}

/// Bytes at the beginning that are all of one kind.
pub(super) fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Bytes up to the end of the line, without it.
pub(super) fn line(text: &str) -> usize {
    run(text, |c| c != '\n')
}

/// Bytes of a quoted text that begins here, both quotes included. It ends at the line's end when it is never closed, unless it may hold
/// lines.
pub(super) fn quoted(text: &str, escapes: bool, may_hold_lines: bool) -> usize {
    let Some(quote) = text.chars().next() else { return 0 };
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == quote {
            return at + c.len_utf8();
        } else if c == '\\' && escapes {
            escaped = true;
        }
        if c == '\n' && !may_hold_lines {
            return at;
        }
    }
    text.len()
}

/// Bytes of a number that begins here; 0 when none does.
pub(super) fn number(text: &str) -> usize {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let mut before = ' ';
    let length = run_with(unsigned, |c| {
        let belongs = c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E') || (matches!(c, '+' | '-') && matches!(before, 'e' | 'E'));
        before = c;
        belongs
    });
    text.len() - unsigned.len() + length
}

fn run_with(text: &str, mut belongs: impl FnMut(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Bytes of a word of letters, digits and `_` that begins with a letter or `_`; 0 when none does.
pub(super) fn word(text: &str) -> usize {
    if text.starts_with(|c: char| c.is_alphabetic() || c == '_') { run(text, |c| c.is_alphanumeric() || c == '_') } else { 0 }
}
