use crate::sites;
use footbridge_portfolio::{Page, build, check};

#[test]
fn what_we_build_has_no_faults() {
    for site in sites() {
        let findings = check(&build(&site));
        assert!(findings.is_empty(), "{findings:?}");
    }
}

fn page(path: &str, text: &str) -> Page {
    Page { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A sound page around a body.
fn around(body: &str) -> Vec<Page> {
    let page_of = |body: &str| {
        format!(
            "<!doctype html><html lang=en><head><title>Words</title><meta name=description content=Words></head><body><h1>Words</h1>{body}</body></html>"
        )
    };
    vec![
        page("index.html", &page_of(body)),
        page("evidence/a.html", &page_of("<h2 id=\"place\">Here</h2><h2 id=\"größe\">Size</h2>")),
        page("evidence/b.sql", "select 1"),
        page("style.css", "a { color: red }"),
    ]
}

#[test]
fn each_fault_of_a_page_is_found_where_it_is() {
    for (body, code, at) in [
        ("<a href=\"evidence/a.html\">x</a><a href=evidence/a.html#place>x</a><a href=\"evidence/a.html#gr%C3%B6%C3%9Fe\">x</a>", None, ""),
        (
            "<a href=\"./evidence/../index.html?a=b\">x</a><a href=\"#\">x</a><a href=\"https://example.org\">x</a><a href=mailto:a@b>x</a>",
            None,
            "",
        ),
        ("<a href=\"evidence/a.htm\">x</a>", Some("site-link-broken"), "evidence/a.htm"),
        ("<a href=\"evidence/a.html#plaice\">x</a>", Some("site-link-broken"), "evidence/a.html#plaice"),
        ("<a href=\"#nowhere\">x</a>", Some("site-link-broken"), "#nowhere"),
        ("<a href=\"../secrets.html\">x</a>", Some("site-link-broken"), "../secrets.html"),
        ("<a href=\"evidence/\">x</a>", Some("site-link-broken"), "evidence/"),
        ("<img src=\"none.png\" alt=\"x\">", Some("site-link-broken"), "none.png"),
        ("<img src=\"style.css\">", Some("site-image-alt"), ""),
        ("<img src=\"style.css\" alt=\" \">", Some("site-image-alt"), ""),
        ("<p id=\"a\"></p><p id=a></p>", Some("site-id-twice"), "a"),
        ("<h3>x</h3>", Some("site-heading-skipped"), ""),
        ("<h1>x</h1>", Some("site-heading-first"), ""),
        ("<img src=\"https://example.org/x.png\" alt=\"x\">", Some("site-external"), "https://example.org/x.png"),
        ("<img srcset=\"//example.org/x.png\" alt=\"x\">", Some("site-external"), "//example.org/x.png"),
        ("<link rel=\"stylesheet\" href=\"https://example.org/x.css\">", Some("site-external"), "https://example.org/x.css"),
        ("<link rel=\"canonical\" href=\"https://example.org/\">", None, ""),
        ("<iframe src=\"https://example.org\"></iframe>", Some("site-external"), "https://example.org"),
        ("<style>a { background: url( 'https://example.org/x' ) }</style>", Some("site-external"), "url("),
        ("<style>@import \"//example.org/x\";</style>", Some("site-external"), "@import"),
        ("<p style=\"background:url(https://example.org/x)\"></p>", Some("site-external"), "url("),
        ("<script>1</script>", Some("site-script"), ""),
        ("<p onclick=\"x()\"></p>", Some("site-script"), ""),
        ("<a href=\"javascript:x()\">x</a>", Some("site-script"), "javascript:x()"),
        ("<a href=\" java\nscript:x()\">x</a>", Some("site-script"), ""),
        ("<meta http-equiv=\"refresh\" content=\"0\">", Some("site-refresh"), "refresh"),
        ("<p>see private/people.md</p>", Some("site-private"), "private/"),
        ("<p>GET /v1/private/keys and non-private/x</p>", None, ""),
        ("<!-- <a href=\"none.html\"> <script> -->", None, ""),
        ("<textarea><a href=\"none.html\"></textarea>", None, ""),
    ] {
        let pages = around(body);
        let findings = check(&pages);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{body}: {findings:?}");
        for finding in &findings {
            let place = finding.place.as_ref().expect("a place");
            assert_eq!(place.file, "index.html");
            let words = std::str::from_utf8(&pages[0].bytes).unwrap().get(place.span.clone()).expect("a place inside the page");
            assert!(at.is_empty() || words == at, "{body}: points at {words}");
        }
    }
}

#[test]
fn what_is_missing_or_too_much_on_a_page_is_told() {
    for (path, text, code) in [
        ("a.html", "<title>a</title><h1>a</h1>".to_owned(), "site-description"),
        ("a.html", "<meta name=description content=a><title> </title><h1>a</h1>".to_owned(), "site-title"),
        ("a.html", format!("<meta name=description content=a><title>a</title><h1>a</h1>{}", "word ".repeat(70_000)), "site-page-heavy"),
        ("private/a.txt", String::new(), "site-private"),
        ("evidence/private/a.txt", String::new(), "site-private"),
        ("a.md", "See [notes](../private/people.md).".to_owned(), "site-private"),
        ("a.css", "@import url(https://example.org)".to_owned(), "site-external"),
    ] {
        let findings = check(&[page(path, &text)]);
        assert!(!findings.is_empty() && findings.iter().all(|finding| finding.code == code), "{path} {code}: {findings:?}");
    }
    let findings = check(&[Page { path: "a.html".to_owned(), bytes: b"<h1>\xff".to_vec() }]);
    assert_eq!(findings[0].code, "site-not-text");
}

/// Other people's hosts put the site into a folder; its page for missing ones links from the root of the host.
#[test]
fn links_from_the_root_of_the_host_are_found_in_a_folder_too() {
    for (link, found) in
        [("/style.css", true), ("/portfolio/style.css", true), ("/a/b/evidence/a.html", true), ("/portfolio/", true), ("/none.css", false)]
    {
        let mut pages = around("");
        pages.push(page("404.html", &format!("<title>x</title><meta name=description content=x><h1>x</h1><a href=\"{link}\">x</a>")));
        assert_eq!(check(&pages).is_empty(), found, "{link}");
    }
}

#[test]
fn a_near_miss_is_suggested() {
    let help = |body: &str| check(&around(body))[0].help.join(" ");
    assert_eq!(help("<a href=\"evidence/a.htm\">x</a>"), "Did you mean `evidence/a.html`?");
    assert_eq!(help("<a href=\"evidence/a.html#plaice\">x</a>"), "Did you mean `#place`?");
}
