use crate::html::{escape, time};
use crate::shown::Shown;
use jiff::civil::Date;

/// What a page says about itself.
pub(crate) struct Head<'a> {
    pub(crate) title: &'a str,
    /// One or two sentences for search engines and previews.
    pub(crate) description: &'a str,
    /// Path inside the site.
    pub(crate) path: &'a str,
    /// Path of the picture that stands for it where it is shared.
    pub(crate) picture: &'a str,
    /// The day of the work, when the page is about one piece.
    pub(crate) published_on: Option<Date>,
}

/// The pages may show themselves, their stylesheet and their pictures, and do nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Version of the product that builds the site.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The way from a page to the top of the site: empty or `../`.
pub(crate) fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// A whole page; `body` is HTML already.
pub(crate) fn page(shown: &Shown<'_>, head: &Head<'_>, body: &str) -> String {
    // A missing page is answered at any depth, so its links begin at the root of the host.
    let root = if head.path == NOT_FOUND { shown.base.as_ref().map_or("/", |base| &base.path).to_owned() } else { root(head.path) };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escape(head.title),
        escape(head.description)
    );
    html += &shared(shown, head);
    html += &format!(
        "<link rel=\"icon\" href=\"{root}icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{root}style.css\">\n</head>\n<body>\n{body}"
    );
    html += &footer(shown, &root);
    html + "</body>\n</html>\n"
}

/// Path of the page that is shown for every missing one.
pub(crate) const NOT_FOUND: &str = "404.html";

/// Path of the picture that stands for the site.
pub(crate) const SITE_PICTURE: &str = "og.png";

/// How the page looks where its address is shared.
fn shared(shown: &Shown<'_>, head: &Head<'_>) -> String {
    let mut html = format!(
        "<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">\n<meta property=\"og:type\" content=\"{}\">\n\
         <meta property=\"og:site_name\" content=\"{}\">\n",
        escape(head.title),
        escape(head.description),
        if head.published_on.is_some() { "article" } else { "website" },
        escape(&shown.site.owner)
    );
    if let Some(day) = head.published_on {
        html += &format!("<meta property=\"article:published_time\" content=\"{day}\">\n");
    }
    let Some(base) = shown.base.as_ref().filter(|_| head.path != NOT_FOUND) else { return html };
    let address = escape(&base.of(head.path));
    html += &format!(
        "<link rel=\"canonical\" href=\"{address}\">\n<meta property=\"og:url\" content=\"{address}\">\n\
         <meta property=\"og:image\" content=\"{}\">\n<meta property=\"og:image:width\" content=\"1200\">\n\
         <meta property=\"og:image:height\" content=\"630\">\n<meta property=\"og:image:alt\" content=\"{}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n",
        escape(&base.of(head.picture)),
        escape(head.title)
    );
    let owner = escape(&shown.site.owner);
    html += &format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{owner}\" href=\"{}\">\n\
         <link rel=\"alternate\" type=\"application/feed+json\" title=\"{owner}\" href=\"{}\">\n",
        escape(&base.of("feed.xml")),
        escape(&base.of("feed.json"))
    );
    html
}

/// What stands before the content of every page but the front page: the way past it, the way up, and the opening of `main`.
pub(crate) fn bar((target, words): (&str, &str), way_up: &str) -> String {
    format!(
        "<a class=\"skip\" href=\"#{target}\">{words}</a>\n<header class=\"bar\"><nav aria-label=\"Site\">{way_up}</nav></header>\n<main>\n"
    )
}

fn footer(shown: &Shown<'_>, root: &str) -> String {
    let feeds = if shown.base.is_some() {
        format!(" · Feeds: <a href=\"{root}feed.xml\">Atom</a>, <a href=\"{root}feed.json\">JSON</a>")
    } else {
        String::new()
    };
    format!(
        "<footer class=\"site muted\">\n<p>Built on {} with Footbridge {VERSION} · <a href=\"{root}evidence.json\">evidence.json</a>: all of it for programs{feeds}</p>\n</footer>\n",
        time(shown.site.built_on)
    )
}

/// A `lang` for the owner's texts when they are not in the language of the site's own words.
pub(crate) fn language(shown: &Shown<'_>) -> String {
    let language = shown.site.language.trim();
    let is_ours = language.eq_ignore_ascii_case("en");
    if is_ours || !is_language_tag(language) { String::new() } else { format!(" lang=\"{language}\"") }
}

/// Whether it has the form of a language tag, as in `pt-BR` (BCP 47).
pub fn is_language_tag(text: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= 35 && text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.split('-').all(is_part)
}
