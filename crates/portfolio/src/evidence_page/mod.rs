//! One piece: what it is, the verdict, how to run the check again, the piece itself, the exact answer.

mod answer;
mod proof;
mod result;

use crate::entry::Piece;
use crate::frame::{Head, bar, language, page};
use crate::html::escape;
use crate::markdown::{self, Heading, Rendered};
use crate::shown::{Exhibit, Shown};
use std::fmt::Write as _;

/// Ids of the page's own places; a heading of the text never takes one.
const PLACES: [&str; 10] = ["verdict", "rerun", "contents", "piece", "question", "drawing", "result", "answer", "reviews", "published"];

/// Headings from which on a text gets a table of contents.
const HEADINGS_FOR_CONTENTS: usize = 3;

pub(crate) fn render(shown: &Shown<'_>, exhibit: &Exhibit<'_>, picture: &str) -> String {
    let entry = exhibit.entry;
    let text = text(shown, exhibit);
    let mut body = format!(
        "{}<header class=\"top\">\n<p class=\"kind\">{}</p>\n<h1>{}</h1>\n",
        bar(("piece", "Skip to the piece"), &way_up(shown, exhibit)),
        kind_and_track(exhibit),
        escape(&entry.title)
    );
    if !exhibit.about.is_empty() && !exhibit.text_is_the_answer() {
        let _ = writeln!(body, "<p class=\"lead\">{}</p>", escape(&exhibit.about));
    }
    body += "</header>\n<div class=\"beside\">\n<div class=\"side\">\n";
    body += &proof::verdict(exhibit);
    body += &contents(&text.headings);
    let _ = write!(body, "</div>\n<article id=\"piece\">\n{}</article>\n</div>\n</main>\n", sections(shown, exhibit, &text.html));
    let title = format!("{} – {}", entry.title, shown.site.owner);
    let head =
        Head { title: &title, description: &description(exhibit), path: &exhibit.page(), picture, published_on: Some(entry.passed_on) };
    page(shown, &head, &body)
}

/// The piece in a sentence or two, for search engines, previews and feeds.
pub(crate) fn description(exhibit: &Exhibit<'_>) -> String {
    let label = exhibit.label.words();
    let about = if exhibit.about.is_empty() { &exhibit.entry.verdict_summary } else { &exhibit.about };
    format!("{}, {label}. {about}", exhibit.entry.kind.word())
}

fn way_up(shown: &Shown<'_>, exhibit: &Exhibit<'_>) -> String {
    let kind = exhibit.entry.kind;
    let owner = format!("<a href=\"../index.html\">{}</a>", escape(&shown.site.owner));
    match shown.list_of(kind) {
        Some(list) => format!("{owner} <span aria-hidden=\"true\">/</span> <a href=\"../{list}\">{}</a>", kind.heading()),
        None => owner,
    }
}

fn kind_and_track(exhibit: &Exhibit<'_>) -> String {
    let (kind, track) = (exhibit.entry.kind.word(), exhibit.entry.track.as_str());
    if track.is_empty() || track.eq_ignore_ascii_case(kind) { kind.to_owned() } else { format!("{kind} · {}", escape(track)) }
}

fn text(shown: &Shown<'_>, exhibit: &Exhibit<'_>) -> Rendered {
    let top = if exhibit.text_is_the_answer() || exhibit.answer.is_none() { 2 } else { 3 };
    let inside = |address: &str| shown.inside(address);
    let frame = markdown::Frame { top, title: &exhibit.entry.title, taken: &PLACES, inside: &inside };
    markdown::render(&with_evidence(exhibit.entry.body.as_deref().unwrap_or_default()), &frame)
}

/// A figure that cites a query leads to the evidence of that query; when the site does not show it, the figure stands alone.
fn with_evidence(text: &str) -> String {
    footbridge_prose::with_references(text, |cited| format!("[{}]({}.html#answer)", cited.figure.written, cited.exercise))
}

/// What there is to see, the piece itself first: a text as text, a query with what it returns, a design with its run.
fn sections(shown: &Shown<'_>, exhibit: &Exhibit<'_>, text: &str) -> String {
    let entry = exhibit.entry;
    let mut html = result::drawing(exhibit);
    let result = || result::table(exhibit);
    let answer = || answer::section(exhibit);
    if exhibit.text_is_the_answer() || entry.answer.is_none() {
        if !text.is_empty() {
            let _ = write!(html, "<div class=\"piece\"{}>\n{text}</div>\n", language(shown));
        }
        html += &result();
        html += &proof::reviews(exhibit);
        html += &proof::published(exhibit);
        return html + &answer() + &proof::rerun(shown, exhibit);
    }
    html += &if entry.kind == Piece::Query { answer() + &result() } else { result() + &answer() };
    html += &proof::rerun(shown, exhibit);
    html += &proof::reviews(exhibit);
    html += &proof::published(exhibit);
    if !text.is_empty() {
        let _ = write!(
            html,
            "<section aria-labelledby=\"question\">\n<h2 id=\"question\">The task</h2>\n<p class=\"small muted\">What {} was asked.</p>\n<div class=\"piece\">\n{text}</div>\n</section>\n",
            escape(&shown.site.owner)
        );
    }
    html
}

/// The first two levels of headings; deeper ones are found by reading.
fn contents(headings: &[Heading]) -> String {
    let highest = headings.iter().map(|heading| heading.level).min().unwrap_or(2);
    let listed: Vec<&Heading> = headings.iter().filter(|heading| heading.level <= highest + 1).collect();
    if listed.len() < HEADINGS_FOR_CONTENTS {
        return String::new();
    }
    let mut html = String::from("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
    for heading in listed {
        let class = if heading.level > highest { " class=\"deeper\"" } else { "" };
        let _ = writeln!(html, "<li{class}><a href=\"#{}\">{}</a></li>", heading.id, escape(&heading.text));
    }
    html + "</ul>\n</nav>\n"
}
