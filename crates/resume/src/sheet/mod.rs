//! What stands on paper, line by line: one arrangement for the PDF, the page and the plain text, so that all three say the same.

mod clean;

pub(crate) use clean::{clean, paragraphs};

use crate::content::{Basics, Content, Entry, Profile, Section, SectionKind, Written};
use serde::Serialize;

/// A résumé, ready to be set. All texts are clean: one line each, composed characters, nothing invisible.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Sheet {
    pub(crate) name: Option<String>,
    pub(crate) label: Option<String>,
    /// Mail, telephone, place: one line.
    pub(crate) contact: Vec<Item>,
    /// Pages: the next line.
    pub(crate) links: Vec<Item>,
    pub(crate) summary: Vec<String>,
    pub(crate) sections: Vec<SheetSection>,
}

/// A piece of text that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Item {
    pub(crate) text: String,
    /// Where it leads: `https`, `http`, `mailto` or `tel`, and nothing else.
    pub(crate) target: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct SheetSection {
    #[serde(skip)]
    pub(crate) kind: SectionKind,
    pub(crate) heading: &'static str,
    /// Blocks with a head: jobs, schools, projects.
    pub(crate) blocks: Vec<Block>,
    /// Short lines: skills, languages.
    pub(crate) lines: Vec<Line>,
}

/// One job, project or school. The head is title, then who and where, then when: the order that those who read résumés by program expect.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Block {
    /// Which entry of its section it is, counted from 0.
    #[serde(skip)]
    pub(crate) entry: usize,
    pub(crate) title: Option<String>,
    pub(crate) by: Option<String>,
    pub(crate) dates: Option<String>,
    pub(crate) link: Option<Item>,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) bullets: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Line {
    pub(crate) label: Option<String>,
    pub(crate) text: String,
}

/// Arranges a résumé.
pub(crate) fn sheet(content: &Content) -> Sheet {
    let basics = &content.basics;
    let sections = content.sections.iter().map(section);
    Sheet {
        name: text(basics.name.as_ref()),
        label: text(basics.label.as_ref()),
        contact: contact(basics),
        links: links(basics),
        summary: basics.summary.as_ref().map_or_else(Vec::new, |summary| paragraphs(&summary.text)),
        sections: sections.filter(|section| !section.blocks.is_empty() || !section.lines.is_empty()).collect(),
    }
}

/// A longer address is text and no link: browsers cut it, and a PDF may not hold it.
const LONGEST_TARGET: usize = 2_000;

/// What a person sees of an address: without the scheme and a slash at the end.
pub(crate) fn shown_address(address: &str) -> String {
    let address = clean(address);
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(&address);
    bare.strip_suffix('/').unwrap_or(bare).to_owned()
}

fn contact(basics: &Basics) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some(email) = text(basics.email.as_ref()) {
        items.push(Item { target: Some(format!("mailto:{email}")), text: email });
    }
    if let Some(phone) = text(basics.phone.as_ref()) {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        items.push(Item { target: (!number.is_empty()).then(|| format!("tel:{number}")), text: phone });
    }
    if let Some(place) = basics.place() {
        items.push(Item { text: clean(&place), target: None });
    }
    items.retain(|item| !item.text.is_empty());
    for item in &mut items {
        item.target.take_if(|target| target.len() > LONGEST_TARGET);
    }
    items
}

fn links(basics: &Basics) -> Vec<Item> {
    let mut items = Vec::from_iter(basics.url.as_ref().map(address));
    items.extend(basics.profiles.iter().filter_map(profile_item));
    items.retain(|item| !item.text.is_empty());
    items
}

/// The address of a profile; without one, the network and the name there.
pub(crate) fn profile_item(profile: &Profile) -> Option<Item> {
    let named = || {
        let username = text(profile.username.as_ref())?;
        let network = text(profile.network.as_ref());
        Some(Item { text: network.map_or_else(|| username.clone(), |network| format!("{network}: {username}")), target: None })
    };
    profile.url.as_ref().map(address).or_else(named)
}

fn address(written: &Written) -> Item {
    let target = clean(&written.text);
    let web = (target.starts_with("https://") || target.starts_with("http://")) && target.len() <= LONGEST_TARGET;
    Item { text: shown_address(&written.text), target: web.then_some(target) }
}

fn section(section: &Section) -> SheetSection {
    let (kind, entries) = (section.kind, &section.entries);
    let of_lines = |lines: Vec<Line>| SheetSection { kind, heading: kind.heading(), blocks: Vec::new(), lines };
    match kind {
        SectionKind::Skills => of_lines(entries.iter().map(skill).filter(|line| line.label.is_some() || !line.text.is_empty()).collect()),
        SectionKind::Languages | SectionKind::Interests => {
            let text = entries.iter().map(short).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            of_lines(Vec::from_iter((!text.is_empty()).then_some(Line { label: None, text })))
        }
        _ => {
            let blocks = entries.iter().enumerate().map(|(at, entry)| (at, block(kind, entry)));
            let printed = blocks.filter(|(_, block)| *block != Block::default()).map(|(entry, block)| Block { entry, ..block });
            SheetSection { kind, heading: kind.heading(), blocks: printed.collect(), lines: Vec::new() }
        }
    }
}

/// `SQL (advanced): window functions, query plans`.
fn skill(entry: &Entry) -> Line {
    let keywords = joined(&entry.keywords);
    let label = with_detail(entry);
    match (label.is_empty(), keywords.is_empty()) {
        (false, false) => Line { label: Some(label), text: keywords },
        (true, _) => Line { label: None, text: keywords },
        (false, true) => Line { label: None, text: label },
    }
}

/// `Kannada (native)`; `Chess: openings, endgames`.
fn short(entry: &Entry) -> String {
    let (name, keywords) = (with_detail(entry), joined(&entry.keywords));
    match (name.is_empty(), keywords.is_empty()) {
        (false, false) => format!("{name}: {keywords}"),
        _ => name + &keywords,
    }
}

fn with_detail(entry: &Entry) -> String {
    match (text(entry.title.as_ref()), text(entry.detail.as_ref())) {
        (Some(title), Some(detail)) => format!("{title} ({detail})"),
        (title, detail) => title.or(detail).unwrap_or_default(),
    }
}

/// Whether the detail of an entry is printed: of a project it is its kind, for programs only.
pub(crate) fn shows_detail(kind: SectionKind) -> bool {
    kind != SectionKind::Projects
}

/// Whether the address of an entry is printed. An employer's own is known to whoever wants it; a project's or a publication's is what it is
/// about.
pub(crate) fn shows_link(kind: SectionKind) -> bool {
    !matches!(kind, SectionKind::Work | SectionKind::Volunteer | SectionKind::Education)
}

fn block(kind: SectionKind, entry: &Entry) -> Block {
    let mut prose: Vec<String> = Vec::new();
    if shows_detail(kind) {
        prose.extend(text(entry.detail.as_ref()));
    }
    prose.extend(entry.summary.iter().flat_map(|summary| paragraphs(&summary.text)));
    prose.extend(text(entry.score.as_ref()).map(|score| format!("Grade: {score}")));
    if !entry.keywords.is_empty() {
        let what = if kind == SectionKind::Education { "Courses" } else { "Keywords" };
        prose.push(format!("{what}: {}", joined(&entry.keywords)));
    }
    Block {
        entry: 0,
        title: title(entry),
        by: by(entry),
        dates: entry.period().map(|period| period.to_string()),
        link: entry.link.as_ref().filter(|_| shows_link(kind)).map(address),
        paragraphs: prose,
        bullets: entry.bullets.iter().map(|bullet| clean(&bullet.written.text)).filter(|text| !text.is_empty()).collect(),
    }
}

/// The title; of a school what was studied: `BTech, Computer Science`.
fn title(entry: &Entry) -> Option<String> {
    all([text(entry.title.as_ref()), text(entry.area.as_ref())])
}

/// Roles in it, who it was with, and where.
fn by(entry: &Entry) -> Option<String> {
    let roles = joined(&entry.roles);
    all([Some(roles).filter(|roles| !roles.is_empty()), text(entry.organisation.as_ref()), text(entry.place.as_ref())])
}

fn all<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

pub(crate) fn joined(list: &[Written]) -> String {
    list.iter().map(|written| clean(&written.text)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(crate) fn text(written: Option<&Written>) -> Option<String> {
    written.map(|written| clean(&written.text)).filter(|text| !text.is_empty())
}
