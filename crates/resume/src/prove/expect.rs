//! What a résumé says, field by field, and where in what was read each of it must be.

use super::FieldKind;
use super::reparse::{Link, Parsed, ParsedEntry, letters};
use crate::content::{Content, Entry, SectionKind, Written};
use crate::date::Period;
use crate::schema;
use crate::sheet::{Block, SheetSection, clean, joined, paragraphs, profile_item, sheet, shown_address, text};

/// A longer word may be broken over lines, because nothing else can be done with it.
const LONGEST_WHOLE_WORD: usize = 40;

/// One field that must come back.
pub(super) struct Expected {
    pub(super) field: FieldKind,
    pub(super) label: String,
    pub(super) pointer: String,
    pub(super) text: String,
    place: Where,
}

/// Where it must be.
enum Where {
    Header,
    /// The section that comes at this position.
    Section(usize),
    /// In the section and the entry at these positions.
    Entry {
        section: usize,
        entry: usize,
        head: Head,
        bullet: usize,
    },
}

/// What the head of an entry says, from its first line on.
#[derive(Clone)]
struct Head {
    title: Option<String>,
    /// Roles, employer and place as one line.
    by: Option<String>,
    dates: Option<Period>,
}

/// Every field of a résumé that must be found.
pub(super) fn fields(content: &Content) -> Vec<Expected> {
    let mut fields = header(content);
    for (at, section) in sheet(content).sections.iter().enumerate() {
        section_fields(&mut fields, at, section, content.entries(section.kind));
    }
    fields
}

fn section_fields(fields: &mut Vec<Expected>, at: usize, section: &SheetSection, entries: &[Entry]) {
    let heading = section.heading;
    let mut push = |field, label: String, text: String| {
        fields.push(Expected { field, label, pointer: format!("/{}", section.kind.key()), text, place: Where::Section(at) });
    };
    push(FieldKind::Heading, format!("Heading “{heading}”"), heading.to_owned());
    let lines = section.lines.iter().map(|line| match &line.label {
        Some(label) => format!("{label}: {}", line.text),
        None => line.text.clone(),
    });
    if !section.lines.is_empty() {
        push(FieldKind::Lines, heading.to_owned(), lines.collect::<Vec<_>>().join(" "));
    }
    for (number, block) in section.blocks.iter().enumerate() {
        entry_fields(fields, (section.kind, at), number, (&entries[block.entry], block));
    }
}

fn header(content: &Content) -> Vec<Expected> {
    let basics = &content.basics;
    let text = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone());
    let mut fields = Vec::new();
    let mut push = |field, label: &str, pointer: String, text: Option<String>| {
        let text = text.map(|text| clean(&text)).filter(|text| !text.is_empty());
        fields.extend(text.map(|text| Expected { field, label: label.to_owned(), pointer, text, place: Where::Header }));
    };
    push(FieldKind::Name, "Name", "/basics/name".to_owned(), text(&basics.name));
    push(FieldKind::Label, "Role", "/basics/label".to_owned(), text(&basics.label));
    push(FieldKind::Mail, "Mail address", "/basics/email".to_owned(), text(&basics.email));
    push(FieldKind::Phone, "Telephone", "/basics/phone".to_owned(), text(&basics.phone));
    push(FieldKind::Place, "Place", "/basics/location".to_owned(), basics.place());
    push(FieldKind::Link, "Own page", "/basics/url".to_owned(), basics.url.as_ref().map(|url| shown_address(&url.text)));
    for (at, profile) in basics.profiles.iter().enumerate() {
        let shown = profile_item(profile).map(|item| item.text);
        push(FieldKind::Link, &format!("Profile {}", at + 1), format!("/basics/profiles/{at}"), shown);
    }
    let summary = basics.summary.as_ref().map(|summary| paragraphs(&summary.text).join(" "));
    push(FieldKind::Summary, "Summary", "/basics/summary".to_owned(), summary);
    fields
}

fn entry_fields(fields: &mut Vec<Expected>, (kind, section): (SectionKind, usize), entry: usize, (source, block): (&Entry, &Block)) {
    let head = Head { title: block.title.clone(), by: block.by.clone(), dates: source.period() };
    let shape = schema::section(kind);
    let number = entry + 1;
    let mut push = |field, what: &str, text: Option<String>, bullet: usize, pointer: &str| {
        let Some(text) = text else { return };
        let place = Where::Entry { section, entry, head: head.clone(), bullet };
        fields.push(Expected { field, label: format!("{what} of {} {number}", shape.one), pointer: pointer.to_owned(), text, place });
    };
    let pointer = source.pointer.as_str();
    push(FieldKind::Title, "Title", head.title.clone(), 0, pointer);
    push(FieldKind::Roles, "Roles", Some(joined(&source.roles)).filter(|roles| !roles.is_empty()), 0, pointer);
    push(FieldKind::Organisation, shape.organisation, text(source.organisation.as_ref()), 0, pointer);
    push(FieldKind::EntryPlace, "Place", text(source.place.as_ref()), 0, pointer);
    push(FieldKind::Dates, "Dates", block.dates.clone(), 0, pointer);
    let link = block.link.as_ref().map(|link| link.text.clone()).filter(|link| !link.is_empty());
    push(FieldKind::Link, "Address", link, 0, pointer);
    push(FieldKind::Paragraphs, "Text", Some(block.paragraphs.join(" ")).filter(|text| !text.is_empty()), 0, pointer);
    let bullets = source.bullets.iter().map(|bullet| (clean(&bullet.written.text), &bullet.pointer)).filter(|(text, _)| !text.is_empty());
    for (at, (text, pointer)) in bullets.enumerate() {
        push(FieldKind::Bullet, &format!("Bullet {}", at + 1), Some(text), at, pointer);
    }
}

/// Whether the field is where it must be, and what is there.
pub(super) fn found(expected: &Expected, parsed: &Parsed) -> (bool, String) {
    match &expected.place {
        Where::Header => in_header(expected, parsed),
        Where::Section(at) => {
            let section = parsed.sections.get(*at);
            let read = section.map(|section| if expected.field == FieldKind::Lines { &section.text } else { &section.heading });
            read.map_or_else(|| (false, String::new()), |read| (same(&expected.text, read), read.clone()))
        }
        Where::Entry { section, entry, head, bullet } => {
            let entry = parsed.sections.get(*section).and_then(|section| section.entries.get(*entry));
            entry.map_or_else(|| (false, String::new()), |entry| in_entry(expected, entry, head, *bullet))
        }
    }
}

fn in_header(expected: &Expected, parsed: &Parsed) -> (bool, String) {
    let read = match expected.field {
        FieldKind::Name => &parsed.name,
        FieldKind::Label => &parsed.label,
        FieldKind::Mail => &parsed.mail,
        FieldKind::Phone => &parsed.phone,
        FieldKind::Place => &parsed.place,
        FieldKind::Summary => return (ends_with(&parsed.below_name, &expected.text), parsed.below_name.clone()),
        _ => return link(&expected.text, &parsed.links),
    };
    (same(&expected.text, read), read.clone())
}

/// An address among lines that hold others. A long one goes over several of them.
fn link(expected: &str, lines: &[Link]) -> (bool, String) {
    let joined = |lines: &[Link], between: &str| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(between);
    let wanted = letters(expected);
    for from in 0..lines.len() {
        let mut sum = 0;
        for to in from..lines.len() {
            sum += lines[to].letters;
            if sum > wanted {
                break;
            }
            // Lines are joined only where they can be the address: of a thousand addresses there are half a million runs.
            if sum == wanted {
                let read = joined(&lines[from..=to], " ");
                if same(expected, &read) {
                    return (true, read);
                }
            }
        }
    }
    (false, joined(lines, " · "))
}

fn in_entry(expected: &Expected, entry: &ParsedEntry, head: &Head, bullet: usize) -> (bool, String) {
    let lines = &entry.head;
    let title_lines = head.title.as_ref().map_or(Some(0), |title| leading(lines, title));
    match expected.field {
        FieldKind::Title => (title_lines.is_some(), lines.join(" / ")),
        FieldKind::Dates => (entry.dates == head.dates, entry.dates.map_or_else(|| lines.join(" / "), |dates| dates.to_string())),
        FieldKind::Bullet => {
            let read = entry.bullets.get(bullet).cloned().unwrap_or_default();
            (same(&expected.text, &read), read)
        }
        FieldKind::Link => {
            let after = &entry.above_bullets[title_lines.unwrap_or(0)..];
            link(&expected.text, &after.iter().map(|line| Link::new(line)).collect::<Vec<_>>())
        }
        // Whatever the head is, they are the last above the bullets.
        FieldKind::Paragraphs => {
            let above = entry.above_bullets.join(" ");
            (ends_with(&above, &expected.text), above)
        }
        // Who and where are in place when they are the very lines that follow the title.
        _ => {
            let after = title_lines.and_then(|title_lines| lines.get(title_lines..));
            (after.is_some_and(|after| leading(after, head.by.as_deref().unwrap_or_default()).is_some()), lines.join(" / "))
        }
    }
}

/// How many of the first lines, joined, are the text.
fn leading(lines: &[String], text: &str) -> Option<usize> {
    (1..=lines.len()).find(|length| same(text, &lines[..*length].join(" ")))
}

fn same(expected: &str, read: &str) -> bool {
    let (expected, read) = (clean(expected), clean(read));
    expected == read || may_be_broken(&expected) && without_blanks(&expected) == without_blanks(&read)
}

/// Whether the last words that were read are the text.
fn ends_with(read: &str, expected: &str) -> bool {
    let (expected, read) = (clean(expected), clean(read));
    let last_words = read.strip_suffix(expected.as_str()).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    last_words || may_be_broken(&expected) && without_blanks(&read).ends_with(&without_blanks(&expected))
}

fn may_be_broken(text: &str) -> bool {
    text.split(' ').any(|word| word.chars().count() > LONGEST_WHOLE_WORD)
}

fn without_blanks(text: &str) -> String {
    text.split(' ').collect()
}

#[cfg(test)]
mod tests {
    use super::ends_with;

    #[test]
    fn the_last_words_are_whole_words_unless_one_had_to_be_broken() {
        let long = "a".repeat(41);
        for (read, expected, agrees) in [
            ("Analyst Setway First of two.", "First of two.", true),
            ("First of two.", "First of two.", true),
            ("SeFirst", "First", false),
            ("First of two. more", "First of two.", false),
            ("Two F irst", "First", false),
            (&format!("Analyst {} {}", &long[..20], &long[20..]), &long, true),
        ] {
            assert_eq!(ends_with(read, expected), agrees, "{read}: {expected}");
        }
    }
}
