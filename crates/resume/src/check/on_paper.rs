//! The texts that are printed, and where letters of them stand in the file: what the rules about letters look at.

use super::Subject;
use crate::content::{Entry, Profile, SectionKind, Written};
use crate::json::characters;
use crate::sheet::{shows_detail, shows_link};
use std::ops::Range;

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
pub(super) fn first_run(source: &str, written: &Written, sought: &[char]) -> Option<Range<usize>> {
    let begins = written.span.start;
    let letters = characters(source.get(written.span.clone())?);
    let mut after = letters.iter().skip_while(|(_, letter)| !sought.contains(letter));
    let (first, _) = after.next()?;
    let run = after.take_while(|(_, letter)| sought.contains(letter) || letter.is_whitespace());
    let end = run.filter(|(_, letter)| sought.contains(letter)).last().map_or(first.end, |(place, _)| place.end);
    Some(begins + first.start..begins + end)
}
