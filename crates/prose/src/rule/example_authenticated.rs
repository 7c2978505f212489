use super::{Draft, Rule, listed};
use crate::example;
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// At least one example sends what Authentication says. Where the two are never shown together, the first call of every newcomer answers 401.
pub(crate) const RULE: Rule = Rule {
    code: "prose-example-authenticated",
    holds: "Authentication names the header, and an example sends it.",
    why: "Where no example shows how the key is sent, every newcomer's first call answers 401.",
    find,
};

fn find(draft: &Draft<'_>, _: &Section<'_>) -> Vec<Diagnostic> {
    let Some(section) = draft.section("Authentication").filter(|section| section.words() > 0) else { return Vec::new() };
    let headers = headers_named(section);
    if headers.is_empty() {
        let message = format!("The section “{}” names no header that carries the key.", section.heading);
        return vec![draft.error(&RULE, section.span(), message).help("Name it in backticks: `Authorization: Bearer <key>`.")];
    }
    let requests = example::read(draft.document).requests;
    let is_sent =
        requests.iter().flat_map(|request| &request.headers).any(|sent| headers.iter().any(|named| named.eq_ignore_ascii_case(sent)));
    if is_sent {
        return Vec::new();
    }
    let names: Vec<String> = headers.iter().map(|header| format!("`{header}`")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let message = if requests.is_empty() {
        format!("No example sends a request, so none shows {}.", listed(&names))
    } else {
        format!("No example sends {}.", listed(&names))
    };
    let span = requests.first().map_or_else(|| section.span(), |request| request.span.clone());
    vec![
        draft
            .error(&RULE, span, message)
            .help("Write one call with the header in a ```bash block: curl https://… -H \"Authorization: Bearer …\"."),
    ]
}

/// Headers that the section names: in backticks, in an example of its own, or the one that everybody knows.
fn headers_named(section: &Section<'_>) -> Vec<String> {
    let mut headers: Vec<String> = section.code_words().filter_map(header_name).collect();
    for block in section.blocks().filter(|block| block.is_code()) {
        headers.extend(block.text().lines().filter_map(|line| line.split_once(':')).filter_map(|(name, _)| {
            let name = name.rsplit(['"', '\'', ' ']).next().unwrap_or_default();
            header_name(&format!("{name}:"))
        }));
    }
    if headers.is_empty()
        && phrase::holds(
            &section.text(),
            &["authorization header", "authorization: bearer", "bearer", "basic authentication", "http basic"],
        )
    {
        headers.push("Authorization".to_owned());
    }
    headers.dedup();
    headers
}

/// `Authorization: Bearer …`, `X-Api-Key`; but neither `curl` nor `/v1/keys`.
fn header_name(code: &str) -> Option<String> {
    let (name, has_value) = code.split_once(':').map_or((code.trim(), false), |(name, _)| (name.trim(), true));
    let is_token =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_header = name.eq_ignore_ascii_case("authorization") || name.contains('-') || has_value;
    (is_token && is_header).then(|| name.to_owned())
}
