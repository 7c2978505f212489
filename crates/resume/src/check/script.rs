use super::Subject;
use super::on_paper::{first_run, on_paper};
use crate::sheet::clean;
use footbridge_diagnostic::Diagnostic;
use std::ops::RangeInclusive;

/// The Unicode block of Devanagari.
const DEVANAGARI: RangeInclusive<char> = '\u{900}'..='\u{97F}';

/// Devanagari on paper. It is set right, and the file says beside each group of glyphs which letters it stands for; programs that ignore that
/// read the glyphs alone, in the order in which they are painted. Told once, at the first place.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let found = on_paper(subject).find_map(|written| {
        let letters: Vec<char> = clean(&written.text).chars().filter(|letter| DEVANAGARI.contains(letter)).collect();
        if letters.is_empty() {
            return None;
        }
        let place = first_run(subject.source, written, &letters).unwrap_or_else(|| written.span.clone());
        let finding = subject.advice("resume-script", "Some programs that read résumés take Devanagari in the wrong order.", place);
        Some(
            finding
                .note("On paper and on the screen it is right, and readers that follow the PDF standard give it back letter by letter.")
                .help("Write your name, and whatever an employer may search for, in Latin letters as well."),
        )
    });
    found.into_iter().collect()
}
