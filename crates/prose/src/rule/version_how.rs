use super::{Draft, Rule, absent};
use crate::read::{Section, header, number, phrase};
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
        || header::is_in_code(section)
        || section.code_words().chain(text.split_whitespace()).any(is_versioned_path);
    let missing =
        absent([(says_where, "where the version stands"), (number::with_unit(&text, TIMES).is_some(), "how long an old one lives")]);
    let help = "Write: “The version stands in the path (`/v1`); a deprecated one works for at least 12 months”.";
    draft.unsaid(&RULE, section, &missing, help)
}

/// `/v1/rooms`.
fn is_versioned_path(word: &str) -> bool {
    word.match_indices("/v").any(|(at, _)| word[at + 2..].starts_with(|c: char| c.is_ascii_digit()))
}
