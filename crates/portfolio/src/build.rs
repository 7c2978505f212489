use crate::entry::Piece;
use crate::frame::{NOT_FOUND, SITE_PICTURE};
use crate::picture::Painter;
use crate::shown::{Exhibit, SHOWN_OF_A_KIND, Shown};
use crate::site::{Page, Site, Theme};
use crate::{contributions_page, evidence_file, evidence_page, feed, front_page, list_page, small_pages};

/// Fewer pieces are not worth a thread of their own.
const FEWEST_FOR_A_THREAD: usize = 16;

/// Builds all files of the site. The same site always gives the same bytes.
///
/// `index.html`; `evidence/<id>.html` for each entry, the exact answer beside it in `evidence/<id>/`, its drawing in `evidence/<id>.svg`;
/// `work/<kind>.html` for kinds with many pieces; `contributions.html`; `evidence.json` for programs; `style.css`, `icon.svg`,
/// `404.html`, `robots.txt`, `.nojekyll`. With a base address also `feed.xml`, `feed.json`, `sitemap.xml`, and the pictures of shared links:
/// `og.png` for the site and `og/<id>.png` for each piece that is more than answered questions.
///
/// When the owner features nothing, up to three pieces are chosen: things made before questions answered, verified before self-reported,
/// without the solution before with it, reviewed before not, the substance verified before the structure, with fewer hints before more,
/// newer before older, and of different kinds if there are such that were made and are more than self-reported.
pub fn build(site: &Site) -> Vec<Page> {
    let shown = Shown::new(site);
    let painter = Painter::new(site.theme);
    let mut pages = vec![page("index.html", front_page::render(&shown)), page("style.css", style(site.theme))];
    pages.extend(of_all_exhibits(&shown, &painter));
    for kind in shown.kinds().filter(|kind| shown.of_kind(*kind).len() > SHOWN_OF_A_KIND) {
        pages.extend(list_page::render(&shown, kind).into_iter().map(|(path, html)| page(&path, html)));
    }
    if !site.contributions.is_empty() {
        pages.push(page(contributions_page::PATH, contributions_page::render(&shown)));
    }
    pages.push(Page { path: evidence_file::PATH.to_owned(), bytes: evidence_file::write(&shown) });
    pages.push(page("icon.svg", small_pages::icon(&shown)));
    pages.push(page("robots.txt", feed::robots(shown.base.as_ref())));
    // A host that would turn Markdown into pages must hand out the answers as they are.
    pages.push(page(".nojekyll", String::new()));
    if let Some(base) = &shown.base {
        let listed: Vec<String> = pages.iter().map(|page| &page.path).filter(|path| path.ends_with(".html")).cloned().collect();
        pages.push(page("feed.xml", feed::atom(&shown, base)));
        pages.push(Page { path: "feed.json".to_owned(), bytes: feed::json(&shown, base) });
        pages.push(page("sitemap.xml", feed::sitemap(&shown, base, &listed)));
        pages.push(Page { path: SITE_PICTURE.to_owned(), bytes: painter.site(&shown) });
    }
    pages.push(page(NOT_FOUND, small_pages::not_found(&shown)));
    pages
}

/// Pages and pictures of all pieces. The pictures take nearly all the time of a build, so the pieces are shared among the processors.
fn of_all_exhibits(shown: &Shown<'_>, painter: &Painter) -> Vec<Page> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let share = shown.exhibits.len().div_ceil(processors).max(FEWEST_FOR_A_THREAD);
    let of = |exhibits: &[Exhibit<'_>]| exhibits.iter().flat_map(|exhibit| of_exhibit(shown, exhibit, painter)).collect::<Vec<_>>();
    std::thread::scope(|scope| {
        let threads: Vec<_> = shown.exhibits.chunks(share).map(|exhibits| scope.spawn(move || of(exhibits))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

fn of_exhibit(shown: &Shown<'_>, exhibit: &Exhibit<'_>, painter: &Painter) -> Vec<Page> {
    let entry = exhibit.entry;
    // A preview needs whole addresses; and nobody shares the questions of a lesson.
    let draws = shown.base.is_some() && entry.kind != Piece::Answers;
    let picture = if draws { painter.piece(shown, exhibit) } else { None };
    let path = format!("og/{}.png", entry.id);
    let shared = if picture.is_some() { &path } else { SITE_PICTURE };
    let mut pages = vec![page(&exhibit.page(), evidence_page::render(shown, exhibit, shared))];
    if let Some((answer, path)) = entry.answer.as_ref().zip(exhibit.answer.clone()) {
        pages.push(Page { path, bytes: answer.text.clone().into_bytes() });
    }
    if let Some((drawing, path)) = exhibit.drawing.as_ref().zip(exhibit.drawing_path()) {
        pages.push(page(&path, drawing.clone()));
    }
    pages.extend(picture.map(|bytes| Page { path, bytes }));
    pages
}

fn style(theme: Theme) -> String {
    let tokens = match theme {
        Theme::Workbench => include_str!("style/workbench.css"),
        Theme::Paper => include_str!("style/paper.css"),
    };
    format!("{tokens}{}", include_str!("style/site.css"))
}

fn page(path: &str, text: impl Into<String>) -> Page {
    Page { path: path.to_owned(), bytes: text.into().into_bytes() }
}
