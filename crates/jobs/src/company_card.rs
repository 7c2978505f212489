//! What is known of a company one aims at: a Markdown file with one part under each heading.

use footbridge_diagnostic::Diagnostic;
use jiff::civil::Date;
use std::ops::Range;

/// Longest card that is read, in bytes.
pub const LONGEST_CARD: usize = 200_000;

/// Fewer words say nothing that one could not guess from the name.
const LEAST_WORDS: usize = 8;

/// Parts of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardPart {
    /// What they sell.
    Product,
    /// What their API does.
    Api,
    /// Who uses it.
    Users,
    /// What changed lately.
    Changes,
    /// Who is known there, besides the contacts.
    People,
    /// Anything else.
    Notes,
}

impl CardPart {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Product, Self::Api, Self::Users, Self::Changes, Self::People, Self::Notes];

    /// Its heading in the file.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Product => "Product",
            Self::Api => "API",
            Self::Users => "Users",
            Self::Changes => "Recent changes",
            Self::People => "People",
            Self::Notes => "Notes",
        }
    }

    /// What belongs there, in one sentence.
    pub fn asks(self) -> &'static str {
        match self {
            Self::Product => "What they sell, in a sentence of at least 8 words.",
            Self::Api => "What their API does and who calls it, in a sentence of at least 8 words.",
            Self::Users => "Who uses it, and for what, in a sentence of at least 8 words.",
            Self::Changes => "One change a line, with its date (2026-11-26) and the address where it can be read.",
            Self::People => "Who works there that your contacts do not hold.",
            Self::Notes => "Anything else.",
        }
    }
}

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Name of the company.
    pub name: String,
    /// Text of each part, in the order of [`CardPart::ALL`]; may be empty.
    pub parts: [String; 6],
}

impl Card {
    /// The text of a part.
    pub fn part(&self, part: CardPart) -> &str {
        &self.parts[part as usize]
    }

    /// Parts that are not filled yet. A card counts when none is: product, API and users have a sentence each, and one recent change has
    /// a date and an address. People and notes are nobody's duty.
    pub fn missing(&self) -> Vec<CardPart> {
        let is_said =
            |part: CardPart| self.part(part).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() >= LEAST_WORDS;
        let is_filled = |part: CardPart| match part {
            CardPart::Changes => self.part(part).lines().any(is_change),
            part => is_said(part),
        };
        [CardPart::Product, CardPart::Api, CardPart::Users, CardPart::Changes].into_iter().filter(|part| !is_filled(*part)).collect()
    }
}

/// A date, an address, and a word besides.
fn is_change(line: &str) -> bool {
    let words: Vec<&str> =
        line.split_whitespace().map(|word| word.trim_matches(['-', '*', '(', ')', '<', '>', ',', ':', ';', '.', '[', ']'])).collect();
    let is_date = |word: &&str| word.parse::<Date>().is_ok();
    let is_address = |word: &&str| {
        word.split_once("://").is_some_and(|(scheme, rest)| (scheme.ends_with("http") || scheme.ends_with("https")) && rest.contains('.'))
    };
    let says = |word: &&str| word.contains(char::is_alphabetic) && !is_date(word) && !is_address(word);
    words.iter().any(is_date) && words.iter().any(is_address) && words.iter().any(says)
}

/// Reads a card; `file` is the name the finding points at. A part begins with a heading of the second level; the first of its name counts.
/// Other headings stay in the file and are nothing to us.
pub fn read_card(text: &str, file: &str) -> Result<Card, Diagnostic> {
    if text.len() > LONGEST_CARD {
        return Err(Diagnostic::error("jobs-card-too-long", "The card is longer than 200 kB; it was not read.").at(file, 0..0));
    }
    let name = text.lines().find_map(|line| line.strip_prefix("# ")).map(str::trim).filter(|name| !name.is_empty());
    let Some(name) = name else {
        return Err(Diagnostic::error("jobs-card-nameless", "The card names no company.")
            .at(file, 0..0)
            .help("Begin it with a line `# Name of the company`."));
    };
    let parts =
        CardPart::ALL.map(|part| body(text, part.heading()).map_or_else(String::new, |body| text[body].trim().replace("\r\n", "\n")));
    Ok(Card { name: name.to_owned(), parts })
}

/// What a card says below the heading `## Kind`, in its first line: which kind of company it is. `None` when it does not say.
pub fn kind_in(text: &str) -> Option<&str> {
    let said = text[body(text, "Kind")?].lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(said.trim_start_matches(['-', '*']).trim())
}

/// Why a card cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// A part could not be told from another.
    #[error("a line that begins with `# ` or `## ` would begin another part of the card")]
    Heading,
    /// It could not be read any more.
    #[error("the card would be longer than 200 kB")]
    TooLong,
    /// The text names no company, or another one.
    #[error("the card is that of another company")]
    OtherCompany,
}

/// The text with these parts, and everything else as it stood.
pub fn with_parts(text: &str, card: &Card) -> Result<String, CardError> {
    let is_its_own = |text: &str| read_card(text, "").is_ok_and(|read| read.name == card.name);
    if !text.trim().is_empty() && !is_its_own(text) {
        return Err(CardError::OtherCompany);
    }
    let mut text = if text.trim().is_empty() { format!("# {}\n", card.name) } else { text.to_owned() };
    for part in CardPart::ALL {
        let new = card.part(part).trim();
        match body(&text, part.heading()) {
            Some(body) if text[body.clone()].trim() != new => {
                let is_last = body.end == text.len();
                let end = if is_last { "" } else { "\n" };
                let fresh = if new.is_empty() { format!("\n{end}") } else { format!("\n{new}\n{end}") };
                text.replace_range(body, &fresh);
            }
            Some(_) => {}
            None => {
                let gap = if text.ends_with("\n\n") {
                    ""
                } else if text.ends_with('\n') {
                    "\n"
                } else {
                    "\n\n"
                };
                let end = if new.is_empty() { String::new() } else { format!("\n{new}\n") };
                text.push_str(&format!("{gap}## {}\n{end}", part.heading()));
            }
        }
    }
    if text.len() > LONGEST_CARD {
        return Err(CardError::TooLong);
    }
    let wanted = card.parts.each_ref().map(|part| part.trim());
    let is_same = |read: Card| read.name == card.name && read.parts.each_ref().map(String::as_str) == wanted;
    if read_card(&text, "").is_ok_and(is_same) { Ok(text) } else { Err(CardError::Heading) }
}

/// Bytes behind a heading of the second level, up to the next heading of the first or second.
fn body(text: &str, wanted: &str) -> Option<Range<usize>> {
    let mut begins = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let heading = line.strip_prefix("## ").map(str::trim);
        let ends = heading.is_some() || line.starts_with("# ");
        if let (Some(begin), true) = (begins, ends) {
            return Some(begin..at);
        }
        at += line.len();
        if heading.is_some_and(|heading| heading.eq_ignore_ascii_case(wanted)) {
            begins = Some(at);
        }
    }
    begins.map(|begin| begin..at)
}
