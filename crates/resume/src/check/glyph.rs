use super::Subject;
use crate::content::{Entry, Profile, SectionKind, Written};
use crate::json::characters;
use crate::pdf::ENGINE;
use crate::sheet::{clean, shows_detail, shows_link};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

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

/// Every text that is printed.
pub(super) fn on_paper<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = &'a Written> {
    let basics = &subject.content.basics;
    let contact = [&basics.email, &basics.phone, &basics.city, &basics.region, &basics.country, &basics.url];
    let header = [&basics.name, &basics.label, &basics.summary].into_iter().chain(contact).flatten();
    let profiles = basics.profiles.iter().flat_map(printed_profile);
    let in_sections =
        subject.content.sections.iter().flat_map(|section| section.entries.iter().flat_map(|entry| printed(section.kind, entry)));
    header.chain(profiles).chain(in_sections)
}

/// Of a profile the address alone is printed, when it has one.
fn printed_profile(profile: &Profile) -> impl Iterator<Item = &Written> {
    let named = [&profile.network, &profile.username].into_iter().filter(|_| profile.url.is_none());
    profile.url.iter().chain(named.flatten())
}

/// What of an entry is printed.
fn printed(kind: SectionKind, entry: &Entry) -> impl Iterator<Item = &Written> {
    let texts = [&entry.title, &entry.organisation, &entry.place, &entry.area, &entry.score, &entry.summary];
    let detail = entry.detail.iter().filter(move |_| shows_detail(kind));
    let link = entry.link.iter().filter(move |_| shows_link(kind));
    let lists = entry.keywords.iter().chain(&entry.roles).chain(entry.bullets.iter().map(|bullet| &bullet.written));
    texts.into_iter().flatten().chain(detail).chain(link).chain(lists)
}

/// Where the first of these characters stand, as far as nothing but blanks is between them. None for a text that was not read from the file,
/// or where letters and their accents were written apart.
pub(super) fn first_run(source: &str, written: &Written, missing: &[char]) -> Option<Range<usize>> {
    let begins = written.span.start;
    let letters = characters(source.get(written.span.clone())?);
    let mut after = letters.iter().skip_while(|(_, letter)| !missing.contains(letter));
    let (first, _) = after.next()?;
    let run = after.take_while(|(_, letter)| missing.contains(letter) || letter.is_whitespace());
    let end = run.filter(|(_, letter)| missing.contains(letter)).last().map_or(first.end, |(place, _)| place.end);
    Some(begins + first.start..begins + end)
}
