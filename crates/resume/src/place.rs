//! Which part of a résumé stands at a byte of its file.

use crate::json::{Node, Value};
use crate::resume::Resume;
use std::fmt::Write;

/// The place of the innermost value there, as [`crate::Edit`] takes it; empty for the whole document.
pub fn pointer_at(resume: &Resume, offset: usize) -> String {
    let mut pointer = String::new();
    let mut node = resume.document();
    while let Some((key, inner)) = inner_at(node, offset) {
        _ = write!(pointer, "/{key}");
        node = inner;
    }
    pointer
}

fn inner_at(node: &Node, offset: usize) -> Option<(String, &Node)> {
    match &node.value {
        Value::Object(members) => members
            .iter()
            .find(|member| member.key_span.contains(&offset) || member.node.span.contains(&offset))
            .map(|member| (member.key.replace('~', "~0").replace('/', "~1"), &member.node)),
        Value::List(items) => {
            items.iter().enumerate().find(|(_, item)| item.span.contains(&offset)).map(|(at, item)| (at.to_string(), item))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::pointer_at;
    use crate::read::read;

    #[test]
    fn a_byte_stands_in_the_innermost_value() {
        let text = r#"{"basics": {"email": "x", "a/b": 1}, "work": [{"name": "Acme", "highlights": ["One", "Two"]}]}"#;
        let resume = read(text, "resume.json").0.expect("a résumé");
        for (word, pointer) in
            [("{", ""), ("\"x\"", "/basics/email"), ("a/b", "/basics/a~1b"), ("Acme", "/work/0/name"), ("Two", "/work/0/highlights/1")]
        {
            assert_eq!(pointer_at(&resume, text.find(word).expect(word)), pointer, "{word}");
        }
    }
}
