//! Wiki markup of Confluence.

use super::{Losses, is_comment, is_line_break};
use crate::markdown;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

/// Characters that begin markup wherever they stand.
const ALWAYS: [char; 9] = ['{', '}', '[', ']', '|', '*', '_', '\\', '^'];

/// Characters that begin markup where a word begins behind them.
const BEFORE_A_WORD: [char; 5] = ['-', '+', '~', '!', '?'];

/// Characters that begin a list, a heading's number or a table at the beginning of a line.
const AT_LINE_START: [char; 3] = ['#', '-', '+'];

/// Emoticons, of which Confluence makes pictures.
const EMOTICONS: [&str; 18] =
    ["(y)", "(n)", "(i)", "(/)", "(x)", "(!)", "(+)", "(-)", "(?)", "(on)", "(off)", ":)", ":(", ":P", ":D", ";)", "<3", "</3"];

pub(super) fn write(markdown: &str) -> (String, Losses) {
    let mut writer = Writer::default();
    let mut events = markdown::events(markdown).peekable();
    while let Some(event) = events.next() {
        // Whether the letter behind a closing mark joins it to a word is seen only in the next event.
        let glued = matches!(events.peek(), Some(Event::Text(text)) if text.starts_with(char::is_alphanumeric));
        writer.take(event, glued);
    }
    (format!("{}\n", writer.text.trim()), writer.losses)
}

#[derive(Default)]
struct Writer {
    text: String,
    losses: Losses,
    /// The marks of the open lists, such as `*#`.
    lists: String,
    /// The language and the text of the open code block.
    code: Option<(String, String)>,
    /// Addresses of the open links.
    links: Vec<String>,
    /// Whether the open emphasis stands inside a word and needs braces.
    braces: Vec<bool>,
    image: Option<String>,
    in_head: bool,
    in_cell: bool,
    quotes: Vec<&'static str>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>, glued: bool) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag, glued),
            Event::Text(text) => self.words(&text),
            Event::Code(text) => {
                let escaped = escape(&text, false);
                self.text.push_str(&format!("{{{{{escaped}}}}}"));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.losses.html += usize::from(!is_comment(&html) && !is_line_break(&html));
                if is_line_break(&html) {
                    self.line_break();
                }
            }
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.line_break(),
            Event::Rule => {
                self.break_to("\n\n");
                self.text.push_str("----\n\n");
            }
            Event::TaskListMarker(is_done) => self.text.push_str(if is_done { "(/) " } else { "" }),
            _ => {}
        }
    }

    fn line_break(&mut self) {
        self.text.push_str(if self.in_cell { " \\\\ " } else { "\\\\\n" });
    }

    fn words(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
            return;
        }
        if self.image.is_some() {
            return;
        }
        let at_line_start = self.text.is_empty() || self.text.ends_with('\n');
        self.text.push_str(&escape(text, at_line_start));
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.break_to("\n\n");
                self.text.push_str(&format!("h{}. ", level as u8));
            }
            Tag::List(first) => {
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
                self.lists.push(if first.is_some() { '#' } else { '*' });
            }
            Tag::Item => {
                self.break_to(if self.text.ends_with("\n\n") { "\n\n" } else { "\n" });
                self.text.push_str(&format!("{} ", self.lists));
            }
            Tag::CodeBlock(kind) => {
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language_of(&language).to_owned(), String::new()));
            }
            Tag::BlockQuote(kind) => {
                self.break_to("\n\n");
                let name = macro_name(kind);
                self.quotes.push(name);
                self.text.push_str(&format!("{{{name}}}\n"));
            }
            Tag::Strong => self.open_mark('*'),
            Tag::Emphasis => self.open_mark('_'),
            Tag::Strikethrough => self.open_mark('-'),
            Tag::Link { dest_url, .. } => {
                self.links.push(dest_url.into_string());
                self.text.push('[');
            }
            Tag::Image { dest_url, .. } => self.image = Some(dest_url.into_string()),
            Tag::TableHead => self.in_head = true,
            Tag::Table(_) => self.break_to("\n\n"),
            Tag::TableCell => {
                self.text.push_str(if self.in_head { "||" } else { "|" });
                self.in_cell = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, glued: bool) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Table => self.break_to("\n\n"),
            TagEnd::Paragraph => self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" }),
            TagEnd::List(_) => {
                self.lists.pop();
                self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
            }
            TagEnd::Item => self.break_to("\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::BlockQuote(_) => {
                self.break_to("\n");
                let name = self.quotes.pop().unwrap_or("quote");
                self.text.push_str(&format!("{{{name}}}\n\n"));
            }
            TagEnd::Strong => self.close_mark('*', glued),
            TagEnd::Emphasis => self.close_mark('_', glued),
            TagEnd::Strikethrough => self.close_mark('-', glued),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => {
                let address = self.image.take().unwrap_or_default();
                self.text.push_str(&format!("!{}!", address_of(&address)));
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.text.push_str("||\n");
            }
            TagEnd::TableRow => self.text.push_str("|\n"),
            TagEnd::TableCell => {
                // A cell without anything would join its neighbours.
                if self.text.ends_with('|') {
                    self.text.push(' ');
                }
                self.in_cell = false;
            }
            _ => {}
        }
    }

    /// Inside a word a mark is only seen in braces.
    fn open_mark(&mut self, mark: char) {
        let inside_a_word = self.text.ends_with(char::is_alphanumeric);
        self.braces.push(inside_a_word);
        self.push_mark(mark, inside_a_word);
    }

    fn close_mark(&mut self, mark: char, glued: bool) {
        let opened_in_braces = self.braces.pop().unwrap_or_default();
        self.push_mark(mark, opened_in_braces || glued);
    }

    fn push_mark(&mut self, mark: char, in_braces: bool) {
        if in_braces {
            self.text.push_str(&format!("{{{mark}}}"));
        } else {
            self.text.push(mark);
        }
    }

    fn end_link(&mut self) {
        let address = self.links.pop().unwrap_or_default();
        let same = self.text.rfind('[').is_some_and(|at| unescaped(&self.text[at + 1..]) == address);
        if same {
            let at = self.text.rfind('[').unwrap_or(self.text.len());
            self.text.truncate(at + 1);
            self.text.push_str(&format!("{}]", address_of(&address)));
        } else {
            self.text.push_str(&format!("|{}]", address_of(&address)));
        }
    }

    /// Code that holds the end of its own macro is written with the other one.
    fn end_code(&mut self) {
        let Some((language, code)) = self.code.take() else { return };
        let code = code.trim_end_matches('\n');
        let (open, close) = if code.contains("{code") {
            ("{noformat}".to_owned(), "{noformat}")
        } else if language.is_empty() {
            ("{code}".to_owned(), "{code}")
        } else {
            (format!("{{code:{language}}}"), "{code}")
        };
        self.text.push_str(&format!("{open}\n{code}\n{close}"));
        self.break_to(if self.lists.is_empty() { "\n\n" } else { "\n" });
    }

    fn break_to(&mut self, gap: &str) {
        let kept = self.text.trim_end_matches([' ', '\n']).len();
        self.text.truncate(kept);
        if kept > 0 {
            self.text.push_str(gap);
        }
    }
}

/// The languages of the code macro; it shows an error for any other.
fn language_of(written: &str) -> &'static str {
    match written.to_lowercase().as_str() {
        "sh" | "shell" | "zsh" | "console" | "bash" => "bash",
        "js" | "javascript" | "ts" | "typescript" | "json" => "javascript",
        "py" | "python" => "python",
        "sql" => "sql",
        "xml" | "html" => "xml",
        "yaml" | "yml" => "yaml",
        "java" => "java",
        "rb" | "ruby" => "ruby",
        "php" => "php",
        "css" => "css",
        "cpp" | "c++" | "c" => "cpp",
        "c#" | "csharp" => "c#",
        "diff" => "diff",
        "groovy" => "groovy",
        "scala" => "scala",
        "powershell" => "powershell",
        _ => "",
    }
}

fn macro_name(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "quote",
        Some(BlockQuoteKind::Note) => "info",
        Some(BlockQuoteKind::Tip) => "tip",
        Some(BlockQuoteKind::Important) => "note",
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => "warning",
    }
}

/// What ends a link or begins another part of it is written as its code.
fn address_of(address: &str) -> String {
    let mut safe = String::new();
    for c in address.chars() {
        match c {
            '|' | '[' | ']' | '{' | '}' | '!' | ' ' | '\\' => safe.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_control() => {}
            _ => safe.push(c),
        }
    }
    safe
}

fn unescaped(text: &str) -> String {
    text.replace('\\', "")
}

/// Text in which nothing is markup.
fn escape(text: &str, at_line_start: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let begins_heading = at_line_start && ["h1.", "h2.", "h3.", "h4.", "h5.", "h6.", "bq."].iter().any(|mark| text.starts_with(mark));
    if begins_heading {
        // A space of no width, because a letter cannot be escaped.
        escaped.push('\u{200b}');
    }
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let opens_word =
            BEFORE_A_WORD.contains(&c) && before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_whitespace());
        let opens_line = at == 0 && at_line_start && AT_LINE_START.contains(&c);
        let emoticon = EMOTICONS.iter().any(|emoticon| text[at..].starts_with(emoticon));
        if ALWAYS.contains(&c) || opens_word || opens_line || emoticon {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_of_a_text_is_markup() {
        for (text, at_line_start, escaped) in [
            ("a {b} [c] d|e *f* _g_ h\\i", false, "a \\{b\\} \\[c\\] d\\|e \\*f\\* \\_g\\_ h\\\\i"),
            ("well-known, -5 and a - b", false, "well-known, \\-5 and a - b"),
            ("- a", true, "\\- a"),
            ("# a", true, "\\# a"),
            ("h1. a", true, "\u{200b}h1. a"),
            ("fine :) (x) what?? wow!", false, "fine \\:) \\(x) what?? wow!"),
            ("!x! ~y", false, "\\!x! \\~y"),
        ] {
            assert_eq!(escape(text, at_line_start), escaped, "{text:?}");
        }
    }
}
