//! Taking the keys of a mapping apart: which there are, which are missing, which are misspelt.

use super::node::{Entry, Kind, Node};
use crate::decision::Written;
use footbridge_diagnostic::{Diagnostic, listed, nearest, upper_first};
use std::ops::Range;

/// All that was found so far.
pub(super) struct Findings<'f> {
    pub(super) file: &'f str,
    pub(super) all: Vec<Diagnostic>,
}

impl Findings<'_> {
    pub(super) fn error(&mut self, code: &str, message: impl Into<String>, span: &Range<usize>) {
        self.all.push(Diagnostic::error(code, message).at(self.file, span.clone()));
    }

    pub(super) fn error_with_help(&mut self, code: &str, message: impl Into<String>, span: &Range<usize>, help: impl Into<String>) {
        self.all.push(Diagnostic::error(code, message).at(self.file, span.clone()).help(help));
    }
}

/// More entries of one list are not read: no decision has them, and everything after would have to bear with them.
const MOST_ENTRIES: usize = 60;

/// What a mapping may and must hold.
pub(super) struct Shape {
    /// What it is, with its article: "an option".
    pub(super) what: &'static str,
    /// Keys that it shares with others of its rank.
    pub(super) shared: &'static [&'static str],
    pub(super) keys: &'static [&'static str],
    pub(super) required: &'static [&'static str],
}

/// The keys of one mapping.
pub(super) struct Fields<'n> {
    entries: Vec<(&'static str, &'n Entry)>,
    /// What it is and which: "the option `Replay`".
    pub(super) whose: String,
    /// Where something that the mapping lacks is pointed at: its name, else its first key.
    pub(super) at: Range<usize>,
}

impl<'n> Fields<'n> {
    /// Opens a mapping and says which keys it lacks, which it has twice, and which nobody knows.
    pub(super) fn open(node: &'n Node, shape: &Shape, findings: &mut Findings<'_>) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let message = format!("Here {}, where {} with its keys should stand.", node.stands(), shape.what);
            let help = format!("Write its keys, one a line: {}.", quoted(shape.required));
            findings.error_with_help("decide-wrong-shape", message, &node.span, help);
            return None;
        };
        let bare = shape.what.split_once(' ').map_or(shape.what, |(_, bare)| bare);
        let mut fields = Self { entries: known(entries, shape, findings), whose: format!("the {bare}"), at: node.span.clone() };
        if let Some((name, span)) = fields.get("name").and_then(|name| Some((name.as_text()?, name.span.clone()))) {
            fields.whose = format!("the {bare} `{name}`");
            fields.at = span;
        }
        let missing: Vec<&str> = shape.required.iter().copied().filter(|key| fields.get(key).is_none()).collect();
        if !missing.is_empty() {
            findings.error("decide-missing-key", format!("{} lacks {}.", upper_first(&fields.whose), quoted(&missing)), &fields.at);
        }
        Some(fields)
    }

    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(known, _)| *known == key).map(|(_, entry)| &entry.value)
    }

    /// One text. What is no text, or still the template's, counts as nothing and is told.
    pub(super) fn text(&self, key: &str, findings: &mut Findings<'_>) -> Option<Written<String>> {
        text(self.get(key)?, &format!("`{key}` of {}", self.whose), findings)
    }

    /// The entries of a list with their numbers. A mapping or a text instead is told.
    pub(super) fn list(&self, key: &str, findings: &mut Findings<'_>) -> &'n [Node] {
        match self.get(key) {
            Some(Node { kind: Kind::List(nodes), .. }) => {
                if let Some(first_too_many) = nodes.get(MOST_ENTRIES) {
                    let message = format!("`{key}` has {} entries; the first {MOST_ENTRIES} are read.", nodes.len());
                    findings.error("decide-too-large", message, &first_too_many.span);
                }
                &nodes[..nodes.len().min(MOST_ENTRIES)]
            }
            Some(Node { kind: Kind::Empty, .. }) | None => &[],
            Some(node) => {
                let message = format!("`{key}` should be a list, and here {}.", node.stands());
                findings.error_with_help("decide-wrong-shape", message, &node.span, "Begin each entry with a dash: `- `.");
                &[]
            }
        }
    }

    /// The entries of a mapping whose keys are names of the file's own: of criteria or figures, as `each` says.
    pub(super) fn named(&self, key: &str, each: &str, findings: &mut Findings<'_>) -> &'n [Entry] {
        match self.get(key) {
            Some(Node { kind: Kind::Map(entries), .. }) => &entries[..entries.len().min(MOST_ENTRIES)],
            Some(Node { kind: Kind::Empty, .. }) | None => &[],
            Some(node) => {
                let message = format!("`{key}` of {} should hold one line for each {each}, and here {}.", self.whose, node.stands());
                findings.error_with_help("decide-wrong-shape", message, &node.span, format!("Write `{each}: …`, one a line."));
                &[]
            }
        }
    }
}

/// The entries whose keys are known or nearly so.
fn known<'n>(entries: &'n [Entry], shape: &Shape, findings: &mut Findings<'_>) -> Vec<(&'static str, &'n Entry)> {
    let mut known: Vec<(&'static str, &Entry)> = Vec::new();
    let mut misspelt = Vec::new();
    let keys = [shape.shared, shape.keys].concat();
    for entry in entries {
        let at = &entry.key.span;
        let Some(key) = entry.key.as_text() else {
            findings.error("decide-wrong-shape", "A key is a word, and here stands something else.", at);
            continue;
        };
        match keys.iter().find(|name| **name == key) {
            Some(name) if known.iter().any(|(seen, _)| seen == name) => {
                findings.error("decide-duplicate-key", format!("`{key}` stands twice in one place."), at);
            }
            Some(name) => known.push((*name, entry)),
            None => {
                let message = format!("{} has no key `{key}`.", upper_first(shape.what));
                let near = nearest(key, keys.iter().copied());
                let help = near.map_or_else(|| format!("Its keys are {}.", quoted(&keys)), |near| format!("Did you mean `{near}`?"));
                findings.error_with_help("decide-unknown-key", message, at, help);
                misspelt.extend(near.map(|near| (near, entry)));
            }
        }
    }
    // Those that are spelt right come first: they are found first.
    known.extend(misspelt);
    known
}

/// A text that stands for something. `whose` names it at the beginning of a sentence.
pub(super) fn text(node: &Node, whose: &str, findings: &mut Findings<'_>) -> Option<Written<String>> {
    match &node.kind {
        Kind::Text(text) if is_placeholder(text) => {
            findings.error("decide-unfilled", format!("{whose} is not filled in."), &node.span);
            None
        }
        Kind::Text(text) => Some(Written::new(text.clone(), node.span.clone())),
        Kind::Empty => {
            findings.error("decide-unfilled", format!("{whose} is empty."), &node.span);
            None
        }
        Kind::List(_) | Kind::Map(_) => {
            let message = format!("{whose} should be one text, and here {}.", node.stands());
            findings.error_with_help("decide-wrong-shape", message, &node.span, "If the text holds a colon, put it in double quotes.");
            None
        }
    }
}

pub(super) fn quoted(names: &[&str]) -> String {
    listed(names.iter().map(|name| format!("`{name}`")))
}

/// What templates put where an answer belongs.
pub(super) fn is_placeholder(text: &str) -> bool {
    let bare = text.trim();
    bare.is_empty() || (bare.starts_with('<') && bare.ends_with('>')) || ["…", "...", "?"].contains(&bare)
}
