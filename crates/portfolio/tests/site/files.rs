use crate::parse::parse;
use crate::{find, find_text, sample, sample_site, text};
use footbridge_portfolio::{Theme, build};

#[test]
fn feeds_a_sitemap_and_pictures_need_an_address_and_come_with_it() {
    let with_address = ["feed.xml", "feed.json", "sitemap.xml", "og.png", "og/spec-usage-alerts.png"];
    let mut site = sample_site::rich(Theme::Workbench);
    let files = build(&site);
    for path in with_address {
        find(&files, path);
    }
    assert!(files.iter().all(|file| file.path != "og/lesson-1.png"), "answered questions are shared with the picture of the site");
    assert!(find_text(&files, "robots.txt").contains("Sitemap: https://example.org/portfolio/sitemap.xml"));
    for address in [None, Some("example.org"), Some("https://example.org/?a"), Some("javascript:alert(1)")] {
        site.base_address = address.map(str::to_owned);
        let files = build(&site);
        assert!(files.iter().all(|file| !with_address.contains(&file.path.as_str()) && !file.path.ends_with(".png")), "{address:?}");
        let front = find_text(&files, "index.html");
        assert!(!front.contains("og:image") && !front.contains("canonical") && !front.contains("feed.xml"), "{address:?}");
        assert_eq!(find_text(&files, "robots.txt"), "User-agent: *\nAllow: /\n");
    }
}

#[test]
fn every_page_describes_itself_and_its_shared_picture_exists() {
    let files = build(&sample_site::rich(Theme::Workbench));
    for page in files.iter().filter(|file| file.path.ends_with(".html") && file.path != "404.html") {
        let elements = parse(text(page)).unwrap();
        let meta = |name: &str| {
            let of = |element: &&crate::parse::Element| element.attribute("property").or(element.attribute("name")) == Some(name);
            elements
                .iter()
                .find(of)
                .and_then(|element| element.attribute("content"))
                .unwrap_or_else(|| panic!("{}: no {name}", page.path))
                .to_owned()
        };
        assert!((20..=400).contains(&meta("description").chars().count()), "{}: {}", page.path, meta("description"));
        assert_eq!(meta("description"), meta("og:description"));
        let picture = meta("og:image");
        find(&files, picture.strip_prefix("https://example.org/portfolio/").unwrap());
        let address = meta("og:url");
        let path = address.strip_prefix("https://example.org/portfolio/").unwrap();
        assert_eq!(if path.is_empty() { "index.html" } else { path }, page.path);
    }
}

#[test]
fn the_feed_reads_like_this() {
    let mut site = sample();
    site.base_address = Some("https://example.org/p".to_owned());
    site.entries.truncate(2);
    let files = build(&site);
    insta::assert_snapshot!(find_text(&files, "feed.xml").replace(env!("CARGO_PKG_VERSION"), "[version]"));
    insta::assert_snapshot!(find_text(&files, "feed.json"));
    insta::assert_snapshot!(find_text(&files, "sitemap.xml"));
}

/// Readers would show every piece again if the ids changed when the site moves or is built on another day.
#[test]
fn ids_in_feeds_stay_when_the_site_moves() {
    let ids = |address: &str, day: i8| -> Vec<String> {
        let mut site = sample_site::rich(Theme::Workbench);
        site.base_address = Some(address.to_owned());
        site.built_on = jiff::civil::date(2028, 1, day);
        let files = build(&site);
        find_text(&files, "feed.xml").split("<id>").skip(1).map(|rest| rest.split("</id>").next().unwrap().to_owned()).collect()
    };
    let here = ids("https://example.org/", 1);
    assert_eq!(here, ids("https://elsewhere.example/portfolio", 2));
    let mut once = here.clone();
    once.sort();
    once.dedup();
    assert!(once.len() == here.len() && here.len() == 17, "{here:?}");
}

#[test]
fn pictures_are_pngs_of_the_size_that_previews_want_and_stay_the_same() {
    let mut site = sample_site::rich(Theme::Workbench);
    let files = build(&site);
    let pictures: Vec<_> = files.iter().filter(|file| file.path.ends_with(".png")).collect();
    assert_eq!(pictures.len(), 15);
    for picture in &pictures {
        let decoder = png::Decoder::new(std::io::Cursor::new(&picture.bytes));
        let mut reader = decoder.read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630), "{}", picture.path);
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let drawn = pixels.iter().filter(|pair| **pair != 0).count();
        assert!(drawn > 5_000 && drawn < pixels.len() / 2, "{}: {drawn} of {} drawn", picture.path, pixels.len());
        assert!(picture.bytes.len() < 60_000, "{}: {} bytes", picture.path, picture.bytes.len());
    }
    // Drawn on any machine, a picture has these bytes: what changed nothing must not look changed to git.
    let hash = footbridge_verdict::AnswerHash::of(&find(&files, "og/weekly-teardown.png").bytes);
    insta::assert_snapshot!(hash.as_str());
    site.owner = "पहला नाम".to_owned();
    site.entries[0].title = "नमस्ते".to_owned();
    let files = build(&site);
    find(&files, "og.png");
    let of_first = format!("og/{}.png", site.entries[0].id);
    assert!(files.iter().all(|file| file.path != of_first), "a title that the font cannot write is not drawn as boxes");
    let page = format!("evidence/{}.html", site.entries[0].id);
    assert!(find_text(&files, &page).contains("content=\"https://example.org/portfolio/og.png\""));
}

#[test]
fn long_titles_still_fit_into_their_picture() {
    for title in ["a".repeat(400), "word ".repeat(100), "—".to_owned(), "\u{301}\u{301}a".to_owned(), "Ünïçödé ₹ 5 → 10".to_owned()]
    {
        let mut site = sample();
        site.base_address = Some("https://example.org".to_owned());
        site.owner.clone_from(&title);
        site.headline.clone_from(&title);
        site.entries.truncate(1);
        site.entries[0].title.clone_from(&title);
        let files = build(&site);
        find(&files, "og.png");
        find(&files, "og/sql-error-rate.png");
    }
}

#[test]
fn hosts_hand_out_the_answers_byte_for_byte() {
    let site = sample_site::rich(Theme::Workbench);
    let files = build(&site);
    find(&files, ".nojekyll");
    for entry in &site.entries {
        let Some(answer) = &entry.answer else { continue };
        let file = find(&files, &format!("evidence/{}/{}", entry.id, answer.file));
        assert_eq!(file.bytes, answer.text.as_bytes());
    }
}
