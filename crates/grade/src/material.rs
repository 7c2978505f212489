//! The material of a brief: what an answer may cite, and whether it stands there.

use footbridge_content::sections;
use footbridge_diagnostic::grouped;
use footbridge_prose::find_phrase;

/// What stands below `## Material` in a brief.
pub(crate) struct Material {
    text: String,
    /// Those of the whole brief: it also says how units are converted.
    numbers: Vec<f64>,
}

impl Material {
    /// `None` where the brief has no such heading. Headings below it are part of the material.
    pub(crate) fn of(brief: &str) -> Option<Self> {
        let mut parts = sections(brief).into_iter().skip_while(|section| section.title != "Material");
        let first = parts.next()?;
        let text = parts.fold(first.body, |text, section| format!("{text}\n\n{}\n\n{}", section.title, section.body));
        let text = text.replace("**", "").replace('`', "");
        let numbers = numbers(brief).into_iter().map(|(_, number)| number).collect();
        Some(Self { text, numbers })
    }

    /// Whether words stand in it one after the other, in any case and with any punctuation. What `…` leaves out may stand between.
    pub(crate) fn holds(&self, quote: &str) -> bool {
        let parts: Vec<&str> = quote.split(['…']).flat_map(|part| part.split("...")).filter(|part| can_be_cited(part)).collect();
        !parts.is_empty() && parts.iter().all(|part| find_phrase(&self.text, part).is_some())
    }

    /// Whether a number stands in the brief.
    pub(crate) fn has_number(&self, number: f64) -> bool {
        self.numbers.iter().any(|known| is_same(*known, number))
    }

    /// The sentence or row that shares most words with a text; `None` when it shares hardly any.
    pub(crate) fn nearest(&self, quote: &str) -> Option<&str> {
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
        };
        let wanted = words(quote);
        let shared = |line: &str| {
            let there = words(line);
            wanted.iter().filter(|word| there.contains(word)).count()
        };
        let lines = self.text.lines().flat_map(|line| line.split(". ")).map(|line| line.trim().trim_matches(['|', '-', ' ']));
        let best = lines.max_by_key(|line| shared(line))?;
        (!wanted.is_empty() && shared(best) * 2 >= wanted.len()).then_some(best)
    }
}

fn can_be_cited(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

pub(crate) fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// The numbers of a text with their bytes: digits that commas may group, with a decimal point. What belongs to a word, as in `v2`, is none.
pub(crate) fn numbers(text: &str) -> Vec<(std::ops::Range<usize>, f64)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_letter = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && is_digit(at + 1)) {
            at += 1;
        }
        let of_a_word = text[..start].chars().next_back().is_some_and(|before| before.is_alphabetic() || before == '_') || is_letter(at);
        if !of_a_word && let Ok(number) = text[start..at].replace(',', "").parse() {
            found.push((start..at, number));
        }
    }
    found
}

/// Stretches between quotation marks, with their bytes in the text.
pub(crate) fn quotes(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        match open {
            Some((from, close)) if letter == close => {
                found.push((from..at, &text[from..at]));
                open = None;
            }
            Some(_) => {}
            None => {
                let close = match letter {
                    '"' | '”' => Some(letter),
                    '“' => Some('”'),
                    '«' => Some('»'),
                    '„' => Some('“'),
                    _ => None,
                };
                open = close.map(|close| (at + letter.len_utf8(), close));
            }
        }
    }
    found
}

/// Percentages as shares, so that `30 % × 1,140 = 342` is reckoned as it is meant.
pub(crate) fn with_shares(text: &str) -> String {
    let mut shares = String::new();
    let mut from = 0;
    for (place, number) in numbers(text) {
        let after = text[place.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if let Some(rest) = after.strip_prefix('%') {
            shares.push_str(&text[from..place.start]);
            shares.push_str(&(number / 100.0).to_string());
            from = text.len() - rest.len();
        }
    }
    shares + &text[from..]
}

/// A number as it is said.
pub(crate) fn told(number: f64) -> String {
    if number.fract() == 0.0 { grouped(format!("{number:.0}")) } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_material_are_found_whatever_stands_between_them() {
        let brief = "Do this.\n\n## Material\n\n| Bulk endpoint | 342 | 3 weeks |\n\nSales says that everyone asks. In March 1,140 accounts called.\n\n## Notes\n\nNo one counted.\n";
        let material = Material::of(brief).expect("there is material");
        for (quote, holds) in [
            ("bulk endpoint 342", true),
            ("1,140 accounts", true),
            ("In March … called", true),
            ("1,140 accounts asked", false),
            ("No one counted", true),
            ("Do this", false),
            ("…", false),
        ] {
            assert_eq!(material.holds(quote), holds, "{quote}");
        }
        assert!(material.has_number(1140.0) && !material.has_number(11.0));
        assert_eq!(material.nearest("In April 1,140 accounts called"), Some("In March 1,140 accounts called."));
        assert_eq!(material.nearest("nothing of the kind"), None);
        assert!(Material::of("## Task\n\nx").is_none());
    }

    #[test]
    fn numbers_quotes_and_shares_are_read_as_people_write_them() {
        let read = |text: &str| numbers(text).into_iter().map(|(_, number)| number).collect::<Vec<_>>();
        assert_eq!(read("v2 took 1,140.5 of 3, p95 4.2 s, 10x"), [1140.5, 3.0, 4.2]);
        let cited = |text| quotes(text).into_iter().map(|(_, quote)| quote).collect::<Vec<_>>();
        assert_eq!(cited("“a b” and \"c\" and «d», \"open"), ["a b", "c", "d"]);
        assert_eq!(with_shares("30 % × 1,140 = 342 of 100%"), "0.3 × 1,140 = 342 of 1");
    }
}
