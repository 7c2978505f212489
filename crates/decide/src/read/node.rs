use std::ops::Range;

/// A value of the file, whichever form it has.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Its bytes. A mapping and a list are pointed at by what they begin with.
    pub(super) span: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// Nothing stands after the colon or the dash.
    Empty,
    /// Text, numbers and words such as `yes` as they were written, without white space around.
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: Node,
    pub(super) value: Node,
}

impl Node {
    pub(super) fn text(text: impl Into<String>, span: Range<usize>) -> Self {
        let text = text.into();
        Self { kind: if text.is_empty() { Kind::Empty } else { Kind::Text(text) }, span }
    }

    /// The text, when it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Empty | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// What stands there, in words.
    pub(super) fn stands(&self) -> &'static str {
        match self.kind {
            Kind::Empty => "stands nothing",
            Kind::Text(_) => "stands a text",
            Kind::List(_) => "stands a list",
            Kind::Map(_) => "stand keys with values",
        }
    }
}
