//! Text without the differences that do not tell names apart.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, compatibility forms resolved: `Société` and `SOCIETE` become `societe`.
pub(crate) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

/// Letters that Unicode does not take apart, as people type them without the key.
fn plain(letter: char) -> Option<&'static str> {
    match letter {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        'ø' => Some("o"),
        'ł' => Some("l"),
        'đ' | 'ð' => Some("d"),
        'þ' => Some("th"),
        'ı' => Some("i"),
        '’' | '‘' => Some("'"),
        _ => None,
    }
}

/// Words of letters and digits, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// One line: control characters and the invisible ones that turn or hide text are gone, white space is single.
pub(crate) fn one_line(text: &str) -> String {
    let shown: String =
        text.chars().filter(|letter| !is_invisible(*letter)).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Directions and zero widths: in a name they serve nothing but to show something else than is written.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_tell_names_apart() {
        for (text, folded_text) in [
            ("Société Générale", "societe generale"),
            ("ØRSTED", "orsted"),
            ("Straße", "strasse"),
            ("Ｇｏｏｇｌｅ", "google"),
            ("İstanbul", "istanbul"),
            ("L’Oréal", "l'oreal"),
            ("日本", "日本"),
        ] {
            assert_eq!(folded(text), folded_text, "{text}");
        }
    }

    #[test]
    fn a_line_shows_what_is_written() {
        assert_eq!(one_line("  Ann\u{202e}\tLee\r\n\u{200b}PMP "), "Ann Lee PMP");
        assert_eq!(one_line("श्रेया\u{200d}"), "श्रेया\u{200d}", "joiners shape letters and stay");
    }
}
