use super::{Subject, called, surely};
use footbridge_diagnostic::Diagnostic;

/// A shorter overlap is a notice period.
const MONTHS: i32 = 2;

/// Two employers at the same time. It may well be true; unexplained, it reads as a wrong date.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let jobs = subject.jobs();
    let mut found = Vec::new();
    for (at, job) in jobs.iter().enumerate() {
        for other in &jobs[..at] {
            let same_employer =
                job.organisation.as_ref().map(|employer| &employer.text) == other.organisation.as_ref().map(|employer| &employer.text);
            let (Some(first), Some(second), Some(start)) = (surely(job, subject.as_of), surely(other, subject.as_of), &job.start) else {
                continue;
            };
            let months = first.1.min(second.1) - first.0.max(second.0);
            if !same_employer && months > MONTHS {
                let message = format!("{} and {} overlap by {months} months.", called(other), called(job));
                let finding = subject.advice("resume-overlap", message, start.span.clone());
                found.push(finding.help("If both are right, say in a bullet which one was part-time; else correct the dates."));
            }
        }
    }
    found
}
