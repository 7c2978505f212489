use super::{Subject, called};
use footbridge_diagnostic::Diagnostic;

/// A job without a title, an employer or a beginning. Programs build an entry from these three, and drop it when one is missing.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.jobs().iter().filter_map(|job| {
        let parts = [
            (job.title.is_none(), "title (`position`)"),
            (job.organisation.is_none(), "employer (`name`)"),
            // A beginning that is no date is told as such.
            (job.start.is_none() && !is_written(&subject.source[job.span.clone()], "startDate"), "beginning (`startDate`)"),
        ];
        let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, what)| what).collect();
        (!missing.is_empty()).then(|| {
            let message = format!("The job {} has no {}.", called(job), missing.join(" and no "));
            subject.advice("resume-job-head", message, job.span.clone()).help("Add it; a year is enough for a date.")
        })
    });
    found.collect()
}

/// Whether something stands behind a key of the job.
fn is_written(job: &str, key: &str) -> bool {
    let behind = job.split_once(&format!("\"{key}\"")).map(|(_, behind)| behind.trim_start_matches([':', ' ', '\n', '\r', '\t']));
    behind.is_some_and(|behind| !behind.starts_with("\"\"") && !behind.starts_with("null"))
}
