//! Names of two parts with words between them: `retire … versions` is spoken of by "retiring the two oldest versions".

use super::{begins_at, ends_at, flat, forms};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What stands between the two parts of such a name, as an alias writes it.
pub(super) const GAP: char = '…';

/// Most words that may stand between the two parts.
const MOST_WORDS_BETWEEN: usize = 6;

/// No further than this, in bytes, is a second part looked for: a text of one line stays quick to read.
const MOST_BYTES_BETWEEN: usize = 200;

/// Names of two parts, ready to be searched for.
#[derive(Default)]
pub(super) struct Apart {
    names: Vec<BTreeSet<usize>>,
    /// For each spelling of a part: the names it begins, and those it ends.
    parts: Vec<Part>,
    searcher: Option<AhoCorasick>,
}

#[derive(Default)]
struct Part {
    begins: Vec<usize>,
    ends: Vec<usize>,
}

/// Such a name in a stretch, with the skills it stands for.
pub(super) struct Found<'a> {
    pub(super) skills: &'a BTreeSet<usize>,
    pub(super) span: Range<usize>,
}

impl Apart {
    /// `written`: aliases with the skill each stands for.
    pub(super) fn of<'a>(written: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut names: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
        for (skill, alias) in written {
            if let Some((first, second)) = alias.split_once(GAP) {
                let part = |text: &str| flat(text.trim()).text;
                names.entry((part(first), part(second))).or_default().insert(skill);
            }
        }
        let mut spelled: BTreeMap<String, Part> = BTreeMap::new();
        for (name, (first, second)) in names.keys().enumerate() {
            forms(first).iter().for_each(|form| spelled.entry(form.to_lowercase()).or_default().begins.push(name));
            forms(second).iter().for_each(|form| spelled.entry(form.to_lowercase()).or_default().ends.push(name));
        }
        spelled.retain(|lower, _| lower.chars().any(char::is_alphanumeric));
        let searcher = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(spelled.keys());
        Self { names: names.into_values().collect(), parts: spelled.into_values().collect(), searcher: searcher.ok() }
    }

    /// Every name whose parts stand near one another in one sentence of flat text.
    pub(super) fn found(&self, text: &str) -> Vec<Found<'_>> {
        let Some(searcher) = &self.searcher else { return Vec::new() };
        let hit = |hit: aho_corasick::Match| {
            let end = ends_at(text, hit.end()).filter(|_| begins_at(text, hit.start()))?;
            Some((hit.start()..end, &self.parts[hit.pattern().as_usize()]))
        };
        let hits: Vec<(Range<usize>, &Part)> = searcher.find_overlapping_iter(text).filter_map(hit).collect();
        let mut found = Vec::new();
        for (at, (begin, first)) in hits.iter().enumerate() {
            let mut named = BTreeSet::new();
            let near = hits[at + 1..].iter().take_while(|(end, _)| end.end <= begin.end + MOST_BYTES_BETWEEN);
            for (end, second) in near.filter(|(end, _)| end.start > begin.end && are_near(&text[begin.end..end.start])) {
                let both = first.begins.iter().filter(|name| second.ends.contains(name) && named.insert(**name));
                found.extend(both.map(|name| Found { skills: &self.names[*name], span: begin.start..end.end }));
            }
        }
        found
    }
}

/// Behind a second comma a list goes on, and its items have nothing to do with one another: "API design: REST, webhooks, events".
fn are_near(between: &str) -> bool {
    !between.contains([';', ':', '!', '?'])
        && !between.contains(". ")
        && between.matches(',').count() < 2
        && between.split_whitespace().count() <= MOST_WORDS_BETWEEN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_stand_in_one_sentence_and_near_one_another() {
        let apart = Apart::of([(0, "retire … version"), (1, "explain … not technical"), (2, "retire … version")].into_iter());
        for (text, expected) in [
            ("retire old versions", &["retire old versions"][..]),
            ("Retiring the two oldest versions of it", &["Retiring the two oldest versions"]),
            ("retired a version", &["retired a version"]),
            ("a version that retires", &[]),
            ("retire it. A version comes", &[]),
            ("retire in time; versions", &[]),
            ("retire, in time, versions", &[]),
            ("retire, in time versions", &["retire, in time versions"]),
            ("retire one two three four five six versions", &["retire one two three four five six versions"]),
            ("retire one two three four five six seven versions", &[]),
            ("retirement versions", &[]),
            ("explain it to people who are not technical", &["explain it to people who are not technical"]),
        ] {
            let found = apart.found(text);
            assert_eq!(found.iter().map(|found| &text[found.span.clone()]).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(apart.found("retire versions")[0].skills, &BTreeSet::from([0, 2]));
    }
}
