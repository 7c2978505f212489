use super::{Subject, called};
use footbridge_diagnostic::Diagnostic;

/// How many jobs, from the first on the page, are read closely.
const READ_CLOSELY: usize = 2;

/// One of the first two jobs without a single bullet: title and dates say where somebody was, not what they did there.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let bare = subject.jobs().iter().take(READ_CLOSELY).filter(|job| job.bullets.is_empty());
    let found = bare.map(|job| {
        let finding = subject.advice("resume-no-bullets", format!("The job {} has no bullet.", called(job)), job.span.clone());
        finding.help("Add two to five to `highlights`: what was so before, what you did, what it changed.")
    });
    found.collect()
}
