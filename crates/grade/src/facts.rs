//! Facts of the material that must stand in a text, and those that must not.

use crate::write_spec::WriteSpec;
use footbridge_diagnostic::Diagnostic;
use footbridge_prose::find_phrase;

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
        if required.any_of.iter().all(|phrase| find_phrase(text, phrase).is_none()) {
            let finding = Diagnostic::error("write-fact-missing", format!("The text lacks {}.", required.what));
            found.push(finding.at(file, end..end).note(required.why.clone()).help("Look for it in the material once more."));
        }
    }
    found
}
