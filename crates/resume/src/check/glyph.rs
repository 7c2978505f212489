use super::Subject;
use super::on_paper::{first_run, on_paper};
use crate::pdf::ENGINE;
use crate::sheet::clean;
use footbridge_diagnostic::Diagnostic;

/// A character that none of the fonts has: it would be an empty box on paper and nothing in the text layer.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = on_paper(subject).filter_map(|written| {
        let mut missing: Vec<char> = clean(&written.text).chars().filter(|character| !ENGINE.shows(*character)).collect();
        missing.sort_unstable();
        missing.dedup();
        (!missing.is_empty()).then(|| {
            let shown: String = missing.iter().take(12).map(|character| format!(" {character}")).collect();
            let place = first_run(subject.source, written, &missing).unwrap_or_else(|| written.span.clone());
            let finding = subject.error("resume-glyph", format!("The fonts of the PDF do not have:{shown}"), place);
            finding
                .note("They have the Latin, Greek, Cyrillic and Devanagari scripts, with all accents, and signs as ₹ and €.")
                .help("Write it in Latin letters; programs that read résumés seldom know other scripts either. Emoji can go.")
        })
    });
    found.collect()
}
