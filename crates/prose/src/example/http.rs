use super::{Examples, Fault, METHODS, Request, json, path_of};
use crate::document::Block;
use std::ops::Range;

/// One line of a block, without its line end.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// Reads requests and answers that are written as HTTP. Several are separated by `###` or begin with a new first line after an empty one.
pub(super) fn read(block: &Block, examples: &mut Examples) {
    let mut start = 0;
    let lines: Vec<Line<'_>> = block
        .text()
        .split_inclusive('\n')
        .map(|line| {
            let read = Line { text: line.trim_end(), start };
            start += line.len();
            read
        })
        .collect();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.text.is_empty() || line.text.starts_with('#') {
            at += 1;
            continue;
        }
        at = message(block, &lines, at, examples);
    }
}

/// Reads one message and returns the line after it.
fn message(block: &Block, lines: &[Line<'_>], first: usize, examples: &mut Examples) -> usize {
    let line = &lines[first];
    // "HTTP/1.1 200 OK", also without the version.
    let is_answer = line.text.starts_with("HTTP/")
        || line.text.split_whitespace().next().is_some_and(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let mut headers = Vec::new();
    let mut is_json = false;
    let mut at = first + 1;
    while let Some(header) = lines.get(at).filter(|line| !line.text.is_empty()) {
        match header.text.split_once(':') {
            Some((name, value)) if is_token(name) => {
                is_json |= name.eq_ignore_ascii_case("content-type") && value.to_lowercase().contains("json");
                headers.push(name.to_lowercase());
            }
            _ => {
                // What follows is a body whose empty line was forgotten; some write answers so, and they can still be read.
                break;
            }
        }
        at += 1;
    }
    if !is_answer {
        request(block, line, headers, examples);
    }
    body(block, lines, at, is_json, examples)
}

fn request(block: &Block, line: &Line<'_>, headers: Vec<String>, examples: &mut Examples) {
    let origin = |span: Range<usize>| block.prose.origin(span);
    let whole = line.start..line.start + line.text.len();
    let mut words = line.text.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !METHODS.contains(&method) {
        examples.faults.push(Fault {
            span: origin(line.start..line.start + method.len()),
            message: format!("“{method}” is no method of HTTP."),
            help: "A request begins with a line such as `GET /v1/rooms HTTP/1.1`, an answer with `HTTP/1.1 200 OK`.",
        });
        return;
    }
    let path = path_of(target).filter(|_| !target.starts_with("http://"));
    match path {
        Some(path) => examples.requests.push(Request { method: method.to_owned(), path, headers, span: origin(whole) }),
        None => examples.faults.push(Fault {
            span: origin(whole),
            message: format!("“{target}” is neither an https address nor a path."),
            help: "Write the path behind the method: `GET /v1/rooms`.",
        }),
    }
}

/// Reads a body up to the next message and returns the line after it.
fn body(block: &Block, lines: &[Line<'_>], first: usize, is_json: bool, examples: &mut Examples) -> usize {
    let begins_message = |line: &Line<'_>| {
        let word = line.text.split_whitespace().next().unwrap_or_default();
        line.text.starts_with("###") || line.text.starts_with("HTTP/") || METHODS.contains(&word)
    };
    let length = lines[first..].iter().position(begins_message).unwrap_or(lines.len() - first);
    let body = &lines[first..first + length];
    let text_start = body.iter().find(|line| !line.text.is_empty()).map(|line| line.start);
    let text_end = body.iter().rev().find(|line| !line.text.is_empty()).map(|line| line.start + line.text.len());
    if let (true, Some(start), Some(end)) = (is_json, text_start, text_end)
        && let Err((at, message)) = json::parse(&block.text()[start..end])
    {
        examples.faults.push(Fault {
            span: block.prose.origin(start + at..start + at + 1),
            message: format!("This body is JSON by its Content-Type and cannot be parsed: {message}."),
            help: "Paste what was really sent or answered.",
        });
    }
    first + length.max(1)
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
