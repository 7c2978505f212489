use crate::judge::Limits;
use crate::roadmap::Roadmap;
use crate::wording::counted;
use footbridge_diagnostic::Diagnostic;

/// Nothing left out, or without a reason. What is not done shows that somebody chose, and answers the question before it is asked.
pub(super) fn find(roadmap: &Roadmap, limits: &Limits) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for entry in roadmap.not_doing.iter().filter(|entry| entry.why.is_none()) {
        findings.push(
            Diagnostic::error("roadmap-left-out-why", format!("“{}” is left out without a reason.", entry.title))
                .at(&roadmap.file, entry.title.span.clone())
                .help("Write under `why` what would have to be true for it to be worth doing."),
        );
    }
    let has = roadmap.not_doing.len();
    if has < limits.min_not_doing {
        let stands = match has {
            0 => "Nothing is left out".to_owned(),
            has => format!("Only {} left out", counted(has, "thing is", "things are")),
        };
        findings.push(
            Diagnostic::error("roadmap-left-out", format!("{stands}; at least {} with reasons are needed.", limits.min_not_doing))
                .at(&roadmap.file, roadmap.not_doing.span.clone())
                .note("What is not done shows that somebody chose.")
                .help("Write under `not_doing` what people ask for and will not get, each with `title` and `why`."),
        );
    }
    findings
}
