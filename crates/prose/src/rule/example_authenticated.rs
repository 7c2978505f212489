use super::{Draft, Rule};
use crate::read::{Section, header};
use footbridge_diagnostic::{Diagnostic, listed};

/// At least one example sends what Authentication says. Where the two are never shown together, the first call of every newcomer answers 401.
pub(crate) const RULE: Rule = Rule {
    code: "prose-example-authenticated",
    holds: "Authentication names the header, and an example sends it.",
    why: "Where no example shows how the key is sent, every newcomer's first call answers 401.",
    find,
};

fn find(draft: &Draft<'_>, _: &Section<'_>) -> Vec<Diagnostic> {
    let Some(section) = draft.section("Authentication").filter(|section| section.words() > 0) else { return Vec::new() };
    let headers = header::all(section);
    if headers.is_empty() {
        let help = "Name it in backticks: `Authorization: Bearer <key>`.";
        return vec![draft.fault(&RULE, section, "names no header that carries the key", help)];
    }
    let requests = &draft.examples().requests;
    let is_sent =
        requests.iter().flat_map(|request| &request.headers).any(|sent| headers.iter().any(|named| named.eq_ignore_ascii_case(sent)));
    if is_sent {
        return Vec::new();
    }
    let names = listed(headers.iter().map(|header| format!("`{header}`")));
    let message = if requests.is_empty() {
        format!("No example sends a request, so none shows {names}.")
    } else {
        format!("No example sends {names}.")
    };
    let span = requests.first().map_or_else(|| section.span(), |request| request.span.clone());
    vec![
        draft
            .error(&RULE, span, message)
            .help("Write one call with the header in a ```bash block: curl https://… -H \"Authorization: Bearer …\"."),
    ]
}
