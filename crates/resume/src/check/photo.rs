use super::Subject;
use footbridge_diagnostic::Diagnostic;

/// A photo. Where these roles are, it counts for nothing or against; many employers discard résumés with one to avoid bias.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let photo = subject.content.basics.image.iter();
    let found = photo.map(|image| {
        let finding = subject.advice("resume-photo", "A photo is given; our exports leave it out.", image.span.clone());
        finding.help("Remove `basics.image` unless another tool of yours needs it.")
    });
    found.collect()
}
