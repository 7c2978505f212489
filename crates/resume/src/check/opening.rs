use super::Subject;
use footbridge_diagnostic::Diagnostic;

const OPENINGS: [&str; 12] = [
    "responsible for",
    "worked on",
    "worked with",
    "helped",
    "assisted",
    "involved in",
    "participated in",
    "duties included",
    "tasked with",
    "in charge of",
    "handled",
    "supported",
];

/// A bullet that opens with a duty instead of a deed. It says what the job was, which the title already does.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.content.bullets().filter_map(|bullet| {
        let text = bullet.written.text.to_lowercase();
        let opening =
            OPENINGS.iter().find(|opening| text.strip_prefix(**opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))?;
        let finding = subject.advice("resume-opening", format!("This bullet opens with “{opening}”."), bullet.written.span.clone());
        Some(finding.help("Open with what you did and what it changed: cut, shipped, wrote, priced, retired."))
    });
    found.collect()
}
