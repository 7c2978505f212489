//! A résumé out of the text of a PDF, by somebody who has never seen its source: the rules that programs read résumés by.
//!
//! The name is the first block of lines. What follows up to the first known heading is how to reach the person. Below a heading, a block
//! after an empty line or at the top of a page begins an entry unless it begins with a bullet; the lines of an entry up to its dates are its
//! head.

use crate::date::Period;
use crate::schema::SECTIONS;
use crate::sheet::clean;

/// What was read.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parsed {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) mail: String,
    pub(super) phone: String,
    pub(super) place: String,
    /// What is left of the contact line.
    pub(super) links: Vec<Link>,
    /// Everything below the name and above the first section, joined.
    pub(super) below_name: String,
    pub(super) sections: Vec<ParsedSection>,
}

/// One line of an address, or a whole one.
#[derive(Debug, PartialEq)]
pub(super) struct Link {
    pub(super) text: String,
    /// How many letters it has without blanks.
    pub(super) letters: usize,
}

impl Link {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), letters: letters(text) }
    }
}

/// The letters of a text without its blanks.
pub(super) fn letters(text: &str) -> usize {
    clean(text).chars().filter(|letter| *letter != ' ').count()
}

#[derive(Debug, Default, PartialEq)]
pub(super) struct ParsedSection {
    pub(super) heading: String,
    pub(super) entries: Vec<ParsedEntry>,
    /// All its lines, joined.
    pub(super) text: String,
}

#[derive(Debug, Default, PartialEq)]
pub(super) struct ParsedEntry {
    /// The lines up to the dates; without dates, up to the first bullet.
    pub(super) head: Vec<String>,
    /// The lines up to the first bullet.
    pub(super) above_bullets: Vec<String>,
    pub(super) dates: Option<Period>,
    pub(super) bullets: Vec<String>,
}

struct Line<'a> {
    text: &'a str,
    /// After an empty line or at the top of a page.
    first: bool,
}

const BULLET: char = '•';

/// Reads the pages of a PDF's text.
pub(super) fn reparse(pages: &[String]) -> Parsed {
    let lines: Vec<Line<'_>> = pages.iter().flat_map(|page| lines(page)).collect();
    let is_heading = |line: &Line<'_>| line.first && SECTIONS.iter().any(|shape| shape.heading == line.text);
    let body = lines.iter().position(is_heading).unwrap_or(lines.len());
    let mut parsed = header(&lines[..body]);
    let mut rest = &lines[body..];
    while let [heading, after @ ..] = rest {
        let length = after.iter().position(is_heading).unwrap_or(after.len());
        parsed.sections.push(section(heading.text, &after[..length]));
        rest = &after[length..];
    }
    parsed
}

fn lines(page: &str) -> impl Iterator<Item = Line<'_>> {
    let mut first = true;
    page.lines().map(str::trim).filter_map(move |text| {
        if text.is_empty() {
            first = true;
            return None;
        }
        Some(Line { text, first: std::mem::take(&mut first) })
    })
}

fn header(lines: &[Line<'_>]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut blocks = blocks(lines).into_iter();
    parsed.name = blocks.next().unwrap_or_default().join(" ");
    parsed.below_name = blocks.clone().flatten().collect::<Vec<_>>().join(" ");
    let Some(mut block) = blocks.next() else { return parsed };
    if !items(&block).any(|item| is_mail(item) || is_phone(item)) {
        parsed.label = block.join(" ");
        block = blocks.next().unwrap_or_default();
    }
    for item in items(&block) {
        let field = match item {
            _ if is_mail(item) => &mut parsed.mail,
            _ if is_phone(item) => &mut parsed.phone,
            _ if is_place(item) => &mut parsed.place,
            _ => {
                parsed.links.push(Link::new(item));
                continue;
            }
        };
        if field.is_empty() {
            item.clone_into(field);
        } else {
            parsed.links.push(Link::new(item));
        }
    }
    parsed
}

/// Lines that stand together.
fn blocks<'a>(lines: &[Line<'a>]) -> Vec<Vec<&'a str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        match blocks.last_mut() {
            Some(block) if !line.first => block.push(line.text),
            _ => blocks.push(vec![line.text]),
        }
    }
    blocks
}

fn items<'a>(block: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let items = block.iter().flat_map(|line| line.split([BETWEEN, '|'])).map(str::trim);
    items.filter(|item| !item.is_empty()).collect::<Vec<_>>().into_iter()
}

/// The dot between contact details, and between who and when.
const BETWEEN: char = '·';

fn is_mail(item: &str) -> bool {
    let parts = item.split_once('@');
    parts.is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !item.contains([' ', '/', ':']))
}

fn is_phone(item: &str) -> bool {
    item.starts_with(|c: char| c.is_ascii_digit() || "+(".contains(c)) && item.chars().filter(char::is_ascii_digit).count() >= 7
}

fn is_place(item: &str) -> bool {
    let is_address = item.contains('.') && !item.contains(' ');
    !is_address && !item.contains(['@', ':'])
}

fn section(heading: &str, lines: &[Line<'_>]) -> ParsedSection {
    let mut entries = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let begins = |line: &Line<'_>| line.first && !line.text.starts_with(BULLET);
        let length = 1 + rest[1..].iter().position(begins).unwrap_or(rest.len() - 1);
        entries.push(entry(&rest[..length]));
        rest = &rest[length..];
    }
    ParsedSection { heading: heading.to_owned(), entries, text: joined(lines) }
}

fn entry(lines: &[Line<'_>]) -> ParsedEntry {
    let mut entry = ParsedEntry::default();
    let bullets = lines.iter().position(|line| line.text.starts_with(BULLET)).unwrap_or(lines.len());
    let (above, below) = lines.split_at(bullets);
    entry.above_bullets.extend(above.iter().map(|line| line.text.to_owned()));
    // The first line is what the entry is called, even when that is a year; it is a date only when nothing else is there.
    let dated = (1..above.len()).find(|at| dates_at_end(above[*at].text).is_some()).or_else(|| (above.len() == 1).then_some(0));
    match dated.and_then(|at| Some((at, dates_at_end(above[at].text)?))) {
        Some((at, (before, dates))) => {
            entry.head.extend(above[..at].iter().map(|line| line.text.to_owned()));
            entry.head.extend((!before.is_empty()).then(|| before.to_owned()));
            if let Some(last) = entry.head.last_mut() {
                last.truncate(last.trim_end_matches([' ', BETWEEN]).len());
            }
            entry.dates = Some(dates);
        }
        None => entry.head.extend(above.iter().map(|line| line.text.to_owned())),
    }
    for line in below {
        match (line.text.strip_prefix(BULLET), entry.bullets.last_mut()) {
            (None, Some(bullet)) => {
                bullet.push(' ');
                bullet.push_str(line.text);
            }
            (text, _) => entry.bullets.push(text.unwrap_or(line.text).trim().to_owned()),
        }
    }
    entry
}

/// The dates that a line is, or that it ends with after a dot; and what stands before.
fn dates_at_end(line: &str) -> Option<(&str, Period)> {
    if let Some(dates) = Period::read_shown(line) {
        return Some(("", dates));
    }
    let (before, after) = line.rsplit_once(BETWEEN)?;
    Some((before.trim(), Period::read_shown(after)?))
}

fn joined(lines: &[Line<'_>]) -> String {
    lines.iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
}
