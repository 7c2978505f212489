use super::Subject;
use crate::sheet::clean;
use footbridge_diagnostic::Diagnostic;

/// About what fits on two lines in the theme with the widest type, where a line takes some 95 characters.
const TWO_LINES: usize = 190;

/// A bullet over two lines. Résumés are skimmed; the third line is where the eye goes on to the next bullet.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = subject.content.bullets().filter_map(|bullet| {
        let length = clean(&bullet.written.text).chars().count();
        (length > TWO_LINES).then(|| {
            let message = format!("This bullet has {length} characters, more than fit on two lines.");
            let finding = subject.advice("resume-long-bullet", message, bullet.written.span.clone());
            finding.help(format!("Keep what changed and by how much, in at most {TWO_LINES} characters; the rest is for the interview."))
        })
    });
    found.collect()
}
