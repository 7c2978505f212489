use super::Subject;
use footbridge_diagnostic::Diagnostic;

/// No job at all. A reader looks at the latest one first, and whoever begins a file by hand does not know the keys of one.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let finding = || {
        let finding = subject.advice("resume-no-jobs", "There is no job yet.", 0..0);
        finding.help("Add one to `work`; `docs/resume.md` lists the keys of a job and of a school. Paid work of any kind counts.")
    };
    Vec::from_iter(subject.jobs().is_empty().then(finding))
}
