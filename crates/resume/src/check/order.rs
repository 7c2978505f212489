use super::{Subject, called};
use footbridge_diagnostic::Diagnostic;

/// A job that stands below an older one. Readers take the first job for the present one.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.jobs().windows(2).filter_map(|pair| {
        let (above, below) = (pair[0].start.as_ref()?, pair[1].start.as_ref()?);
        above.date.surely_before(below.date).then(|| {
            let message = format!("{} began after {}, and stands below it.", called(&pair[1]), called(&pair[0]));
            subject.advice("resume-order", message, below.span.clone()).help("Put the newest job first.")
        })
    });
    found.collect()
}
