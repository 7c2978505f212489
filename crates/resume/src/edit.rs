use crate::json::{Node, Value, parse};
use crate::resume::Resume;
use crate::schema::{BASICS, SectionShape, Shape, section_of_key};

/// A change to one place of a résumé. Pointers are JSON pointers into its document: `/basics/name`, `/work/0/highlights/2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts words where a text or a date stands, or where none stands yet.
    Set {
        /// The text.
        pointer: String,
        /// Its new words; they may be empty.
        text: String,
    },
    /// Adds an empty entry at the end of a list.
    Add {
        /// The list.
        list: String,
    },
    /// Takes an entry out of its list.
    Remove {
        /// The entry.
        pointer: String,
    },
    /// Puts an entry elsewhere in its list.
    Move {
        /// The entry.
        pointer: String,
        /// Its new number, from 0; one beyond the end is the end.
        to: usize,
    },
    /// Puts an entry that was taken out back into its list.
    PutBack {
        /// Where it stood; beyond the end is the end.
        pointer: String,
        /// The text of the résumé that had it.
        before: String,
    },
}

/// A change that is not possible. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// JSON Resume has no such place.
    #[error("a résumé has no such place")]
    NoSuchPlace,
    /// The list has no such entry.
    #[error("the list has no such entry")]
    NoSuchEntry,
    /// What stands there is of a kind that a change would lose.
    #[error("what stands there is of another kind")]
    OtherKind,
}

/// The résumé with one change. Every other key and digit stays as it was written. Findings about it point into the text that was read, and
/// those about what is new to its beginning, until it is written and read again.
pub fn edit(resume: &Resume, change: &Edit) -> Result<Resume, EditError> {
    let mut document = resume.document().clone();
    match change {
        Edit::Set { pointer, text } => {
            let (node, here) = place(&mut document, pointer)?;
            match (here, &node.value) {
                (Here::Of(Shape::Text | Shape::Date), Value::Text(_) | Value::Null) => node.value = Value::Text(text.clone()),
                (Here::Of(Shape::Text | Shape::Date), _) => return Err(EditError::OtherKind),
                _ => return Err(EditError::NoSuchPlace),
            }
        }
        Edit::Add { list } => {
            let (node, here) = place(&mut document, list)?;
            let empty = match here {
                Here::Of(Shape::Texts) => Node::made_text(""),
                Here::Of(Shape::Groups(_)) | Here::Entries(_) => Node::made(Value::Object(Vec::new())),
                _ => return Err(EditError::NoSuchPlace),
            };
            items(node)?.push(empty);
        }
        Edit::Remove { pointer } => {
            let (items, at) = entry(&mut document, pointer)?;
            items.remove(at);
        }
        Edit::Move { pointer, to } => {
            let (items, at) = entry(&mut document, pointer)?;
            let moved = items.remove(at);
            items.insert((*to).min(items.len()), moved);
        }
        Edit::PutBack { pointer, before } => {
            let mut before = parse(before, resume.file()).0.ok_or(EditError::NoSuchEntry)?;
            let (there, at) = entry(&mut before, pointer)?;
            let taken_out = there.swap_remove(at);
            let items = list_of(&mut document, pointer)?.0;
            items.insert(at.min(items.len()), taken_out);
        }
    }
    Ok(resume.changed(document))
}

/// What a place of the document is.
enum Here {
    Of(Shape),
    /// The list of a section.
    Entries(&'static SectionShape),
    /// One entry of it.
    Entry(&'static SectionShape),
}

/// The value at a pointer and what it must be. Groups and keys that are not there yet are made on the way.
fn place<'a>(document: &'a mut Node, pointer: &str) -> Result<(&'a mut Node, Here), EditError> {
    let mut parts = pointer.strip_prefix('/').ok_or(EditError::NoSuchPlace)?.split('/');
    let first = parts.next().unwrap_or_default();
    let section = section_of_key(first).map(Here::Entries);
    let mut here = section.or_else(|| (first == "basics").then_some(Here::Of(Shape::Group(BASICS)))).ok_or(EditError::NoSuchPlace)?;
    let mut node = member(document, first)?;
    for part in parts {
        (node, here) = match here {
            Here::Entries(section) => (numbered(node, part)?, Here::Entry(section)),
            Here::Entry(section) => {
                let known = section.keys.iter().find(|(key, _)| *key == part).ok_or(EditError::NoSuchPlace)?;
                (member(node, part)?, Here::Of(known.1.shape()))
            }
            Here::Of(Shape::Group(keys)) => (member(node, part)?, Here::Of(of(keys, part)?)),
            Here::Of(Shape::Groups(keys)) => (numbered(node, part)?, Here::Of(Shape::Group(keys))),
            Here::Of(Shape::Texts) => (numbered(node, part)?, Here::Of(Shape::Text)),
            Here::Of(Shape::Text | Shape::Date) => return Err(EditError::NoSuchPlace),
        };
    }
    Ok((node, here))
}

fn of(keys: &[(&str, Shape)], key: &str) -> Result<Shape, EditError> {
    keys.iter().find(|(known, _)| *known == key).map(|(_, shape)| *shape).ok_or(EditError::NoSuchPlace)
}

fn member<'a>(node: &'a mut Node, key: &str) -> Result<&'a mut Node, EditError> {
    if node.value == Value::Null {
        node.value = Value::Object(Vec::new());
    }
    if node.get(key).is_none() {
        node.set(key, Node::made(Value::Null));
    }
    node.get_mut(key).ok_or(EditError::OtherKind)
}

fn numbered<'a>(node: &'a mut Node, part: &str) -> Result<&'a mut Node, EditError> {
    let at: usize = part.parse().map_err(|_| EditError::NoSuchPlace)?;
    items(node)?.get_mut(at).ok_or(EditError::NoSuchEntry)
}

fn items(node: &mut Node) -> Result<&mut Vec<Node>, EditError> {
    if node.value == Value::Null {
        node.value = Value::List(Vec::new());
    }
    match &mut node.value {
        Value::List(items) => Ok(items),
        _ => Err(EditError::OtherKind),
    }
}

fn entry<'a>(document: &'a mut Node, pointer: &str) -> Result<(&'a mut Vec<Node>, usize), EditError> {
    let (items, at) = list_of(document, pointer)?;
    if at < items.len() { Ok((items, at)) } else { Err(EditError::NoSuchEntry) }
}

/// The list that an entry stands in, and its number there; the list may be shorter.
fn list_of<'a>(document: &'a mut Node, pointer: &str) -> Result<(&'a mut Vec<Node>, usize), EditError> {
    let (list, number) = pointer.rsplit_once('/').ok_or(EditError::NoSuchPlace)?;
    let at: usize = number.parse().map_err(|_| EditError::NoSuchPlace)?;
    let (node, here) = place(document, list)?;
    if !matches!(here, Here::Entries(_) | Here::Of(Shape::Texts | Shape::Groups(_))) {
        return Err(EditError::NoSuchPlace);
    }
    Ok((items(node)?, at))
}
