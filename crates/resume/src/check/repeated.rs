use super::Subject;
use crate::sheet::clean;
use footbridge_diagnostic::Diagnostic;
use std::collections::HashSet;

/// The same bullet twice: most often a copied job of which the bullets were to be replaced.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut seen = HashSet::new();
    let again = subject.content.bullets().filter(|bullet| !seen.insert(clean(&bullet.written.text).to_lowercase()));
    let found = again.map(|bullet| {
        let finding = subject.advice("resume-repeated", "This bullet stands on the résumé twice.", bullet.written.span.clone());
        finding.help("Keep it where it happened.")
    });
    found.collect()
}
