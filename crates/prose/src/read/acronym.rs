//! Acronyms, and whether a text says what they stand for.

use super::section::Section;
use crate::document::{Block, Document};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Two to six capitals, also with digits behind the second and with a plural's `s`.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// What RFC 2119 and RFC 8174 write in capitals, as far as it is short enough to look like an acronym.
const REQUIREMENT_WORDS: &[&str] = &["MUST", "SHALL", "SHOULD", "MAY", "NOT"];

/// The first use of each acronym that is nowhere explained, in order, with its place in the answer. `known` need no explanation.
pub(crate) fn undefined<'a>(document: &'a Document, known: &[&str]) -> Vec<(&'a str, &'a Block, Range<usize>)> {
    let explained = explained(document);
    let mut seen: HashMap<&str, ()> = HashMap::new();
    let mut found = Vec::new();
    for block in document.paragraphs() {
        for at in acronyms(block.text()) {
            let acronym = &block.text()[at.clone()];
            let in_code = block.code.iter().any(|code| code.start <= at.start && at.end <= code.end);
            let is_fine = in_code || known.contains(&acronym) || REQUIREMENT_WORDS.contains(&acronym) || explained.contains(acronym);
            if !is_fine && seen.insert(acronym, ()).is_none() {
                found.push((acronym, block, at));
            }
        }
    }
    found
}

/// Acronyms in brackets behind their words, before brackets with their words, or in a glossary.
fn explained(document: &Document) -> HashSet<&str> {
    let mut explained = HashSet::new();
    let whole = Section::whole(document);
    let glossary = |own: &super::section::Owned<'_>| {
        own.part
            .heading
            .as_ref()
            .is_some_and(|heading| super::phrase::holds(heading.text(), &["glossary", "terms", "abbreviations", "acronyms"]))
    };
    for own in &whole.parts {
        let is_glossary = glossary(own);
        for block in own.part.said().filter(|block| !block.is_code()) {
            let text = block.text();
            for at in acronyms(text) {
                let before = text[..at.start].trim_end();
                let after = text[at.end..].trim_start();
                let is_in_brackets = before.ends_with('(') && after.starts_with([')', ',', ';']) && before.len() > 1;
                let has_brackets = after.strip_prefix('(').is_some_and(|inner| inner.starts_with(char::is_alphabetic));
                let is_told = ["that is", "meaning", "stands for", "which is", "short for"]
                    .iter()
                    .any(|told| super::phrase::end_of(after.trim_start_matches([',', '—', '–', ' ']), 0, told).is_some());
                if is_glossary || is_in_brackets || has_brackets || is_told {
                    explained.insert(&text[at]);
                }
            }
        }
    }
    explained
}

/// Words of capitals, without a plural's `s`.
pub(crate) fn acronyms(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_') {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_');
        let stem = bare.strip_suffix('s').unwrap_or(bare);
        let capitals = stem.bytes().take_while(u8::is_ascii_uppercase).count();
        let is_acronym = LETTERS.contains(&stem.len())
            && capitals >= 2
            && stem.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && !is_roman(stem);
        if is_acronym && !stands_in_capitals(text, at, stem.len()) {
            found.push(at..at + stem.len());
        }
        at += word.len();
    }
    found
}

/// II, III, IV: numbers.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// A whole line in capitals shouts; its words are no acronyms. Neither are methods before a path, nor identifiers such as `AB-123`.
fn stands_in_capitals(text: &str, at: usize, length: usize) -> bool {
    let after = &text[at + length..];
    let is_identifier = after.strip_prefix(['-', '_']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_method = after.trim_start().starts_with('/') && crate::example::METHODS.contains(&&text[at..at + length]);
    is_identifier || is_method || capitals(after.split_whitespace()) + capitals(text[..at].split_whitespace().rev()) >= 2
}

/// Words in capitals until one that is not; two are enough to tell.
fn capitals<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    let is_capital = |word: &&str| word.contains(|c: char| c.is_ascii_uppercase()) && !word.contains(char::is_lowercase);
    words.take(2).take_while(is_capital).count()
}

#[cfg(test)]
mod tests {
    use super::undefined;
    use crate::document::Document;

    #[test]
    fn acronyms_are_explained_once_in_any_of_the_usual_ways() {
        for (text, found) in [
            ("The CDN is slow. The CDN is down.", vec!["CDN"]),
            ("The content delivery network (CDN) is slow. A CDN is fine.", vec![]),
            ("A CDN (content delivery network) is fine.", vec![]),
            ("The POS, that is the till, is fine.", vec![]),
            ("The API and its APIs, GET /v1/x, `SSO`, RFC 9457, II", vec![]),
            ("# Glossary\n\n- CDN: content delivery network\n\n# Text\n\nA CDN.", vec![]),
            ("SLOs, S3, AB-123 and Kafka", vec!["SLO"]),
            ("DO NOT DELETE THIS", vec![]),
            ("A key MUST expire, MAY be renewed, SHOULD NOT be shared and SHALL be REQUIRED.", vec![]),
        ] {
            let document = Document::read(text);
            let acronyms: Vec<&str> = undefined(&document, &["API", "RFC"]).into_iter().map(|(acronym, _, _)| acronym).collect();
            assert_eq!(acronyms, found, "{text:?}");
        }
    }
}
