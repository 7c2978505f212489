//! Words that deny what follows them: "no real drawbacks", "not yet restored".

use super::phrase::is_one_of;

/// They deny what stands a few words behind them in the same clause.
const DENIALS: &[&str] = &["no", "without", "zero", "not", "never", "nobody", "nothing", "none", "neither", "nor"];

/// Another clause begins with them.
const NEW_CLAUSES: &[&str] = &["and", "because", "but", "if", "so", "that", "then", "until", "when", "which", "while"];

/// Whether one of so many words before a place denies it. "Any" denies only what stands right behind it.
pub(crate) fn is_denied(sentence: &str, at: usize, within: usize) -> bool {
    let before = sentence[..at].split_whitespace().rev().take(within);
    let clause = before.take_while(|word| !word.ends_with([',', ';', ':', '.', '—', '–']) && !is_one_of(bare(word), NEW_CLAUSES));
    clause.enumerate().any(|(distance, word)| {
        let is_short_not = word.to_lowercase().replace('’', "'").ends_with("n't");
        is_one_of(bare(word), DENIALS) || is_short_not || (distance == 0 && is_one_of(bare(word), &["any"]))
    })
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_denied;

    #[test]
    fn a_denial_reaches_three_words_far_and_not_into_another_clause() {
        for (before, denied) in [
            ("There is no ", true),
            ("There are no real ", true),
            ("It isn’t at any ", true),
            ("There is no price or ", true),
            ("No two of the three ", false),
            ("It is not fast, and ", false),
            ("It does not scale and ", false),
            ("Any such ", false),
            ("At any ", true),
            ("", false),
        ] {
            assert_eq!(is_denied(&format!("{before}cost"), before.len(), 3), denied, "{before}");
        }
    }
}
