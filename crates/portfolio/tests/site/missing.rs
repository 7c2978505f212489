use crate::{entry, sample_site, site};
use footbridge_portfolio::{Closes, ContactLink, Drawing, Piece, Setting, Site, Theme, missing};
use footbridge_verdict::{AnswerHash, Proof};

fn codes(site: &Site) -> Vec<String> {
    missing(site).into_iter().map(|gap| gap.finding.code).collect()
}

#[test]
fn a_bare_site_is_told_what_convinces() {
    let mut bare = site(vec![entry("sql-error-rate", "SQL", Proof::SelfReported)]);
    bare.headline = String::new();
    assert_eq!(
        codes(&bare),
        [
            "portfolio-all-self-reported",
            "portfolio-no-specification",
            "portfolio-no-api-documentation",
            "portfolio-few-published",
            "portfolio-no-review",
            "portfolio-query-without-result",
            "portfolio-starts-self-reported",
            "portfolio-no-headline",
            "portfolio-no-about",
            "portfolio-no-contact",
            "portfolio-no-address",
            "portfolio-no-contribution",
        ]
    );
    assert_eq!(codes(&site(Vec::new()))[0], "portfolio-empty");
    assert_eq!(codes(&sample_site::rich(Theme::Workbench)), ["portfolio-few-published"]);
}

#[test]
fn each_gap_says_what_closes_it() {
    let mut bare = site(vec![entry("sql-error-rate", "SQL", Proof::SelfReported)]);
    bare.headline = String::new();
    bare.contact.push(ContactLink { label: "Here".to_owned(), address: "javascript:x".to_owned() });
    let closes = |code: &str| missing(&bare).into_iter().find(|gap| gap.finding.code == code).map(|gap| gap.closes);
    assert_eq!(closes("portfolio-no-headline"), Some(Closes::Setting(Setting::Headline)));
    assert_eq!(closes("portfolio-link"), Some(Closes::Setting(Setting::Contact)));
    assert_eq!(closes("portfolio-starts-self-reported"), Some(Closes::Setting(Setting::Featured)));
    assert_eq!(closes("portfolio-query-without-result"), Some(Closes::Work(bare.entries[0].id.clone())));
    assert_eq!(closes("portfolio-no-api-documentation"), Some(Closes::Another(&[Piece::ApiDocumentation])));
}

#[test]
fn what_was_handed_in_and_cannot_be_shown_is_told() {
    let rich = || sample_site::rich(Theme::Workbench);
    let changed = |change: &dyn Fn(&mut Site)| {
        let mut site = rich();
        change(&mut site);
        let mut codes = codes(&site);
        codes.retain(|code| code != "portfolio-few-published");
        codes
    };
    assert_eq!(changed(&|_| {}), [] as [&str; 0]);
    assert_eq!(changed(&|site| site.base_address = Some("example.org".to_owned())), ["portfolio-address"]);
    assert_eq!(changed(&|site| site.owner = "नाम".to_owned()), ["portfolio-picture-letters"]);
    assert_eq!(
        changed(&|site| site.contact.push(ContactLink { label: "Here".to_owned(), address: "javascript:x".to_owned() })),
        ["portfolio-link"]
    );
    assert_eq!(changed(&|site| site.entries.push(site.entries[0].clone())), ["portfolio-twice"]);
    assert_eq!(changed(&|site| site.entries[0].answer.as_mut().unwrap().hash = AnswerHash::of(b"other")), ["portfolio-answer-changed"]);
    let drawing = Drawing { svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"><a/></svg>".to_owned(), alt: "x".to_owned() };
    assert_eq!(changed(&|site| site.entries[0].drawing = Some(drawing.clone())), ["portfolio-drawing"]);
    let short_row = |site: &mut Site| {
        let query = site.entries.iter_mut().find(|entry| entry.kind == Piece::Query).unwrap();
        query.result.as_mut().unwrap().rows[0].pop();
    };
    assert_eq!(changed(&short_row), ["portfolio-result"]);
}
