//! Phrases that somebody wrote into an exercise, found in the text of an answer.
//!
//! [`crate::read::phrase`] finds the lists of the rules, where an ending may be left open and punctuation parts words. An author of an
//! exercise writes plain words and figures, and a learner may write these with other signs between them: here only words and figures count.

use crate::read::number::CURRENCIES;
use std::ops::Range;

/// Where a phrase stands in a text as whole words, in any case. White space and punctuation between the words may be of any kind; the sign of
/// an amount may stand on either side, `€40,000` for `40,000 €`.
pub fn find_phrase(text: &str, phrase: &str) -> Option<Range<usize>> {
    let wanted: Vec<String> = words(phrase).into_iter().map(|(_, word)| word).collect();
    let there = words(text);
    let first = wanted.first()?;
    let begins = there.iter().enumerate().filter(|(_, (_, word))| word == first).map(|(at, _)| at);
    let mut runs = begins.filter_map(|at| there.get(at..at + wanted.len()));
    let run = runs.find(|run| run.iter().map(|(_, word)| word).eq(&wanted))?;
    let (starts, ends) = (run.iter().map(|(at, _)| at.start), run.iter().map(|(at, _)| at.end));
    Some(starts.min()?..ends.max()?)
}

/// Whether a phrase holds anything to look for.
pub fn can_be_found(phrase: &str) -> bool {
    !words(phrase).is_empty()
}

/// Words and figures in lower case, and signs that carry meaning by themselves; hyphens and other punctuation only part words. The sign of an
/// amount comes behind it, wherever it stands.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if c.is_alphanumeric() { word_end(text, at) } else { at + c.len_utf8() };
        if c.is_alphanumeric() || is_sign(c) {
            words.push((at..end, text[at..end].to_lowercase()));
        }
        at = end;
    }
    put_signs_behind(text, &mut words);
    words
}

fn is_sign(c: char) -> bool {
    matches!(c, '%' | '‰') || CURRENCIES.contains(&c)
}

/// A figure goes on behind a comma or point between digits: of `2.5 %` the `5 %` is no part.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while is_digit(end) || (end > start && matches!(bytes.get(end), Some(b',' | b'.')) && is_digit(end + 1)) {
        end += 1;
    }
    end + text[end..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - end)
}

fn put_signs_behind(text: &str, words: &mut [(Range<usize>, String)]) {
    let mut at = 0;
    while at + 1 < words.len() {
        let is_of_the_one_before = at > 0 && is_amount_beside(text, &words[at - 1], &words[at]);
        if words[at].1.starts_with(CURRENCIES) && !is_of_the_one_before && is_amount_beside(text, &words[at + 1], &words[at]) {
            words.swap(at, at + 1);
            // The sign is where it belongs now; the next one to look at stands behind it.
            at += 1;
        }
        at += 1;
    }
}

/// Whether an amount stands before or behind a sign, with nothing but white space between them.
fn is_amount_beside(text: &str, (amount, word): &(Range<usize>, String), (sign, _): &(Range<usize>, String)) -> bool {
    let between = if amount.end <= sign.start { amount.end..sign.start } else { sign.end..amount.start };
    word.starts_with(|c: char| c.is_ascii_digit()) && text[between].chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::find_phrase;

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
            assert_eq!(find_phrase(text, phrase).map(|place| &text[place]), found, "{phrase}");
        }
    }

    #[test]
    fn a_sign_may_stand_close_to_its_number_and_on_either_side() {
        for (text, phrase, found) in [
            ("It is 25% off.", "25 % off", Some("25% off")),
            ("It is 25\u{202f}% off.", "25% off", Some("25\u{202f}% off")),
            ("It is 25 off.", "25 %", None),
            ("It is 125%.", "25 %", None),
            ("It is 2.5 %.", "5 %", None),
            ("They claim €40,000.", "40,000 €", Some("€40,000")),
            ("They claim € 40,000.", "40,000€", Some("€ 40,000")),
            ("They claim 40,000 €.", "€40,000", Some("40,000 €")),
            ("They claim $40k.", "40k $", Some("$40k")),
            ("They claim €40,000.", "40 €", None),
            ("They claim €40,000.", "$40,000", None),
            ("They claim €40,000.", "40,000", Some("40,000")),
            ("From 30 € 40 went.", "40 €", None),
            ("From €30 to €40 it went.", "40 €", Some("€40")),
            ("Each of ₹30 ₹40 went.", "40 ₹", Some("₹40")),
            ("Each of €30 40 went.", "40 €", None),
            ("Version v1.2 of it.", "v1", Some("v1")),
        ] {
            assert_eq!(find_phrase(text, phrase).map(|place| &text[place]), found, "{phrase} in {text}");
        }
    }

    /// Every text of up to five of these pieces, each looked for in itself: what is found lies between characters.
    #[test]
    fn no_row_of_signs_and_amounts_is_too_strange() {
        const PIECES: [&str; 6] = ["€", "40", " ", ",", "é", "%"];
        for number in 0..PIECES.len().pow(5) {
            let pieces = (0..5).map(|place| PIECES[number / PIECES.len().pow(place) % PIECES.len()]);
            let text: String = pieces.collect();
            for phrase in ["40 €", "€40", "40", "€", text.as_str()] {
                let found = find_phrase(&text, phrase);
                assert!(found.is_none_or(|place| text.get(place).is_some()), "{phrase:?} in {text:?}");
            }
        }
    }
}
