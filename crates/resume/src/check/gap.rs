use super::{Subject, called, possibly};
use crate::content::SectionKind;
use footbridge_diagnostic::Diagnostic;

/// A shorter pause is nothing that anybody asks about.
const MONTHS: i32 = 6;

/// Months between two jobs that nothing on the résumé explains: no study, no project, no unpaid work. Whoever reads it will ask, and some
/// programs sort by it. A pause is no fault; a line that names it ends the question.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let kinds = [SectionKind::Work, SectionKind::Education, SectionKind::Projects, SectionKind::Volunteer];
    let entries = kinds.iter().flat_map(|kind| subject.content.entries(*kind));
    let covered: Vec<(i32, i32)> = entries.filter_map(|entry| possibly(entry, subject.as_of)).collect();
    let covered_until = |before: i32| covered.iter().filter(|(start, _)| *start < before).map(|(_, end)| *end).max();
    let found = subject.jobs().iter().filter_map(|job| {
        let written = job.start.as_ref()?;
        let start = written.date.first_month();
        let first_job = subject.jobs().iter().filter_map(|job| job.start.as_ref()).map(|start| start.date.first_month()).min();
        let gap = start - covered_until(start)? - 1;
        (Some(start) != first_job && gap > MONTHS).then(|| {
            let message = format!("{gap} months before {} are not accounted for.", called(job));
            let finding = subject.advice("resume-gap", message, written.span.clone());
            finding.help(
                "If something filled them (study, family, an own project), one dated line says it; if the dates are off, correct them.",
            )
        })
    });
    found.collect()
}
