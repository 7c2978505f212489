use crate::frame::{Head, NOT_FOUND, SITE_PICTURE, page};
use crate::html::escape;
use crate::shown::Shown;
use crate::site::Theme;

/// The page that static hosts show for every missing one.
pub(crate) fn not_found(shown: &Shown<'_>) -> String {
    let home = shown.base.as_ref().map_or("/", |base| &base.path);
    let body = format!(
        "<main>\n<header class=\"top\">\n<h1>There is no such page here</h1>\n</header>\n<p>It may have been renamed. Everything there is starts at <a href=\"{}\">the portfolio of {}</a>.</p>\n</main>\n",
        escape(home),
        escape(&shown.site.owner)
    );
    let head = Head {
        title: "No such page",
        description: "This page does not exist in this portfolio.",
        path: NOT_FOUND,
        picture: SITE_PICTURE,
        published_on: None,
    };
    page(shown, &head, &body)
}

/// The owner's initials on the accent, for tabs and bookmarks.
pub(crate) fn icon(shown: &Shown<'_>) -> String {
    let words: Vec<&str> = shown.site.owner.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let ends = match words.as_slice() {
        [] => vec![],
        [one] => vec![*one],
        [first, .., last] => vec![*first, *last],
    };
    let initials: String = ends.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).take(3).collect();
    let (ground, font) = match shown.site.theme {
        Theme::Workbench => ("#14665a", "system-ui, sans-serif"),
        Theme::Paper => ("#7a2e1d", "Georgia, serif"),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{ground}\"/>\
         <text x=\"16\" y=\"16.5\" fill=\"#ffffff\" font-family=\"{font}\" font-size=\"15\" font-weight=\"600\" text-anchor=\"middle\" dominant-baseline=\"central\">{}</text></svg>\n",
        escape(&initials)
    )
}
