//! The front page: who, what to start with, the rest by kind, the path walked. To be read in two minutes.

mod beside;
mod path;

use crate::address::outward;
use crate::entry::Piece;
use crate::frame::{Head, SITE_PICTURE, language, page};
use crate::html::{counted, escape, listed, time};
use crate::label::label_counts;
use crate::markdown::{self, beginning};
use crate::row::{card, row};
use crate::shown::{SHOWN_OF_A_KIND, Shown, list_path};
use std::fmt::Write as _;

pub(crate) fn render(shown: &Shown<'_>) -> String {
    let site = shown.site;
    let mut body = String::from("<a class=\"skip\" href=\"#work\">Skip to the work</a>\n<header class=\"top\">\n");
    let _ = writeln!(body, "<h1>{}</h1>", escape(&site.owner));
    if !site.headline.is_empty() {
        let _ = writeln!(body, "<p class=\"lead\"{}>{}</p>", language(shown), escape(&site.headline));
    }
    body += &contact(shown);
    let _ = write!(body, "</header>\n<main id=\"work\">\n<p class=\"sum\">{}</p>\n", summary(shown));
    body += &about(shown);
    if shown.exhibits.is_empty() {
        body += "<p>There is no evidence here yet. The first piece of work that passes its check will stand on this page.</p>\n";
    } else {
        body += &start_here(shown);
        body += &kinds(shown);
        for kind in shown.kinds() {
            body += &group(shown, kind);
        }
    }
    body += &beside::published(shown);
    body += &beside::contributions(shown);
    body += &path::section(shown);
    if !shown.exhibits.is_empty() {
        body += &beside::how_to_check(shown);
    }
    body += "</main>\n";
    let head =
        Head { title: &title(shown), description: &description(shown), path: "index.html", picture: SITE_PICTURE, published_on: None };
    page(shown, &head, &body)
}

fn title(shown: &Shown<'_>) -> String {
    let site = shown.site;
    if site.headline.is_empty() { format!("{} – portfolio", site.owner) } else { format!("{} – {}", site.owner, site.headline) }
}

/// The site in a sentence or two, for search engines and previews.
pub(crate) fn description(shown: &Shown<'_>) -> String {
    let about = beginning(&shown.site.about, 160);
    let count = counted(shown.exhibits.len(), "piece of work", "pieces of work");
    let counts = label_counts(shown.exhibits.iter().map(|exhibit| exhibit.label));
    let work = match shown.exhibits.len() {
        0 => format!("The portfolio of {}.", shown.site.owner),
        _ => format!("{count} with evidence: {counts}."),
    };
    if about.is_empty() { work } else { format!("{about} {work}") }
}

fn contact(shown: &Shown<'_>) -> String {
    if shown.site.contact.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ul class=\"contact\" aria-label=\"Contact\">\n");
    for link in &shown.site.contact {
        let label = escape(&link.label);
        let _ = match outward(&link.address) {
            Some(address) => writeln!(html, "<li><a href=\"{}\" rel=\"me\">{label}</a></li>", escape(address)),
            None => writeln!(html, "<li>{label}</li>"),
        };
    }
    html + "</ul>\n"
}

/// The first thing on the page: what there is, in numbers.
fn summary(shown: &Shown<'_>) -> String {
    let as_of = time(shown.site.built_on);
    if shown.exhibits.is_empty() {
        return format!("As of {as_of}.");
    }
    let pieces = counted(shown.exhibits.len(), "piece of work", "pieces of work");
    let published = shown.site.published;
    let reviewed = shown.exhibits.iter().filter(|exhibit| exhibit.reviewed()).count();
    let mut more = Vec::new();
    if published > 0 {
        more.push(format!("{published} published"));
    }
    if reviewed > 0 {
        more.push(format!("{reviewed} reviewed by another person"));
    }
    if !shown.site.contributions.is_empty() {
        more.push(counted(shown.site.contributions.len(), "contribution to the work of others", "contributions to the work of others"));
    }
    let more = if more.is_empty() { String::new() } else { format!(" {}.", upper(&listed(more))) };
    format!("<strong>{pieces}: {}.</strong>{more} As of {as_of}.", label_counts(shown.exhibits.iter().map(|exhibit| exhibit.label)))
}

fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn about(shown: &Shown<'_>) -> String {
    if shown.site.about.trim().is_empty() {
        return String::new();
    }
    let kinds: Vec<&str> = Piece::ALL.iter().map(|kind| kind.name()).collect();
    let taken = [&["work", "about", "start", "path", "published", "contributions", "how"], kinds.as_slice()].concat();
    let inside = |address: &str| {
        let address = address.strip_prefix("./").unwrap_or(address);
        // Addresses of pieces are written as from the top of the site here, and worked out as from beside the pieces.
        shown.inside(address.strip_prefix("evidence/")?).map(|there| format!("evidence/{there}"))
    };
    let frame = markdown::Frame { top: 3, title: "", taken: &taken, inside: &inside };
    format!(
        "<section class=\"group about\" aria-labelledby=\"about\">\n<h2 id=\"about\">About</h2>\n<div class=\"text\"{}>\n{}</div>\n</section>\n",
        language(shown),
        markdown::render(&shown.site.about, &frame).html
    )
}

fn start_here(shown: &Shown<'_>) -> String {
    let mut html = String::from("<section aria-labelledby=\"start\">\n<h2 id=\"start\">Start here</h2>\n<ul class=\"cards\">\n");
    for at in &shown.featured {
        html += &card(&shown.exhibits[*at]);
    }
    html + "</ul>\n</section>\n"
}

/// All kinds with their numbers, as a way down the page.
fn kinds(shown: &Shown<'_>) -> String {
    let mut html = String::new();
    for kind in shown.kinds() {
        let place = if shown.of_kind(kind).iter().all(|at| shown.featured.contains(at)) { "start" } else { kind.name() };
        let _ = writeln!(
            html,
            "<li><a href=\"#{place}\">{} <span class=\"count\">{}</span></a></li>",
            kind.heading(),
            shown.of_kind(kind).len()
        );
    }
    format!("<nav class=\"kinds\" aria-label=\"Kinds of work\">\n<ul>\n{html}</ul>\n</nav>\n")
}

/// The pieces of one kind that do not stand at the top already.
fn group(shown: &Shown<'_>, kind: Piece) -> String {
    let all = shown.of_kind(kind);
    let rest: Vec<usize> = all.iter().copied().filter(|at| !shown.featured.contains(at)).collect();
    if rest.is_empty() {
        return String::new();
    }
    let name = kind.name();
    let counts = label_counts(all.iter().map(|at| shown.exhibits[*at].label));
    let mut html = format!(
        "<section class=\"group\" aria-labelledby=\"{name}\">\n<div>\n<h2 id=\"{name}\">{}</h2>\n<p class=\"small muted\">{}</p>\n",
        kind.heading(),
        upper(&counts)
    );
    if all.len() > SHOWN_OF_A_KIND {
        let _ = writeln!(html, "<p class=\"small\"><a href=\"{}\">All {} in this list</a></p>", list_path(kind), all.len());
    } else if rest.len() < all.len() {
        html += "<p class=\"small muted\">More of them above.</p>\n";
    }
    html += "</div>\n<ul class=\"rows\">\n";
    for at in rest.iter().take(SHOWN_OF_A_KIND) {
        html += &row(&shown.exhibits[*at], "");
    }
    html + "</ul>\n</section>\n"
}
