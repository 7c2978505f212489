use crate::entry::Piece;
use crate::frame::{Head, SITE_PICTURE, bar, page};
use crate::html::{counted, escape};
use crate::label::label_counts;
use crate::row::row;
use crate::shown::{Shown, list_path};
use std::fmt::Write as _;

/// Lines of one page: more would be slow to load on a telephone.
const LINES: usize = 200;

/// All pieces of one kind, on as many pages as they need; each page with its path.
pub(crate) fn render(shown: &Shown<'_>, kind: Piece) -> Vec<(String, String)> {
    let pages: Vec<&[usize]> = shown.of_kind(kind).chunks(LINES).collect();
    pages.iter().enumerate().map(|(at, lines)| (path(kind, at), one_page(shown, kind, lines, (at, pages.len())))).collect()
}

fn path(kind: Piece, at: usize) -> String {
    if at == 0 { list_path(kind) } else { format!("work/{}-{}.html", kind.name(), at + 1) }
}

/// `place`: which page it is, from 0, and how many there are.
fn one_page(shown: &Shown<'_>, kind: Piece, lines: &[usize], place: (usize, usize)) -> String {
    let (at, pages) = place;
    let all = shown.of_kind(kind);
    let counts = label_counts(all.iter().map(|at| shown.exhibits[*at].label));
    let sentence = format!("{}: {counts}.", counted(all.len(), "piece", "pieces"));
    let of = if pages > 1 { format!(", page {} of {pages}", at + 1) } else { String::new() };
    let mut body = format!(
        "{}<header class=\"top\">\n<h1>{}{of}</h1>\n<p class=\"lead\">{sentence}</p>\n</header>\n<ul class=\"rows\" id=\"list\">\n",
        bar(("list", "Skip to the list"), &format!("<a href=\"../index.html\">{}</a>", escape(&shown.site.owner))),
        kind.heading()
    );
    for at in lines {
        body += &row(&shown.exhibits[*at], "../");
    }
    body += "</ul>\n";
    if pages > 1 {
        body += &other_pages(kind, place);
    }
    body += "</main>\n";
    let title = format!("{}{of} – {}", kind.heading(), shown.site.owner);
    let description = format!("{} by {}{of}. {sentence}", kind.heading(), shown.site.owner);
    page(shown, &Head { title: &title, description: &description, path: &path(kind, at), picture: SITE_PICTURE, published_on: None }, &body)
}

fn other_pages(kind: Piece, (here, pages): (usize, usize)) -> String {
    let mut html = String::new();
    for at in 0..pages {
        let current = if at == here { " aria-current=\"page\"" } else { "" };
        let _ = writeln!(html, "<li><a href=\"../{}\"{current}>Page {}</a></li>", path(kind, at), at + 1);
    }
    format!("<nav class=\"kinds\" aria-label=\"Pages\">\n<ul>\n{html}</ul>\n</nav>\n")
}
