//! Taking the keys of a mapping apart: which there are, which are missing, which are misspelt.

use super::yaml::{Entry, Kind, Node};
use crate::roadmap::Written;
use crate::wording::listed;
use footbridge_diagnostic::{Diagnostic, nearest, upper_first};
use std::ops::Range;

/// All that was found so far.
pub(crate) struct Findings<'f> {
    pub(crate) file: &'f str,
    pub(crate) all: Vec<Diagnostic>,
}

impl<'f> Findings<'f> {
    pub(crate) fn new(file: &'f str) -> Self {
        Self { file, all: Vec::new() }
    }

    pub(crate) fn say(&mut self, finding: Diagnostic) {
        self.all.push(finding);
    }

    /// Says what is wrong; notes and help can follow.
    pub(crate) fn error(&mut self, code: &str, message: impl Into<String>, span: Range<usize>) -> Said<'_> {
        self.all.push(Diagnostic::error(code, message).at(self.file, span));
        Said(self.all.last_mut().expect("a finding was pushed"))
    }
}

/// A finding that was just said.
pub(crate) struct Said<'f>(&'f mut Diagnostic);

impl Said<'_> {
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        self.0.notes.push(note.into());
        self
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.0.help.push(help.into());
        self
    }
}

/// More entries of one list are not read: no roadmap has them, and everything after would have to bear with them.
const MOST_ENTRIES: usize = 200;

/// What a mapping may and must hold.
pub(super) struct Shape {
    /// What it is: "bet".
    pub(super) what: &'static str,
    pub(super) keys: &'static [&'static str],
    pub(super) required: &'static [&'static str],
}

/// The keys of one mapping.
pub(super) struct Fields<'n> {
    /// Known keys with their values; a misspelt key stands under the one that was meant, so that it is told once and not missed again.
    entries: Vec<(&'static str, &'n Entry)>,
    /// What it is and which: "the bet `retries`".
    whose: String,
    /// Where something that the mapping lacks is pointed at: its name, else its first key.
    pub(super) at: Range<usize>,
}

impl<'n> Fields<'n> {
    /// Opens a mapping and says which keys it lacks, which it has twice, and which nobody knows. `position` tells it from its neighbours
    /// when it has neither id nor title: "second ".
    pub(super) fn open(node: &'n Node, shape: &Shape, position: &str, findings: &mut Findings<'_>) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let message = format!("Here {}, where {} with its keys should stand.", stands(node), with_article(shape.what));
            let keys = listed(shape.required.iter().copied());
            findings.error("roadmap-wrong-shape", message, node.span.clone()).help(format!("Write its keys, one a line: {keys}."));
            return None;
        };
        let mut fields =
            Self { entries: known(entries, shape, findings), whose: format!("the {position}{}", shape.what), at: node.span.clone() };
        let name = fields.get("id").or_else(|| fields.get("title"));
        let name = name.and_then(|name| text_of(name).map(|text| (text, name.span.clone())));
        if let Some((name, span)) = name {
            if !is_placeholder(name) {
                fields.whose = format!("the {} `{name}`", shape.what);
            }
            fields.at = span;
        }
        let missing: Vec<&str> = shape.required.iter().copied().filter(|key| fields.get(key).is_none()).collect();
        if !missing.is_empty() {
            // What has no id is known by its title alone.
            let is_nameless = missing.contains(&"title") && !shape.keys.contains(&"id");
            let (code, so) = if is_nameless { ("roadmap-untitled", ", so it is not read") } else { ("roadmap-missing-key", "") };
            let message = format!("{} lacks {}{so}.", upper_first(&fields.whose), listed(missing));
            findings.error(code, message, fields.at.clone());
        }
        Some(fields)
    }

    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(known, _)| *known == key).map(|(_, entry)| &entry.value)
    }

    fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.entries.iter().find(|(known, _)| *known == key).map(|(_, entry)| entry.key.span.clone())
    }

    /// One text. What is no text, or still the template's, counts as nothing and is told.
    pub(super) fn text(&self, key: &str, findings: &mut Findings<'_>) -> Option<Written<String>> {
        let node = self.get(key)?;
        if let Kind::Empty = node.kind {
            let at = self.key_span(key).unwrap_or_else(|| node.span.clone());
            findings.error("roadmap-empty-key", format!("Nothing stands after `{key}` of {}.", self.whose), at);
            return None;
        }
        text(node, &format!("`{key}` of {}", self.whose), findings)
    }

    /// One text that has a meaning: a date, a size.
    pub(super) fn value<T>(
        &self,
        key: &str,
        findings: &mut Findings<'_>,
        meaning: impl FnOnce(&Written<String>, &mut Findings<'_>) -> Option<T>,
    ) -> Option<Written<T>> {
        let written = self.text(key, findings)?;
        let value = meaning(&written, findings)?;
        Some(Written::new(value, written.span))
    }

    /// One text or a list of texts.
    pub(super) fn texts(&self, key: &str, findings: &mut Findings<'_>) -> Vec<Written<String>> {
        match self.get(key) {
            Some(Node { kind: Kind::List(items), .. }) => {
                items.iter().filter_map(|item| text(item, &format!("An entry of `{key}`"), findings)).collect()
            }
            Some(Node { kind: Kind::Empty, .. }) | None => Vec::new(),
            Some(_) => self.text(key, findings).into_iter().collect(),
        }
    }

    /// A list of anything. Its place is that of its key, or of the mapping when there is no such key.
    pub(super) fn list<T>(
        &self,
        key: &str,
        findings: &mut Findings<'_>,
        item: impl Fn(&Node, usize, &mut Findings<'_>) -> Option<T>,
    ) -> Written<Vec<T>> {
        let span = self.key_span(key).unwrap_or_else(|| self.at.clone());
        let items = match self.get(key) {
            Some(Node { kind: Kind::List(nodes), .. }) => {
                if let Some(first_too_many) = nodes.get(MOST_ENTRIES) {
                    let message = format!("`{key}` has {} entries; the first {MOST_ENTRIES} are read.", nodes.len());
                    findings.error("roadmap-too-large", message, first_too_many.span.clone());
                }
                nodes.iter().take(MOST_ENTRIES).enumerate().filter_map(|(number, node)| item(node, number, findings)).collect()
            }
            Some(Node { kind: Kind::Empty, .. }) | None => Vec::new(),
            Some(node) => {
                let message = format!("`{key}` should be a list, and here {}.", stands(node));
                findings.error("roadmap-wrong-shape", message, node.span.clone()).help("Begin each entry with a dash: `- `.");
                Vec::new()
            }
        };
        Written::new(items, span)
    }
}

/// The entries whose keys are known or nearly so.
fn known<'n>(entries: &'n [Entry], shape: &Shape, findings: &mut Findings<'_>) -> Vec<(&'static str, &'n Entry)> {
    let mut known: Vec<(&'static str, &Entry)> = Vec::new();
    let mut misspelt = Vec::new();
    for entry in entries {
        let at = entry.key.span.clone();
        let Some(key) = text_of(&entry.key) else {
            findings.error("roadmap-wrong-shape", "A key is a word, and here stands something else.", at);
            continue;
        };
        match shape.keys.iter().find(|name| **name == key) {
            Some(name) if known.iter().any(|(seen, _)| seen == name) => {
                findings.error("roadmap-duplicate-key", format!("`{key}` stands twice in this {}.", shape.what), at);
            }
            Some(name) => known.push((*name, entry)),
            None => {
                let message = format!("{} has no key `{key}`.", upper_first(&with_article(shape.what)));
                let said = findings.error("roadmap-unknown-key", message, at);
                match nearest(key, shape.keys.iter().copied()) {
                    Some(near) => {
                        said.help(format!("Did you mean `{near}`?"));
                        misspelt.push((near, entry));
                    }
                    None => {
                        said.note(format!("Its keys are {}.", listed(shape.keys.iter().copied())));
                    }
                }
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
            findings.error("roadmap-unfilled", format!("{whose} is not filled in."), node.span.clone());
            None
        }
        Kind::Text(text) => Some(Written::new(text.clone(), node.span.clone())),
        Kind::Empty => {
            findings.error("roadmap-empty-key", format!("{whose} is empty."), node.span.clone());
            None
        }
        Kind::List(_) | Kind::Map(_) => {
            let message = format!("{whose} should be one text, and here {}.", stands(node));
            let said = findings.error("roadmap-wrong-shape", message, node.span.clone());
            if let Kind::Map(_) = node.kind {
                said.help("If the text holds a colon, put it in double quotes.");
            }
            None
        }
    }
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

fn stands(node: &Node) -> &'static str {
    match node.kind {
        Kind::Empty => "stands nothing",
        Kind::Text(_) => "stands a text",
        Kind::List(_) => "stands a list",
        Kind::Map(_) => "stand keys with values",
    }
}

fn with_article(what: &str) -> String {
    format!("{} {what}", if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" })
}

/// What templates put where an answer belongs.
fn is_placeholder(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "*_\"'`".contains(c));
    let in_angles = bare.starts_with('<') && bare.ends_with('>');
    bare.is_empty() || in_angles || ["…", "...", "?", "tbd", "todo", "tbc", "xxx"].contains(&bare.to_lowercase().as_str())
}
