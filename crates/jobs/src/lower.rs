/// Lower case in which no byte moves, so that a place in it is a place in the text. The few letters whose lower case is longer or shorter,
/// such as `İ` and `ẞ`, stay as they are; nothing that is looked for is written with them.
pub(crate) fn same_length_lower(text: &str) -> String {
    let lower = |letter: char| {
        let mut small = letter.to_lowercase();
        let one = small.next().filter(|small| small.len_utf8() == letter.len_utf8());
        one.filter(|_| small.next().is_none()).unwrap_or(letter)
    };
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::same_length_lower;

    #[test]
    fn no_letter_moves_in_lower_case() {
        assert_eq!(same_length_lower("ẞ SQL–İ ÄÖ Σ Ⱥ"), "ẞ sql–İ äö σ Ⱥ");
        for letter in ('\0'..=char::MAX).step_by(1) {
            assert_eq!(same_length_lower(&letter.to_string()).len(), letter.len_utf8(), "{letter}");
        }
    }
}
