use crate::judge::Limits;
use crate::roadmap::Roadmap;
use crate::wording::listed;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// What everybody who pays for software knows.
const KNOWN: [&str; 20] =
    ["AI", "API", "CEO", "CFO", "COO", "CTO", "EU", "EUR", "GBP", "ID", "INR", "IT", "OK", "PDF", "TV", "UAE", "UK", "US", "USA", "USD"];

/// Acronyms in the summary. Whoever decides about money does not look them up.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let Some(summary) = &roadmap.summary else { return Vec::new() };
    let mut words: Vec<&str> = Vec::new();
    for at in acronyms(summary) {
        let word = &summary[at.clone()];
        let is_explained = summary[..at.start].ends_with('(') || summary[at.end..].starts_with(" (");
        let is_product = roadmap.product.contains(word);
        if !is_explained && !is_product && !words.contains(&word) {
            words.push(word);
        }
    }
    if words.is_empty() {
        return Vec::new();
    }
    let message = format!("The summary holds {}, which an executive would have to look up.", listed(words.iter().copied()));
    vec![
        Diagnostic::error("roadmap-summary-acronym", message)
            .at(&roadmap.file, summary.span.clone())
            .help("Write the words out, or better what they mean to a customer."),
    ]
}

/// Words of two or more capitals, digits allowed, a plural s allowed.
fn acronyms(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let singular = word.strip_suffix('s').unwrap_or(word);
        let capitals = singular.chars().filter(|c| c.is_uppercase()).count();
        let only_capitals = singular.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        if capitals >= 2 && only_capitals && !KNOWN.contains(&singular) {
            found.push(start..start + word.len());
        }
        start += piece.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::acronyms;

    #[test]
    fn acronyms_are_words_of_capitals() {
        let found = |text: &'static str| acronyms(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        assert_eq!(found("Our SLAs and the p95 of OAuth2, S3, HTTP2 and API keys in the US"), ["SLAs", "HTTP2"]);
        assert_eq!(found("A plan. I agree. Ünïcode ÄÖÜ"), ["ÄÖÜ"]);
    }
}
