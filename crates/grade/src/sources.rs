//! What a text takes from its source: words in quotation marks, and the operations of a contract.

use crate::write_spec::WriteSpec;
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_prose::find_phrase;
use std::ops::Range;

/// Fewer words in quotation marks are a term, or a label of a screen.
const FEWEST_WORDS: usize = 4;

/// Each opening mark with what closes it.
const MARKS: [(char, char); 3] = [('“', '”'), ('"', '"'), ('«', '»')];

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Quotations that do not stand in the brief, and operations that the contract does not have.
pub(crate) fn check(spec: &WriteSpec, brief: &str, text: &str, file: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(part) = spec.quotes.as_ref().and_then(|heading| section(text, heading)) {
        let placed = quotations(&text[part.clone()]).into_iter().map(|place| part.start + place.start..part.start + place.end);
        let invented = placed.filter(|place| !holds(brief, &text[place.clone()]));
        found.extend(invented.map(|place| not_said(&text[place.clone()]).at(file, place)));
    }
    if !spec.contract.is_empty() {
        let known =
            |operation: &Operation| spec.contract.iter().any(|known| Operation::read(known).is_some_and(|known| known.is(operation)));
        let unknown = operations(text).into_iter().filter(|(operation, _)| !known(operation));
        found.extend(unknown.map(|(operation, place)| not_in_contract(&operation, &spec.contract).at(file, place)));
    }
    found
}

fn not_said(quotation: &str) -> Diagnostic {
    Diagnostic::error("write-quote-not-found", format!("“{}” does not stand in the source.", quotation.trim()))
        .note("Words in quotation marks are taken for somebody's own.")
        .help("Quote word for word, with … for what you leave out, or say it in your own words without the marks.")
}

fn not_in_contract(operation: &Operation, contract: &[String]) -> Diagnostic {
    let written = operation.to_string();
    let finding = Diagnostic::error("write-operation-unknown", format!("The contract has no `{written}`."));
    match nearest(&written, contract.iter().map(String::as_str)) {
        Some(meant) => finding.help(format!("It has `{meant}`.")),
        None => finding.help(format!("It has {}.", contract.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", "))),
    }
}

/// Whether words stand in a source one after the other, in any case and with any punctuation. What `…` leaves out may stand between.
fn holds(source: &str, quotation: &str) -> bool {
    let mut parts = quotation.split('…').flat_map(|part| part.split("...")).filter(|part| part.contains(char::is_alphanumeric));
    parts.all(|part| find_phrase(source, part.trim_matches(['[', ']', ' '])).is_some())
}

/// What stands under a heading, up to the next one that is not below it.
fn section(text: &str, heading: &str) -> Option<Range<usize>> {
    let mut start: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            match start {
                Some((begin, above)) if level <= above => return Some(begin..at),
                None if line[level..].trim().eq_ignore_ascii_case(heading) => start = Some((at + line.len(), level)),
                _ => {}
            }
        }
        at += line.len();
    }
    start.map(|(begin, _)| begin..text.len())
}

/// Inner bytes of everything in quotation marks that is no code and no mere term. A quotation ends in its own paragraph.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((open, mark)) =
        text[at..].char_indices().find(|(_, letter)| *letter == '`' || MARKS.iter().any(|(open, _)| open == letter))
    {
        let from = at + open;
        if mark == '`' {
            at = from + code(&text[from..]);
            continue;
        }
        let inner = from + mark.len_utf8();
        let rest = &text[inner..];
        let paragraph = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
        let close = MARKS.iter().find(|(open, _)| *open == mark).map_or(mark, |(_, close)| *close);
        at = inner;
        if let Some(length) = paragraph.find(close) {
            if paragraph[..length].split_whitespace().count() >= FEWEST_WORDS {
                found.push(inner..inner + length);
            }
            at += length + close.len_utf8();
        }
    }
    found
}

/// Length of the code that a text begins with, its marks included; of the marks alone when they are never closed.
fn code(text: &str) -> usize {
    let marks = text.bytes().take_while(|byte| *byte == b'`').count();
    let (fence, after) = text.split_at(marks);
    marks + after.find(fence).map_or(0, |length| length + marks)
}

/// A method on a path, without host and query.
#[derive(PartialEq, Eq)]
struct Operation {
    method: &'static str,
    path: String,
}

impl std::fmt::Display for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl Operation {
    fn read(written: &str) -> Option<Self> {
        let (method, path) = written.split_once(' ')?;
        Self::of(method, path)
    }

    fn of(method: &str, path: &str) -> Option<Self> {
        Some(Self { method: METHODS.into_iter().find(|known| *known == method)?, path: path_of(path)? })
    }

    /// Whether a text means this operation; `{id}`, `:id` and `<id>` stand for one segment.
    fn is(&self, said: &Self) -> bool {
        let stands_for_any = |segment: &str| segment.starts_with(['{', ':', '<']);
        let (known, said_path): (Vec<&str>, Vec<&str>) = (self.path.split('/').collect(), said.path.split('/').collect());
        let one = |(known, said): (&&str, &&str)| {
            known == said || stands_for_any(known) && !said.is_empty() || stands_for_any(said) && !known.is_empty()
        };
        self.method == said.method && known.len() == said_path.len() && known.iter().zip(&said_path).all(one)
    }
}

/// The path of an address, or of what begins with a slash.
fn path_of(written: &str) -> Option<String> {
    let written = written.trim_end_matches(['.', ',', ';', ':', '`', ')', '"', '”', '\'', '*']);
    let path = match written.split_once("://") {
        Some((_, behind)) => behind.find('/').map(|slash| &behind[slash..])?,
        None => written,
    };
    let path = path.split(['?', '#']).next().unwrap_or(path).trim_end_matches('/');
    (path.starts_with('/') && path.len() > 1).then(|| path.to_owned())
}

/// Every method that stands before a path, with its place.
fn operations(text: &str) -> Vec<(Operation, Range<usize>)> {
    let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, '`' | '|' | '(' | '"' | '“' | '*');
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_gap(letter), start) {
            (false, None) => start = Some(at),
            (true, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    let pair = |pair: &[Range<usize>]| {
        let [method, path] = pair else { return None };
        Some((Operation::of(&text[method.clone()], &text[path.clone()])?, method.start..path.end))
    };
    words.windows(2).filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::{check, operations, quotations};
    use crate::write_spec::WriteSpec;

    fn spec(quotes: Option<&str>, contract: &[&str]) -> WriteSpec {
        WriteSpec {
            artifact: None,
            post: None,
            words: None,
            log: false,
            sections: Vec::new(),
            criteria: Vec::new(),
            forbidden: Vec::new(),
            required: Vec::new(),
            quotes: quotes.map(str::to_owned),
            contract: contract.iter().map(|&operation| operation.to_owned()).collect(),
        }
    }

    #[test]
    fn a_quotation_that_nobody_said_is_told() {
        let brief = "01:11  Developer  It was about a day,\n                  honestly. Your docs are great.";
        for (text, invented) in [
            ("He said: “It was about a day, honestly.”", &[][..]),
            ("He said: \"about a day … docs are great\".", &[]),
            ("He said: “It was about a week, honestly.”", &["It was about a week, honestly."]),
            ("The button “Make a new key” is a term of four words", &["Make a new key"]),
            ("A term: “production key”. Code: `say \"one two three four\"`.", &[]),
            ("```json\n{\"a\": \"one two three four five\"}\n```\n", &[]),
            ("Never closed: “one two three four\n\nfive six seven”", &[]),
        ] {
            let text =
                &format!("# Notes\n\n## Quotes\n\n{text}\n\n### More\n\n## Next\n\n1. Let it say “signature does not match anything”.\n");
            let found = check(&spec(Some("Quotes"), &[]), brief, text, "answer.md");
            let places: Vec<&str> = found.iter().map(|finding| &text[finding.place.clone().expect("a place").span]).collect();
            assert_eq!(places, invented, "{text}");
        }
        assert!(check(&spec(None, &[]), brief, "“It was about a week, honestly.”", "answer.md").is_empty(), "only where the exercise asks");
        assert!(quotations("“").is_empty());
    }

    #[test]
    fn an_operation_that_the_contract_has_not_is_told() {
        let contract = ["POST /v1/payments/{payment_id}/refunds", "GET /v1/refunds/{refund_id}"];
        for (text, unknown) in [
            ("`POST /v1/payments/pay_1/refunds`", &[][..]),
            ("POST https://api.example/v1/payments/:id/refunds?x=1 HTTP/1.1", &[]),
            ("| GET | `/v1/refunds/{id}` |", &[]),
            ("Send POST /v1/payments/pay_1/refund.", &["POST /v1/payments/pay_1/refund"]),
            ("DELETE /v1/refunds/rfnd_1 takes it back", &["DELETE /v1/refunds/rfnd_1"]),
            ("GET the page and POST the letter", &[]),
        ] {
            let found = check(&spec(None, &contract), "", text, "answer.md");
            let said: Vec<String> = found.iter().map(|finding| finding.message.clone()).collect();
            let expected: Vec<String> = unknown.iter().map(|operation| format!("The contract has no `{operation}`.")).collect();
            assert_eq!(said, expected, "{text}");
        }
        assert_eq!(operations("GET").len(), 0);
    }
}
