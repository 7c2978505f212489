//! Examples in code blocks: requests in shell and HTTP, answers in HTTP and JSON, read with their places.

mod curl;
mod http;
mod json;
mod shell;

use crate::document::{Block, BlockKind, Document};
use std::ops::Range;

/// Everything that the examples of a document show.
#[derive(Default)]
pub(crate) struct Examples {
    pub(crate) requests: Vec<Request>,
    /// Statuses of answers, with their places.
    pub(crate) statuses: Vec<(u16, Range<usize>)>,
    pub(crate) faults: Vec<Fault>,
}

/// A request that an example sends.
pub(crate) struct Request {
    /// Upper-case.
    pub(crate) method: String,
    /// Without scheme, host and query string; begins with a slash.
    pub(crate) path: String,
    /// Names in lower case.
    pub(crate) headers: Vec<String>,
    /// Bytes of the answer.
    pub(crate) span: Range<usize>,
}

/// Something in an example that cannot run.
pub(crate) struct Fault {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

pub(crate) const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Reads all examples, with all their faults.
pub(crate) fn read(document: &Document) -> Examples {
    let mut examples = Examples::default();
    for block in document.parts.iter().flat_map(|part| &part.blocks) {
        if let BlockKind::Code { language } = &block.kind {
            read_block(block, language, &mut examples);
        }
    }
    examples
}

fn read_block(block: &Block, language: &str, examples: &mut Examples) {
    let text = block.text();
    let begins_with_curl = || text.trim_start().trim_start_matches(['$', ' ']).starts_with("curl ");
    match language {
        "json" => json::read(block, examples),
        "bash" | "sh" | "shell" | "zsh" | "console" | "shell-session" | "curl" => curl::read(block, examples),
        "http" => http::read(block, examples),
        "" | "text" if begins_with_curl() => curl::read(block, examples),
        _ => {}
    }
    examples.statuses.extend(status_lines(block));
}

/// `HTTP/1.1 404 Not Found`, also with the arrow that curl prints before it.
fn status_lines(block: &Block) -> Vec<(u16, Range<usize>)> {
    let mut statuses = Vec::new();
    let mut start = 0;
    for line in block.text().split_inclusive('\n') {
        let trimmed = line.trim_start_matches(['<', '#', '>', ' ', '\t']);
        let version = trimmed.strip_prefix("HTTP/").and_then(|rest| rest.split_once(' '));
        if let Some((_, after)) = version
            && let Some(status) = after.trim_start().get(..3).and_then(|digits| digits.parse().ok())
        {
            let at = start + (line.len() - after.trim_start().len());
            statuses.push((status, block.prose.origin(at..at + 3)));
        }
        start += line.len();
    }
    statuses
}

/// An address as a path: `https://api.example.org/v1/rooms?page=2` is `/v1/rooms`. `None` when it is neither an address nor a path.
pub(crate) fn path_of(target: &str) -> Option<String> {
    let without_scheme = target.strip_prefix("https://").or_else(|| target.strip_prefix("http://"));
    let path = match without_scheme {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => after_variable(target),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.starts_with('/').then(|| path.to_owned())
}

/// `$BASE/v1`, `${BASE}/v1` and `{{base}}/v1` begin with a variable that stands for scheme and host.
fn after_variable(target: &str) -> &str {
    if !target.starts_with(['$', '{']) {
        return target;
    }
    target.find('/').map_or("/", |at| &target[at..])
}
