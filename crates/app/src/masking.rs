use crate::course::is_word_of_the_course;
use std::cmp::Reverse;
use std::ops::Range;

/// What stands for the name of a target company.
pub(crate) const MASK: &str = "[a target company]";

/// What stands for the name of a company where somebody the learner knows works.
pub(crate) const EMPLOYER: &str = "[a company]";

/// What stands for the name of somebody the learner knows.
pub(crate) const SOMEBODY: &str = "[somebody]";

/// Shorter names are masked only as whole words: `HP` stands inside too many others.
const SHORT_NAME: usize = 4;

/// Names of target companies are private: in free text they are masked, whatever their case. An ordinary word that holds one stays:
/// `metadata` says nothing of Meta.
pub(crate) fn mask(text: &str, companies: &[String]) -> String {
    mask_by(text, companies, MASK)
}

/// The same with other names, and what stands for them.
pub(crate) fn mask_by(text: &str, names: &[String], mask: &str) -> String {
    let mut names: Vec<Vec<char>> =
        names.iter().map(|name| name.trim().chars().collect()).filter(|name: &Vec<_>| !name.is_empty()).collect();
    // Of `Acme` and `Acme API` the longer is looked for first, so that nothing of it is left over.
    names.sort_by_key(|name| Reverse(name.len()));
    let letters: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if let Some(name) = names.iter().find(|name| stands_at(name, &letters, at)) {
            masked.push_str(mask);
            at += name.len();
        } else {
            masked.push(letters[at]);
            at += 1;
        }
    }
    masked
}

/// First names of contacts, where one stands alone: a whole word with a capital letter that is no word of everyday English.
pub(crate) fn mask_first_names(text: &str, names: &[String], mask: &str) -> String {
    let first = names.iter().flat_map(|name| first_names(name));
    let first = first.filter(|name| name.chars().count() > 1 && !is_common_word(&name.to_lowercase()));
    let places = first.flat_map(|name| whole_words(text, name)).filter(|place| text[place.clone()].starts_with(char::is_uppercase));
    mask_places(text, places.collect(), mask)
}

/// Names where each stands whole, and a name of one word only where it is told from other words.
pub(crate) fn mask_whole(text: &str, names: &[String], mask: &str) -> String {
    let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    mask_places(text, names.flat_map(|name| named(text, name)).collect(), mask)
}

/// Where a name stands whole. One of one word is told from other words by its capital letter.
pub(crate) fn named<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_one_word = name.chars().all(char::is_alphanumeric);
    let is_a_name = move |place: &Range<usize>| {
        !is_one_word || (text[place.clone()].starts_with(char::is_uppercase) && !is_common_word(&text[place.clone()].to_lowercase()))
    };
    whole_words(text, name).filter(is_a_name)
}

fn mask_places(text: &str, mut places: Vec<Range<usize>>, mask: &str) -> String {
    places.sort_by_key(|place| (place.start, Reverse(place.end)));
    let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
    for place in places {
        if place.start >= at {
            masked.push_str(&text[at..place.start]);
            masked.push_str(mask);
            at = place.end;
        }
    }
    masked + &text[at..]
}

/// What somebody is called: the first word of the name, and of `Quux, Zerafina` the first behind the comma, too.
fn first_names(name: &str) -> impl Iterator<Item = &str> {
    let is_name = |word: &&str| !word.ends_with('.') && !word.contains('@');
    let (surname, given) = name.split_once(',').filter(|(surname, _)| !surname.trim().contains(' ')).unwrap_or((name, ""));
    let first = [surname, given].map(|words| words.split_whitespace().find(is_name));
    first.into_iter().flatten().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

/// Where some words stand whole in a text, in any case.
pub(crate) fn whole_words<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let end_of = move |start: usize| {
        let mut rest = text[start..].char_indices();
        let mut end = start;
        for wanted in words.chars() {
            let (at, there) = rest.next()?;
            if !there.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            end = start + at + there.len_utf8();
        }
        Some(end)
    };
    text.char_indices().filter_map(move |(start, _)| {
        let is_open = |before: &str, after: &str| !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let end = end_of(start)?;
        is_open(&text[..start], &text[end..]).then_some(start..end)
    })
}

/// First names that are words, too.
const NAMES_THAT_ARE_WORDS: [&str; 34] = [
    "amber",
    "april",
    "art",
    "august",
    "autumn",
    "bill",
    "bob",
    "chase",
    "chip",
    "christian",
    "dawn",
    "dean",
    "drew",
    "faith",
    "frank",
    "grace",
    "guy",
    "hope",
    "ivy",
    "jack",
    "joy",
    "june",
    "lane",
    "mark",
    "may",
    "miles",
    "pat",
    "ray",
    "rich",
    "rose",
    "sky",
    "summer",
    "victor",
    "will",
];

/// Whether a lower-case word is one of everyday English.
pub(crate) fn is_common_word(word: &str) -> bool {
    NAMES_THAT_ARE_WORDS.contains(&word) || is_word_of_the_course(word)
}

fn stands_at(name: &[char], letters: &[char], at: usize) -> bool {
    let same = |a: &char, b: &char| a.to_lowercase().eq(b.to_lowercase());
    let end = at + name.len();
    let is_there = letters.get(at..end).is_some_and(|there| there.iter().zip(name).all(|(a, b)| same(a, b)));
    let joined = |letter: &&char| letter.is_alphanumeric();
    if !is_there {
        return false;
    }
    let before = letters[..at].iter().rev().take_while(joined).count();
    let after = letters[end..].iter().take_while(joined).count();
    if before + after == 0 {
        return true;
    }
    let around: String = letters[at - before..end + after].iter().flat_map(|letter| letter.to_lowercase()).collect();
    name.len() >= SHORT_NAME && !is_word_of_the_course(&around)
}

/// Whether `masked` is `text` with something masked in it.
pub(crate) fn is_masked_form(masked: &str, text: &str) -> bool {
    let parts: Vec<&str> = masked.split(MASK).collect();
    let [first, middle @ .., last] = parts.as_slice() else { return false };
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    for part in middle {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target_companies_never_leave_the_folder() {
        let companies =
            ["Acme".to_owned(), "Zürich Pay".to_owned(), "Acme API".to_owned(), "HP".to_owned(), "Target".to_owned(), " ".to_owned()];
        for (text, masked) in [
            ("I left ACME api for zürich PAY.", "I left [a target company] for [a target company]."),
            ("Acme's and hp, not PHP", "[a target company]'s and [a target company], not PHP"),
            ("target", "[a target company]"),
            ("Nothing here", "Nothing here"),
            ("", ""),
        ] {
            assert_eq!(mask(text, &companies), masked);
        }
    }

    #[test]
    fn an_ordinary_word_with_a_name_in_it_stays() {
        let companies = ["Meta", "CRED", "Ola", "Setu"].map(str::to_owned);
        for (text, masked) in [
            ("Metadata and credentials, set up in isolation", "Metadata and credentials, set up in isolation"),
            ("MetaPay, ex-Meta, mycred.club", "[a target company]Pay, ex-[a target company], my[a target company].club"),
        ] {
            assert_eq!(mask(text, &companies), masked);
        }
    }

    #[test]
    fn a_first_name_alone_is_masked_and_a_word_of_english_is_not() {
        let names = ["Zerafina Quux", "Dr. Tomás Sample", "Will Smith", "Jean-Luc Picard", "Li Wei", "Hush, Imani", "Ben Okri, MBA"]
            .map(str::to_owned);
        for (text, masked) in [
            ("Zerafina said SQL, and so did Tomás.", "[somebody] said SQL, and so did [somebody]."),
            ("Imani and Ben have an MBA.", "[somebody] and [somebody] have an MBA."),
            ("Jean-Luc's team and ZERAFINA", "[somebody]'s team and [somebody]"),
            ("Will it? zerafina, Zerafinas, Licence, Li", "Will it? zerafina, Zerafinas, Licence, [somebody]"),
            ("", ""),
        ] {
            assert_eq!(mask_first_names(text, &names, SOMEBODY), masked);
        }
    }

    #[test]
    fn a_masked_form_is_known_without_the_names() {
        for (masked, text, is_form) in [
            ("sold to [a target company] for years", "sold to ACME for years", true),
            ("[a target company], [a target company]", "Acme, Zürich Pay", true),
            ("sold to [a target company] for years", "sold to ACME", false),
            ("no name in it", "no name in it", false),
            ("a[a target company]b[a target company]c", "axcb", false),
        ] {
            assert_eq!(is_masked_form(masked, text), is_form, "{masked}: {text}");
        }
    }
}
