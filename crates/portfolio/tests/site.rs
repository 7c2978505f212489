//! The built site as a reader, a browser and an attacker meet it.

mod parse;

use footbridge_portfolio::{Answer, Entry, Judged, Page, Site, build};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::date;
use parse::{Element, parse};
use std::collections::BTreeSet;

fn entry(id: &str, track: &str, proof: Proof) -> Entry {
    let text = "select endpoint, avg(status >= 500) from requests group by 1\n";
    Entry {
        id: ExerciseId::new(id).unwrap(),
        title: id.replace('-', " "),
        track: track.to_owned(),
        skills: vec!["Group rows & count them".to_owned()],
        proof,
        judged: Judged::Substance,
        help_used: HelpUsed { hints: 1, solution: false },
        answer: Some(Answer { file: "query.sql".to_owned(), text: text.to_owned(), hash: AnswerHash::of(text.as_bytes()) }),
        check_version: "1".to_owned(),
        verdict_summary: "Right on all 12 endpoints.".to_owned(),
        passed_on: date(2027, 1, 12),
        how_to_rerun: format!("footbridge verify {id}"),
        body: None,
        featured: false,
    }
}

fn site(entries: Vec<Entry>) -> Site {
    Site { owner: "A. Learner".to_owned(), headline: "From support to API products".to_owned(), built_on: date(2027, 2, 1), entries }
}

fn sample() -> Site {
    let mut teardown = entry("weekly-teardown", "Product", Proof::Verified);
    teardown.judged = Judged::Structure;
    teardown.help_used = HelpUsed::default();
    teardown.body = Some(
        "---\ntitle: hidden\n---\n# Stripe, taken apart\n\nFor [developers](https://example.org/a?b=1&c=2), see [the query](sql-error-rate.html#answer) \
         and [notes](notes.md).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\n```sql\nselect 1 < 2\n```\n"
            .to_owned(),
    );
    let mut lesson = entry("lesson-caching", "System design", Proof::Verified);
    lesson.answer = None;
    lesson.help_used = HelpUsed { hints: 2, solution: true };
    site(vec![
        entry("sql-error-rate", "SQL", Proof::Verified),
        entry("project-cache-plan", "System design", Proof::SelfReported),
        lesson,
        teardown,
    ])
}

fn html(page: &Page) -> &str {
    std::str::from_utf8(&page.bytes).unwrap()
}

fn pages(site: &Site) -> Vec<Page> {
    build(site).into_iter().filter(|page| page.path.ends_with(".html")).collect()
}

fn find<'a>(pages: &'a [Page], path: &str) -> &'a str {
    html(pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no {path}")))
}

#[test]
fn every_page_is_well_formed_and_the_same_each_time() {
    for site in [sample(), site(Vec::new()), hostile()] {
        assert_eq!(build(&site), build(&site));
        for page in pages(&site) {
            let elements = parse(html(&page)).unwrap_or_else(|fault| panic!("{}: {fault}", page.path));
            let count = |name: &str| elements.iter().filter(|element| element.name == name).count();
            assert_eq!((count("h1"), count("main"), count("script"), count("img"), count("style")), (1, 1, 0, 0, 0), "{}", page.path);
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
        }
    }
}

#[test]
fn every_internal_link_resolves() {
    for site in [sample(), site(Vec::new()), hostile()] {
        let files = build(&site);
        let mut followed = 0;
        for page in pages(&site) {
            for element in parse(html(&page)).unwrap() {
                let Some(to) = element.attribute("href").filter(|to| !to.contains(':')) else { continue };
                let (path, place) = to.split_once('#').unwrap_or((to, ""));
                let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                let target = match (path, path.strip_prefix("../")) {
                    ("", _) => page.path.clone(),
                    (_, Some(up)) => up.to_owned(),
                    (path, None) if folder.is_empty() => path.to_owned(),
                    (path, None) => format!("{folder}/{path}"),
                };
                let file = files.iter().find(|file| file.path == target).unwrap_or_else(|| panic!("{}: {to} leads nowhere", page.path));
                let has_place = || parse(html(file)).unwrap().iter().any(|element| element.attribute("id") == Some(place));
                assert!(place.is_empty() || has_place(), "{}: nothing has the place of {to}", page.path);
                followed += 1;
            }
        }
        assert!(followed >= 1);
    }
}

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
fn hostile() -> Site {
    let attack = ATTACKS.join(" ");
    let mut entry = entry("sql-error-rate", &attack, Proof::SelfReported);
    entry.title.clone_from(&attack);
    entry.skills = vec![attack.clone()];
    entry.check_version.clone_from(&attack);
    entry.verdict_summary.clone_from(&attack);
    entry.how_to_rerun.clone_from(&attack);
    entry.answer = Some(Answer { file: attack.clone(), text: attack.clone(), hash: AnswerHash::of(b"") });
    entry.body = Some(format!(
        "# {attack}\n\n{}\n\n`{attack}`\n\n| {attack} |\n|---|\n| {attack} |\n\n```{attack}\n{attack}\n```\n",
        ATTACKS.join("\n\n")
    ));
    Site { owner: attack.clone(), headline: attack, ..site(vec![entry]) }
}

#[test]
fn what_a_learner_writes_stays_text() {
    for page in pages(&hostile()) {
        let elements = parse(html(&page)).unwrap();
        for element in &elements {
            assert!(!["script", "img", "svg", "b"].contains(&element.name.as_str()), "{}: {element:?}", page.path);
            assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{}: {element:?}", page.path);
        }
        assert!(html(&page).contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(!html(&page).contains(['\u{0}', '\u{8}', '\r']));
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
            site.entries[3].body = Some(written.clone());
            let pages = pages(&site);
            let page = find(&pages, "evidence/weekly-teardown.html");
            let piece = page.split("class=\"piece\"").nth(1).unwrap().split("</section>").next().unwrap();
            assert!(piece.contains("words"), "{written}");
            assert_eq!(piece.contains("<a "), stays, "{written} became {piece}");
            assert!(!piece.contains("<img"));
        }
    }
}

#[test]
fn an_evidence_page_reads_like_this() {
    let pages = pages(&sample());
    let main = |path: &str| find(&pages, path).split("<body>").nth(1).unwrap().replace("</body>\n</html>\n", "");
    insta::assert_snapshot!(main("evidence/weekly-teardown.html"), @r##"
    <a class="skip" href="#verdict">Skip to the verdict</a>
    <nav aria-label="Back"><a href="../index.html">A. Learner</a></nav>
    <main>
    <header class="top">
    <p class="small muted">Product</p>
    <h1>weekly teardown</h1>
    </header>
    <section class="card" aria-labelledby="verdict">
    <h2 id="verdict">Verdict</h2>
    <p><span class="tag pass">verified</span> Right on all 12 endpoints.</p>
    <p class="small muted">A program checked the structure of this text. Whether it is good was not judged.</p>
    <dl class="facts">
    <dt>Passed</dt><dd><time datetime="2027-01-12">12 January 2027</time></dd>
    <dt>Check version</dt><dd>1</dd>
    <dt>Help</dt><dd>no help used</dd>
    <dt>Shows</dt><dd>Group rows &amp; count them</dd>
    <dt>Answer</dt><dd><a href="#answer">query.sql</a>, SHA-256 <code class="hash">c62241761df3733628c68faaf9ae8cf736f243d876240196e777a94ea0b8b7ca</code></dd>
    </dl>
    </section>
    <section aria-labelledby="rerun">
    <h2 id="rerun">Run the check again</h2>
    <p>In the folder this work was made in, with Footbridge installed:</p>
    <pre tabindex="0"><code>footbridge verify weekly-teardown</code></pre>
    </section>
    <section aria-labelledby="piece">
    <h2 id="piece">The piece</h2>
    <div class="piece">
    <h3>Stripe, taken apart</h3>
    <p>For <a href="https://example.org/a?b=1&amp;c=2">developers</a>, see <a href="sql-error-rate.html#answer">the query</a> and notes.</p>
    <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>
    <tr><td>1</td><td>2</td></tr>
    </tbody></table>
    <ul>
    <li>[x] done</li>
    </ul>
    <pre tabindex="0"><code>select 1 &lt; 2
    </code></pre>
    </div>
    </section>
    <section aria-labelledby="answer">
    <h2 id="answer">The answer, exactly as it passed</h2>
    <details>
    <summary>Show <code>query.sql</code></summary>
    <pre tabindex="0"><code>select endpoint, avg(status &gt;= 500) from requests group by 1
    </code></pre>
    </details>
    </section>
    </main>
    <footer class="muted"><p>Built on <time datetime="2027-02-01">1 February 2027</time> with Footbridge.</p></footer>
    "##);
}

#[test]
fn the_front_page_reads_like_this() {
    let pages = pages(&sample());
    insta::assert_snapshot!(find(&pages, "index.html").split("<main").next().unwrap(), @r##"
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; img-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <title>A. Learner</title>
    <link rel="stylesheet" href="style.css">
    </head>
    <body>
    <a class="skip" href="#work">Skip to the work</a>
    <header class="top">
    <h1>A. Learner</h1>
    <p class="lead">From support to API products</p>
    <p class="muted">4 pieces of work in 3 fields: 3 verified and 1 self-reported. As of <time datetime="2027-02-01">1 February 2027</time>.</p>
    </header>
    "##);
    let titles: Vec<String> = find(&pages, "index.html")
        .split("<h3>")
        .skip(1)
        .map(|card| card.split("\">").nth(1).unwrap().split("</a>").next().unwrap().to_owned())
        .collect();
    assert_eq!(titles, ["weekly teardown", "sql error rate", "lesson caching"], "verified first, with less help first");
}

#[test]
fn the_front_page_names_every_piece_once_and_backs_each_line() {
    let site = sample();
    let pages = pages(&site);
    let page = find(&pages, "index.html");
    for entry in &site.entries {
        let times = |place: &str| page.matches(&format!("href=\"evidence/{}.html{place}\"", entry.id)).count();
        assert_eq!((times(""), times("#verdict"), times("#rerun")), (1, 1, 1), "{}", entry.id);
        assert_eq!(times("#answer"), usize::from(entry.answer.is_some()), "{}", entry.id);
    }
}

#[test]
fn self_reported_work_says_so_wherever_it_is_named() {
    let site = site(vec![entry("project-cache-plan", "System design", Proof::SelfReported)]);
    let pages = pages(&site);
    for page in &pages {
        let tags = html(page).matches("<span class=\"tag self\">self-reported</span>").count();
        let verified = html(page).replace("<dt><span class=\"tag pass\">verified</span></dt>", "").matches("tag pass").count();
        assert!(tags >= 1 && verified == 0, "{}", page.path);
        assert!(html(page).contains("never counted as verified"), "{}", page.path);
    }
    assert!(find(&pages, "index.html").contains("1 piece of work in 1 field: 1 self-reported."));
    assert!(find(&pages, "index.html").contains("<li class=\"card self\">"));
}

#[test]
fn what_the_owner_features_stands_at_the_top_alone() {
    let mut site = sample();
    site.entries[1].featured = true;
    let pages = pages(&site);
    let best = find(&pages, "index.html").split("id=\"best\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(best.contains("project cache plan") && best.matches("<h3>").count() == 1);
}

#[test]
fn of_two_entries_with_one_id_the_first_is_shown() {
    let mut site = sample();
    let mut again = site.entries[0].clone();
    again.title = "superseded".to_owned();
    site.entries.push(again);
    let files = build(&site);
    let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "evidence/lesson-caching.html",
            "evidence/project-cache-plan.html",
            "evidence/sql-error-rate.html",
            "evidence/weekly-teardown.html",
            "index.html",
            "style.css"
        ]
    );
    assert!(files.iter().filter(|file| file.path.ends_with(".html")).all(|file| !html(file).contains("superseded")));
}

/// WCAG 2.2, contrast minimum 4.5 : 1, on the colours that carry text.
#[test]
fn text_has_enough_contrast_in_both_schemes() {
    let css = String::from_utf8(build(&sample()).into_iter().find(|file| file.path == "style.css").unwrap().bytes).unwrap();
    let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (dark, rest) = rest.split_once("* { box-sizing").unwrap();
    let print = rest.split_once("@media print").unwrap().1;
    for scheme in [light, dark, print] {
        let luminance = |name: &str| {
            let at = scheme.find(&format!("--{name}: #")).unwrap_or_else(|| panic!("no --{name}")) + name.len() + 5;
            let channel = |part: usize| {
                let value = f64::from(u8::from_str_radix(&scheme[at + 2 * part..at + 2 * part + 2], 16).unwrap()) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
        };
        for (text, ground) in [
            ("ink", "paper"),
            ("ink", "surface"),
            ("ink", "sunken"),
            ("muted", "paper"),
            ("muted", "surface"),
            ("accent", "paper"),
            ("accent", "surface"),
            ("accent", "accent-soft"),
        ] {
            let (a, b) = (luminance(text), luminance(ground));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
        }
    }
}

#[test]
fn the_parser_of_these_tests_finds_faults() {
    for fault in ["<p>", "<p></div>", "</p>", "<p class=x></p>", "<p a=\"1\" a=\"2\"></p>", "a < b", "a & b", "<p><a href=\"</p>"] {
        assert!(parse(fault).is_err(), "{fault}");
    }
    let elements: Vec<Element> = parse("<!doctype html>\n<p class=\"a &amp; b\">x<br>y</p>").unwrap();
    assert_eq!(elements[0].attribute("class"), Some("a &amp; b"));
}
