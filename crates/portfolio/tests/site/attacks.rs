use crate::parse::parse;
use crate::{entry, find_text, pages, sample, site, text};
use footbridge_portfolio::{
    Align, Answer, Column, ContactLink, Contribution, Drawing, Milestone, PathStep, PublishedAt, ResultTable, Review, Reviewer,
    RubricLevel, Site, build,
};
use footbridge_verdict::{AnswerHash, Proof};
use jiff::civil::date;

const ATTACKS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</code></pre><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!-- <b>",
    "]]>&lt;script&gt;",
    "\u{0}\u{8}\r\n<svg/onload=alert(1)>",
];

/// Every text a learner can write, set to attacks.
pub(crate) fn hostile() -> Site {
    let attack = ATTACKS.join(" ");
    let mut entry = entry("sql-error-rate", &attack, Proof::SelfReported);
    entry.title.clone_from(&attack);
    entry.skills = vec![attack.clone()];
    entry.check_version.clone_from(&attack);
    entry.verdict_summary.clone_from(&attack);
    entry.how_to_rerun.clone_from(&attack);
    entry.answer = Some(Answer { file: format!("../../{attack}.html"), text: attack.clone(), hash: AnswerHash::of(b"") });
    entry.body = Some(format!(
        "# {attack}\n\n{}\n\n`{attack}`\n\n| {attack} |\n|---|\n| {attack} |\n\n```{attack}\n{attack}\n```\n\n```json\n{attack}\n```\n",
        ATTACKS.join("\n\n")
    ));
    entry.result = Some(ResultTable {
        caption: attack.clone(),
        columns: vec![Column { title: attack.clone(), align: Align::Right }],
        rows: vec![vec![attack.clone()], Vec::new(), vec![attack.clone(), attack.clone()]],
        rows_in_all: 2,
    });
    entry.drawing = Some(Drawing {
        svg: format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><text>{attack}</text></svg>"),
        alt: attack.clone(),
    });
    entry.published = vec![PublishedAt {
        address: format!("javascript:{attack}"),
        on: date(2027, 1, 1),
        where_: attack.clone(),
        hash: AnswerHash::of(b"x"),
    }];
    let level = RubricLevel { criterion: attack.clone(), level: 9, out_of: 4, says: attack.clone() };
    entry.reviews = vec![
        Review { by: Reviewer::AnotherPerson, on: date(2027, 1, 1), levels: vec![level] },
        Review { by: Reviewer::Owner, on: date(2027, 1, 1), levels: Vec::new() },
    ];
    let milestone = Milestone { title: attack.clone(), reached_on: None, evidence: vec![entry.id.clone()] };
    Site {
        owner: attack.clone(),
        headline: attack.clone(),
        about: entry.body.clone().unwrap_or_default(),
        contact: vec![ContactLink { label: attack.clone(), address: format!("https://example.org/{attack}") }],
        base_address: Some(format!("https://example.org/{attack}")),
        language: attack.clone(),
        how_to_verify: attack.clone(),
        published: 1,
        path: vec![PathStep { title: attack.clone(), milestones: vec![milestone] }],
        contributions: vec![Contribution {
            title: attack.clone(),
            project: attack.clone(),
            address: "//example.org".to_owned(),
            on: date(2027, 1, 1),
            diff: Some(format!("+{attack}\n-{attack}\n{attack}")),
        }],
        ..site(vec![entry])
    }
}

#[test]
fn what_a_learner_writes_stays_text() {
    for page in pages(&hostile()) {
        let elements = parse(text(&page)).unwrap();
        for element in &elements {
            assert!(!["script", "img", "svg", "b"].contains(&element.name.as_str()), "{}: {element:?}", page.path);
            assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{}: {element:?}", page.path);
        }
        assert!(text(&page).contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", page.path);
        assert!(!text(&page).contains(['\u{0}', '\u{8}', '\r']));
    }
}

/// An answer named like a page would be one, on the address of the portfolio.
#[test]
fn no_file_but_our_own_pages_can_run_or_load_anything() {
    let files = build(&hostile());
    let answers: Vec<&str> =
        files.iter().map(|file| file.path.as_str()).filter(|path| path.starts_with("evidence/sql-error-rate/")).collect();
    assert_eq!(answers.len(), 1);
    assert!(answers[0].ends_with(".txt") && !answers[0].contains(".."), "{answers:?}");
    for file in &files {
        assert!(file.path.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_')), "{}", file.path);
        let ours = ["html", "css", "svg", "xml", "json", "txt", "png", "nojekyll"];
        assert!(file.path.rsplit('.').next().is_some_and(|ending| ours.contains(&ending)), "{}", file.path);
    }
    assert!(files.iter().all(|file| file.path != "evidence/sql-error-rate.svg"), "a drawing with a script is left out");
}

#[test]
fn pages_may_load_only_their_own_style_and_pictures_and_send_nothing() {
    for page in pages(&hostile()) {
        let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
        assert!(text(&page).contains(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")), "{}", page.path);
        assert!(text(&page).contains("<meta name=\"referrer\" content=\"no-referrer\">"));
    }
}

#[test]
fn links_in_a_text_leave_only_over_known_schemes() {
    for (address, stays) in [
        ("https://example.org/a", true),
        ("HTTP://example.org", true),
        ("mailto:a@example.org", true),
        ("../index.html", true),
        ("sql-error-rate.html#answer", true),
        ("./weekly-teardown.html", true),
        ("#words", true),
        ("#nowhere", false),
        ("notes.md", false),
        ("../../private/people.md", false),
        ("/etc/passwd", false),
        ("javascript:alert(1)", false),
        ("JaVaScRiPt:alert(1)", false),
        ("javascript&colon;alert(1)", false),
        ("java&#10;script:alert(1)", false),
        ("&#1;javascript:alert(1)", false),
        ("data:text/html,hello", false),
        ("vbscript:x", false),
        ("file:///etc/passwd", false),
        ("//example.org/a", false),
        ("\\\\example.org", false),
    ] {
        for written in [format!("[words]({address})"), format!("![words]({address})"), format!("[words][x]\n\n[x]: {address}\n")] {
            let mut site = sample();
            let text = format!("{written}\n\n# Words\n");
            site.entries[3].body = Some(text.clone());
            site.entries[3].answer = None;
            let pages = pages(&site);
            let page = find_text(&pages, "evidence/weekly-teardown.html");
            let piece = page.split("class=\"piece\"").nth(1).unwrap().split("<h2").next().unwrap();
            assert!(piece.contains("words"), "{written}");
            assert_eq!(piece.contains("<a "), stays, "{written} became {piece}");
            assert!(!piece.contains("<img"));
        }
    }
}

/// The place of a piece that another text may not name yet is dropped, not kept broken.
#[test]
fn a_link_to_a_place_that_is_not_there_leads_to_the_page() {
    let mut site = sample();
    site.entries[3].body =
        Some("[a](sql-error-rate.html#nowhere) [b](lesson-caching.html#answer) [c](sql-error-rate.html?x=1#verdict)".to_owned());
    let pages = pages(&site);
    let page = find_text(&pages, "evidence/weekly-teardown.html");
    for link in ["\"sql-error-rate.html\">a<", "\"lesson-caching.html\">b<", "\"sql-error-rate.html#verdict\">c<"] {
        assert!(page.contains(link), "{link}");
    }
}
