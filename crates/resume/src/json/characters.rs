use std::ops::Range;

/// The characters of a text as it stands in a file, with its quotes and escapes: each with the bytes that say it.
pub(crate) fn characters(token: &str) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = token[at..].chars().next() {
        let (length, character) = match first {
            '\\' => escaped(&token[at..]),
            _ => (first.len_utf8(), first),
        };
        found.push((at..at + length, character));
        at += length;
    }
    found
}

/// How long the escape at the beginning is, and what it says. `\n` and its like are blanks, which is all that matters of them.
fn escaped(rest: &str) -> (usize, char) {
    let unit = |at: usize| rest.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let second = || rest.get(6..8).filter(|next| *next == "\\u").and_then(|_| unit(8));
    let said = |units: &[u16]| char::decode_utf16(units.iter().copied()).next().and_then(Result::ok);
    match rest.chars().nth(1) {
        Some('u') => match (unit(2), second()) {
            (Some(high), Some(low)) if said(&[high]).is_none() && said(&[high, low]).is_some() => {
                (12, said(&[high, low]).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            (Some(one), _) => (6, said(&[one]).unwrap_or(char::REPLACEMENT_CHARACTER)),
            (None, _) => (2, char::REPLACEMENT_CHARACTER),
        },
        Some('n' | 'r' | 't' | 'b' | 'f') => (2, ' '),
        Some(other) => (1 + other.len_utf8(), other),
        None => (1, '\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::characters;

    #[test]
    fn every_character_has_the_bytes_that_say_it() {
        let token = "\"é\\u00e9\\ud83d\\ude80\\\"\\n\\ud83dx\\u12\"";
        let found: Vec<(&str, char)> = characters(token).into_iter().map(|(place, letter)| (&token[place], letter)).collect();
        let lost = char::REPLACEMENT_CHARACTER;
        let expected = [
            ("\"", '"'),
            ("é", 'é'),
            ("\\u00e9", 'é'),
            ("\\ud83d\\ude80", '🚀'),
            ("\\\"", '"'),
            ("\\n", ' '),
            ("\\ud83d", lost),
            ("x", 'x'),
            ("\\u", lost),
            ("1", '1'),
            ("2", '2'),
            ("\"", '"'),
        ];
        assert_eq!(found, expected);
    }
}
