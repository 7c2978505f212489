use super::Subject;
use crate::content::SectionKind;
use footbridge_diagnostic::Diagnostic;

const MOST: usize = 30;

/// A long list of keywords. Nobody believes the fortieth, and programs that look for stuffing find it.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let skills = subject.content.entries(SectionKind::Skills);
    let count: usize = skills.iter().map(|skill| skill.keywords.len().max(1)).sum();
    let Some(first) = skills.first().filter(|_| count > MOST) else { return Vec::new() };
    let finding = subject.advice("resume-skills", format!("There are {count} skills; a reader takes in a dozen."), first.span.clone());
    vec![finding.help("Keep those that a bullet shows in use, and let a variant choose among them for each role.")]
}
