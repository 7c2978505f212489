use crate::{find_text, sample};
use footbridge_portfolio::{Theme, build};

/// WCAG 2.2: 4.5 : 1 for text, 3 : 1 for the outline of a focus and the border of a label.
#[test]
fn text_has_enough_contrast_in_both_themes_and_schemes_and_in_print() {
    for theme in [Theme::Workbench, Theme::Paper] {
        let mut site = sample();
        site.theme = theme;
        let files = build(&site);
        let css = find_text(&files, "style.css");
        let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        let (dark, rest) = rest.split_once("* { box-sizing").unwrap();
        let print = rest.split_once("@media print").unwrap().1;
        for scheme in [light, dark, print] {
            for (text, grounds) in [
                ("ink", &["paper", "surface", "sunken"][..]),
                ("muted", &["paper", "surface", "sunken"]),
                ("accent", &["paper", "surface", "sunken", "accent-soft"]),
                ("warm", &["sunken"]),
                ("cool", &["sunken"]),
                ("gone", &["gone-soft"]),
            ] {
                for ground in grounds {
                    let contrast = contrast(scheme, text, ground);
                    assert!(contrast >= 4.5, "{theme:?}: {text} on {ground}: {contrast:.2}");
                }
            }
        }
    }
}

fn contrast(scheme: &str, a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(scheme, a), luminance(scheme, b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(scheme: &str, name: &str) -> f64 {
    let [red, green, blue] = colour(scheme, name).map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn colour(css: &str, name: &str) -> [u8; 3] {
    let value = hex(css, name);
    [1, 3, 5].map(|at| u8::from_str_radix(&value[at..at + 2], 16).unwrap())
}

fn hex<'a>(css: &'a str, name: &str) -> &'a str {
    let (_, value) = css.split_once(&format!("--{name}: #")).unwrap_or_else(|| panic!("no --{name}"));
    &css[css.len() - value.len() - 1..][..7]
}

/// A class that the pages use and the stylesheet does not know is a slip in one of them.
#[test]
fn the_stylesheet_knows_every_class() {
    for site in crate::sites() {
        let files = build(&site);
        let css = find_text(&files, "style.css");
        for page in files.iter().filter(|file| file.path.ends_with(".html")) {
            for element in crate::parse::parse(crate::text(page)).unwrap() {
                for class in element.attribute("class").unwrap_or_default().split(' ').filter(|class| !class.is_empty()) {
                    let is_whole = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
                    assert!(css.split(&format!(".{class}")).skip(1).any(is_whole), "{}: .{class}", page.path);
                }
            }
        }
    }
}

#[test]
fn the_stylesheet_loads_nothing() {
    for theme in [Theme::Workbench, Theme::Paper] {
        let mut site = sample();
        site.theme = theme;
        let files = build(&site);
        let css = find_text(&files, "style.css");
        assert!(!css.contains("url(") && !css.contains("@import") && !css.contains("@font-face"));
        assert_eq!(css.matches('{').count(), css.matches('}').count());
    }
}

/// The pictures and the icon cannot read the stylesheet; they carry its light colours.
#[test]
fn pictures_have_the_colours_of_the_stylesheet() {
    for theme in [Theme::Workbench, Theme::Paper] {
        let mut site = sample();
        site.theme = theme;
        site.base_address = Some("https://example.org".to_owned());
        let files = build(&site);
        let (light, _) = find_text(&files, "style.css").split_once("@media (prefers-color-scheme: dark)").unwrap();
        let png = &crate::find(&files, "og.png").bytes;
        let palette = png.windows(4).position(|name| name == b"PLTE").unwrap() + 4;
        let colours: Vec<&[u8]> = png[palette..palette + 48].chunks_exact(3).collect();
        for name in ["paper", "ink", "muted", "accent", "accent-soft"] {
            assert!(colours.contains(&colour(light, name).as_slice()), "{theme:?} --{name}: {colours:x?}");
        }
        assert!(find_text(&files, "icon.svg").contains(hex(light, "accent")), "{theme:?}");
    }
}
