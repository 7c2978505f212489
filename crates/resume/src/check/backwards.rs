use super::{Subject, called};
use footbridge_diagnostic::Diagnostic;

/// An end before its beginning. Programs that add up years of experience drop such an entry or count it as negative.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.content.all_entries().filter_map(|entry| {
        let (start, end) = (entry.start.as_ref()?, entry.end.as_ref()?);
        end.date.surely_before(start.date).then(|| {
            let message = format!("{} ends in {}, before it begins in {}.", called(entry), end.date, start.date);
            subject.error("resume-dates-backwards", message, end.span.clone()).help("Swap the two dates, or correct the year.")
        })
    });
    found.collect()
}
