//! Writing SVG: shapes, escaped text, and the frame around it all.
//!
//! Colours are attributes, not styles, so that the picture survives pages that forbid styles and programs that know none: text and lines
//! take `currentColor`, marks have colours that can be told from white and from black paper.

use super::WIDTH;
use super::description::Description;
use std::fmt::Write as _;

pub(super) struct Canvas {
    body: String,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) size: i32,
    pub(super) is_bold: bool,
    pub(super) is_muted: bool,
}

impl Look {
    pub(super) const fn plain(size: i32) -> Self {
        Self { size, is_bold: false, is_muted: false }
    }

    pub(super) const fn bold(size: i32) -> Self {
        Self { size, is_bold: true, is_muted: false }
    }

    pub(super) const fn muted(size: i32) -> Self {
        Self { size, is_bold: false, is_muted: true }
    }
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    End,
}

const FONTS: &str = "Inter Variable, Inter, system-ui, Segoe UI, Helvetica, Arial, sans-serif";

impl Canvas {
    pub(super) fn new() -> Self {
        Self { body: String::with_capacity(32 * 1024) }
    }

    /// An element that is written out by whoever calls. Numbers and names only: text goes through [`Self::text`].
    pub(super) fn element(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    pub(super) fn text(&mut self, (x, y): (i32, i32), text: &str, look: Look, anchor: Anchor) {
        let weight = if look.is_bold { " font-weight=\"600\"" } else { "" };
        let muted = if look.is_muted { " fill-opacity=\".72\"" } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::End => " text-anchor=\"end\"",
        };
        let size = look.size;
        writeln!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{muted}{anchor}>{}</text>", escaped(text))
            .expect("text grows");
    }

    /// Opens a group that a pointer can ask for its whole text.
    pub(super) fn open_group(&mut self, title: &str) {
        writeln!(self.body, "<g><title>{}</title>", escaped(title)).expect("text grows");
    }

    pub(super) fn close_group(&mut self) {
        self.element("</g>");
    }

    /// The whole picture.
    pub(super) fn finish(self, height: i32, description: &Description) -> String {
        let body = self.body;
        let id = format!("roadmap-{:08x}", fingerprint(&body));
        let (title, told) = (escaped(&description.title), escaped(&description.text));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-told\" font-family=\"{FONTS}\" fill=\"currentColor\" class=\"roadmap-file\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-told\">{told}</desc>\n<style>\n{STYLE}</style>\n{body}</svg>\n"
        )
    }
}

/// Programs that know no variables take the first of two values.
const STYLE: &str = ".roadmap-file { color: #1d1b18; color: var(--ink, #1d1b18); color-scheme: light dark; max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { .roadmap-file { color: #efebe3; color: var(--ink, #efebe3); } }
";

/// Text as it may stand in XML, attributes included. Characters that XML does not know at all are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' | '\r' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// FNV-1a: two pictures on one page need ids of their own, and the same picture always the same.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
