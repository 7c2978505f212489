use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of an answer's bytes, as 64 lower-case hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AnswerHash {
    // Inline, because every check of a journal carries two.
    digits: [u8; DIGITS],
}

const DIGITS: usize = 64;

/// The text is not a hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{written}` is not a SHA-256 in hexadecimal")]
pub struct BadAnswerHash {
    /// What was written.
    pub written: String,
}

impl AnswerHash {
    /// Hashes the exact bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const SIGNS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; DIGITS];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(Sha256::digest(bytes)) {
            pair.copy_from_slice(&[SIGNS[usize::from(byte >> 4)], SIGNS[usize::from(byte & 15)]]);
        }
        Self { digits }
    }

    /// Reads a hash that was written down.
    pub fn read(text: &str) -> Result<Self, BadAnswerHash> {
        let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let digits = text.as_bytes().try_into().ok().filter(|digits: &[u8; DIGITS]| digits.iter().all(is_digit));
        digits.map(|digits| Self { digits }).ok_or_else(|| BadAnswerHash { written: text.to_owned() })
    }

    /// All 64 digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.digits).expect("hexadecimal digits are ASCII")
    }

    /// The first 12 digits: enough for a file name.
    pub fn short(&self) -> &str {
        &self.as_str()[..12]
    }
}

impl TryFrom<String> for AnswerHash {
    type Error = BadAnswerHash;
    fn try_from(text: String) -> Result<Self, BadAnswerHash> {
        Self::read(&text)
    }
}

impl From<AnswerHash> for String {
    fn from(hash: AnswerHash) -> Self {
        hash.as_str().to_owned()
    }
}

impl fmt::Debug for AnswerHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnswerHash({self})")
    }
}

impl fmt::Display for AnswerHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::AnswerHash;

    #[test]
    fn hashes_are_the_published_ones() {
        let empty = AnswerHash::of(b"");
        assert_eq!(empty.as_str(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(empty.short(), "e3b0c44298fc");
        assert_eq!(AnswerHash::read(empty.as_str()), Ok(empty));
        for bad in ["", "e3b0", &"E".repeat(64), &"0".repeat(65), &"é".repeat(32)] {
            assert!(AnswerHash::read(bad).is_err(), "{bad}");
        }
    }
}
