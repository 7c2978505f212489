use std::fmt;
use ureq::http::HeaderValue;

/// Longest part of a key that may stand in a text, plus one, in characters.
const TELLING: usize = 8;

/// What stands where a key, or a telling part of one, stood.
const MASK: &str = "[key]";

/// What an endpoint knows its customer by. It is shown nowhere.
#[derive(Clone)]
pub struct Key(String);

/// A key that no request can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key is empty or has characters that no key has, such as a line break within it")]
pub struct BadKey;

impl Key {
    /// A key as it was typed or stands in a file; blanks around it are not part of it.
    pub fn new(written: &str) -> Result<Self, BadKey> {
        let key = written.trim();
        let is_whole = !key.is_empty() && key.chars().all(|letter| letter.is_ascii_graphic());
        if is_whole { Ok(Self(key.to_owned())) } else { Err(BadKey) }
    }

    /// The header that carries it, marked so that nothing prints it.
    pub(crate) fn header(&self) -> HeaderValue {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", self.0)).expect("a key is graphic ASCII");
        value.set_sensitive(true);
        value
    }

    /// Long enough to be a secret. Servers on this machine take words such as `ollama`, which an answer may hold for reasons of its own.
    pub(crate) fn is_long(&self) -> bool {
        self.0.len() >= 2 * TELLING
    }

    /// A text without the key and without any part of it that is long enough to tell.
    pub(crate) fn out_of(&self, text: &str) -> String {
        let telling = TELLING.min(self.0.len());
        let letters: Vec<char> = text.chars().collect();
        let mut hidden = vec![false; letters.len()];
        for (at, part) in letters.windows(telling).enumerate() {
            if self.0.contains(&part.iter().collect::<String>()) {
                hidden[at..at + telling].fill(true);
            }
        }
        let mut out = String::with_capacity(text.len());
        for (at, letter) in letters.iter().enumerate() {
            match (hidden[at], at > 0 && hidden[at - 1]) {
                (false, _) => out.push(*letter),
                (true, false) => out.push_str(MASK),
                (true, true) => {}
            }
        }
        out
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(MASK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_a_key_nor_a_telling_part_of_it_stays_in_a_text() {
        let key = Key::new(" sk-abcdefghijklmnop\n").expect("a key");
        for (text, left) in [
            ("Wrong key: sk-abcdefghijklmnop.", "Wrong key: [key]."),
            ("Wrong key: sk-abcdefgh…mnop, é", "Wrong key: [key]…mnop, é"),
            ("Bearer defghijklmnopqrst", "Bearer [key]qrst"),
            ("abc, sk-, mnop", "abc, sk-, mnop"),
            ("", ""),
        ] {
            assert_eq!(key.out_of(text), left);
        }
        assert_eq!(Key::new("ollama").expect("a short key").out_of("ollama says no"), "[key] says no");
        assert_eq!(format!("{key:?}"), "[key]");
    }

    #[test]
    fn a_key_that_would_break_a_request_is_none() {
        for written in ["", "  \n", "two words", "line\r\nbreak", "schlüssel"] {
            assert_eq!(Key::new(written).err(), Some(BadKey), "{written:?}");
        }
    }
}
