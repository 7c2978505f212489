use crate::html::{escape, help_words, time};
use crate::shown::Exhibit;
use std::fmt::Write as _;

/// One piece as a line of a list, with the way to everything that backs it. `root` leads to the top of the site.
pub(crate) fn row(exhibit: &Exhibit<'_>, root: &str) -> String {
    let entry = exhibit.entry;
    format!(
        "<li>\n<p class=\"name\"><a href=\"{root}{}\">{}</a> {}</p>\n<p class=\"small\">{}</p>\n{}</li>\n",
        exhibit.page(),
        escape(&entry.title),
        tags(exhibit),
        escape(&entry.verdict_summary),
        evidence(exhibit, root)
    )
}

/// One piece as a card at the top of the front page.
pub(crate) fn card(exhibit: &Exhibit<'_>) -> String {
    let entry = exhibit.entry;
    let mut html = format!(
        "<li class=\"card\">\n<p class=\"kind\">{}</p>\n<h3><a href=\"{}\">{}</a></h3>\n",
        entry.kind.word(),
        exhibit.page(),
        escape(&entry.title)
    );
    if !exhibit.about.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", escape(&exhibit.about));
    }
    let _ = writeln!(
        html,
        "<div class=\"proof\">\n<p class=\"tags\">{}</p>\n<p class=\"small\">{}</p>",
        tags(exhibit),
        escape(&entry.verdict_summary)
    );
    if !entry.skills.is_empty() {
        let _ = writeln!(html, "<p class=\"small muted\">Shows: {}.</p>", escape(&entry.skills.join("; ")));
    }
    html + &evidence(exhibit, "") + "</div>\n</li>\n"
}

/// The label of its proof, and whether another person read it.
pub(crate) fn tags(exhibit: &Exhibit<'_>) -> String {
    let reviewed = if exhibit.reviewed() { " <span class=\"tag\">reviewed by another person</span>" } else { "" };
    format!("{}{reviewed}", exhibit.label.tag())
}

/// The way from a line to what backs it. A screen reader hears the title with each link, so that the links differ.
fn evidence(exhibit: &Exhibit<'_>, root: &str) -> String {
    let entry = exhibit.entry;
    let page = exhibit.page();
    let of = format!("<span class=\"heard\"> of {}</span>", escape(&entry.title));
    let answer = if exhibit.answer.is_some() { format!("<a href=\"{root}{page}#answer\">answer{of}</a> · ") } else { String::new() };
    let published = match entry.published.first() {
        Some(place) => format!(" · <a href=\"{root}{page}#published\">published{of}</a> on {}", time(place.on)),
        None => String::new(),
    };
    format!(
        "<p class=\"evidence\">{answer}<a href=\"{root}{page}#verdict\">verdict{of}</a>, check version {} · <a href=\"{root}{page}#rerun\">re-run{of}</a> · passed on {} · {}{published}</p>\n",
        escape(&entry.check_version),
        time(entry.passed_on),
        help_words(entry.help_used)
    )
}
