use super::{Node, Value};

/// The tree as JSON, two spaces a level, as most tools lay it out; ends with a line break.
pub(crate) fn write(node: &Node) -> String {
    let mut text = String::new();
    push(&mut text, node, 0);
    text.push('\n');
    text
}

fn push(text: &mut String, node: &Node, level: usize) {
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(digits) => text.push_str(digits),
        Value::Text(value) => push_text(text, value),
        Value::List(items) => {
            let mut lines = Lines::open(text, '[', level);
            for item in items {
                lines.next();
                push(lines.text, item, level + 1);
            }
            lines.close(']');
        }
        Value::Object(members) => {
            let mut lines = Lines::open(text, '{', level);
            for member in members {
                lines.next();
                push_text(lines.text, &member.key);
                lines.text.push_str(": ");
                push(lines.text, &member.node, level + 1);
            }
            lines.close('}');
        }
    }
}

/// The commas, line breaks and indents between the brackets.
struct Lines<'a> {
    text: &'a mut String,
    level: usize,
    empty: bool,
}

impl<'a> Lines<'a> {
    fn open(text: &'a mut String, bracket: char, level: usize) -> Self {
        text.push(bracket);
        Self { text, level, empty: true }
    }

    fn next(&mut self) {
        if !self.empty {
            self.text.push(',');
        }
        self.empty = false;
        self.break_line(self.level + 1);
    }

    fn close(mut self, bracket: char) {
        if !self.empty {
            self.break_line(self.level);
        }
        self.text.push(bracket);
    }

    fn break_line(&mut self, level: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", level));
    }
}

fn push_text(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            control if control < ' ' => {
                let code = u32::from(control);
                text.push_str(&format!("\\u{code:04x}"));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}
