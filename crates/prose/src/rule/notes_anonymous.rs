use super::{Draft, Rule};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Notes hold no address and no telephone number. They are passed on, and whoever told what annoys them at work did not tell it to everybody.
pub(crate) const RULE: Rule = Rule {
    code: "prose-notes-anonymous",
    holds: "No e-mail address and no telephone number anywhere.",
    why: "Notes are passed on; who spoke frankly did not speak to everybody.",
    find,
};

/// Digits of a telephone number.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

fn find(draft: &Draft<'_>, whole: &Section<'_>) -> Vec<Diagnostic> {
    let told = |span: Range<usize>, what: &str| {
        let message = format!("“{}” looks like {what}.", draft.answer.get(span.clone()).unwrap_or_default());
        draft.error(&RULE, span, message).help("Take it out. Role and kind of company are enough.")
    };
    // Links and front matter are looked at too: they are passed on with the text.
    let addresses = addresses(draft.answer).into_iter().map(|span| told(span, "an e-mail address"));
    let telephones = whole.blocks().flat_map(|block| telephones(block.text()).into_iter().map(|at| block.prose.origin(at)));
    addresses.chain(telephones.map(|span| told(span, "a telephone number"))).collect()
}

fn addresses(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(|c: char| !is_part(c)) {
        let word = piece.trim_end_matches(|c: char| !is_part(c)).trim_end_matches(['.', '-']);
        let is_address = word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.contains('@') && host.split_once('.').is_some_and(|(host, end)| !host.is_empty() && end.len() >= 2)
        });
        if is_address {
            found.push(at..at + word.len());
        }
        at += piece.len();
    }
    found
}

/// A plus, a zero or a bracket in front, or American groups; a long number alone is none.
fn telephones(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '/' | '\u{a0}');
    let mut found = Vec::new();
    let mut free_from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit() || matches!(c, '+' | '(')) {
        let before = text[..at].chars().next_back();
        if at < free_from || before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '-' | '_' | '/')) {
            continue;
        }
        let length = text[at + 1..].find(|c: char| !is_part(c)).unwrap_or(text.len() - at - 1) + 1;
        let written = text[at..at + length].trim_end_matches(|c: char| !c.is_ascii_digit());
        free_from = at + written.len();
        let groups: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
        let is_marked = c == '+' || c == '(' || written.starts_with('0') || sizes == [3, 3, 4];
        if is_marked && DIGITS.contains(&digits) {
            found.push(at..at + written.len());
        }
    }
    found
}
