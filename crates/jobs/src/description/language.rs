//! Whether a text is English, the only language in which requirements are told apart.

use footbridge_diagnostic::Diagnostic;

/// Frequent words of English that no language below has.
const ENGLISH: [&str; 16] = ["the", "and", "of", "to", "you", "with", "for", "our", "we", "is", "or", "will", "are", "your", "be", "as"];

/// Frequent words of German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish that English has not.
const OTHERS: [&str; 48] = [
    "und", "der", "das", "mit", "für", "wir", "sie", "von", "ist", "oder", "et", "les", "des", "pour", "vous", "avec", "une", "dans",
    "nous", "el", "los", "las", "con", "para", "una", "por", "y", "os", "com", "uma", "você", "dos", "il", "che", "di", "per", "della",
    "het", "een", "van", "voor", "je", "jest", "oraz", "się", "och", "att", "för",
];

/// Frequent words of German that English has not.
const GERMAN: [&str; 28] = [
    "und", "der", "die", "das", "den", "dem", "mit", "für", "wir", "du", "sie", "von", "im", "ist", "oder", "unsere", "unserer", "unseren",
    "deine", "eine", "einem", "einen", "zu", "zur", "ab", "auf", "aus", "daraus",
];

/// Whether a sentence is German, where every noun has a capital and none is a name for it.
pub(super) fn is_german(sentence: &str) -> bool {
    const LEAST_GERMAN_WORDS: usize = 2;
    let lower = sentence.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| GERMAN.contains(word)).take(LEAST_GERMAN_WORDS).count() == LEAST_GERMAN_WORDS
}

/// Fewer words say nothing about a language.
const LEAST_WORDS: usize = 30;

/// Said when words of another language outnumber those of English, or most letters are of another script.
pub(super) fn finding(text: &str, file: &str) -> Option<Diagnostic> {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let count = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count();
    let latin = words.iter().filter(|word| word.chars().all(|letter| letter <= '\u{24f}')).count();
    let is_other = count(&OTHERS) > count(&ENGLISH) || latin * 2 < words.len();
    (words.len() >= LEAST_WORDS && is_other).then(|| {
        Diagnostic::warning("jobs-not-english", "This description does not seem to be in English; few of its requirements will be found.")
            .at(file, 0..0)
            .note("Headings and words such as “must” and “a plus” are known in English, and a few of them in German.")
            .help("Translate it first, and read the translation; what is told of this text is only what was understood.")
    })
}
