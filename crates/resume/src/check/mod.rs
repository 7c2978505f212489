//! What a résumé for roles between technology and product lacks. One rule a file, each with its reason. What a reader or a program would
//! surely take wrong is an error; everything else is advice. Nothing adds up to a score: no score is known to predict an answer.

mod backwards;
mod bullet_length;
mod contact;
mod evidence;
mod future;
mod gap;
mod glyph;
mod intersection;
mod job_head;
mod length;
mod link;
mod metric;
mod no_bullets;
mod no_jobs;
mod on_paper;
mod opening;
mod order;
mod overlap;
mod personal;
mod photo;
mod repeated;
mod script;
mod skills;
mod summary;
mod title;
mod words;

use crate::content::{Content, Entry, SectionKind};
use crate::date::PartialDate;
use crate::resume::Resume;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// What a rule looks at.
struct Subject<'a> {
    content: &'a Content,
    /// The day that counts as today.
    as_of: PartialDate,
    file: &'a str,
    /// The text that was read: places of findings are places in it.
    source: &'a str,
}

impl Subject<'_> {
    /// Advice about a place of the file.
    fn advice(&self, code: &str, message: impl Into<String>, span: Range<usize>) -> Diagnostic {
        Diagnostic::advice(code, message).at(self.file, span)
    }

    /// What would surely be taken wrong at a place of the file.
    fn error(&self, code: &str, message: impl Into<String>, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).at(self.file, span)
    }

    fn jobs(&self) -> &[Entry] {
        self.content.entries(SectionKind::Work)
    }
}

type Rule = fn(&Subject<'_>) -> Vec<Diagnostic>;

const RULES: [Rule; 24] = [
    backwards::check,
    bullet_length::check,
    contact::check,
    evidence::check,
    future::check,
    gap::check,
    glyph::check,
    intersection::check,
    job_head::check,
    length::check,
    link::check,
    metric::check,
    no_bullets::check,
    no_jobs::check,
    opening::check,
    order::check,
    overlap::check,
    personal::check,
    photo::check,
    repeated::check,
    script::check,
    skills::check,
    summary::check,
    title::check,
];

/// What is wrong and what could be better, in the order of the file. `as_of` is the day that counts as today: what goes on lasts until then.
pub fn check(resume: &Resume, as_of: PartialDate) -> Vec<Diagnostic> {
    let subject = Subject { content: resume.content(), as_of, file: resume.file(), source: resume.source() };
    let mut found: Vec<Diagnostic> = RULES.iter().flat_map(|rule| rule(&subject)).collect();
    found.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
    found
}

/// The months an entry surely covers: from the latest it can have begun to the earliest it can have ended.
fn surely(entry: &Entry, as_of: PartialDate) -> Option<(i32, i32)> {
    let start = entry.start.as_ref()?.date.last_month();
    let end = entry.end.as_ref().map_or(as_of.first_month(), |end| end.date.first_month());
    Some((start, end))
}

/// The months an entry may cover: from the earliest it can have begun to the latest it can have ended.
fn possibly(entry: &Entry, as_of: PartialDate) -> Option<(i32, i32)> {
    let start = entry.start.as_ref().or(entry.end.as_ref())?.date.first_month();
    let end = entry.end.as_ref().map_or(as_of.last_month(), |end| end.date.last_month());
    Some((start, end))
}

/// What a person would call an entry.
fn called(entry: &Entry) -> String {
    let name = entry.organisation.as_ref().or(entry.title.as_ref()).map_or("this entry", |written| written.text.as_str());
    let short: String = crate::sheet::clean(name).chars().take(60).collect();
    format!("“{short}”")
}
