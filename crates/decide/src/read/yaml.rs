//! YAML text becomes a tree in which every key and every value knows its bytes.
//!
//! Only the part of YAML that people write by hand is taken: no anchors, no merge keys, one document.

use super::node::{Entry, Kind, Node};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Options, Spanned};
use std::fmt;
use std::ops::Range;

pub(super) fn parse(text: &str) -> Result<Node, serde_saphyr::Error> {
    let root: Spanned<Raw> = serde_saphyr::from_str_with_options(text, options())?;
    Ok(node(text, root))
}

/// A matrix of five options by six criteria has about 150 nodes; these limits leave room for many more and stop files made to be expensive.
fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 40_000,
            max_nodes: 20_000,
            max_depth: 12,
            max_documents: 1,
            max_anchors: 0,
            max_aliases: 0,
            max_merge_keys: 0,
            max_total_scalar_bytes: 512 * 1024,
        },
        // Both are passed on, so that the second can be told with its place.
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        with_snippet: false,
    }
}

/// What the parser says of a value. Numbers and booleans only tell that they are plain: their text is taken from the file.
enum Raw {
    Empty,
    Plain,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

fn node(text: &str, raw: Spanned<Raw>) -> Node {
    let span = span_of(text, &raw);
    let kind = match raw.value {
        Raw::Empty => Kind::Empty,
        Raw::Plain => Kind::Text(text[span.clone()].to_owned()),
        Raw::Text(value) => Kind::Text(value.trim().to_owned()),
        Raw::List(items) => Kind::List(items.into_iter().map(|item| node(text, item)).collect()),
        Raw::Map(entries) => {
            Kind::Map(entries.into_iter().map(|(key, value)| Entry { key: node(text, key), value: node(text, value) }).collect())
        }
    };
    let span = match &kind {
        // A mapping and a list are pointed at by what they begin with.
        Kind::Map(entries) => entries.first().map_or(span, |entry| entry.key.span.clone()),
        Kind::List(items) => items.first().map_or(span, |item| item.span.clone()),
        _ => span,
    };
    Node { kind, span }
}

/// The bytes of a value without white space around, always inside the text and at the borders of characters.
fn span_of<T>(text: &str, spanned: &Spanned<T>) -> Range<usize> {
    let at = spanned.defined.span();
    let start = at.byte_offset().unwrap_or(0);
    byte_range(text, start, start + at.byte_len().unwrap_or(0))
}

fn byte_range(text: &str, start: u64, end: u64) -> Range<usize> {
    let inside = |at: u64| text.floor_char_boundary(usize::try_from(at).unwrap_or(usize::MAX).min(text.len()));
    let (start, end) = (inside(start), inside(end.max(start)));
    let written = &text[start..end];
    let trimmed = written.trim_end();
    let from = start + (trimmed.len() - trimmed.trim_start().len());
    from..start + trimmed.len().max(from - start)
}
