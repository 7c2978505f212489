//! The owner's Markdown as HTML that holds nothing but our own tags.

mod headings;
mod text;

pub(crate) use headings::Heading;
pub(crate) use text::{beginning, shortened};

use crate::address::outward;
use crate::code::{self, Language};
use crate::html::escape;
use footbridge_prose::without_front_matter;
use headings::Headings;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// A text as HTML.
pub(crate) struct Rendered {
    pub(crate) html: String,
    /// Its headings in order, for a table of contents.
    pub(crate) headings: Vec<Heading>,
}

/// Where a text stands.
pub(crate) struct Frame<'a> {
    /// Level of the highest heading in it. The others follow without a gap, whatever was written.
    pub(crate) top: u8,
    /// The page's own title: a first heading that only repeats it is left out.
    pub(crate) title: &'a str,
    /// Ids that the page has already.
    pub(crate) taken: &'a [&'a str],
    /// Where an address inside the site leads from here; `None` when it leads nowhere.
    pub(crate) inside: &'a dyn Fn(&str) -> Option<String>,
}

/// What looks like HTML is shown as text. A link is kept when it leads out over http, https or mailto, to a page of this site, or to a
/// heading of the same text; other links become their words, and images, which this site does not carry, become links or words.
pub(crate) fn render(markdown: &str, frame: &Frame<'_>) -> Rendered {
    let events: Vec<Event<'_>> = Parser::new_ext(without_front_matter(markdown), options()).collect();
    let headings = Headings::of(&events, frame);
    let mut writer = Writer {
        frame,
        headings: &headings,
        heading: 0,
        in_heading: false,
        kept: Vec::new(),
        code: None,
        tables: 0,
        alignments: Vec::new(),
        in_head: false,
        column: 0,
        written: Vec::new(),
    };
    for event in events.into_iter().skip(headings.skipped) {
        writer.take(event);
    }
    let mut rendered = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut rendered, writer.written.into_iter());
    Rendered { html: rendered, headings: headings.all }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_DEFINITION_LIST
}

struct Writer<'a, 'f> {
    frame: &'f Frame<'f>,
    headings: &'f Headings,
    /// Headings that are closed already.
    heading: usize,
    in_heading: bool,
    /// For each open link, whether it stays one.
    kept: Vec<bool>,
    /// The code block that is being read.
    code: Option<(Option<Language>, String)>,
    /// Tables seen so far.
    tables: usize,
    /// How the columns of the table that is being read are aligned.
    alignments: Vec<Alignment>,
    in_head: bool,
    /// Cells of the row that are begun.
    column: usize,
    written: Vec<Event<'a>>,
}

impl<'a> Writer<'a, '_> {
    fn take(&mut self, event: Event<'a>) {
        if let Some((_, code)) = &mut self.code {
            match event {
                Event::Text(text) | Event::Html(text) => code.push_str(&text),
                Event::End(TagEnd::CodeBlock) => self.end_code(),
                _ => {}
            }
            return;
        }
        match event {
            Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => self.written.push(Event::Text(printable(text))),
            Event::Code(text) => self.written.push(Event::Code(printable(text))),
            // Their text events follow as for any other block; a paragraph keeps them apart from their neighbours.
            Event::Start(Tag::HtmlBlock) => self.written.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => self.written.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::CodeBlock(kind)) => self.code = Some((language(&kind), String::new())),
            Event::Start(Tag::Heading { .. }) => self.start_heading(),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => self.start_link(&dest_url),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.kept.pop().unwrap_or(false) {
                    self.html("</a>".to_owned());
                }
            }
            Event::Start(Tag::Table(alignments)) => self.start_table(alignments),
            Event::End(TagEnd::Table) => {
                self.written.push(Event::End(TagEnd::Table));
                self.html("</div>\n".to_owned());
            }
            Event::Start(Tag::TableCell) => self.start_cell(),
            Event::End(TagEnd::TableCell) => self.html(if self.in_head { "</th>" } else { "</td>" }.to_owned()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.in_head = matches!(event, Event::Start(Tag::TableHead));
                self.column = 0;
                self.written.push(event);
            }
            other => self.written.push(other),
        }
    }

    fn html(&mut self, html: String) {
        self.written.push(Event::InlineHtml(CowStr::from(html)));
    }

    fn end_code(&mut self) {
        if let Some((language, code)) = self.code.take() {
            self.html(code::block(language, &code));
        }
    }

    fn start_heading(&mut self) {
        self.in_heading = true;
        if let Some(heading) = self.headings.all.get(self.heading) {
            let tag = format!("<h{} id=\"{}\"><a class=\"own\" href=\"#{}\">", heading.level, heading.id, heading.id);
            self.html(tag);
        }
    }

    fn end_heading(&mut self) {
        if let Some(heading) = self.headings.all.get(self.heading) {
            self.html(format!("</a></h{}>\n", heading.level));
        }
        self.heading += 1;
        self.in_heading = false;
    }

    fn start_link(&mut self, address: &str) {
        // A heading is a link to itself, and a link cannot stand inside a link.
        let free = !self.in_heading && !self.kept.contains(&true);
        let target = if free { self.target(address) } else { None };
        self.kept.push(target.is_some());
        if let Some(target) = target {
            self.html(format!("<a href=\"{}\">", escape(&target)));
        }
    }

    fn target(&self, address: &str) -> Option<String> {
        if let Some(address) = outward(address) {
            return Some(address.to_owned());
        }
        match address.strip_prefix('#') {
            Some(place) => self.headings.all.iter().any(|heading| heading.id == place).then(|| address.to_owned()),
            None => (self.frame.inside)(address),
        }
    }

    fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        self.html(format!("<div class=\"scroll\" role=\"region\" aria-label=\"Table {}\" tabindex=\"0\">", self.tables));
        self.written.push(Event::Start(Tag::Table(Vec::new())));
        self.alignments = alignments;
    }

    /// The pages allow no styles but the stylesheet's, so a class says how a cell is aligned.
    fn start_cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"number\"",
            Some(Alignment::Center) => " class=\"middle\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.column += 1;
        self.html(if self.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") });
    }
}

fn language(kind: &CodeBlockKind<'_>) -> Option<Language> {
    match kind {
        CodeBlockKind::Fenced(info) => Language::named(info.split([' ', ',', '{']).next().unwrap_or_default()),
        CodeBlockKind::Indented => None,
    }
}

fn printable(text: CowStr<'_>) -> CowStr<'_> {
    let bad = |c: char| c.is_control() && c != '\n' && c != '\t';
    if text.contains(bad) { CowStr::from(text.replace(bad, "\u{fffd}")) } else { text }
}

/// Markdown as HTML that holds nothing but our own tags, for a page that is not of the site. Links inside a site become their words.
pub fn fragment(markdown: &str) -> String {
    render(markdown, &Frame { top: 3, title: "", taken: &[], inside: &|_| None }).html
}
