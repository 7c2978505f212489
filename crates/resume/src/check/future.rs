use super::Subject;
use footbridge_diagnostic::Diagnostic;

/// A beginning that lies ahead: nearly always a mistyped year.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let dates = subject.content.all_entries().flat_map(|entry| entry.start.as_ref().or(entry.date.as_ref()));
    let ahead = dates.filter(|written| subject.as_of.surely_before(written.date));
    let found = ahead.map(|written| {
        let message = format!("{} is still to come.", written.date);
        subject.advice("resume-future", message, written.span.clone()).help("Check the year.")
    });
    found.collect()
}
