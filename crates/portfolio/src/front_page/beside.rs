use crate::address::outward;
use crate::code;
use crate::contributions_page;
use crate::entry::PublishedAt;
use crate::html::{counted, escape, time};
use crate::label::Label;
use crate::shown::{Exhibit, Shown};
use std::cmp::Reverse;
use std::fmt::Write as _;

/// Lines of a list on the front page.
const LINES: usize = 5;

/// What was published elsewhere, the newest first.
pub(super) fn published(shown: &Shown<'_>) -> String {
    let mut all: Vec<(&Exhibit<'_>, &PublishedAt)> =
        shown.exhibits.iter().flat_map(|exhibit| exhibit.entry.published.iter().map(move |place| (exhibit, place))).collect();
    if all.is_empty() {
        return String::new();
    }
    all.sort_by_key(|(_, place)| Reverse(place.on));
    let mut html = format!(
        "<section class=\"group\" aria-labelledby=\"published\">\n<div>\n<h2 id=\"published\">Published</h2>\n<p class=\"small muted\">{}</p>\n</div>\n<ul class=\"rows\">\n",
        counted(all.len(), "place", "places")
    );
    for (exhibit, place) in all.into_iter().take(LINES) {
        let title = escape(&exhibit.entry.title);
        let name = match outward(&place.address) {
            Some(address) => format!("<a href=\"{}\">{title}</a>", escape(address)),
            None => title.clone(),
        };
        let _ = writeln!(
            html,
            "<li>\n<p class=\"name\">{name}</p>\n<p class=\"evidence\">{}, {} · <a href=\"{}#published\">which text it is<span class=\"heard\">: {title}</span></a></p>\n</li>",
            escape(&place.where_),
            time(place.on),
            exhibit.page()
        );
    }
    html + "</ul>\n</section>\n"
}

/// Contributions to the work of others, the newest first.
pub(super) fn contributions(shown: &Shown<'_>) -> String {
    let all = contributions_page::newest_first(shown);
    if all.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<section class=\"group\" aria-labelledby=\"contributions\">\n<div>\n<h2 id=\"contributions\">Contributions</h2>\n\
         <p class=\"small muted\">{}</p>\n",
        counted(all.len(), "change to the work of others", "changes to the work of others")
    );
    if all.len() > LINES {
        let _ = writeln!(html, "<p class=\"small\"><a href=\"{}\">All {}</a></p>", contributions_page::PATH, all.len());
    }
    html += "</div>\n<ul class=\"rows\">\n";
    for (number, contribution) in all.into_iter().take(LINES) {
        let _ = write!(
            html,
            "<li>\n<p class=\"name\"><a href=\"{}#{}\">{}</a> {}</p>\n<p class=\"evidence\">{}</p>\n</li>\n",
            contributions_page::PATH,
            contributions_page::place(number),
            escape(&contribution.title),
            Label::SelfReported.tag(),
            contributions_page::facts(contribution)
        );
    }
    html + "</ul>\n</section>\n"
}

pub(super) fn how_to_check(shown: &Shown<'_>) -> String {
    let mut html = String::from(
        "<section class=\"group\" aria-labelledby=\"how\">\n<h2 id=\"how\">Check it yourself</h2>\n\
         <div>\n<p>Every piece has a page with the exact answer, its SHA-256, the check that was passed and its version, and the help that was used. \
         <a href=\"evidence.json\">evidence.json</a> says the same for programs.",
    );
    if shown.site.how_to_verify.is_empty() {
        html += "</p>\n";
    } else {
        let _ = write!(
            html,
            " With Footbridge installed, a copy of this site is all it takes to run the same checks on the same files:</p>\n{}",
            code::block(None, &shown.site.how_to_verify)
        );
    }
    html += "<dl class=\"facts\">\n";
    for label in [Label::Verified, Label::StructureVerified, Label::SelfReported] {
        let _ = writeln!(html, "<dt>{}</dt><dd>{}</dd>", label.tag(), label.meaning());
    }
    html + "</dl>\n</div>\n</section>\n"
}
