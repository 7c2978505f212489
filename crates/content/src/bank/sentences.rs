/// The sentences of a text: a full stop, a question mark or an exclamation mark ends one when what follows begins like another.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        sentence.push(word);
        let ends = word.trim_end_matches(['"', '”', '’', '\'', '*', ')']).ends_with(['.', '?', '!']);
        let begins = |next: &&str| {
            let bare = next.trim_start_matches(['"', '“', '‘', '\'', '(', '*', '`']);
            bare.starts_with(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '{')
        };
        if ends && words.get(at + 1).is_some_and(begins) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_sentence_ends_where_another_begins() {
        assert_eq!(sentences("It costs 4.2 ms, e.g. for reads. \"Why?\" (Nobody knows.) `SELECT` is fast.").len(), 4);
        assert_eq!(sentences("Use v1. after that stop"), ["Use v1. after that stop"]);
        assert_eq!(sentences(""), [""; 0]);
    }
}
