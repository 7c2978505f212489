//! What a document keeps for us, below `meta.footbridge`: JSON Resume lets every tool keep things of its own under `meta`.

use crate::json::{Node, Value};

const GROUPS: [&str; 2] = ["meta", "footbridge"];

/// The value of one of our keys.
pub(crate) fn get<'a>(document: &'a Node, key: &str) -> Option<&'a Node> {
    GROUPS.iter().try_fold(document, |group, name| group.get(name))?.get(key)
}

/// Sets one of our keys. Where one of the two groups is there but no group of keys, it is replaced: there is nothing to keep in it.
pub(crate) fn set(document: &mut Node, key: &str, node: Node) {
    let mut group = document;
    for name in GROUPS {
        if !group.get(name).is_some_and(|there| matches!(there.value, Value::Object(_))) {
            group.set(name, Node::made(Value::Object(Vec::new())));
        }
        let Some(inner) = group.get_mut(name) else { return };
        group = inner;
    }
    group.set(key, node);
}
