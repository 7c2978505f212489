use footbridge_verdict::ExerciseId;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeSet;

/// Markdown as HTML for a page in `evidence/`, below a heading of level 2.
///
/// What looks like HTML is shown as text. A link is kept when it leads out over http, https or mailto, or to a page of this site; other
/// links become their words, and images, which this site does not carry, become links or words.
pub(crate) fn to_html(markdown: &str, ids: &BTreeSet<&ExerciseId>) -> String {
    let mut kept: Vec<bool> = Vec::new();
    let events = Parser::new_ext(without_front_matter(markdown), Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
        .filter_map(|event| safe(event, &mut kept, ids));
    let mut rendered = String::new();
    html::push_html(&mut rendered, events);
    // What scrolls must be reachable by keyboard. All text is escaped by now, so this meets only our own tags.
    rendered.replace("<pre>", "<pre tabindex=\"0\">")
}

fn safe<'a>(event: Event<'a>, kept: &mut Vec<bool>, ids: &BTreeSet<&ExerciseId>) -> Option<Event<'a>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => Some(Event::Text(printable(text))),
        Event::Code(text) => Some(Event::Code(printable(text))),
        // Their text events follow as for any other block; a paragraph keeps them apart from their neighbours.
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Heading { level, .. }) => {
            Some(Event::Start(Tag::Heading { level: below_section(level), id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below_section(level)))),
        Event::Start(Tag::CodeBlock(_)) => Some(Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented))),
        Event::Start(Tag::Link { link_type, dest_url, id, .. } | Tag::Image { link_type, dest_url, id, .. }) => {
            let may_stay = may_stay(&dest_url, ids);
            kept.push(may_stay);
            may_stay.then_some(Event::Start(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id }))
        }
        Event::End(TagEnd::Link | TagEnd::Image) => kept.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
        other => Some(other),
    }
}

fn printable(text: CowStr<'_>) -> CowStr<'_> {
    let bad = |c: char| c.is_control() && c != '\n' && c != '\t';
    if text.contains(bad) { CowStr::from(text.replace(bad, "\u{fffd}")) } else { text }
}

/// Two levels down: the page has a title and a section heading above.
fn below_section(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

fn may_stay(address: &str, ids: &BTreeSet<&ExerciseId>) -> bool {
    // A list of what may stay, not of what may not: an address spelt to trick a browser into another scheme is on no such list.
    let lower = address.trim_start().to_ascii_lowercase();
    if ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return true;
    }
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let path = path.strip_prefix("./").unwrap_or(path);
    path == "../index.html" || path.strip_suffix(".html").is_some_and(|name| ids.iter().any(|id| id.as_str() == name))
}

/// The text after front matter between `---` or `+++` lines at its very start.
fn without_front_matter(markdown: &str) -> &str {
    let mut lines = markdown.split_inclusive('\n');
    let Some(first) = lines.next() else { return markdown };
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return markdown;
    }
    let mut length = first.len();
    for line in lines {
        length += line.len();
        if line.trim_end() == fence {
            return &markdown[length..];
        }
    }
    markdown
}
