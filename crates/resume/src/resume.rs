use crate::content::Content;
use crate::json::{self, Node};
use crate::meaning;
use std::sync::Arc;

/// A résumé: the document as it was written, every key and every digit of it, and what it says.
///
/// It changes only as a whole: every change makes another résumé of a whole document. So the two never disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Resume {
    file: String,
    /// What was read: places of findings are places in it, those of a changed résumé too.
    source: Arc<str>,
    document: Node,
    content: Content,
}

impl Resume {
    pub(crate) fn new(document: Node, file: &str, source: Arc<str>) -> Self {
        Self { file: file.to_owned(), source, content: meaning::content(&document), document }
    }

    pub(crate) fn document(&self) -> &Node {
        &self.document
    }

    /// This résumé with another document.
    pub(crate) fn changed(&self, document: Node) -> Self {
        Self::new(document, &self.file, Arc::clone(&self.source))
    }

    /// The name of its file, as findings give it.
    pub fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// What it says.
    pub fn content(&self) -> &Content {
        &self.content
    }
}

/// The résumé as JSON Resume. Whatever was read comes back: unknown keys, the order of keys, repeated keys, the digits of numbers. Only the
/// layout is ours: two spaces a level and a line break at the end.
pub fn write(resume: &Resume) -> String {
    json::write(&resume.document)
}
