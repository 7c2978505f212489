//! vCards (versions 2.1, 3.0 and 4.0), one or many in a file.

use super::decode::decode;
use super::{Collector, Import, LARGEST_FILE, MOST_ROWS, Spot, too_large, too_many};
use crate::contact::{Written, contact};
use calcard::vcard::{VCard, VCardKind, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use encoding_rs::{Encoding, WINDOWS_1252};
use footbridge_diagnostic::Diagnostic;
use std::borrow::Cow;
use std::ops::Range;

/// Reads all cards of a file. `file` is the name findings point at.
///
/// Of each card its name, first mail address, LinkedIn address, organisation, title and categories are taken; the rest stays in the file.
pub fn read(bytes: &[u8], file: &str) -> Import {
    if bytes.len() > LARGEST_FILE {
        return Import::failed(too_large(file));
    }
    let (text, guessed) = text(bytes);
    let cards = cards(&text);
    let import = if cards.is_empty() { Import::failed(no_card(file)) } else { read_cards(&text, &cards, guessed, file) };
    Import { text: text.into_owned(), ..import }
}

fn read_cards(text: &str, cards: &[Card], guessed: bool, file: &str) -> Import {
    let mut collector = Collector::new(file);
    if guessed {
        collector.find(guessed_encoding(file));
    }
    for (index, card) in cards.iter().enumerate() {
        let spot = Spot { kind: "Card", number: index + 1, span: card.span.clone() };
        if index == MOST_ROWS {
            collector.find(too_many("cards", &spot, file));
            break;
        }
        collector.import.rows += 1;
        if !card.ended {
            let message = format!("Card {} has no line END:VCARD; what stands in it was read.", spot.number);
            collector.find(Diagnostic::warning("contacts-card-unended", message).at(file, spot.span.clone()));
        }
        match Parser::new(&text[card.span.clone()]).entry() {
            Entry::VCard(vcard) if is_of_one_person(&vcard) => collector.take(contact(&written(&vcard)), &spot),
            Entry::VCard(_) => {
                let message = format!("Card {} is of a group or an organisation; it is left out.", spot.number);
                collector.find(Diagnostic::advice("contacts-card-no-person", message).at(file, spot.span.clone()));
            }
            _ => {
                let message = format!("Card {} cannot be read; it is left out.", spot.number);
                collector.find(Diagnostic::warning("contacts-card-unreadable", message).at(file, spot.span.clone()));
            }
        }
    }
    collector.import
}

/// The file as text, and whether an encoding had to be guessed.
fn text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let decoded = decode(bytes);
    if !decoded.guessed {
        return (decoded.text, false);
    }
    let (text, guessed) = by_stated_charsets(bytes);
    (Cow::Owned(text), guessed)
}

/// Version 2.1 states a charset for each property. A folded line belongs to the property before it.
fn by_stated_charsets(bytes: &[u8]) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut stated = None;
    let mut guessed = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            stated = stated_charset(line);
        }
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                guessed |= stated.is_none();
                text.push_str(&stated.unwrap_or(WINDOWS_1252).decode_without_bom_handling(line).0);
            }
        }
    }
    (text, guessed)
}

fn stated_charset(line: &[u8]) -> Option<&'static Encoding> {
    let parameters = line.split(|byte| *byte == b':').next()?;
    let parameter = parameters.split(|byte| *byte == b';').find(|part| part.len() > 8 && part[..8].eq_ignore_ascii_case(b"CHARSET="))?;
    Encoding::for_label(&parameter[8..])
}

struct Card {
    /// From BEGIN to the end of END, or as far as it goes.
    span: Range<usize>,
    ended: bool,
}

/// Cards are cut apart here, so that one that is broken spoils no other.
fn cards(text: &str) -> Vec<Card> {
    let mut cards = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let word = line.trim();
        if word.eq_ignore_ascii_case("BEGIN:VCARD") {
            cards.extend(open.map(|begin| Card { span: begin..start, ended: false }));
            open = Some(start);
        } else if word.eq_ignore_ascii_case("END:VCARD") {
            cards.extend(open.take().map(|begin| Card { span: begin..start + line.trim_end().len(), ended: true }));
        }
    }
    cards.extend(open.map(|begin| Card { span: begin..text.len(), ended: false }));
    cards
}

fn is_of_one_person(card: &VCard) -> bool {
    !card.entries.iter().filter(|entry| entry.name == VCardProperty::Kind).flat_map(|entry| &entry.values).any(|value| {
        matches!(
            value,
            VCardValue::Kind(VCardKind::Group | VCardKind::Org | VCardKind::Location | VCardKind::Application | VCardKind::Device)
        )
    })
}

fn written(card: &VCard) -> Written {
    let name = texts(card, &VCardProperty::Fn).into_iter().find(|name| !name.trim().is_empty()).unwrap_or_else(|| structured_name(card));
    let position = first(card, &VCardProperty::Title).or_else(|| first(card, &VCardProperty::Role));
    Written {
        name,
        profile: linkedin_address(card).unwrap_or_default(),
        mail: first(card, &VCardProperty::Email).unwrap_or_default(),
        // The parts after the first are departments.
        company: first(card, &VCardProperty::Org).unwrap_or_default(),
        position: position.unwrap_or_default(),
        connected_on: None,
        tags: texts(card, &VCardProperty::Categories),
    }
}

/// `N` is family; given; additional; prefixes; suffixes.
fn structured_name(card: &VCard) -> String {
    let Some(entry) = card.entries.iter().find(|entry| entry.name == VCardProperty::N) else { return String::new() };
    let part = |at: usize| entry.values.get(at).and_then(text_of).unwrap_or_default();
    [part(1), part(2), part(0)].join(" ")
}

fn linkedin_address(card: &VCard) -> Option<String> {
    let may_hold = |name: &VCardProperty| match name {
        VCardProperty::Url | VCardProperty::Socialprofile => true,
        VCardProperty::Other(name) => name.to_ascii_uppercase().starts_with("X-"),
        _ => false,
    };
    let values = card.entries.iter().filter(|entry| may_hold(&entry.name)).flat_map(|entry| &entry.values);
    values.filter_map(text_of).find(|text| text.to_lowercase().contains("linkedin.com/"))
}

fn first(card: &VCard, name: &VCardProperty) -> Option<String> {
    texts(card, name).into_iter().find(|text| !text.trim().is_empty())
}

fn texts(card: &VCard, name: &VCardProperty) -> Vec<String> {
    card.entries.iter().filter(|entry| entry.name == *name).flat_map(|entry| &entry.values).filter_map(text_of).collect()
}

fn text_of(value: &VCardValue) -> Option<String> {
    match value {
        VCardValue::Text(text) => Some(text.clone()),
        VCardValue::Component(parts) => Some(parts.join(" ")),
        _ => None,
    }
}

fn no_card(file: &str) -> Diagnostic {
    Diagnostic::error("contacts-no-card", "The file holds no vCard: no line reads BEGIN:VCARD.")
        .at(file, 0..0)
        .help("Export contacts as vCard; such files end in .vcf.")
}

fn guessed_encoding(file: &str) -> Diagnostic {
    Diagnostic::advice(
        "contacts-encoding",
        "Some lines are not UTF-8 and state no charset; they were read in the Western encoding of Windows.",
    )
    .at(file, 0..0)
    .help("Look at a name with an accent. If it is wrong, export as version 3.0 or 4.0.")
}
