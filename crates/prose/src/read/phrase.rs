//! Words and phrases in a text, in any case.

use std::ops::Range;

/// Where the first of the phrases stands as whole words. Phrases are lower-case; a space stands for any white space or hyphen, and a
/// trailing `*` for any ending of the last word.
pub(crate) fn find(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    word_starts(text).find_map(|at| begun(text, at, phrases).find_map(|phrase| end_of(text, at, phrase)).map(|end| at..end))
}

/// Whether one of the phrases stands in the text.
pub(crate) fn holds(text: &str, phrases: &[&str]) -> bool {
    find(text, phrases).is_some()
}

/// All places of all phrases, in order, none overlapping; of two phrases at one place the longer.
pub(crate) fn all<'a>(text: &str, phrases: &[&'a str]) -> Vec<(&'a str, Range<usize>)> {
    let mut found = Vec::new();
    let mut free_from = 0;
    for at in word_starts(text) {
        if at < free_from {
            continue;
        }
        let ends = begun(text, at, phrases).filter_map(|phrase| end_of(text, at, phrase).map(|end| (phrase, end)));
        let longest = ends.max_by_key(|(_, end)| *end);
        if let Some((phrase, end)) = longest {
            found.push((phrase, at..end));
            free_from = end;
        }
    }
    found
}

/// Where the longest of the phrases ends that begin at `at`.
pub(crate) fn longest_at(text: &str, at: usize, phrases: &[&str]) -> Option<usize> {
    begun(text, at, phrases).filter_map(|phrase| end_of(text, at, phrase)).max()
}

/// Whether a word is one of these, in any case.
pub(crate) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The phrases that begin with the letter at a place: most are ruled out by it.
fn begun<'a, 'b>(text: &str, at: usize, phrases: &'b [&'a str]) -> impl Iterator<Item = &'a str> + use<'a, 'b> {
    let first = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .and_then(|c| if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { c.to_lowercase().next() });
    phrases.iter().copied().filter(move |phrase| first.is_some_and(|first| phrase.starts_with(first)))
}

/// Where a phrase ends that begins at `at`; `None` when it does not stand there.
pub(crate) fn end_of(text: &str, at: usize, phrase: &str) -> Option<usize> {
    let mut rest = text.get(at..)?;
    let (phrase, any_ending) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    for wanted in phrase.chars() {
        let mut characters = rest.chars();
        let c = characters.next()?;
        if wanted == ' ' {
            if !is_gap(c) {
                return None;
            }
            rest = rest.trim_start_matches(is_gap);
            continue;
        }
        let same = match wanted {
            '\'' => matches!(c, '\'' | '’'),
            '-' => matches!(c, '-' | '‐' | '\u{2011}' | ' '),
            _ if c.is_ascii() => c.to_ascii_lowercase() == wanted,
            _ => c.to_lowercase().next() == Some(wanted),
        };
        if !same {
            return None;
        }
        rest = characters.as_str();
    }
    if any_ending {
        rest = rest.trim_start_matches(char::is_alphanumeric);
    }
    let next = rest.chars().next();
    let ends_word = !phrase.ends_with(char::is_alphanumeric) || next.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    ends_word.then_some(text.len() - rest.len())
}

/// Where words begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_word = c.is_alphanumeric() || c == '_';
        let starts = is_word && !inside;
        // An apostrophe does not end a word: in "don't" nothing begins at the t.
        inside = is_word || (inside && matches!(c, '\'' | '’'));
        starts.then_some(at)
    })
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::{all, find};

    #[test]
    fn phrases_are_whole_words_in_any_case() {
        for (text, phrases, found) in [
            ("Because it is.", vec!["because"], Some("Because")),
            ("becauses", vec!["because"], None),
            ("so\nthat it works", vec!["so that"], Some("so\nthat")),
            ("a roll-back plan", vec!["roll back"], Some("roll-back")),
            ("don’t you", vec!["don't you"], Some("don’t you")),
            ("deprecated soon", vec!["deprecat*"], Some("deprecated")),
            ("a non-goal", vec!["goal"], Some("goal")),
            ("ÉCOLE", vec!["école"], Some("ÉCOLE")),
            ("it’s t", vec!["s"], None),
            ("max_retry", vec!["retry"], None),
            ("", vec!["a"], None),
        ] {
            assert_eq!(find(text, &phrases).map(|at| &text[at]), found, "{text:?}");
        }
        let found: Vec<&str> = all("must not or must", &["must", "must not"]).into_iter().map(|(phrase, _)| phrase).collect();
        assert_eq!(found, ["must not", "must"]);
    }
}
