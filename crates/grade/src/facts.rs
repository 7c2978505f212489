//! Facts of the material that must stand in a text, and those that must not.

use crate::write_spec::{WriteSpec, day};
use footbridge_diagnostic::Diagnostic;
use footbridge_prose::{find_phrase, names_day};

/// What is missing, and what does harm when it is sent.
pub(crate) fn check(spec: &WriteSpec, text: &str, file: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for forbidden in &spec.forbidden {
        let Some((phrase, place)) = forbidden.words.iter().find_map(|phrase| Some((phrase, find_phrase(text, phrase)?))) else { continue };
        let finding = Diagnostic::error("write-must-not-be-sent", format!("“{phrase}” must not stand in this text."));
        found.push(finding.at(file, place).note(forbidden.why.clone()).help("Take it out, and whatever leads to it."));
    }
    let end = text.trim_end().len();
    for required in &spec.required {
        let in_words = required.any_of.iter().any(|phrase| find_phrase(text, phrase).is_some());
        let is_named = |date: &String| day(date).is_some_and(|day| names_day(text, day));
        if !in_words && !required.date.iter().any(is_named) {
            let finding = Diagnostic::error("write-fact-missing", format!("The text lacks {}.", required.what));
            found.push(finding.at(file, end..end).note(required.why.clone()).help("Look for it in the material once more."));
        }
    }
    found
}
