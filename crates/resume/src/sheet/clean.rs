use unicode_normalization::UnicodeNormalization;

/// A text as it can stand on one line and be read back: composed characters, single blanks, nothing invisible.
///
/// Blanks that do not break become ordinary ones, because many readers of PDFs do not know them; so does the hyphen that does not break.
/// Soft hyphens, joiners without width and marks that turn the direction of text are dropped: they would hide in the text layer. Ligatures
/// that were pasted from another PDF become the letters they stand for.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            _ if is_invisible(character) => {}
            '\u{2010}' | '\u{2011}' => cleaned.push('-'),
            '\u{FB00}'..='\u{FB06}' => cleaned.extend(std::iter::once(character).nfkc()),
            _ if character.is_whitespace() || character.is_control() => {
                if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            _ => cleaned.push(character),
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// The paragraphs of a longer text, each clean.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(clean).filter(|paragraph| !paragraph.is_empty()).collect()
}

fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::{clean, paragraphs};

    #[test]
    fn what_cannot_be_read_back_is_replaced() {
        for (written, cleaned) in [
            ("  Senior\u{a0}PM  ", "Senior PM"),
            ("₹\u{202f}35\u{2009}lakh", "₹ 35 lakh"),
            ("Stratford\u{2011}upon\u{2011}Avon", "Stratford-upon-Avon"),
            ("ef\u{ad}fi\u{ad}cient", "efficient"),
            ("e\u{301}cole", "école"),
            ("oﬃce workﬂow", "office workflow"),
            ("a\u{202e}b\u{2066}c\u{feff}d", "abcd"),
            ("one\ttwo\u{7}three", "one two three"),
            ("\u{a0}\u{200b} ", ""),
        ] {
            assert_eq!(clean(written), cleaned, "{written:?}");
        }
        assert_eq!(paragraphs("one\n\n two \r\nthree"), ["one", "two", "three"]);
    }
}
