use crate::{entry, find_text, pages, sample, sample_site, site, text};
use footbridge_portfolio::{Judged, Piece, Theme, build};
use footbridge_verdict::{HelpUsed, Proof};
use jiff::civil::date;

#[test]
fn the_front_page_names_every_piece_once_and_backs_each_line() {
    let site = sample();
    let pages = pages(&site);
    let page = find_text(&pages, "index.html");
    for entry in &site.entries {
        let times = |place: &str| page.matches(&format!("href=\"evidence/{}.html{place}\"", entry.id)).count();
        assert_eq!((times(""), times("#verdict"), times("#rerun")), (1, 1, 1), "{}", entry.id);
        assert_eq!(times("#answer"), usize::from(entry.answer.is_some()), "{}", entry.id);
    }
}

#[test]
fn self_reported_work_says_so_wherever_it_is_named() {
    let site = site(vec![entry("project-cache-plan", "System design", Proof::SelfReported)]);
    let pages: Vec<_> = pages(&site).into_iter().filter(|page| page.path != "404.html").collect();
    for page in &pages {
        let legend = "<dt><span class=\"tag pass\">verified</span></dt>";
        let tags = text(page).matches("<span class=\"tag self\">self-reported</span>").count();
        assert!(tags >= 1 && text(page).replace(legend, "").matches("tag pass").count() == 0, "{}", page.path);
        assert!(text(page).contains("never counted as verified"), "{}", page.path);
    }
    assert!(find_text(&pages, "index.html").contains("<strong>1 piece of work: 1 self-reported.</strong>"));
}

#[test]
fn a_structure_is_never_shown_as_substance() {
    let mut text_only = entry("weekly-teardown", "Product", Proof::Verified);
    text_only.judged = Judged::Structure;
    let pages: Vec<_> = pages(&site(vec![text_only])).into_iter().filter(|page| page.path != "404.html").collect();
    for page in &pages {
        let legend = "<dt><span class=\"tag pass\">verified</span></dt>";
        assert!(!text(page).replace(legend, "").contains("tag pass"), "{}", page.path);
        assert!(text(page).contains("Whether it is good was not judged."));
    }
    assert!(find_text(&pages, "index.html").contains("1 piece of work: 1 structure verified."));
}

/// What is published, reviewed by its own author or contributed elsewhere was looked at by nobody but its author.
#[test]
fn claims_beside_the_verdict_say_who_makes_them() {
    let pages = pages(&sample_site::rich(Theme::Workbench));
    let teardown = find_text(&pages, "evidence/weekly-teardown.html");
    let published = teardown.split("<h2 id=\"published\">").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(
        published.contains("tag self")
            && published.contains("Recorded with another text than the one that passed last; the page itself was not compared.")
    );
    let api = find_text(&pages, "evidence/project-api-documentation.html");
    assert!(api.contains("Recorded with the text that passed; the page itself was not compared.") && api.contains("By another person, "));
    assert!(find_text(&pages, "contributions.html").contains("tag self"));
    assert!(find_text(&pages, "index.html").split("<h2 id=\"contributions\">").nth(1).unwrap().contains("tag self"));
}

#[test]
fn milestones_lead_to_their_evidence_and_unreached_ones_say_so() {
    let pages = pages(&sample_site::rich(Theme::Workbench));
    let path = find_text(&pages, "index.html").split("<h2 id=\"path\">").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(path.contains("2 of 5 milestones reached."));
    assert!(path.contains("Reached on <time datetime=\"2027-04-30\">30 April 2027</time>: <a href=\"evidence/roadmap-api-product.html\">"));
    assert_eq!(path.matches("Not reached yet").count(), 3);
    assert_eq!(path.matches("class=\"reached\"").count(), 2);
}

fn at_the_top(site: &footbridge_portfolio::Site) -> Vec<String> {
    let pages = pages(site);
    let cards = find_text(&pages, "index.html").split("class=\"cards\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    cards.split("<h3><a href=\"evidence/").skip(1).map(|card| card.split(".html").next().unwrap().to_owned()).collect()
}

#[test]
fn what_the_owner_features_stands_at_the_top_alone() {
    let mut site = sample();
    site.entries[1].featured = true;
    assert_eq!(at_the_top(&site), ["project-cache-plan"]);
}

#[test]
fn without_a_choice_the_best_of_different_kinds_stand_at_the_top() {
    let made = |id: &str, kind, change: &dyn Fn(&mut footbridge_portfolio::Entry)| {
        let mut entry = entry(id, "Track", Proof::Verified);
        entry.kind = kind;
        entry.help_used = HelpUsed::default();
        change(&mut entry);
        entry
    };
    let mut site = site(vec![
        made("answers", Piece::Answers, &|_| {}),
        made("query-older", Piece::Query, &|entry| entry.passed_on = date(2026, 1, 1)),
        made("query-newer", Piece::Query, &|_| {}),
        made("design-with-solution", Piece::Design, &|entry| entry.help_used.solution = true),
        made("spec-self-reported", Piece::Specification, &|entry| entry.proof = Proof::SelfReported),
        made("teardown-structure", Piece::Teardown, &|entry| entry.judged = Judged::Structure),
    ]);
    assert_eq!(at_the_top(&site), ["query-newer", "teardown-structure", "design-with-solution"]);
    site.entries.retain(|entry| entry.kind == Piece::Query || entry.kind == Piece::Specification);
    assert_eq!(
        at_the_top(&site),
        ["query-newer", "query-older", "spec-self-reported"],
        "another kind is no reason to stand above a verified one"
    );
    assert_eq!(at_the_top(&sample()), ["sql-error-rate", "weekly-teardown", "project-cache-plan"]);
}

#[test]
fn of_two_entries_with_one_id_the_first_is_shown() {
    let mut site = sample();
    let mut again = site.entries[0].clone();
    again.title = "superseded".to_owned();
    site.entries.push(again);
    let files = build(&site);
    let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let count = paths.len();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), count, "no file is written twice");
    assert!(files.iter().all(|file| !String::from_utf8_lossy(&file.bytes).contains("superseded")));
}
