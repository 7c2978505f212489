use crate::content::{Content, Entry, SectionKind};
use crate::evidence::follow;
use crate::json::{Node, Value};
use crate::ours;
use crate::resume::Resume;
use std::collections::HashSet;

/// What a tailored résumé shows, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The role it is for, in place of `basics.label`.
    pub role: Option<String>,
    /// The sections in their order on paper. One that is not named stays whole, behind these; one without entries is left out.
    pub sections: Vec<SectionChoice>,
}

/// What is shown of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionChoice {
    /// Which one.
    pub kind: SectionKind,
    /// Its entries, in their order on paper.
    pub entries: Vec<EntryChoice>,
}

/// What is shown of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChoice {
    /// Which one, counted from 0 in [`Content::entries`]. One that is not there, or was chosen already, is passed over.
    pub entry: usize,
    /// Which of its bullets, or of a skill or interest its keywords, of a school its courses, counted from 0, in their order on paper. `None` for all of them.
    pub items: Option<Vec<usize>>,
}

/// A tailored résumé.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The résumé itself. Whatever is shown, and every key that we do not know, is as it was.
    pub resume: Resume,
    /// What the whole résumé has and this one has not.
    pub left_out: Vec<LeftOut>,
}

/// One thing that a variant leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The section.
    pub kind: SectionKind,
    /// Which entry of the whole résumé, counted from 0.
    pub entry: usize,
    /// Which of its bullets or keywords, counted from 0; `None` for the entry as a whole.
    pub item: Option<usize>,
}

/// Makes a tailored variant. Links to evidence follow their bullets, and `meta.footbridge` notes the order of the sections.
///
/// Findings about the variant point into the file of the whole résumé, until it is written and read again.
pub fn variant(resume: &Resume, selection: &Selection) -> Variant {
    let content = resume.content();
    let mut making = Making { content, document: resume.document().clone(), moved: Vec::new(), left_out: Vec::new() };
    let mut named = HashSet::new();
    let choices: Vec<&SectionChoice> = selection.sections.iter().filter(|choice| named.insert(choice.kind)).collect();
    for choice in &choices {
        making.section(choice);
    }
    let whole = content.sections.iter().filter(|section| !named.contains(&section.kind));
    let bullets = whole.flat_map(|section| &section.entries).flat_map(|entry| &entry.bullets);
    making.moved.extend(bullets.map(|bullet| (bullet.pointer.clone(), bullet.pointer.clone())));
    let Making { mut document, moved, left_out, .. } = making;
    if !choices.is_empty() {
        follow(&mut document, resume, &moved);
        let order = choices.iter().map(|choice| Node::made_text(choice.kind.key())).collect();
        ours::set(&mut document, "sections", Node::made(Value::List(order)));
    }
    if let Some(role) = &selection.role {
        if document.get("basics").is_none() {
            document.set("basics", Node::made(Value::Object(Vec::new())));
        }
        if let Some(basics) = document.get_mut("basics") {
            basics.set("label", Node::made_text(role));
        }
    }
    Variant { resume: resume.changed(document), left_out }
}

struct Making<'a> {
    content: &'a Content,
    document: Node,
    /// The old and the new pointer of every bullet that is shown.
    moved: Vec<(String, String)>,
    left_out: Vec<LeftOut>,
}

impl Making<'_> {
    fn section(&mut self, choice: &SectionChoice) {
        let entries = self.content.entries(choice.kind);
        let key = choice.kind.key();
        let items_key = items_key(choice.kind);
        let Some(list) = self.document.get(key).cloned() else { return };
        let mut chosen = HashSet::new();
        let mut nodes = Vec::new();
        for entry_choice in &choice.entries {
            let Some(entry) = entries.get(entry_choice.entry).filter(|_| chosen.insert(entry_choice.entry)) else { continue };
            let Some(mut node) = last_number(&entry.pointer).and_then(|at| list.items().get(at)).cloned() else { continue };
            let pointer = format!("/{key}/{}", nodes.len());
            let items = distinct(entry_choice.items.as_deref(), entry.items(choice.kind).len());
            if let (Some(_), Some(items_node)) = (&entry_choice.items, node.get_mut(items_key)) {
                select(items_node, &items);
            }
            self.note(choice.kind, (entry_choice.entry, entry), &items, &pointer, entry_choice.items.is_some());
            nodes.push(node);
        }
        let left = (0..entries.len()).filter(|at| !chosen.contains(at));
        self.left_out.extend(left.map(|entry| LeftOut { kind: choice.kind, entry, item: None }));
        self.document.set(key, Node { span: list.span, value: Value::List(nodes) });
    }

    /// Notes where the bullets of an entry went, and which of its items are left out.
    fn note(&mut self, kind: SectionKind, (number, entry): (usize, &Entry), items: &[usize], pointer: &str, selected: bool) {
        for (new, old) in items.iter().enumerate() {
            if let Some(bullet) = entry.bullets.get(*old) {
                // A list that was kept whole keeps its blank entries, and with them its numbers.
                let new = if selected { new } else { last_number(&bullet.pointer).unwrap_or(new) };
                self.moved.push((bullet.pointer.clone(), format!("{pointer}/highlights/{new}")));
            }
        }
        let left = (0..entry.items(kind).len()).filter(|at| !items.contains(at));
        self.left_out.extend(left.map(|at| LeftOut { kind, entry: number, item: Some(at) }));
    }
}

fn items_key(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Skills | SectionKind::Interests => "keywords",
        SectionKind::Education => "courses",
        _ => "highlights",
    }
}

/// The chosen numbers below `count`, each once; all of them when nothing was chosen.
fn distinct(chosen: Option<&[usize]>, count: usize) -> Vec<usize> {
    let Some(chosen) = chosen else { return (0..count).collect() };
    let mut seen = HashSet::new();
    chosen.iter().copied().filter(|at| *at < count && seen.insert(*at)).collect()
}

/// Keeps the chosen ones of those items that say something.
fn select(list: &mut Node, chosen: &[usize]) {
    let Value::List(items) = &mut list.value else { return };
    let said: Vec<&Node> = items.iter().filter(|item| item.text().is_some_and(|text| !text.trim().is_empty())).collect();
    let kept = chosen.iter().filter_map(|at| said.get(*at).map(|node| (*node).clone())).collect();
    *items = kept;
}

fn last_number(pointer: &str) -> Option<usize> {
    pointer.rsplit('/').next()?.parse().ok()
}
