use crate::resume::Resume;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a role in the name of a file; more is a sentence.
const LONGEST_PART: usize = 60;

/// What a file of the résumé is called when it is sent, without its ending: `Asha-Rao-resume`, for a role `Asha-Rao-API-platform-resume`.
///
/// Letters, digits and hyphens of ASCII, which every mail program and every form takes. What cannot be written with them is left out.
pub fn file_stem(resume: &Resume, role: &str) -> String {
    let name = resume.content().basics.name.as_ref().map_or("", |name| name.text.as_str());
    let parts = [part(name), part(role), "resume".to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn part(text: &str) -> String {
    let plain: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).map(spelled).collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).map(|word| word.replace(|letter: char| !letter.is_ascii(), ""));
    let mut part = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if part.len() + word.len() > LONGEST_PART {
            break;
        }
        if !part.is_empty() {
            part.push('-');
        }
        part.push_str(&word);
    }
    part
}

/// Letters that do not come apart into one of ASCII and a mark.
fn spelled(letter: char) -> String {
    let plain = match letter {
        '\'' | '’' => "",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ı' => "i",
        other => return other.to_string(),
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_stem;
    use crate::read;

    #[test]
    fn a_file_is_called_after_the_person_and_the_role() {
        for (name, role, stem) in [
            ("Asha Rao", "", "Asha-Rao-resume"),
            ("José Łukasz O'Brien-Müller", "API / platform", "Jose-Lukasz-OBrien-Muller-API-platform-resume"),
            ("../../etc\u{202e}/passwd\"", "", "etc-passwd-resume"),
            ("मीरा", "", "resume"),
            ("A B", &"platforms ".repeat(20), "A-B-platforms-platforms-platforms-platforms-platforms-platforms-resume"),
        ] {
            let source = serde_json::json!({"basics": {"name": name}}).to_string();
            let resume = read(&source, "resume.json").0.expect("a résumé");
            assert_eq!(file_stem(&resume, role), stem, "{name}");
        }
    }
}
