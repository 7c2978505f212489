use crate::date::{MONTHS, PartialDate};
use crate::json::{self, Member, Node, Value};
use crate::resume::Resume;
use crate::schema::{BASICS, META, OLDER_KEYS, SECTIONS, SectionShape, Shape, section_of_key};
use footbridge_diagnostic::{Diagnostic, nearest};

/// The largest résumé that is read, in bytes: some forty pages.
pub const LARGEST_RESUME: usize = 128 * 1024;

/// The most entries, bullets and keywords a résumé has, taken together. Setting and proving take time for each of them, however short it
/// is, and a résumé of six full pages has some hundred.
pub const MOST_ENTRIES: usize = 1_000;

/// Reads a JSON Resume. `file` is the name findings point at.
///
/// The résumé is `None` only when nothing could be read at all. Otherwise it holds whatever could be understood, and the findings say what
/// could not: an error for a value of the wrong kind, advice for a key that looks like a slip.
pub fn read(text: &str, file: &str) -> (Option<Resume>, Vec<Diagnostic>) {
    if text.len() > LARGEST_RESUME {
        let message = format!("This file has {} KiB; a résumé has at most {}.", text.len().div_ceil(1024), LARGEST_RESUME / 1024);
        return (
            None,
            vec![Diagnostic::error("resume-size", message).at(file, 0..0).help("Take out pictures and other data that was put into it.")],
        );
    }
    let (document, found) = json::parse(text, file);
    let Some(document) = document else {
        if found.is_empty() {
            let empty = Diagnostic::error("resume-json", "The file is empty.").at(file, 0..0);
            return (None, vec![empty.help("A résumé begins as {\"basics\": {\"name\": \"Your name\"}}.")]);
        }
        return (None, found);
    };
    let mut reading = Reading { file, found };
    if !matches!(document.value, Value::Object(_)) {
        let message = format!("A résumé is a group of keys in braces; this is {}.", document.kind());
        reading.found.push(Diagnostic::error("resume-shape", message).at(file, document.span).help("It begins as {\"basics\": {…}}."));
        return (None, reading.found);
    }
    let entries = entries(&document);
    if entries > MOST_ENTRIES {
        let message = format!("This file has {entries} entries, bullets and keywords; a résumé has at most {MOST_ENTRIES}.");
        let finding = Diagnostic::error("resume-size", message).at(file, 0..0);
        reading.found.push(finding.help("Keep what a reader of your résumé needs; the rest can stand in a file beside it."));
        return (None, reading.found);
    }
    reading.document(&document);
    let mut found = reading.found;
    found.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
    (Some(Resume::new(document, file, text.into())), found)
}

/// Items of lists that end up on paper, at any depth.
fn entries(document: &Node) -> usize {
    fn below(node: &Node) -> usize {
        match &node.value {
            Value::List(items) => items.len() + items.iter().map(below).sum::<usize>(),
            Value::Object(members) => members.iter().map(|member| below(&member.node)).sum(),
            _ => 0,
        }
    }
    let known = |key: &str| key == "basics" || section_of_key(key).is_some();
    document.members().iter().filter(|member| known(&member.key)).map(|member| below(&member.node)).sum()
}

struct Reading<'a> {
    file: &'a str,
    found: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn document(&mut self, document: &Node) {
        let sections = SECTIONS.iter().map(|shape| shape.key);
        let known: Vec<&str> = ["$schema", "basics", "meta"].into_iter().chain(sections).collect();
        self.keys(document, &known, "a résumé");
        for member in document.members() {
            match member.key.as_str() {
                "basics" => self.value(member, Shape::Group(BASICS)),
                "meta" => self.value(member, Shape::Group(META)),
                key => {
                    if let Some(shape) = section_of_key(key) {
                        self.section(member, shape);
                    }
                }
            }
        }
    }

    fn section(&mut self, member: &Member, shape: &SectionShape) {
        let keys: Vec<(&str, Shape)> = shape.keys.iter().map(|(key, part)| (*key, part.shape())).collect();
        self.groups(member, &keys);
    }

    fn value(&mut self, member: &Member, shape: Shape) {
        let node = &member.node;
        match (shape, &node.value) {
            (_, Value::Null) | (Shape::Text, Value::Text(_)) => {}
            (Shape::Date, Value::Text(text)) => self.date(member, text),
            (Shape::Texts, Value::List(items)) => {
                for item in items.iter().filter(|item| item.text().is_none()) {
                    self.wrong_kind(&member.key, "its entries are texts", item);
                }
            }
            (Shape::Group(keys), Value::Object(_)) => self.group(node, keys, &member.key),
            (Shape::Groups(keys), _) => self.groups(member, keys),
            (Shape::Text, _) => self.wrong_kind(&member.key, "it is a text in quotes", node),
            (Shape::Date, _) => self.wrong_kind(&member.key, "it is a date in quotes, as \"2024-03\"", node),
            (Shape::Texts, _) => self.wrong_kind(&member.key, "it is a list of texts, as [\"one\", \"two\"]", node),
            (Shape::Group(_), _) => self.wrong_kind(&member.key, "it is a group of keys in braces", node),
        }
    }

    fn groups(&mut self, member: &Member, keys: &[(&str, Shape)]) {
        match &member.node.value {
            Value::Null => {}
            Value::List(items) => {
                for item in items {
                    match item.value {
                        Value::Object(_) => self.group(item, keys, &member.key),
                        _ => self.wrong_kind(&member.key, "its entries are groups of keys in braces", item),
                    }
                }
            }
            _ => self.wrong_kind(&member.key, "it is a list, as [{…}, {…}]", &member.node),
        }
    }

    fn group(&mut self, node: &Node, keys: &[(&str, Shape)], name: &str) {
        let known: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
        self.keys(node, &known, &format!("`{name}`"));
        for member in node.members() {
            if let Some((_, shape)) = keys.iter().find(|(key, _)| *key == member.key) {
                self.value(member, *shape);
            }
        }
    }

    /// Keys that look like slips, and keys that were written twice. Any other key is somebody's own and stays.
    fn keys(&mut self, node: &Node, known: &[&str], owner: &str) {
        let members = node.members();
        for (at, member) in members.iter().enumerate() {
            if members[..at].iter().any(|earlier| earlier.key == member.key) {
                let message = format!("The key `{}` is here a second time; this one counts.", shown(&member.key));
                let finding = Diagnostic::warning("resume-repeated-key", message).at(self.file, member.key_span.clone());
                self.found.push(finding.help("Keep one of the two."));
            }
            if known.contains(&member.key.as_str()) {
                continue;
            }
            let free = |candidate: &&str| known.contains(candidate) && !members.iter().any(|other| other.key == **candidate);
            let older = OLDER_KEYS.iter().filter(|(old, _)| old.eq_ignore_ascii_case(&member.key)).map(|(_, key)| *key).find(free);
            let meant = older.or_else(|| nearest(&member.key, known.iter().copied()).filter(free));
            if let Some(meant) = meant {
                let message = format!("JSON Resume has no key `{}` in {owner}, so it is kept but not shown.", shown(&member.key));
                let finding = Diagnostic::advice("resume-key", message).at(self.file, member.key_span.clone());
                self.found.push(finding.help(format!("Did you mean `{meant}`?")));
            }
        }
    }

    fn date(&mut self, member: &Member, text: &str) {
        let text = text.trim();
        if text.is_empty() || PartialDate::read(text).is_some() {
            return;
        }
        let finding = Diagnostic::error("resume-date", format!("“{}” is no date.", shown(text)))
            .at(self.file, member.node.span.clone())
            .note("A date is written 2024, 2024-03 or 2024-03-15, as precise as you want it to be.");
        let goes_on =
            ["present", "now", "current", "today", "ongoing", "till date", "to date"].iter().any(|word| text.eq_ignore_ascii_case(word));
        self.found.push(match meant_date(text) {
            _ if goes_on => finding.help(format!("Leave `{}` out: what has no end goes on.", shown(&member.key))),
            Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
            None => finding,
        });
    }

    fn wrong_kind(&mut self, key: &str, expected: &str, node: &Node) {
        let message = format!("`{}` is {} here, and {expected}.", shown(key), node.kind());
        let finding = Diagnostic::error("resume-shape", message).at(self.file, node.span.clone());
        self.found.push(finding.note("It is kept in the file and not shown on the résumé."));
    }
}

/// The date in a common other way of writing one: `Mar 2024`, `03/2024`, `2024/3`, `2024.03.15`.
fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    let number = |part: &str| {
        let begins = |month: &str| part.get(..3).is_some_and(|first| first.eq_ignore_ascii_case(month));
        let month = MONTHS.iter().position(|month| begins(month)).and_then(|at| u32::try_from(at + 1).ok());
        month.or_else(|| part.parse().ok())
    };
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let written = match &parts[..] {
        [year, month] if is_year(year) => format!("{year}-{:02}", number(month)?),
        [month, year] if is_year(year) => format!("{year}-{:02}", number(month)?),
        [year, month, day] if is_year(year) => format!("{year}-{:02}-{:02}", number(month)?, number(day)?),
        // Which of two numbers is the month cannot be known; a month in words settles it.
        [day, month, year] if is_year(year) && month.parse::<u32>().is_err() => format!("{year}-{:02}-{:02}", number(month)?, number(day)?),
        _ => return None,
    };
    PartialDate::read(&written).map(|_| written)
}

/// Words from the file inside a message: on one line, without what a terminal obeys, and short.
fn shown(text: &str) -> String {
    let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    if text.chars().count() > 60 { format!("{printable}…") } else { printable }
}
