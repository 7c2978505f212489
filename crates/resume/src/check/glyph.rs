use super::Subject;
use crate::content::Written;
use crate::json::characters;
use crate::pdf::ENGINE;
use crate::sheet::clean;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// A character that none of the fonts has: it would be an empty box on paper and nothing in the text layer.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let basics = &subject.content.basics;
    let header =
        [&basics.name, &basics.label, &basics.email, &basics.phone, &basics.summary, &basics.city, &basics.region].into_iter().flatten();
    let entries = subject.content.sections.iter().flat_map(|section| &section.entries);
    let in_entries = entries.flat_map(|entry| {
        let texts = [&entry.title, &entry.organisation, &entry.place, &entry.detail, &entry.area, &entry.score, &entry.summary];
        let lists = entry.keywords.iter().chain(&entry.roles).chain(entry.bullets.iter().map(|bullet| &bullet.written));
        texts.into_iter().flatten().chain(lists)
    });
    let found = header.chain(in_entries).filter_map(|written| {
        let mut missing: Vec<char> = clean(&written.text).chars().filter(|character| !ENGINE.shows(*character)).collect();
        missing.sort_unstable();
        missing.dedup();
        (!missing.is_empty()).then(|| {
            let shown: String = missing.iter().take(12).map(|character| format!(" {character}")).collect();
            let place = first_run(subject.source, written, &missing).unwrap_or_else(|| written.span.clone());
            let finding = subject.error("resume-glyph", format!("The fonts of the PDF do not have:{shown}"), place);
            finding
                .note("They have the Latin, Greek and Cyrillic scripts, with all accents, and signs as ₹ and €.")
                .help("Write it in Latin letters; programs that read résumés seldom know other scripts either. Emoji can go.")
        })
    });
    found.collect()
}

/// Where the first of these characters stand, as far as nothing but blanks is between them. None for a text that was not read from the file,
/// or where letters and their accents were written apart.
fn first_run(source: &str, written: &Written, missing: &[char]) -> Option<Range<usize>> {
    let begins = written.span.start;
    let letters = characters(source.get(written.span.clone())?);
    let mut after = letters.iter().skip_while(|(_, letter)| !missing.contains(letter));
    let (first, _) = after.next()?;
    let run = after.take_while(|(_, letter)| missing.contains(letter) || letter.is_whitespace());
    let end = run.filter(|(_, letter)| missing.contains(letter)).last().map_or(first.end, |(place, _)| place.end);
    Some(begins + first.start..begins + end)
}
