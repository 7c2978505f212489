use super::Frame;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use std::collections::BTreeMap;

/// A heading of a text, as it stands on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// 2 to 6.
    pub(crate) level: u8,
    /// Where a link leads to it: letters, digits and hyphens.
    pub(crate) id: String,
    pub(crate) text: String,
}

pub(super) struct Headings {
    pub(super) all: Vec<Heading>,
    /// Events at the beginning that are the page's title once more.
    pub(super) skipped: usize,
}

impl Headings {
    pub(super) fn of(events: &[Event<'_>], frame: &Frame<'_>) -> Self {
        let mut written = written(events);
        let mut skipped = 0;
        if let (Some(first), Some(Event::Start(Tag::Heading { .. }))) = (written.first(), events.first())
            && same_words(&first.text, frame.title)
        {
            skipped = first.events;
            written.remove(0);
        }
        let highest = written.iter().map(|heading| heading.level).min().unwrap_or(1);
        let mut ids: BTreeMap<String, usize> = frame.taken.iter().map(|id| ((*id).to_owned(), 1)).collect();
        let mut above = frame.top.saturating_sub(1);
        let mut all = Vec::with_capacity(written.len());
        for heading in written {
            above = (frame.top + heading.level - highest).min(above + 1).min(6);
            all.push(Heading { level: above, id: free_id(&heading.text, &mut ids), text: heading.text });
        }
        Self { all, skipped }
    }
}

struct Written {
    level: u8,
    text: String,
    /// How many events it consists of.
    events: usize,
}

fn written(events: &[Event<'_>]) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::new();
    let mut open = false;
    for event in events {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            open = true;
            all.push(Written { level: number(*level), text: String::new(), events: 0 });
        }
        let Some(heading) = all.last_mut().filter(|_| open) else { continue };
        heading.events += 1;
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => heading.text.push_str(text),
            Event::SoftBreak | Event::HardBreak => heading.text.push(' '),
            Event::End(TagEnd::Heading(_)) => open = false,
            _ => {}
        }
    }
    all
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn same_words(a: &str, b: &str) -> bool {
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    words(a) == words(b)
}

/// Longest id made from a heading, in characters.
const LONGEST: usize = 60;

/// `taken` holds for each id how often it was wanted, so that a text of equal headings does not try every number again.
fn free_id(text: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut id = String::new();
    for c in text.chars().take(LONGEST) {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.is_empty() { "section" } else { id };
    loop {
        let wanted = taken.entry(id.to_owned()).or_insert(0);
        *wanted += 1;
        let free = if *wanted == 1 { id.to_owned() } else { format!("{id}-{wanted}") };
        if free == id || !taken.contains_key(&free) {
            taken.entry(free.clone()).or_insert(1);
            return free;
        }
    }
}
