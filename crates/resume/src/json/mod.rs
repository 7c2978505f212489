//! JSON as it was written: every value with its place, members in their order, numbers with their digits.
//!
//! A general JSON type would round numbers, drop a repeated key and forget where things stood. What a person or another tool wrote into
//! their résumé is not ours to change, so this tree keeps all of it and [`write`] gives it back.

mod characters;
mod parse;
mod write;

pub(crate) use characters::characters;
pub(crate) use parse::parse;
pub(crate) use write::write;

use std::ops::Range;

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Bytes of the file; empty for a value that was made, not read.
    pub(crate) span: Range<usize>,
    pub(crate) value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// The digits as they were written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// One key of an object with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    pub(crate) node: Node,
}

impl Node {
    /// A value that stands in no file.
    pub(crate) fn made(value: Value) -> Self {
        Self { span: 0..0, value }
    }

    /// A text that stands in no file.
    pub(crate) fn made_text(text: &str) -> Self {
        Self::made(Value::Text(text.to_owned()))
    }

    /// The members, or none when this is no object.
    pub(crate) fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The items, or none when this is no list.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text, when it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key. Of a key that was written twice the last counts, as in other readers of JSON.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.members().iter().rev().find(|member| member.key == key).map(|member| &member.node)
    }

    /// As [`Node::get`], to be changed.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        match &mut self.value {
            Value::Object(members) => members.iter_mut().rev().find(|member| member.key == key).map(|member| &mut member.node),
            _ => None,
        }
    }

    /// Puts a value at a key: in its place when the key is there, else at the end. Nothing happens to what is no object.
    pub(crate) fn set(&mut self, key: &str, node: Node) {
        if let Some(there) = self.get_mut(key) {
            *there = node;
        } else if let Value::Object(members) = &mut self.value {
            members.push(Member { key: key.to_owned(), key_span: 0..0, node });
        }
    }

    /// What a person would call this kind of value.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "a group of keys",
        }
    }
}
