//! Where a file with one JSON object a line stops being a table.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::io::BufRead;

/// Bytes that are looked through.
const LOOKED_THROUGH: u64 = 64 << 20;

/// The first line that is no object, or the first value of another kind than those above it in its column.
pub(crate) fn fault(file: impl BufRead) -> Option<String> {
    let mut kinds = BTreeMap::new();
    let mut file = file.take(LOOKED_THROUGH);
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if file.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Map<String, Value>>(line.trim_ascii_end()) {
            // The last line may be cut by the limit.
            Err(_) if file.limit() == 0 => return None,
            Err(error) => return Some(format!("Line {number} cannot be read as an object from byte {} on.", error.column().max(1))),
            Ok(object) => {
                if let Some(found) = mixed(&mut kinds, "", &object, number) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// Notes the kind of each value by its column, and tells the first that differs.
fn mixed(kinds: &mut BTreeMap<String, (&'static str, u64)>, inside: &str, object: &Map<String, Value>, line: u64) -> Option<String> {
    for (name, value) in object {
        let Some(kind) = kind(value) else { continue };
        let column = if inside.is_empty() { name.clone() } else { format!("{inside}.{name}") };
        let (first, on) = *kinds.entry(column.clone()).or_insert((kind, line));
        if first != kind {
            return Some(format!("`{column}` is {first} in line {on} and {kind} in line {line}: a column holds one kind of value."));
        }
        if let Some(found) = value.as_object().and_then(|value| mixed(kinds, &column, value, line)) {
            return Some(found);
        }
    }
    None
}

fn kind(value: &Value) -> Option<&'static str> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some("true or false"),
        Value::Number(_) => Some("a number"),
        Value::String(_) => Some("a text"),
        Value::Array(_) => Some("a list"),
        Value::Object(_) => Some("an object"),
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn the_first_fault_is_told_with_its_line() {
        let cases: [(&[u8], Option<&str>); 7] = [
            (b"{\"a\":1}\n\n{\"a\":null,\"b\":{\"c\":1.5}}\n{\"b\":{\"c\":2}}", None),
            (b"{\"a\":1}\n{\"a\":\"x\"}\n", Some("`a` is a number in line 1 and a text in line 2: a column holds one kind of value.")),
            (
                b"{\"a\":{\"b\":1}}\n{\"a\":{\"b\":[1]}}",
                Some("`a.b` is a number in line 1 and a list in line 2: a column holds one kind of value."),
            ),
            (b"{\"a\":1}\n{\"a\": \n", Some("Line 2 cannot be read as an object from byte 5 on.")),
            (b"[1, 2]\n", Some("Line 1 cannot be read as an object from byte 1 on.")),
            (b"\xff\xfe", Some("Line 1 cannot be read as an object from byte 1 on.")),
            (b"", None),
        ];
        for (file, told) in cases {
            assert_eq!(fault(file).as_deref(), told, "{}", String::from_utf8_lossy(file));
        }
    }
}
