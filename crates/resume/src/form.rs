//! A résumé as a form: every text that can be written, with its words and its place in the document. Blank entries are there, too: they are
//! about to be written.

use crate::content::SectionKind;
use crate::json::{Node, Value};
use crate::resume::Resume;
use crate::schema::{self, BASICS, PROFILE, Part, SECTIONS, SectionShape, Shape};

/// A whole résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Who it is about.
    pub basics: Vec<Field>,
    /// Pages elsewhere, then every section of JSON Resume, whether it has entries or not.
    pub sections: Vec<FormSection>,
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its place, as [`crate::Edit`] takes it.
    pub pointer: String,
    /// What it is called.
    pub label: &'static str,
    /// Its words.
    pub text: String,
    /// How it is written.
    pub input: Input,
    /// Something of another kind stands there, which only the person can mend in the file.
    pub is_locked: bool,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A few words.
    Line,
    /// `2024`, `2024-03` or `2024-03-15`.
    Date,
    /// Sentences.
    Paragraph,
}

/// One list of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormSection {
    /// The list's place.
    pub pointer: String,
    /// Which section; `None` for the pages elsewhere.
    pub kind: Option<SectionKind>,
    /// What stands above it.
    pub heading: &'static str,
    /// What one entry is called.
    pub one: &'static str,
    /// Its entries.
    pub entries: Vec<FormEntry>,
    /// Something of another kind stands there.
    pub is_locked: bool,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormEntry {
    /// Its place.
    pub pointer: String,
    /// Its first words; empty while it has none.
    pub name: String,
    /// Its single texts.
    pub fields: Vec<Field>,
    /// Its lists of texts.
    pub lists: Vec<FormList>,
}

/// A list of texts in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormList {
    /// Its place.
    pub pointer: String,
    /// What it is called.
    pub label: &'static str,
    /// What one text is called.
    pub one: &'static str,
    /// Whether these are bullets, which evidence can back.
    pub of_bullets: bool,
    /// Its texts.
    pub items: Vec<Field>,
    /// Something of another kind stands there.
    pub is_locked: bool,
}

/// The form of a résumé.
pub fn form(resume: &Resume) -> Form {
    let document = resume.document();
    let basics = document.get("basics");
    let mut fields = Vec::new();
    for (key, shape) in BASICS {
        let node = basics.and_then(|basics| basics.get(key));
        match shape {
            // A photo is never printed, so nobody is asked for one.
            Shape::Text if *key != "image" => fields.push(field(node, format!("/basics/{key}"), basics_label(key), basics_input(key))),
            Shape::Group(_) => {
                // No street: it does not belong on a résumé.
                fields.extend(["city", "region", "countryCode"].map(|key| {
                    field(node.and_then(|place| place.get(key)), format!("/basics/location/{key}"), basics_label(key), Input::Line)
                }));
            }
            _ => {}
        }
    }
    let mut sections = vec![profiles(basics.and_then(|basics| basics.get("profiles")))];
    sections.extend(SECTIONS.iter().map(|shape| section(document.get(shape.key), shape)));
    Form { basics: fields, sections }
}

fn profiles(list: Option<&Node>) -> FormSection {
    let entries = list.map_or(&[][..], Node::items).iter().enumerate().map(|(at, node)| {
        let pointer = format!("/basics/profiles/{at}");
        let fields = PROFILE.iter().map(|(key, _)| {
            let label = match *key {
                "network" => "Network",
                "username" => "Name there",
                _ => "Address",
            };
            field(node.get(key), format!("{pointer}/{key}"), label, Input::Line)
        });
        named(pointer.clone(), fields.collect(), Vec::new(), &["Network", "Name there"])
    });
    FormSection {
        pointer: "/basics/profiles".to_owned(),
        kind: None,
        heading: "Pages elsewhere",
        one: "page",
        entries: entries.collect(),
        is_locked: is_locked(list),
    }
}

fn section(list: Option<&Node>, shape: &'static SectionShape) -> FormSection {
    let entries = list.map_or(&[][..], Node::items).iter().enumerate().map(|(at, node)| entry(node, shape, format!("/{}/{at}", shape.key)));
    FormSection {
        pointer: format!("/{}", shape.key),
        kind: Some(shape.kind),
        heading: shape.heading,
        one: shape.one,
        entries: entries.collect(),
        is_locked: is_locked(list),
    }
}

fn entry(node: &Node, shape: &SectionShape, pointer: String) -> FormEntry {
    let (mut fields, mut lists) = (Vec::new(), Vec::new());
    for (key, part) in shape.keys {
        let (value, place) = (node.get(key), format!("{pointer}/{key}"));
        match part {
            Part::Bullets | Part::Keywords | Part::Roles => {
                let (label, one) = list_label(shape.kind, *part);
                let items = value.map_or(&[][..], Node::items).iter().enumerate();
                lists.push(FormList {
                    items: items.map(|(at, item)| field(Some(item), format!("{place}/{at}"), one, Input::Line)).collect(),
                    pointer: place,
                    label,
                    one,
                    of_bullets: *part == Part::Bullets,
                    is_locked: is_locked(value),
                });
            }
            part => {
                let input = match part {
                    Part::Start | Part::End | Part::Date => Input::Date,
                    Part::Summary => Input::Paragraph,
                    _ => Input::Line,
                };
                fields.push(field(value, place, label(shape.kind, *part), input));
            }
        }
    }
    let (title, organisation) = (label(shape.kind, Part::Title), label(shape.kind, Part::Organisation));
    named(pointer, fields, lists, &[title, organisation])
}

fn named(pointer: String, fields: Vec<Field>, lists: Vec<FormList>, by: &[&str]) -> FormEntry {
    let words = by.iter().filter_map(|label| fields.iter().find(|field| field.label == *label)).map(|field| field.text.trim());
    let name = words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    FormEntry { pointer, name, fields, lists }
}

fn field(node: Option<&Node>, pointer: String, label: &'static str, input: Input) -> Field {
    let text = node.and_then(Node::text).unwrap_or_default().to_owned();
    let is_locked = node.is_some_and(|node| !matches!(node.value, Value::Text(_) | Value::Null));
    Field { pointer, label, text, input, is_locked }
}

fn is_locked(list: Option<&Node>) -> bool {
    list.is_some_and(|node| !matches!(node.value, Value::List(_) | Value::Null))
}

fn basics_label(key: &str) -> &'static str {
    match key {
        "name" => "Name",
        "label" => "Role",
        "email" => "Mail address",
        "phone" => "Telephone",
        "url" => "Own page",
        "summary" => "Summary",
        "city" => "City",
        "region" => "Region",
        _ => "Country, as a code of two letters",
    }
}

fn basics_input(key: &str) -> Input {
    if key == "summary" { Input::Paragraph } else { Input::Line }
}

fn label(kind: SectionKind, part: Part) -> &'static str {
    match (part, kind) {
        (Part::Title, SectionKind::Work | SectionKind::Publications | SectionKind::Awards) => "Title",
        (Part::Title, SectionKind::Skills) => "Skill",
        (Part::Title, SectionKind::Education) => "Degree",
        (Part::Title, SectionKind::Volunteer) => "Role",
        (Part::Title, SectionKind::Languages) => "Language",
        (Part::Title, _) => "Name",
        (Part::Organisation, _) => schema::section(kind).organisation,
        (Part::Place, _) => "Place",
        (Part::Link, _) => "Address on the web",
        (Part::Start, _) => "From",
        (Part::End, _) => "To; empty while it goes on",
        (Part::Date, _) => "Date",
        (Part::Summary, SectionKind::References) => "What they say",
        (Part::Summary, _) => "In a sentence",
        (Part::Detail, SectionKind::Work) => "What the employer does",
        (Part::Detail, SectionKind::Projects) => "Kind",
        (Part::Detail, SectionKind::Languages) => "How well",
        (Part::Detail, _) => "Level",
        (Part::Area, _) => "Subject",
        (Part::Score, _) => "Grade",
        (Part::Bullets | Part::Keywords | Part::Roles, _) => list_label(kind, part).0,
    }
}

fn list_label(kind: SectionKind, part: Part) -> (&'static str, &'static str) {
    match (part, kind) {
        (Part::Bullets, _) => ("Bullets", "bullet"),
        (Part::Roles, _) => ("Roles", "role"),
        (_, SectionKind::Education) => ("Courses", "course"),
        _ => ("Keywords", "keyword"),
    }
}
