use unicode_width::UnicodeWidthStr;

/// How words are drawn. Meaning never depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Strong,
    Emphasis,
    Code,
    Dim,
    Good,
    Warning,
    Bad,
}

/// Words of one ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) ink: Ink,
    pub(crate) text: String,
}

/// One line, or words that are yet to be wrapped into lines.
pub(crate) type Line = Vec<Span>;

impl Span {
    pub(crate) fn new(ink: Ink, text: impl Into<String>) -> Self {
        Self { ink, text: text.into() }
    }

    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::new(Ink::Plain, text)
    }
}

/// A sentence in which backticks mark code and double asterisks strong words. The backticks stay, so that code shows without colour.
pub(crate) fn words(sentence: &str) -> Line {
    let mut line = Line::new();
    for (at, part) in sentence.split('`').enumerate() {
        if at % 2 == 1 {
            line.push(Span::new(Ink::Code, format!("`{part}`")));
            continue;
        }
        for (at, part) in part.split("**").enumerate() {
            if !part.is_empty() {
                line.push(Span::new(if at % 2 == 1 { Ink::Strong } else { Ink::Plain }, part));
            }
        }
    }
    line
}

/// Columns a line takes.
pub(crate) fn width(line: &[Span]) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// A line as it is written.
pub(crate) fn painted(line: &[Span], colour: bool) -> String {
    let mut text = String::new();
    for span in line {
        match style(span.ink).filter(|_| colour && !span.text.trim().is_empty()) {
            Some(style) => {
                text.push_str(style);
                text.push_str(&span.text);
                text.push_str("\u{1b}[0m");
            }
            None => text.push_str(&span.text),
        }
    }
    text.truncate(text.trim_end_matches(' ').len());
    text
}

fn style(ink: Ink) -> Option<&'static str> {
    match ink {
        Ink::Plain => None,
        Ink::Strong => Some("\u{1b}[1m"),
        Ink::Emphasis => Some("\u{1b}[3m"),
        Ink::Code => Some("\u{1b}[36m"),
        Ink::Dim => Some("\u{1b}[2m"),
        Ink::Good => Some("\u{1b}[32m"),
        Ink::Warning => Some("\u{1b}[33m"),
        Ink::Bad => Some("\u{1b}[31m"),
    }
}

/// Columns the longest word takes.
pub(crate) fn longest_word(line: &[Span]) -> usize {
    let word = |token| match token {
        Token::Word(word) => width(&word),
        Token::Break => 0,
    };
    tokens(line).into_iter().map(word).max().unwrap_or(0)
}

/// Words wrapped to a width. A newline ends a line, no-break spaces do not, and a word longer than a line is broken.
pub(crate) fn wrap(line: &[Span], columns: usize) -> Vec<Line> {
    let columns = columns.max(1);
    let breaks = line.iter().any(|span| span.text.contains('\n'));
    if !breaks && width(line) <= columns {
        return vec![line.to_vec()];
    }
    let mut lines = vec![Line::new()];
    let mut used = 0;
    for token in tokens(line) {
        match token {
            Token::Break => {
                lines.push(Line::new());
                used = 0;
            }
            Token::Word(word) => {
                let space = usize::from(used > 0);
                if used > 0 && used + space + width(&word) > columns {
                    lines.push(Line::new());
                    used = 0;
                }
                for piece in pieces(word, columns) {
                    if used + width(&piece) > columns {
                        lines.push(Line::new());
                        used = 0;
                    }
                    let current = lines.last_mut().expect("it begins with one line");
                    if used > 0 {
                        let ink = piece.first().map(|span| span.ink);
                        match current.last_mut().filter(|last| Some(last.ink) == ink) {
                            Some(last) => last.text.push(' '),
                            None => current.push(Span::plain(" ")),
                        }
                        used += 1;
                    }
                    used += width(&piece);
                    current.extend(piece);
                }
            }
        }
    }
    lines
}

enum Token {
    Word(Line),
    Break,
}

/// Words that belong together although their ink changes, as in "`code`,", stay one word.
fn tokens(line: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = Line::new();
    let end = |word: &mut Line, tokens: &mut Vec<Token>| {
        if !word.is_empty() {
            tokens.push(Token::Word(std::mem::take(word)));
        }
    };
    for span in line {
        for letter in span.text.chars() {
            match letter {
                ' ' | '\t' => end(&mut word, &mut tokens),
                '\n' => {
                    end(&mut word, &mut tokens);
                    tokens.push(Token::Break);
                }
                letter => match word.last_mut() {
                    Some(last) if last.ink == span.ink => last.text.push(letter),
                    _ => word.push(Span::new(span.ink, letter)),
                },
            }
        }
    }
    end(&mut word, &mut tokens);
    tokens
}

fn pieces(word: Line, columns: usize) -> Vec<Line> {
    if width(&word) <= columns {
        return vec![word];
    }
    let mut pieces = vec![Line::new()];
    let mut used = 0;
    for span in word {
        for letter in span.text.chars() {
            let text = letter.to_string();
            if used + text.width() > columns && used > 0 {
                pieces.push(Line::new());
                used = 0;
            }
            used += text.width();
            let piece = pieces.last_mut().expect("it begins with one piece");
            match piece.last_mut() {
                Some(last) if last.ink == span.ink => last.text.push(letter),
                _ => piece.push(Span::new(span.ink, text)),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, columns: usize) -> Vec<String> {
        wrap(&words(text), columns).iter().map(|line| painted(line, false)).collect()
    }

    #[test]
    fn words_are_wrapped_and_nothing_is_lost() {
        for (text, columns, lines) in [
            ("one two three", 20, vec!["one two three"]),
            ("one two three", 7, vec!["one two", "three"]),
            ("one\ntwo three", 20, vec!["one", "two three"]),
            ("a `b`, c", 4, vec!["a", "`b`,", "c"]),
            ("6\u{202f}h 30\u{202f}min", 7, vec!["6\u{202f}h", "30\u{202f}min"]),
            ("abcdefgh", 3, vec!["abc", "def", "gh"]),
            ("", 3, vec![""]),
        ] {
            assert_eq!(wrapped(text, columns), lines, "{text:?} at {columns}");
        }
    }

    #[test]
    fn colour_only_adds_styling() {
        let line = words("see `x` and **y**");
        assert_eq!(painted(&line, false), "see `x` and y");
        assert_eq!(painted(&line, true), "see \u{1b}[36m`x`\u{1b}[0m and \u{1b}[1my\u{1b}[0m");
    }
}
