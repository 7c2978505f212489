use super::{Examples, Fault};
use crate::document::Block;
use serde_json::Value;

/// Reads a JSON block: it has to parse, and an error in it tells its status.
pub(super) fn read(block: &Block, examples: &mut Examples) {
    match parse(block.text()) {
        Ok(value) => {
            let status =
                ["status", "status_code", "statusCode"].iter().find_map(|key| value.get(key)).or_else(|| value.get("error")?.get("status"));
            let status = status.and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
            if let Some(status) = status.filter(|status| (400..600).contains(status)) {
                let at = block.text().find(&status.to_string()).unwrap_or(0);
                examples.statuses.push((status, block.prose.origin(at..at + 3)));
            }
        }
        Err((at, message)) => examples.faults.push(Fault {
            span: block.prose.origin(at..at + 1),
            message: format!("This JSON cannot be parsed: {message}."),
            help: "Paste an answer that you really got. If it is only a sketch, write `text` behind the three backticks instead of `json`.",
        }),
    }
}

/// The value, or the byte at which it breaks and what is wrong there.
pub(super) fn parse(text: &str) -> Result<Value, (usize, String)> {
    serde_json::from_str(text).map_err(|error| {
        let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = (line_start + error.column().saturating_sub(1)).min(text.len().saturating_sub(1));
        (text.floor_char_boundary(at), wording(&error))
    })
}

/// In plain words, without line and column: those are shown anyway.
fn wording(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    if error.is_eof() {
        return "it ends too early".to_owned();
    }
    match said {
        "trailing comma" => "a comma stands before the closing bracket".to_owned(),
        "trailing characters" => "something stands behind the value".to_owned(),
        "key must be a string" => "a name without quotation marks stands here, or a comma too many".to_owned(),
        "expected value" | "expected ident" => "no value stands here".to_owned(),
        "control character (\\u0000-\\u001F) found while parsing a string" => "a line breaks inside quotation marks".to_owned(),
        "invalid escape" => "a backslash stands before a character that needs none".to_owned(),
        "recursion limit exceeded" => "it is nested too deep".to_owned(),
        "expected `,` or `}`" | "expected `,` or `]`" => "a comma or a closing bracket is missing before this".to_owned(),
        "expected `:`" => "a colon is missing before this".to_owned(),
        other => other.to_owned(),
    }
}
