use super::limit_number::is_header;
use super::{Draft, Rule, nor};
use crate::read::{Section, number, phrase};
use footbridge_diagnostic::Diagnostic;

/// Versioning says where the version stands and how long an old one lives. Whoever builds on an API plans their own work by that date.
pub(crate) const RULE: Rule = Rule {
    code: "prose-version-how",
    holds: "Where the version stands (path or header), and a time for which an old one lives.",
    why: "Who builds on it has to know how long what they build will run.",
    find,
};

const WHERE: &[&str] = &["path", "header", "url", "address", "media type", "query parameter", "date-based", "subdomain"];

const TIMES: &[&str] = &["day", "days", "week", "weeks", "month", "months", "year", "years"];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let says_where = phrase::holds(&text, WHERE)
        || section.code_words().any(|word| is_header(word) || is_versioned_path(word))
        || text.split_whitespace().any(is_versioned_path);
    let mut missing = Vec::new();
    if !says_where {
        missing.push("where the version stands");
    }
    if number::with_unit(&text, TIMES).is_none() {
        missing.push("how long an old one lives");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The section “{}” does not say {}.", section.heading, nor(&missing));
    vec![
        draft
            .error(&RULE, section.span(), message)
            .help("Write: “The version stands in the path (`/v1`); a deprecated one works for at least 12 months”."),
    ]
}

/// `/v1/rooms`.
fn is_versioned_path(word: &str) -> bool {
    word.match_indices("/v").any(|(at, _)| word[at + 2..].starts_with(|c: char| c.is_ascii_digit()))
}
