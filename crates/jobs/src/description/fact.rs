//! What is asked for besides skills: years, a degree, a place, languages.

use super::{Kind, Years};
use crate::lower::same_length_lower;
use std::ops::Range;

/// Largest number of years that anybody asks for.
const MOST_YEARS: u8 = 30;

/// Years of experience in a sentence, with the bytes they stand in. `is_label` is set when the label before it already says that
/// experience is meant.
pub(super) fn years(sentence: &str, is_label: bool) -> Option<(Years, Range<usize>)> {
    let lower = same_length_lower(sentence);
    let about_work = [
        "experience",
        "erfahrung",
        "exp",
        "product",
        "engineer",
        "working",
        "worked",
        "background",
        "developer",
        "in a ",
        "pm",
        "overall",
        "building",
    ];
    if !is_label && !about_work.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let tokens = tokens(&lower);
    let unit = tokens.iter().position(|token| matches!(&lower[token.clone()], "years" | "year" | "yrs" | "yr" | "jahre" | "jahren"))?;
    // "6-year-old", "years ago"
    let next = tokens.get(unit + 1).map(|token| &lower[token.clone()]);
    if matches!(next, Some("old" | "ago")) {
        return None;
    }
    let number_at = |at: usize| tokens.get(at).and_then(|token| number(&lower[token.clone()]));
    let before: Vec<u8> = (0..unit)
        .rev()
        .map_while(|at| match &lower[tokens[at].clone()] {
            "to" | "or" | "more" | "than" | "and" => Some(None),
            word => number(word).map(Some),
        })
        .flatten()
        .take(2)
        .collect();
    // "Several years (3+)"
    let after = number_at(unit + 1).filter(|_| before.is_empty());
    let (least, most) = match (before.as_slice(), after) {
        ([one], _) => (*one, None),
        ([most, least], _) if least < most => (*least, Some(*most)),
        ([one, _], _) => (*one, None),
        (_, Some(one)) => (one, None),
        _ => return None,
    };
    let first = tokens.get(unit.saturating_sub(before.len())).map_or(0, |token| token.start);
    (least > 0 && least <= MOST_YEARS).then(|| (Years { least, most }, first..tokens[unit].end))
}

/// Words and numbers; `5-8` and `3yrs` come apart.
fn tokens(lower: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut digit = false;
    for (at, letter) in lower.char_indices() {
        let fits = letter.is_alphanumeric();
        if let Some(begin) = start
            && (!fits || letter.is_ascii_digit() != digit)
        {
            tokens.push(begin..at);
            start = None;
        }
        if fits && start.is_none() {
            start = Some(at);
            digit = letter.is_ascii_digit();
        }
    }
    tokens.extend(start.map(|begin| begin..lower.len()));
    tokens
}

fn number(word: &str) -> Option<u8> {
    const WORDS: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelled = WORDS.iter().position(|known| *known == word).and_then(|at| u8::try_from(at).ok());
    spelled.or_else(|| word.parse().ok())
}

const DEGREES: [&str; 55] = [
    "degree",
    "bachelor",
    "bachelor's",
    "bachelors",
    "bachelors'",
    "baccalaureate",
    "master's",
    "masters",
    "masters'",
    "b.tech",
    "btech",
    "m.tech",
    "mtech",
    "b.e",
    "m.e",
    "b.eng",
    "beng",
    "meng",
    "m.eng",
    "bsc",
    "b.sc",
    "msc",
    "m.sc",
    "bca",
    "mca",
    "mba",
    "m.b.a",
    "bba",
    "pgdm",
    "pgdbm",
    "pgp",
    "b.com",
    "phd",
    "ph.d",
    "doctorate",
    "bs",
    "b.s",
    "m.s",
    "ba",
    "b.a",
    "m.a",
    "diploma",
    "graduate",
    "graduation",
    "graduates",
    "undergraduate",
    "postgraduate",
    "degrees",
    "hbo",
    "licenciatura",
    "bachelor's/master's",
    "bs/ms",
    "ba/bs",
    "bs/ba",
    "bsc/msc",
];

/// Degrees that are everyday words in other letters: a person may be herself, and a `ms` is a millisecond.
const DEGREES_IN_CAPITALS: [&str; 5] = ["BE", "ME", "MS", "AB", "MTech"];

/// A degree asked for in a sentence, with the bytes of its name. `true` when experience, or something like it, will do as well.
pub(super) fn degree(sentence: &str) -> Option<(bool, Range<usize>)> {
    const PHRASES: [&str; 13] = [
        "completed studies",
        "university studies",
        "b.e/",
        "university education",
        "tertiary qualification",
        "tertiary education",
        "higher education",
        "university qualification",
        "college education",
        "academic background in",
        "abgeschlossenes studium",
        "hochschulstudium",
        "hochschulabschluss",
    ];
    let lower = same_length_lower(sentence);
    let found = named_degree(sentence, &lower).or_else(|| phrase_in(&lower, &PHRASES))?;
    (!is_no_degree(&lower)).then(|| (will_do(&lower), found))
}

fn named_degree(sentence: &str, lower: &str) -> Option<Range<usize>> {
    // "MS Office" and "SQL (MS)" are Microsoft's.
    let is_microsoft = ["ms office", "ms sql", "ms excel", "ms teams", "ms project", "ms visio", "ms word", "ms azure"];
    let in_capitals = || named(sentence, &DEGREES_IN_CAPITALS).filter(|_| !is_microsoft.iter().any(|name| lower.contains(name)));
    // "BA" is a business analyst as well.
    let analyst = ["ba experience", "as a ba", "ba or", "ba/po", "ba role", "ba / po"].iter().any(|role| lower.contains(role));
    let plain = named(lower, &DEGREES).filter(|span| !(analyst && &lower[span.clone()] == "ba"));
    plain.or_else(in_capitals)
}

/// Whether a sentence says that no degree is needed, or speaks of another kind of degree.
fn is_no_degree(lower: &str) -> bool {
    const WISHED: [&str; 8] = ["plus", "preferred", "nice", "helpful", "advantage", "an asset", "welcome", "bonus"];
    const NOT_NEEDED: [&str; 12] = [
        "degree is not",
        "degree isn't",
        "degree not",
        "degrees not",
        "degree optional",
        "not require a degree",
        "not required to have",
        "degrees are not",
        "degrees aren't",
        "not a requirement",
        "not required",
        "isn't required",
    ];
    const DENIED: [&str; 32] = [
        "don't care",
        "do not care",
        "so is none",
        "degree is fine",
        "no degree",
        "regardless of",
        "don't ask for",
        "do not ask for",
        "don't require",
        "do not require",
        "doesn't require",
        "doesn't matter",
        "does not matter",
        "don't need a degree",
        "no need for a degree",
        "without a degree",
        "whether or not",
        "with or without",
        "don't look at",
        "not look at",
        "don't filter",
        "over degrees",
        "more than degrees",
        "than a degree",
        "high degree",
        "degree of",
        "not degrees",
        "not a degree",
        "great degree",
        "some degree",
        "360 degree",
        "360-degree",
    ];
    const PROGRAMMES: [&str; 4] = ["graduate program", "graduate scheme", "graduates of our", "from graduates to"];
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| lower.contains(phrase));
    has(&DENIED) || has(&PROGRAMMES) || (has(&NOT_NEEDED) && !has(&WISHED))
}

/// Whether experience, or something like it, will do instead of a degree. Another field or another certificate is no experience.
fn will_do(lower: &str) -> bool {
    const OTHER_WILL_DO: [&str; 38] = [
        "equivalent experience",
        "equivalent work",
        "equivalent practical",
        "equivalent professional",
        "equivalent industry",
        "equivalent relevant",
        "equivalent hands",
        "equivalent training",
        "equivalent knowledge",
        "equivalent combination",
        "equivalent skills",
        "equivalent military",
        "equivalent background",
        "similar experience",
        "comparable experience",
        "commensurate experience",
        "related experience",
        "relevant experience",
        "practical experience",
        "work experience in lieu",
        "in lieu of",
        "combination of",
        "or experience",
        "or work experience",
        "taught yourself",
        "or the equivalent",
        "or demonstrated",
        "or proven",
        "or self-taught",
        "experience instead",
        "experience that makes up",
        "experience counts",
        "level of",
        "or the experience",
        "be substituted",
        "may substitute",
        "vergleichbare erfahrung",
        "vergleichbare qualifikation",
    ];
    const OTHER_PAPERS: [&str; 10] =
        ["field", "discipline", "degree", "qualification", "subject", "area", "specialization", "specialisation", "stream", "branch"];
    let word_behind =
        |at: usize| lower[at + "or equivalent".len()..].split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    let or_equivalent = |(at, _): (usize, &str)| {
        let behind = word_behind(at).unwrap_or_default();
        let second = lower[at..].split_whitespace().nth(3).unwrap_or_default().trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_paper = |word: &str| OTHER_PAPERS.contains(&word) || OTHER_PAPERS.contains(&word.trim_end_matches('s'));
        !(is_paper(behind) || behind == "technical" && is_paper(second))
    };
    OTHER_WILL_DO.iter().any(|phrase| lower.contains(phrase)) || lower.match_indices("or equivalent").any(or_equivalent)
}

/// Where a sentence goes on to a further degree, behind a comma or a bracket: what it wishes there, as in `a bachelor's, MBA preferred`, it
/// does not wish of the first. The end of the sentence where it does not.
pub(super) fn further_degree(sentence: &str, first: &Range<usize>) -> usize {
    let lower = same_length_lower(sentence);
    let begins = lower[first.end..].match_indices([',', '(']).map(|(at, _)| first.end + at);
    let mut further = begins.filter(|at| {
        let rest = &lower[at + 1..];
        let in_brackets = lower[*at..].starts_with('(');
        // What a bracket says of the same degree, `(bachelor's or higher) preferred`, goes on behind it.
        let until = if in_brackets { rest.find(')') } else { rest.find([',', '(']) }.unwrap_or(rest.len());
        let goes_on = in_brackets && rest[until..].contains(char::is_alphanumeric);
        !goes_on && named_degree(&sentence[at + 1..at + 1 + until], &rest[..until]).is_some()
    });
    further.next().unwrap_or(sentence.len())
}

/// A language asked for in a sentence, with the bytes that name it.
fn language(lower: &str) -> Option<Range<usize>> {
    const LANGUAGES: [&str; 30] = [
        "english",
        "german",
        "french",
        "spanish",
        "italian",
        "dutch",
        "portuguese",
        "polish",
        "swedish",
        "danish",
        "norwegian",
        "finnish",
        "czech",
        "hungarian",
        "romanian",
        "greek",
        "turkish",
        "hebrew",
        "arabic",
        "hindi",
        "tamil",
        "kannada",
        "marathi",
        "mandarin",
        "japanese",
        "korean",
        "deutsch",
        "deutschkenntnisse",
        "englisch",
        "englischkenntnisse",
    ];
    named(lower, &LANGUAGES)
}

/// Languages, or a place or a permit, asked for in a sentence, each with the bytes that name it and the part of the sentence that speaks of it:
/// of `Fluent English, German a plus` only German is wished for, and of `English, German or Dutch a plus` every one.
pub(super) fn others(sentence: &str) -> Vec<(Kind, Range<usize>, Range<usize>)> {
    const PLACES: [&str; 14] = [
        "work permit",
        "authorized to work",
        "authorised to work",
        "right to work",
        "visa",
        "relocat",
        "based in",
        "on-site",
        "onsite",
        "in the office",
        "willingness to travel",
        "security clearance",
        "days wfo",
        "hybrid",
    ];
    let lower = same_length_lower(sentence);
    // "An English-speaking team" asks nobody for English.
    let about_others = named(&lower, &["team", "company"]).is_some();
    let is_one_list = [" or ", " oder "].iter().any(|word| lower.contains(word));
    let mut parts = Vec::new();
    let mut start = 0;
    for part in lower.split_inclusive(',').filter(|_| !about_others) {
        let found = language(part).map(|span| start + span.start..start + span.end);
        parts.extend(found.map(|span| (Kind::Language, span, start..start + part.len())));
        start += part.len();
    }
    if is_one_list {
        parts.truncate(1);
        parts.iter_mut().for_each(|(_, _, part)| *part = 0..sentence.len());
    } else if let Some((_, _, last)) = parts.last_mut() {
        last.end = sentence.len();
    }
    if parts.is_empty() {
        parts.extend(phrase_in(&lower, &PLACES).map(|span| (Kind::Location, span, 0..sentence.len())));
    }
    parts
}

/// The first whole word that is one of some names. Dots and apostrophes belong to words.
fn named(lower: &str, names: &[&str]) -> Option<Range<usize>> {
    let mut start = 0;
    for piece in lower.split_inclusive(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '.' | '\''))) {
        let word = piece.trim_end_matches(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '.' | '\'')));
        if names.contains(&word) || names.contains(&word.trim_end_matches('.')) {
            return Some(start..start + word.trim_end_matches('.').len());
        }
        start += piece.len();
    }
    None
}

fn phrase_in(lower: &str, phrases: &[&str]) -> Option<Range<usize>> {
    phrases.iter().find_map(|phrase| lower.find(phrase).map(|at| at..at + phrase.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_as_people_write_them() {
        for (sentence, expected) in [
            ("5+ years of product management", Some((5, None))),
            ("5 - 8 Years of experience", Some((5, Some(8)))),
            ("3-6 yrs of experience, with min 2 yrs as a PM", Some((3, Some(6)))),
            ("2 to 5 years in product", Some((2, Some(5)))),
            ("3 yrs+ as pm", Some((3, None))),
            ("Several years (3+) of experience", Some((3, None))),
            ("Four or more years building developer-facing products", Some((4, None))),
            ("eight or more years of experience", Some((8, None))),
            ("5 years or more as a PM", Some((5, None))),
            ("minimum 3 years' experience", Some((3, None))),
            ("exp 6+ yrs telecom", Some((6, None))),
            ("our 6-year-old product", None),
            ("product launched 3 years ago", None),
            ("we have grown for 12 years", None),
            ("Mindestens 3 Jahre Erfahrung", Some((3, None))),
            ("2 weeks of experience", None),
        ] {
            let found = years(sentence, false).map(|(years, _)| (years.least, years.most));
            assert_eq!(found, expected, "{sentence}");
        }
        assert_eq!(years("6-10 yrs | CTC", true).map(|(years, _)| (years.least, years.most)), Some((6, Some(10))));
    }

    #[test]
    fn degrees_and_what_will_do_instead() {
        for (sentence, expected) in [
            ("Bachelor's degree required", Some(false)),
            ("B.Tech or equivalent experience", Some(true)),
            ("B.E / B.Tech / MCA", Some(false)),
            ("University degree in Computer Science or equivalent", Some(true)),
            ("We don't care about degrees", None),
            ("Completed studies in computer science", Some(false)),
            ("Abgeschlossenes Studium oder vergleichbare Erfahrung", Some(true)),
            ("A bachelor's degree; or four years of experience may be substituted", Some(true)),
            ("SQL", None),
        ] {
            assert_eq!(degree(sentence).map(|(other_will_do, _)| other_will_do), expected, "{sentence}");
        }
    }

    #[test]
    fn places_and_languages() {
        for (sentence, expected) in [
            ("Fluent English", Some(Kind::Language)),
            ("an English-speaking team", None),
            ("EU work permit mandatory", Some(Kind::Location)),
            ("SQL", None),
        ] {
            assert_eq!(others(sentence).first().map(|(kind, ..)| *kind), expected, "{sentence}");
        }
    }
}
