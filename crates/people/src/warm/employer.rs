//! What people write where an employer is asked for.

use crate::fold::{folded, words};

/// A name in an employer's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Employer {
    pub(super) name: String,
    pub(super) standing: Standing,
}

/// What the text says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The employer.
    Current,
    /// Whom the employer belongs to.
    Owner,
    /// Beside the employer, nobody knows why.
    Mentioned,
    /// A former employer, or a former name.
    Former,
}

/// Texts that say there is no employer. They match nothing, whatever a company is called.
const NO_EMPLOYER: [&str; 26] = [
    "self employed",
    "selfemployed",
    "self employment",
    "freelance",
    "freelancer",
    "independent",
    "independent consultant",
    "independent contractor",
    "consultant",
    "contractor",
    "stealth",
    "stealth startup",
    "stealth mode",
    "stealth mode startup",
    "stealth company",
    "stealth ai startup",
    "confidential",
    "unemployed",
    "open to work",
    "career break",
    "sabbatical",
    "retired",
    "student",
    "none",
    "n a",
    "seeking new opportunities",
];

/// Words in front of a former employer or a former name.
const FORMER: [&str; 10] =
    ["ex", "former", "formerly", "formerly at", "formerly known as", "previously", "previously at", "prev", "fka", "was"];

/// Words in front of an owner.
const OWNED: [&str; 7] = ["acquired by", "now part of", "part of", "owned by", "a division of", "a subsidiary of", "subsidiary of"];

/// Names in an employer's text, with what is said of them. Its parts come first, then the whole of it, in case a mark that parts others
/// belongs to this name.
pub(super) fn read(text: &str) -> Vec<Employer> {
    let (outside, inside) = without_brackets(text);
    let mut names = Vec::new();
    let parts = parts(&outside);
    for (at, part) in parts.iter().enumerate() {
        // What stands first is the employer; what follows may be a product, a place or a second one.
        let standing = if at == 0 { Standing::Current } else { Standing::Mentioned };
        names.extend(segment(part.trim(), standing));
    }
    for part in inside.iter().flat_map(|part| part.split([',', ';', '|'])) {
        names.extend(segment(part.trim(), Standing::Mentioned));
    }
    if parts.len() > 1 {
        names.extend(segment(outside.trim(), Standing::Current));
    }
    names
}

/// Stretches between marks, and from words on that say how to take what follows.
fn parts(text: &str) -> Vec<&str> {
    const FROM: [&str; 6] = [" by ", " formerly ", " previously ", " fka ", " acquired by ", " part of "];
    let mut parts = Vec::new();
    for part in text.split(['|', '/', '·', '•', '–', '—', ',', ';']).flat_map(|part| part.split(" - ")) {
        let lower = part.to_lowercase();
        let cut = FROM.iter().filter_map(|from| lower.find(from)).min().filter(|_| lower.len() == part.len());
        match cut.and_then(|cut| Some((part.get(..cut)?, part.get(cut..)?))) {
            Some((before, from)) => parts.extend([before, from]),
            None => parts.push(part),
        }
    }
    parts
}

/// One stretch, with the words that say how to take it cut off.
fn segment(text: &str, standing: Standing) -> Option<Employer> {
    if text.is_empty() || is_no_employer(text) {
        return None;
    }
    if let Some(name) = after_phrase(text, &FORMER) {
        return Some(Employer { name, standing: Standing::Former });
    }
    if let Some(name) = after_phrase(text, &OWNED).or_else(|| owner_company(text)) {
        return Some(Employer { name, standing: Standing::Owner });
    }
    Some(Employer { name: text.to_owned(), standing })
}

/// `ex-Google`, `Formerly at Stripe`: what follows the longest of the phrases.
fn after_phrase(text: &str, phrases: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower-casing can change lengths; then the text is no such phrase anyway.
    let fits = |phrase: &&&str| {
        lower.len() == text.len() && lower.starts_with(**phrase) && lower[phrase.len()..].starts_with([' ', '-', '‑', ':', '.'])
    };
    let phrase = phrases.iter().filter(fits).max_by_key(|phrase| phrase.len())?;
    let rest = text[phrase.len()..].trim_start_matches([' ', '-', '‑', ':', '.']);
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// `a Twilio company`, `an IBM Company`, `by Okta`.
fn owner_company(text: &str) -> Option<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    match all.as_slice() {
        [article, name @ .., last]
            if is_one_of(article, &["a", "an", "the"]) && is_one_of(last, &["company", "business"]) && !name.is_empty() =>
        {
            Some(name.join(" "))
        }
        [by, name @ ..] if is_one_of(by, &["by"]) && !name.is_empty() => Some(name.join(" ")),
        _ => None,
    }
}

fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_no_employer(text: &str) -> bool {
    NO_EMPLOYER.contains(&words(text).join(" ").as_str())
}

/// The text outside brackets, and each text inside.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut depth = 0_usize;
    let mut open = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    inside.push(std::mem::take(&mut open));
                    outside.push(' ');
                }
            }
            letter if depth > 0 => open.push(letter),
            letter => outside.push(letter),
        }
    }
    // A bracket that is never closed ends with the text.
    if !open.is_empty() {
        inside.push(open);
    }
    // Legal forms are written in brackets in India: `Acme (P) Ltd`.
    inside.retain(|part| !matches!(folded(part).as_str(), "p" | "pvt" | "i" | "india"));
    (outside, inside)
}
