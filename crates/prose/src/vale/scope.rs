//! Where a rule looks: `text`, `heading`, `heading.h2`, `paragraph`, `sentence`, `list`, `blockquote`, `table`, each also negated with `~`.

use super::texts::{Text, TextKind, Texts};
use std::ops::Range;

/// One scope of a rule; a rule with several looks where any of them does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scope {
    /// All texts.
    All,
    Heading(Option<u8>),
    Paragraph,
    Sentence,
    List,
    Quote,
    Table,
    Not(Box<Scope>),
}

/// Part of a text that a rule looks at as a whole.
pub(super) struct Scoped<'a> {
    pub(super) text: &'a Text,
    pub(super) at: Range<usize>,
}

impl<'a> Scoped<'a> {
    pub(super) fn str(&self) -> &'a str {
        &self.text.text[self.at.clone()]
    }

    /// Bytes of the answer that a stretch of [`Self::str`] came from.
    pub(super) fn origin(&self, stretch: Range<usize>) -> Range<usize> {
        self.text.origin(self.at.start + stretch.start..self.at.start + stretch.end)
    }
}

/// `None` for a scope that we do not have.
pub(super) fn read(name: &str) -> Option<Scope> {
    if let Some(negated) = name.strip_prefix('~') {
        return read(negated).filter(|scope| !matches!(scope, Scope::Not(_) | Scope::Sentence)).map(|scope| Scope::Not(Box::new(scope)));
    }
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    match (first, rest) {
        ("text" | "summary" | "", _) => Some(Scope::All),
        ("heading", "") => Some(Scope::Heading(None)),
        ("heading", level) => level
            .strip_prefix('h')
            .and_then(|level| level.parse().ok())
            .filter(|level| (1..=6).contains(level))
            .map(|level| Scope::Heading(Some(level))),
        ("paragraph", _) => Some(Scope::Paragraph),
        ("sentence", _) => Some(Scope::Sentence),
        ("list", _) => Some(Scope::List),
        ("blockquote", _) => Some(Scope::Quote),
        ("table", _) => Some(Scope::Table),
        _ => None,
    }
}

/// What a rule with these scopes looks at, in order.
pub(super) fn select<'a>(texts: &'a Texts, scopes: &[Scope]) -> Vec<Scoped<'a>> {
    let mut selected = Vec::new();
    for text in &texts.all {
        if scopes.iter().any(|scope| holds(scope, text.kind)) {
            selected.push(Scoped { text, at: 0..text.text.len() });
        } else if scopes.contains(&Scope::Sentence) && !matches!(text.kind, TextKind::Heading(_)) {
            selected.extend(text.sentences.iter().map(|at| Scoped { text, at: at.clone() }));
        }
    }
    selected
}

fn holds(scope: &Scope, kind: TextKind) -> bool {
    match scope {
        Scope::All => true,
        Scope::Heading(None) => matches!(kind, TextKind::Heading(_)),
        Scope::Heading(Some(level)) => kind == TextKind::Heading(*level),
        Scope::Paragraph => kind == TextKind::Paragraph,
        Scope::Sentence => false,
        Scope::List => kind == TextKind::ListItem,
        Scope::Quote => kind == TextKind::Quote,
        Scope::Table => kind == TextKind::Cell,
        Scope::Not(scope) => !holds(scope, kind),
    }
}
