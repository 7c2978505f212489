use crate::number_words::{number_in_words, scale_behind, scale_of};
use footbridge_content::toml_finding;
use footbridge_diagnostic::Diagnostic;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use toml::Spanned;

/// The file answers to questions stand in.
pub(crate) const FILE: &str = "answers.toml";

/// Words of a unit that also stand in a number.
const JOINING: [&str; 4] = ["a", "an", "and", "of"];

/// An answer to one question as it stands in `answers.toml`.
#[derive(Debug, Clone, PartialEq)]
pub enum Answered {
    /// Labels of options: a, b, c …
    Labels(Vec<String>),
    /// A number.
    Number(f64),
}

/// Reads `answers.toml`: every value that can be an answer, by question id, and what is wrong with the others.
///
/// People fill it in by hand, so what they plainly mean is taken: `"560"`, `560 ms`, `1,560` and `four hundred` are numbers, `"a, c"` and `"ac"` two letters.
pub fn read_answers(text: &str) -> Result<BTreeMap<String, Spanned<Answered>>, Vec<Diagnostic>> {
    let values = match toml::from_str::<BTreeMap<Spanned<String>, Spanned<toml::Value>>>(text) {
        Ok(table) => table.into_iter().map(|(id, value)| (id.into_inner(), value)).collect(),
        Err(error) => by_line(text).ok_or_else(|| vec![toml_finding(FILE, &error, 0)])?,
    };
    let mut answers = BTreeMap::new();
    let mut found = Vec::new();
    for (id, value) in values {
        let span = value.span();
        match answered(value.into_inner()) {
            Some(answer) => {
                answers.insert(id, Spanned::new(span, answer));
            }
            None => found.push(
                Diagnostic::error("answer-shape", format!("`{id}` is neither a letter, a list of letters nor a number."))
                    .at(FILE, span)
                    .help("Write `\"b\"`, `[\"a\", \"c\"]` or `43.2`."),
            ),
        }
    }
    if found.is_empty() { Ok(answers) } else { Err(found) }
}

/// A number as a person types it, in digits or in words, with or without its unit.
pub fn number_typed(text: &str) -> Option<f64> {
    match written(text)? {
        Answered::Number(number) => Some(number),
        Answered::Labels(_) => None,
    }
}

/// Letters as a person types them, `b` or `a, c`; `None` for a number. Other words come as they are.
pub fn letters_typed(text: &str) -> Option<Vec<String>> {
    match written(text)? {
        Answered::Labels(labels) => Some(labels),
        Answered::Number(_) => None,
    }
}

/// [`number_typed`] where a number is asked for in a unit: `2.5 million` is 2.5 in million calls, and 2,500,000 in calls.
pub fn number_typed_in(text: &str, unit: &str) -> Option<f64> {
    let asked = unit.to_lowercase();
    let asked: Vec<&str> = asked.split_whitespace().filter(|word| !JOINING.contains(word)).collect();
    let typed: Vec<&str> = text.split_whitespace().collect();
    let mut rest = typed.clone();
    rest.retain(|word| !asked.contains(&word.to_lowercase().as_str()));
    if matches!(rest[..], [] | ["a" | "A"]) {
        return typed.iter().any(|word| scale_of(&word.to_lowercase()).is_some()).then_some(1.0);
    }
    let rest = rest.join(" ");
    let is_unit = asked.iter().any(|word| word.starts_with('m'));
    match rest.strip_suffix('m').filter(|digits| !is_unit && digits.trim_end().ends_with(|letter: char| letter.is_ascii_digit())) {
        Some(digits) => number_typed(&format!("{digits}M")),
        None => number_typed(&rest),
    }
}

/// Writes `answers.toml`.
pub fn write_answers<'a>(answers: impl IntoIterator<Item = (&'a str, &'a Answered)>) -> String {
    let mut text = String::new();
    for (id, answer) in answers {
        let written = match answer {
            // From here on, figures written out would be integers that TOML cannot hold.
            Answered::Number(number) if number.abs() >= 1e15 => writeln!(text, "{id} = {number:e}"),
            Answered::Number(number) => writeln!(text, "{id} = {number}"),
            Answered::Labels(labels) if labels.len() == 1 => writeln!(text, "{id} = \"{}\"", labels[0]),
            Answered::Labels(labels) => writeln!(text, "{id} = {labels:?}"),
        };
        written.expect("writing to a String cannot fail");
    }
    text
}

/// A file that is no TOML, read line by line as `key = whatever stands there`; `None` when a line is not even that.
fn by_line(text: &str) -> Option<Vec<(String, Spanned<toml::Value>)>> {
    let mut values: Vec<(String, Spanned<toml::Value>)> = Vec::new();
    let mut keys = BTreeSet::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (place, written) = (start, line.split('#').next().unwrap_or_default());
        start += line.len();
        if written.trim().is_empty() {
            continue;
        }
        let (key, value) = written.split_once('=')?;
        let key = key.trim();
        let is_key = !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
        if !is_key || !keys.insert(key) {
            return None;
        }
        let span = trimmed(place + written.len() - value.len(), value);
        let letters = value.trim().trim_matches(['[', ']', '"', '\'']).replace(['"', '\''], " ");
        values.push((key.to_owned(), Spanned::new(span, toml::Value::String(letters))));
    }
    Some(values)
}

fn trimmed(start: usize, text: &str) -> Range<usize> {
    let before = text.len() - text.trim_start().len();
    start + before..start + before + text.trim().len()
}

fn answered(value: toml::Value) -> Option<Answered> {
    match value {
        toml::Value::String(text) => written(&text),
        #[expect(clippy::cast_precision_loss, reason = "answers are compared within a tolerance of at least 1e-6")]
        toml::Value::Integer(number) => Some(Answered::Number(number as f64)),
        toml::Value::Float(number) if number.is_finite() => Some(Answered::Number(number)),
        toml::Value::Array(values) => {
            let labels = values.iter().map(|value| value.as_str().map(|text| text.trim().to_lowercase()));
            labels.collect::<Option<Vec<_>>>().map(sorted)
        }
        _ => None,
    }
}

/// What a text means: a number with or without its unit, or letters with or without what joins them.
fn written(text: &str) -> Option<Answered> {
    let text = text.trim();
    if text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.' | '−')) {
        return number(text).map(Answered::Number);
    }
    let text = text.to_lowercase();
    if let Some(said) = number_in_words(&text) {
        return Some(Answered::Number(said));
    }
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !matches!(*word, "" | "and")).collect();
    let joined = |word: &&str| word.bytes().all(|letter| matches!(letter, b'a'..=b'e'));
    let labels = match words.as_slice() {
        [word] if joined(word) => word.chars().map(String::from).collect(),
        words => words.iter().map(|word| (*word).to_owned()).collect(),
    };
    Some(sorted(labels))
}

fn sorted(mut labels: Vec<String>) -> Answered {
    labels.retain(|label| !label.is_empty());
    labels.sort();
    labels.dedup();
    Answered::Labels(labels)
}

/// `1,560 ms` is 1560, `75 %` is 75, `4.5k` and `4.5 thousand` are 4500.
fn number(text: &str) -> Option<f64> {
    let text = text.replace('−', "-");
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '+' | '_'))).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    // `3 to 5` is no number, and neither is `1e400`.
    if unit.contains(|letter: char| letter.is_ascii_digit()) {
        return text.parse().ok().filter(|number: &f64| number.is_finite());
    }
    // `1,5` may be one and a half, which must not become 15.
    let is_group = |group: &str| group.split('.').next().is_some_and(|whole| whole.len() == 3);
    if !digits.split(',').skip(1).all(is_group) {
        return None;
    }
    let number: f64 = digits.replace([',', '_'], "").parse().ok()?;
    Some(number * scale_behind(unit)?).filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> BTreeMap<String, Answered> {
        read_answers(text).expect("readable").into_iter().map(|(id, answer)| (id, answer.into_inner())).collect()
    }

    fn labels(labels: &[&str]) -> Answered {
        Answered::Labels(labels.iter().map(|label| (*label).to_owned()).collect())
    }

    #[test]
    fn what_people_plainly_mean_is_taken() {
        for (written, meant) in [
            ("43.2", Answered::Number(43.2)),
            ("\"43.2\"", Answered::Number(43.2)),
            ("\"560 ms\"", Answered::Number(560.0)),
            ("560 ms", Answered::Number(560.0)),
            ("1,560", Answered::Number(1560.0)),
            ("1,234,560.5 ms", Answered::Number(1_234_560.5)),
            ("[\"\"]", labels(&[])),
            ("-5", Answered::Number(-5.0)),
            ("75 %   # of the calls", Answered::Number(75.0)),
            ("\"B\"", labels(&["b"])),
            ("b", labels(&["b"])),
            ("\"\"", labels(&[])),
            ("[]", labels(&[])),
            ("[\"c\", \"a\"]", labels(&["a", "c"])),
            ("\"a,c\"", labels(&["a", "c"])),
            ("\"ac\"", labels(&["a", "c"])),
            ("a and c", labels(&["a", "c"])),
            ("two and a half million calls", Answered::Number(2.5e6)),
            ("\"four hundred\"", Answered::Number(400.0)),
            ("\"maybe\"", labels(&["maybe"])),
        ] {
            assert_eq!(read(&format!("# asked\nq = {written}\n")), BTreeMap::from([("q".to_owned(), meant)]), "{written}");
        }
    }

    #[test]
    fn a_number_that_is_asked_for_in_millions_is_read_in_millions() {
        for (typed, unit, means) in [
            ("2.5 million", "million calls", Some(2.5)),
            ("two and a half million calls", "million calls", Some(2.5)),
            ("a million", "million calls", Some(1.0)),
            ("2.5", "million calls", Some(2.5)),
            ("2.5 million", "calls", Some(2.5e6)),
            ("two and a half million", "calls", Some(2.5e6)),
            ("1,560 ms", "ms", Some(1_560.0)),
            ("many million", "calls", None),
            ("4.5 thousand", "calls", Some(4_500.0)),
            ("4.5k", "calls/min", Some(4_500.0)),
            ("4.5 K calls", "calls", Some(4_500.0)),
            ("1.2M", "", Some(1.2e6)),
            ("1.2 m", "calls", Some(1.2e6)),
            ("5m", "minutes", Some(5.0)),
            ("2 bn", "", Some(2e9)),
            ("45 hundred", "", Some(4_500.0)),
            ("4.5 thousnd", "calls", None),
            ("4 thousand five hundred", "calls", None),
            ("2 and a half", "", None),
            ("one and a half thousand dollars a month", "dollars a month", Some(1_500.0)),
            ("5 MB", "", Some(5.0)),
        ] {
            assert_eq!(number_typed_in(typed, unit), means, "{typed} in {unit}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        for unreadable in ["q = 3 to 5", "q = 1,5", "q = \"3,14 %\"", "q = 2027-01-01", "no answer here", "= 5", "q = 5\nq = 6 ms"] {
            assert!(read_answers(unreadable).is_err(), "{unreadable}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let answers = BTreeMap::from([
            ("a".to_owned(), Answered::Number(1.5)),
            ("large".to_owned(), Answered::Number(1e21)),
            ("b".to_owned(), labels(&["a", "d"])),
            ("c".to_owned(), labels(&["b"])),
        ]);
        assert_eq!(read(&write_answers(answers.iter().map(|(id, answer)| (id.as_str(), answer)))), answers);
    }
}
