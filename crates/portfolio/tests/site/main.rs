//! The built site as a reader, a browser, a stranger who verifies and an attacker meet it.

mod attacks;
mod checked;
mod claims;
mod evidence;
mod files;
mod fuzz;
mod looks;
mod missing;
mod pages;
mod parse;
#[path = "../../examples/sample_site/mod.rs"]
mod sample_site;

use footbridge_portfolio::{Answer, Entry, Judged, Page, Piece, Site, Theme, build};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::date;

/// A query without anything special.
fn entry(id: &str, track: &str, proof: Proof) -> Entry {
    let text = "select endpoint, avg(status >= 500) from requests group by 1\n";
    Entry {
        id: ExerciseId::new(id).unwrap(),
        kind: Piece::Query,
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
        result: None,
        drawing: None,
        published: Vec::new(),
        reviews: Vec::new(),
        featured: false,
    }
}

/// A site with nothing but its entries.
fn site(entries: Vec<Entry>) -> Site {
    Site {
        owner: "A. Learner".to_owned(),
        headline: "From support to API products".to_owned(),
        about: String::new(),
        contact: Vec::new(),
        base_address: None,
        language: "en".to_owned(),
        theme: Theme::Workbench,
        built_on: date(2027, 2, 1),
        how_to_verify: "footbridge verify --site .".to_owned(),
        entries,
        published: 0,
        path: Vec::new(),
        contributions: Vec::new(),
    }
}

/// A query, self-reported work, a lesson and a text whose structure was checked.
fn sample() -> Site {
    let mut teardown = entry("weekly-teardown", "Product", Proof::Verified);
    teardown.kind = Piece::Teardown;
    teardown.judged = Judged::Structure;
    teardown.help_used = HelpUsed::default();
    let text = "---\ntitle: hidden\n---\n# Stripe, taken apart\n\nFor [developers](https://example.org/a?b=1&c=2), see [the query](sql-error-rate.html#answer) \
                and [notes](notes.md).\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n```sql\nselect 1 < 2\n```\n";
    teardown.body = Some(text.to_owned());
    teardown.answer = Some(sample_site::answer("answer.md", text));
    let mut lesson = entry("lesson-caching", "System design", Proof::Verified);
    lesson.kind = Piece::Answers;
    lesson.answer = None;
    lesson.help_used = HelpUsed { hints: 2, solution: true };
    let mut plan = entry("project-cache-plan", "System design", Proof::SelfReported);
    plan.kind = Piece::Design;
    site(vec![entry("sql-error-rate", "SQL", Proof::Verified), plan, lesson, teardown])
}

/// Sites that differ in everything that changes what is built.
fn sites() -> Vec<Site> {
    let mut moved = sample_site::rich(Theme::Paper);
    moved.base_address = None;
    moved.language = "pt-BR".to_owned();
    vec![sample(), site(Vec::new()), attacks::hostile(), sample_site::rich(Theme::Workbench), moved]
}

fn text(page: &Page) -> &str {
    std::str::from_utf8(&page.bytes).unwrap()
}

/// The HTML pages of a site.
fn pages(site: &Site) -> Vec<Page> {
    build(site).into_iter().filter(|page| page.path.ends_with(".html")).collect()
}

fn find<'a>(pages: &'a [Page], path: &str) -> &'a Page {
    pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no {path}"))
}

fn find_text<'a>(pages: &'a [Page], path: &str) -> &'a str {
    text(find(pages, path))
}
