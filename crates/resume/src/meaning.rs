//! From what was written to what it means.

use crate::content::{Basics, Bullet, Content, Entry, Profile, Section, Written};
use crate::date::{PartialDate, WrittenDate};
use crate::evidence;
use crate::json::Node;
use crate::ours;
use crate::schema::{BASICS, Part, SECTIONS, SectionShape, section_of_key};

/// What the document says. Whatever has the wrong shape is left out; [`crate::read`] has told it.
pub(crate) fn content(document: &Node) -> Content {
    let mut sections: Vec<Section> = section_order(document)
        .into_iter()
        .map(|shape| Section { kind: shape.kind, entries: document.get(shape.key).map_or_else(Vec::new, |list| entries(list, shape)) })
        .filter(|section| !section.entries.is_empty())
        .collect();
    let loose_links = evidence::attach(document, &mut sections);
    let basics_node = document.get("basics");
    let known = |key: &str| BASICS.iter().any(|(name, _)| *name == key);
    let other_basics = basics_node.map_or(&[][..], Node::members).iter().filter(|member| !known(&member.key));
    Content {
        basics: basics_node.map(basics).unwrap_or_default(),
        sections,
        loose_links,
        other_basics: other_basics.map(|member| Written { text: member.key.clone(), span: member.key_span.clone() }).collect(),
    }
}

/// The sections as `meta.footbridge.sections` orders them; those it does not name follow in our order.
fn section_order(document: &Node) -> Vec<&'static SectionShape> {
    let wished = ours::get(document, "sections");
    let mut order: Vec<&SectionShape> = Vec::new();
    let first = wished.map_or(&[][..], Node::items).iter().filter_map(Node::text);
    for shape in first.filter_map(section_of_key).chain(&SECTIONS) {
        if !order.iter().any(|there| there.kind == shape.kind) {
            order.push(shape);
        }
    }
    order
}

fn basics(node: &Node) -> Basics {
    let text = |key| written(node.get(key));
    let location = |key| written(node.get("location").and_then(|location| location.get(key)));
    let profiles = node.get("profiles").map_or(&[][..], Node::items).iter().map(|profile| Profile {
        network: written(profile.get("network")),
        username: written(profile.get("username")),
        url: written(profile.get("url")),
    });
    Basics {
        name: text("name"),
        label: text("label"),
        image: text("image"),
        email: text("email"),
        phone: text("phone"),
        url: text("url"),
        summary: text("summary"),
        city: location("city"),
        region: location("region"),
        country: location("countryCode"),
        profiles: profiles.filter(|profile| profile.url.is_some() || profile.username.is_some()).collect(),
    }
}

fn entries(list: &Node, shape: &SectionShape) -> Vec<Entry> {
    let read = list.items().iter().enumerate().map(|(index, node)| entry(node, shape, format!("/{}/{index}", shape.key)));
    read.filter(|entry| !is_blank(entry)).collect()
}

fn entry(node: &Node, shape: &SectionShape, pointer: String) -> Entry {
    let mut entry = Entry { span: node.span.clone(), ..Entry::default() };
    for (key, part) in shape.keys {
        let value = node.get(key);
        match part {
            Part::Title => entry.title = written(value),
            Part::Organisation => entry.organisation = written(value),
            Part::Place => entry.place = written(value),
            Part::Link => entry.link = written(value),
            Part::Start => entry.start = date(value),
            Part::End => entry.end = date(value),
            Part::Date => entry.date = date(value),
            Part::Summary => entry.summary = written(value),
            Part::Detail => entry.detail = written(value),
            Part::Area => entry.area = written(value),
            Part::Score => entry.score = written(value),
            Part::Keywords => entry.keywords = texts(value),
            Part::Roles => entry.roles = texts(value),
            Part::Bullets => entry.bullets = bullets(value, &format!("{pointer}/{key}")),
        }
    }
    Entry { pointer, ..entry }
}

/// An entry that says nothing: `{}`, or only blank texts.
fn is_blank(entry: &Entry) -> bool {
    let empty = Entry { pointer: entry.pointer.clone(), span: entry.span.clone(), ..Entry::default() };
    *entry == empty
}

fn written(node: Option<&Node>) -> Option<Written> {
    let node = node?;
    let text = node.text()?.trim();
    (!text.is_empty()).then(|| Written { text: text.to_owned(), span: node.span.clone() })
}

fn texts(node: Option<&Node>) -> Vec<Written> {
    node.map_or(&[][..], Node::items).iter().filter_map(|item| written(Some(item))).collect()
}

fn bullets(node: Option<&Node>, pointer: &str) -> Vec<Bullet> {
    let items = node.map_or(&[][..], Node::items).iter().enumerate();
    let read = items.filter_map(|(index, item)| {
        Some(Bullet { written: written(Some(item))?, pointer: format!("{pointer}/{index}"), evidence: Vec::new() })
    });
    read.collect()
}

fn date(node: Option<&Node>) -> Option<WrittenDate> {
    let node = node?;
    Some(WrittenDate { date: PartialDate::read(node.text()?.trim())?, span: node.span.clone() })
}
