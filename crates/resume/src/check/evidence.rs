use super::Subject;
use footbridge_diagnostic::Diagnostic;

/// A link to evidence whose bullet is gone or was reworded: it backs a claim that nobody makes.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.content.loose_links.iter().map(|link| {
        let message = format!("The evidence `{}` is linked to a bullet that is no longer there.", link.evidence);
        let finding = subject.advice("resume-evidence", message, link.span.clone());
        let finding = match &link.text {
            Some(text) => finding.note(format!("The bullet was “{}”.", text.chars().take(120).collect::<String>())),
            None => finding,
        };
        finding.help("Link it to the bullet that says this now, or remove the link.")
    });
    found.collect()
}
