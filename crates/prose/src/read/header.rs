//! Names of HTTP headers.

use super::phrase;
use super::section::Section;

/// Ways of saying that the header everybody knows is meant.
const AUTHORIZATION: &[&str] = &["authorization header", "authorization: bearer", "bearer", "basic authentication", "http basic"];

/// Headers that people also write in lower case.
const KNOWN: &[&str] = &[
    "api-key",
    "api-version",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "ratelimit-limit",
    "ratelimit-remaining",
    "ratelimit-reset",
    "retry-after",
    "user-agent",
];

/// Whether a section names a header: in backticks, or in its text when it is known or called one.
pub(crate) fn is_named(section: &Section<'_>) -> bool {
    is_in_code(section) || is_in_text(&section.text())
}

/// Whether a section names a header in backticks.
pub(crate) fn is_in_code(section: &Section<'_>) -> bool {
    section.code_words().any(|code| is_header(name_of(code)))
}

/// "See Retry-After", "the Acme-Wait header". "Non-Breaking" alone is a word.
fn is_in_text(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.iter().enumerate().any(|(at, word)| {
        let is_called = words.get(at + 1).is_some_and(|next| phrase::is_one_of(next, &["header", "headers"]));
        is_header(word) && word.contains('-') && is_capitalised(word) && (is_called || is_known(word))
    })
}

/// Headers that a section on authentication names: in backticks, in an example of its own, or the one that everybody knows. Such a section
/// names little else with a hyphen or a value, so an unknown one in lower case is taken too.
pub(crate) fn all(section: &Section<'_>) -> Vec<String> {
    let stands_for_one = |code: &&str| is_header(name_of(code)) || (code.contains(['-', ':']) && is_token(name_of(code)));
    let mut headers: Vec<String> = section.code_words().filter(stands_for_one).map(|code| name_of(code).to_owned()).collect();
    for block in section.blocks().filter(|block| block.is_code()) {
        headers.extend(block.text().lines().filter_map(|line| line.split_once(':')).filter_map(|(name, _)| {
            let name = name.rsplit(['"', '\'', ' ']).next().unwrap_or_default();
            is_token(name).then(|| name.to_owned())
        }));
    }
    if headers.is_empty() && phrase::holds(&section.text(), AUTHORIZATION) {
        headers.push("Authorization".to_owned());
    }
    headers.dedup();
    headers
}

/// What stands before the value, if there is one: `Authorization: Bearer …`, `Retry-After`.
fn name_of(code: &str) -> &str {
    code.split(':').next().unwrap_or_default().trim()
}

/// `X-Api-Key`, `retry-after`, `Acme-Wait`; but neither `curl` nor `order-id`.
fn is_header(name: &str) -> bool {
    is_token(name) && (is_known(name) || (name.contains('-') && is_capitalised(name)))
}

/// Headers that everybody knows, and those that begin as headers of one's own do.
fn is_known(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    KNOWN.contains(&name.as_str()) || name.strip_prefix("x-").is_some_and(|rest| !rest.is_empty())
}

/// Each of its words begins with a capital letter.
fn is_capitalised(name: &str) -> bool {
    name.split('-').all(|part| part.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn is_token(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
