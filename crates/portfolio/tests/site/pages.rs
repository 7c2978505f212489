use crate::parse::parse;
use crate::{find_text, pages, sample, sample_site, site, sites, text};
use footbridge_portfolio::{Theme, build};
use std::collections::BTreeSet;

#[test]
fn every_page_is_well_formed_and_the_same_each_time() {
    for site in sites() {
        assert_eq!(build(&site), build(&site));
        for page in pages(&site) {
            let elements = parse(text(&page)).unwrap_or_else(|fault| panic!("{}: {fault}", page.path));
            let count = |name: &str| elements.iter().filter(|element| element.name == name).count();
            assert_eq!((count("h1"), count("main"), count("script"), count("style")), (1, 1, 0, 0), "{}", page.path);
            let levels: Vec<u8> = elements.iter().filter_map(|element| element.name.strip_prefix('h')?.parse().ok()).collect();
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: a heading level is skipped: {levels:?}", page.path);
            let mut ids = BTreeSet::new();
            assert!(
                elements.iter().filter_map(|element| element.attribute("id")).all(|id| ids.insert(id)),
                "{}: an id stands twice",
                page.path
            );
            for labelled in elements.iter().filter_map(|element| element.attribute("aria-labelledby")) {
                assert!(ids.contains(labelled), "{}: nothing has the id {labelled}", page.path);
            }
            assert!(
                elements.iter().all(|element| element.attribute("style").is_none()),
                "{}: the policy allows no style attributes",
                page.path
            );
        }
    }
}

/// The reader of these tests and `check` are two; they must not agree by sharing a mistake.
#[test]
fn every_internal_link_resolves() {
    for site in sites() {
        let files = build(&site);
        let mut followed = 0;
        for page in pages(&site).iter().filter(|page| page.path != "404.html") {
            for element in parse(text(page)).unwrap() {
                let Some(to) = element.attribute("href").or(element.attribute("src")).filter(|to| !to.contains(':')) else { continue };
                let (path, place) = to.split_once('#').unwrap_or((to, ""));
                let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                let target = match (path, path.strip_prefix("../")) {
                    ("", _) => page.path.clone(),
                    (_, Some(up)) => up.to_owned(),
                    (path, None) if folder.is_empty() => path.to_owned(),
                    (path, None) => format!("{folder}/{path}"),
                };
                let file = files.iter().find(|file| file.path == target).unwrap_or_else(|| panic!("{}: {to} leads nowhere", page.path));
                let has_place = || parse(text(file)).unwrap().iter().any(|element| element.attribute("id") == Some(place));
                assert!(place.is_empty() || has_place(), "{}: nothing has the place of {to}", page.path);
                followed += 1;
            }
        }
        assert!(followed >= 1);
    }
}

fn main_of(page: &str) -> String {
    page.split("<body>").nth(1).unwrap().replace("</body>\n</html>\n", "").replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn a_text_reads_like_this() {
    insta::assert_snapshot!(main_of(find_text(&pages(&sample()), "evidence/weekly-teardown.html")));
}

#[test]
fn a_query_with_its_result_reads_like_this() {
    let pages = pages(&sample_site::rich(Theme::Workbench));
    insta::assert_snapshot!(main_of(find_text(&pages, "evidence/sql-error-rate-by-endpoint.html")));
}

#[test]
fn the_front_page_reads_like_this() {
    insta::assert_snapshot!(find_text(&pages(&sample()), "index.html").replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn the_page_for_a_missing_one_finds_its_style_at_any_depth() {
    for (base, style) in
        [(None, "/style.css"), (Some("https://example.org"), "/style.css"), (Some("https://example.org/a/b"), "/a/b/style.css")]
    {
        let mut site = sample();
        site.base_address = base.map(str::to_owned);
        let pages = pages(&site);
        let elements = parse(find_text(&pages, "404.html")).unwrap();
        assert!(elements.iter().any(|element| element.name == "link" && element.attribute("href") == Some(style)), "{base:?}");
    }
}

#[test]
fn kinds_with_many_pieces_have_a_page_of_their_own() {
    let pages = pages(&sample_site::rich(Theme::Workbench));
    let list = find_text(&pages, "work/query.html");
    assert_eq!(list.matches("<p class=\"name\">").count(), 7);
    let front = find_text(&pages, "index.html");
    let group = front.split("<h2 id=\"query\">").nth(1).unwrap().split("</section>").next().unwrap();
    assert_eq!(group.matches("<p class=\"name\">").count(), 5, "the front page shows the first five that do not stand at its top");
    assert!(group.contains("href=\"work/query.html\""));
    assert!(pages.iter().all(|page| page.path != "work/design.html"));
}

#[test]
fn a_text_is_marked_with_its_language_and_our_words_with_theirs() {
    for (language, marked) in [("de", true), ("pt-BR", true), ("en", false), ("EN", false), ("", false), ("\"><b>", false), ("a b", false)]
    {
        let mut site = sample();
        site.language = language.to_owned();
        let pages = pages(&site);
        let page = find_text(&pages, "evidence/weekly-teardown.html");
        assert!(page.contains("<html lang=\"en\">"));
        assert_eq!(page.contains(&format!("<div class=\"piece\" lang=\"{language}\">")), marked, "{language}");
    }
}

#[test]
fn an_empty_site_says_what_will_be_here() {
    let pages = pages(&site(Vec::new()));
    assert!(find_text(&pages, "index.html").contains("The first piece of work that passes its check will stand on this page."));
}

/// A page of five hundred lines would break our own rule about weight.
#[test]
fn a_long_list_is_split_and_each_page_leads_to_the_others() {
    let mut large = site(Vec::new());
    large.entries = (0..450).map(|number| crate::entry(&format!("sql-{number}"), "SQL", footbridge_verdict::Proof::Verified)).collect();
    let files = build(&large);
    for (path, lines) in [("work/query.html", 200), ("work/query-2.html", 200), ("work/query-3.html", 50)] {
        let list = find_text(&files, path);
        assert_eq!(list.matches("<p class=\"name\">").count(), lines, "{path}");
        assert_eq!(list.matches("href=\"../work/query").count(), 3, "{path}");
    }
    assert!(footbridge_portfolio::check(&files).is_empty());
}
