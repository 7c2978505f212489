use crate::address::Base;
use crate::evidence_page::description;
use crate::html::escape;
use crate::shown::{Exhibit, Shown};
use footbridge_verdict::AnswerHash;
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Reverse;
use std::fmt::Write as _;

/// Entries of a feed: readers want what is new.
const ENTRIES: usize = 50;

/// The newest pieces as Atom.
pub(crate) fn atom(shown: &Shown<'_>, base: &Base) -> String {
    let site = shown.site;
    let newest = newest(shown);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
         <link href=\"{}\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<author><name>{}</name></author>\n\
         <generator version=\"{}\">Footbridge</generator>\n",
        stable_id(&[&site.owner]),
        escape(&title(shown)),
        midnight(newest.iter().map(|exhibit| updated(exhibit)).max().unwrap_or(site.built_on)),
        escape(&base.of("index.html")),
        escape(&base.of("feed.xml")),
        escape(&site.owner),
        crate::frame::VERSION
    );
    for exhibit in newest {
        let entry = exhibit.entry;
        let _ = write!(
            xml,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<link href=\"{}\"/>\n<published>{}</published>\n<updated>{}</updated>\n<category term=\"{}\" label=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
            stable_id(&[&site.owner, entry.id.as_str()]),
            escape(&entry.title),
            escape(&base.of(&exhibit.page())),
            midnight(entry.passed_on),
            midnight(updated(exhibit)),
            entry.kind.name(),
            escape(entry.kind.word()),
            escape(&description(exhibit))
        );
    }
    xml + "</feed>\n"
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'a str,
    title: String,
    home_page_url: String,
    feed_url: String,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    content_text: String,
    date_published: String,
    date_modified: String,
    tags: [&'a str; 2],
}

/// The newest pieces as JSON Feed 1.1.
pub(crate) fn json(shown: &Shown<'_>, base: &Base) -> Vec<u8> {
    let site = shown.site;
    let items = newest(shown).into_iter().map(|exhibit| Item {
        id: stable_id(&[&site.owner, exhibit.entry.id.as_str()]),
        url: base.of(&exhibit.page()),
        title: &exhibit.entry.title,
        content_text: description(exhibit),
        date_published: midnight(exhibit.entry.passed_on),
        date_modified: midnight(updated(exhibit)),
        tags: [exhibit.entry.kind.word(), exhibit.label.words()],
    });
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: title(shown),
        home_page_url: base.of("index.html"),
        feed_url: base.of("feed.json"),
        authors: [Author { name: &site.owner }],
        items: items.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&feed).expect("plain structs without maps are JSON");
    bytes.push(b'\n');
    bytes
}

/// Every page that search engines may list.
pub(crate) fn sitemap(shown: &Shown<'_>, base: &Base, pages: &[String]) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in pages {
        let exhibit = page.strip_prefix("evidence/").and_then(|name| shown.exhibit(name.strip_suffix(".html")?));
        let day = exhibit.map_or(shown.site.built_on, updated);
        let _ = writeln!(xml, "<url><loc>{}</loc><lastmod>{day}</lastmod></url>", escape(&base.of(page)));
    }
    xml + "</urlset>\n"
}

/// What programs that walk the web may read: all of it.
pub(crate) fn robots(base: Option<&Base>) -> String {
    let sitemap = base.map_or(String::new(), |base| format!("Sitemap: {}\n", base.of("sitemap.xml")));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

fn title(shown: &Shown<'_>) -> String {
    format!("{} – portfolio", shown.site.owner)
}

fn newest<'s, 'a>(shown: &'s Shown<'a>) -> Vec<&'s Exhibit<'a>> {
    let mut all: Vec<&Exhibit<'_>> = shown.exhibits.iter().collect();
    all.sort_by_key(|exhibit| Reverse(exhibit.entry.passed_on));
    all.truncate(ENTRIES);
    all
}

/// The last day on which something about the piece changed.
fn updated(exhibit: &Exhibit<'_>) -> Date {
    let entry = exhibit.entry;
    let later = entry.published.iter().map(|place| place.on).chain(entry.reviews.iter().map(|review| review.on));
    later.chain([entry.passed_on]).max().unwrap_or(entry.passed_on)
}

fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// An id that stays when the site moves to another address: a UUID (version 8, RFC 9562) of whose piece it is.
fn stable_id(parts: &[&str]) -> String {
    let digest = AnswerHash::of(parts.join("\n").as_bytes());
    let digits = digest.as_str();
    let variant = match u8::from_str_radix(&digits[16..17], 16).unwrap_or_default() % 4 {
        0 => '8',
        1 => '9',
        2 => 'a',
        _ => 'b',
    };
    format!("urn:uuid:{}-{}-8{}-{variant}{}-{}", &digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..32])
}
