//! Facts of the material that must stand in a text, and those that must not.

use crate::writing_spec::WriteSpec;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// What is missing, and what does harm when it is sent.
pub(crate) fn check(spec: &WriteSpec, text: &str, file: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for forbidden in &spec.forbidden {
        let Some((phrase, place)) = forbidden.words.iter().find_map(|phrase| Some((phrase, find(text, phrase)?))) else { continue };
        let finding = Diagnostic::error("write-must-not-be-sent", format!("“{phrase}” must not stand in this text."));
        found.push(finding.at(file, place).note(forbidden.why.clone()).help("Take it out, and whatever leads to it."));
    }
    let end = text.trim_end().len();
    for required in &spec.required {
        if required.any_of.iter().all(|phrase| find(text, phrase).is_none()) {
            let finding = Diagnostic::error("write-fact-missing", format!("The text lacks {}.", required.what));
            found.push(finding.at(file, end..end).note(required.why.clone()).help("Look for it in the material once more."));
        }
    }
    found
}

/// Where a phrase stands as whole words, in any case; white space in the text may be of any kind and length.
fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    let wanted: Vec<String> = words(phrase).map(|(_, word)| word).collect();
    let there: Vec<(Range<usize>, String)> = words(text).collect();
    let first = wanted.first()?;
    let begins = there.iter().enumerate().filter(|(_, (_, word))| word == first).map(|(at, _)| at);
    let mut fits = begins.filter(|at| there.get(*at..at + wanted.len()).is_some_and(|run| run.iter().map(|(_, word)| word).eq(&wanted)));
    let at = fits.next()?;
    Some(there[at].0.start..there[at + wanted.len() - 1].0.end)
}

/// Letters and digits in lower case, and signs that carry meaning by themselves; hyphens and other punctuation only part words.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '%' | '€' | '$' | '₹' | '£');
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| belongs(*c))?;
        let mut end = start;
        let mut rest = text[start..].char_indices();
        for (at, c) in rest.by_ref() {
            if !belongs(c) {
                break;
            }
            end = start + at + c.len_utf8();
        }
        while chars.peek().is_some_and(|(at, _)| *at < end) {
            chars.next();
        }
        Some((start..end, text[start..end].to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn phrases_are_whole_words_in_any_case() {
        let text = "For 39 minutes the Override-Header\u{a0}was sent; 40,000 € are claimed, 139 minutes not.";
        for (phrase, found) in [
            ("39 minutes", Some("39 minutes")),
            ("override header", Some("Override-Header")),
            ("40,000 €", Some("40,000 €")),
            ("9 minutes", None),
            ("override", Some("Override")),
            ("header was", Some("Header\u{a0}was")),
            ("", None),
            ("absent", None),
        ] {
            assert_eq!(find(text, phrase).map(|place| &text[place]), found, "{phrase}");
        }
    }
}
