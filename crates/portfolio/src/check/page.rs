use super::resources;
use footbridge_diagnostic::Diagnostic;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::collections::BTreeMap;
use std::ops::Range;

/// What matters of a page.
#[derive(Default)]
pub(super) struct Read {
    /// Every id with its first place.
    pub(super) ids: BTreeMap<String, Range<usize>>,
    pub(super) links: Vec<Link>,
    twice: Vec<(String, Range<usize>)>,
    headings: Vec<(u8, Range<usize>)>,
    pub(super) title: String,
    description: bool,
    faults: Vec<Diagnostic>,
}

/// An address that the page names, whether to go there or to show what is there.
pub(super) struct Link {
    pub(super) address: String,
    pub(super) span: Range<usize>,
}

impl Link {
    pub(super) fn leads_out(&self) -> bool {
        resources::has_scheme(&self.address)
    }
}

/// A start tag with its attributes.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String, Range<usize>)>,
    pub(super) span: Range<usize>,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _, _)| own == name).map(|(_, value, _)| value.as_str())
    }
}

/// Reads a page as a browser's tokenizer does. Whatever the bytes are, there is a result.
pub(super) fn read(html: &str) -> Read {
    let mut read = Read::default();
    let mut open: Option<Element> = None;
    let mut inside = String::new();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                open = Some(Element { name: words(name), attributes: Vec::new(), span: span.start..span.end });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(element) = &mut open {
                    element.attributes.push((words(name), String::new(), span.start..span.end));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, own, place)) = open.as_mut().and_then(|element| element.attributes.last_mut()) {
                    *own = words(value);
                    *place = span.start..span.end;
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(element) = open.take() {
                    inside.clone_from(&element.name);
                    read.element(&element);
                }
            }
            CallbackEvent::EndTag { .. } => {
                open = None;
                inside.clear();
            }
            CallbackEvent::String { value } => read.words(&inside, &words(value), span.start),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).for_each(drop);
    read
}

impl Read {
    fn words(&mut self, inside: &str, words: &str, at: usize) {
        match inside {
            "title" => self.title.push_str(words),
            "style" => resources::style("", words, at, &mut self.faults),
            _ => {}
        }
    }

    fn element(&mut self, element: &Element) {
        for (name, value, span) in &element.attributes {
            match name.as_str() {
                "id" if self.ids.contains_key(value) => self.twice.push((value.clone(), span.clone())),
                "id" => drop(self.ids.insert(value.clone(), span.clone())),
                "href" | "src" => self.links.push(Link { address: value.clone(), span: span.clone() }),
                _ => {}
            }
        }
        let level = element.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()).filter(|level| (1..=6).contains(level));
        self.headings.extend(level.map(|level| (level, element.span.clone())));
        if element.name == "meta" && element.attribute("name") == Some("description") {
            self.description |= element.attribute("content").is_some_and(|content| !content.trim().is_empty());
        }
        if element.name == "img" && element.attribute("alt").is_none_or(|alt| alt.trim().is_empty()) {
            self.faults.push(
                Diagnostic::error("site-image-alt", "The image does not say what it shows.")
                    .at("", element.span.clone())
                    .help("Give it an `alt` of one sentence."),
            );
        }
        resources::of_element(element, &mut self.faults);
    }

    /// What is wrong on the page by itself.
    pub(super) fn findings(&self, path: &str) -> Vec<Diagnostic> {
        let mut findings: Vec<Diagnostic> = self.faults.clone();
        for (id, span) in &self.twice {
            let message = format!("The id `{id}` stands on the page twice; a link to it leads to the first.");
            findings.push(Diagnostic::error("site-id-twice", message).at("", span.clone()));
        }
        let mut above = 0;
        for (level, span) in &self.headings {
            if *level > above + 1 {
                let message = format!("A heading of level {level} follows one of level {above}; a level is left out.");
                findings.push(Diagnostic::warning("site-heading-skipped", message).at("", span.clone()));
            }
            above = *level;
        }
        let titles = self.headings.iter().filter(|(level, _)| *level == 1).count();
        if titles != 1 {
            findings.push(
                Diagnostic::warning("site-heading-first", format!("The page has {titles} headings of level 1 instead of one."))
                    .at("", 0..0),
            );
        }
        if self.title.trim().is_empty() {
            findings.push(Diagnostic::warning("site-title", "The page has no title.").at("", 0..0));
        }
        if !self.description {
            findings.push(
                Diagnostic::warning("site-description", "The page does not describe itself.")
                    .at("", 0..0)
                    .note("Search engines and previews show the description."),
            );
        }
        for place in findings.iter_mut().filter_map(|finding| finding.place.as_mut()) {
            path.clone_into(&mut place.file);
        }
        findings
    }
}
