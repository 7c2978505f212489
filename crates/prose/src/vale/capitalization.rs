use super::fields::Fields;
use super::pattern::{Pattern, TooCostly};
use super::rule::{Hit, exceptions, expression};
use super::scope::Scoped;
use fancy_regex::Regex;

/// How a text has to be written: in capitals, as a title, as a sentence, or after a pattern.
#[derive(Debug)]
pub(super) struct Capitalization {
    manner: Manner,
    exceptions: Option<Pattern>,
    /// Suffixes after which the next word is free.
    indicators: Vec<String>,
    prefix: Option<Regex>,
    /// A text is right when more than this share of its words is.
    threshold: f64,
}

#[derive(Debug)]
enum Manner {
    /// With the small words that stay small inside.
    Title(&'static [&'static str]),
    Sentence,
    Lower,
    Upper,
    Pattern(Regex),
}

/// Articles, conjunctions and prepositions of three letters or fewer.
const AP: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "so", "the", "to", "up", "v", "v.",
    "via", "vs", "vs.", "yet",
];

/// Prepositions of any length besides.
const CHICAGO: &[&str] = &[
    "a",
    "an",
    "and",
    "as",
    "at",
    "but",
    "by",
    "for",
    "in",
    "nor",
    "of",
    "on",
    "or",
    "so",
    "the",
    "to",
    "up",
    "via",
    "vs",
    "vs.",
    "yet",
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "among",
    "around",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "despite",
    "down",
    "during",
    "except",
    "from",
    "inside",
    "into",
    "like",
    "near",
    "off",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "since",
    "through",
    "throughout",
    "toward",
    "under",
    "underneath",
    "until",
    "upon",
    "with",
    "within",
    "without",
];

impl Capitalization {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (written, style) = (fields.text("match").unwrap_or_default(), fields.text("style").unwrap_or_default());
        let manner = match written.as_str() {
            "$title" => Manner::Title(if style == "Chicago" { CHICAGO } else { AP }),
            "$sentence" => Manner::Sentence,
            "$lower" => Manner::Lower,
            "$upper" => Manner::Upper,
            "" => {
                fields.advice("vale-unreadable", "match", "The rule has no `match`; it is passed over.".to_owned());
                return None;
            }
            pattern => Manner::Pattern(expression(fields, "match", (pattern, pattern), false)?),
        };
        let indicators = fields.list("indicators");
        let prefix = match fields.text("prefix") {
            Some(prefix) => Some(expression(fields, "prefix", (&prefix, &format!("^(?:{prefix})")), false)?),
            None => None,
        };
        let threshold = fields.number("threshold").filter(|threshold| *threshold > 0.0).unwrap_or(0.8);
        Some(Self { manner, exceptions: exceptions(fields)?, indicators, prefix, threshold })
    }

    pub(super) fn find(&self, scoped: &Scoped<'_>) -> Result<Vec<Hit>, TooCostly> {
        let whole = scoped.str().trim();
        let after_prefix = match &self.prefix {
            Some(prefix) => prefix.find(whole).map_err(|_| TooCostly)?.map_or(0, |found| found.end()),
            None => 0,
        };
        let text = &whole[after_prefix..];
        if !text.contains(char::is_alphabetic) {
            return Ok(Vec::new());
        }
        let is_right = match &self.manner {
            Manner::Lower => text == text.to_lowercase() || self.is_exception(text)?,
            Manner::Upper => text == text.to_uppercase() || self.is_exception(text)?,
            Manner::Pattern(pattern) => pattern.is_match(text).map_err(|_| TooCostly)? || self.is_exception(text)?,
            Manner::Title(small) => self.is_title(text, small)?,
            Manner::Sentence => self.is_sentence(text)?,
        };
        if is_right {
            return Ok(Vec::new());
        }
        Ok(vec![Hit { span: scoped.origin(0..scoped.str().len()), words: vec![whole.to_owned()] }])
    }

    fn is_exception(&self, text: &str) -> Result<bool, TooCostly> {
        self.exceptions.as_ref().map_or(Ok(false), |exceptions| exceptions.is_match(text))
    }

    fn is_title(&self, text: &str, small: &[&str]) -> Result<bool, TooCostly> {
        let words = words(text);
        let mut right = 0;
        for (index, word) in words.iter().enumerate() {
            let is_small = small.iter().any(|known| word.eq_ignore_ascii_case(known));
            let is_edge = index == 0 || index + 1 == words.len();
            let begins_high = word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic());
            let is_right = if is_small && !is_edge { !begins_high } else { begins_high };
            right += usize::from(is_right || is_capitals(word) || self.is_exception(word)?);
        }
        Ok(self.is_enough(right, words.len()))
    }

    fn is_sentence(&self, text: &str) -> Result<bool, TooCostly> {
        // Words of an exception such as "Docker Compose" are right wherever they stand.
        let free = match &self.exceptions {
            Some(exceptions) => exceptions.find_all(text)?,
            None => Vec::new(),
        };
        let words = words(text);
        let mut right = 0;
        for (index, word) in words.iter().enumerate() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let stem = word.split(['-', '\'', '’']).next().unwrap_or_default();
            let is_free = free.iter().any(|(_, at)| at.start <= start && start < at.end);
            let after_indicator = index > 0 && self.indicators.iter().any(|indicator| words[index - 1].ends_with(indicator.as_str()));
            if is_free || is_capitals(stem) || after_indicator {
                right += 1;
            } else if index == 0 && !stem.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) {
                return Ok(false);
            } else {
                right += usize::from(index == 0 || *stem == stem.to_lowercase());
            }
        }
        Ok(self.is_enough(right, words.len()))
    }

    fn is_enough(&self, right: usize, all: usize) -> bool {
        // Texts are short: a loss of precision beyond 2^52 words cannot be.
        all == 0 || right as f64 / all as f64 > self.threshold || right == all
    }
}

/// Words with their punctuation behind.
fn words(text: &str) -> Vec<&str> {
    let words = text.split_whitespace().map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '*'));
    words.filter(|word| !word.is_empty()).collect()
}

fn is_capitals(word: &str) -> bool {
    word == word.to_uppercase()
}
