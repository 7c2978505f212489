//! Tailored variants: what is shown, what is left out, and that nothing else changes.

use footbridge_resume::{
    EntryChoice, EvidenceLink, Resume, SectionChoice, SectionKind, Selection, read, text, variant, with_evidence, write,
};
use serde_json::{Value, json};

fn whole() -> Resume {
    let source = include_str!("sound.json").replacen("\"work\"", "\"x-notes\": {\"kept\": [1.50]}, \"work\"", 1);
    let resume = read(&source, "resume.json").0.expect("a résumé");
    let link = |bullet: &str, evidence: &str| EvidenceLink { bullet: bullet.to_owned(), evidence: evidence.to_owned() };
    with_evidence(
        &resume,
        &[
            link("/work/0/highlights/1", "spec-deprecation"),
            link("/work/2/highlights/0", "sql-credits"),
            link("/work/9/highlights/0", "lost"),
        ],
    )
}

fn document(resume: &Resume) -> Value {
    serde_json::from_str(&write(resume)).expect("JSON")
}

fn choice(entry: usize, items: Option<&[usize]>) -> EntryChoice {
    EntryChoice { entry, items: items.map(<[usize]>::to_vec) }
}

#[test]
fn a_variant_shows_what_was_chosen_in_that_order_and_tells_the_rest() {
    let selection = Selection {
        role: Some("Technical product manager, data platforms".to_owned()),
        sections: vec![
            SectionChoice { kind: SectionKind::Skills, entries: vec![choice(1, Some(&[3, 0, 3, 99])), choice(0, None)] },
            SectionChoice {
                kind: SectionKind::Work,
                entries: vec![choice(2, None), choice(0, Some(&[1])), choice(2, None), choice(7, None)],
            },
            SectionChoice { kind: SectionKind::Languages, entries: Vec::new() },
        ],
    };
    let whole = whole();
    let made = variant(&whole, &selection);
    let (before, after) = (document(&whole), document(&made.resume));
    assert_eq!(after["basics"]["label"], "Technical product manager, data platforms");
    assert_eq!(after["skills"], json!([{"name": "Data", "keywords": ["Python", "SQL"]}, before["skills"][0]]));
    assert_eq!(after["work"][0], before["work"][2]);
    assert_eq!(after["work"][1]["highlights"], json!([before["work"][0]["highlights"][1]]));
    assert_eq!((&after["languages"], &after["projects"], &after["x-notes"]), (&json!([]), &before["projects"], &before["x-notes"]));
    let links = &after["meta"]["footbridge"]["evidence"];
    assert_eq!((&links[0]["bullet"], &links[0]["evidence"]), (&json!("/work/1/highlights/0"), &json!("spec-deprecation")));
    assert_eq!((&links[1]["bullet"], &links[1]["evidence"]), (&json!("/work/0/highlights/0"), &json!("sql-credits")));
    let left: Vec<(SectionKind, usize, Option<usize>)> = made.left_out.iter().map(|left| (left.kind, left.entry, left.item)).collect();
    use SectionKind::{Languages, Skills, Work};
    let expected = [
        (Skills, 1, Some(1)),
        (Skills, 1, Some(2)),
        (Skills, 2, None),
        (Work, 0, Some(0)),
        (Work, 0, Some(2)),
        (Work, 0, Some(3)),
        (Work, 1, None),
        (Languages, 0, None),
        (Languages, 1, None),
        (Languages, 2, None),
    ];
    assert_eq!(left, expected);
    let page = text(&made.resume);
    let place = |heading: &str| page.find(heading).unwrap_or_else(|| panic!("{heading} is not in {page}"));
    assert!(place("SKILLS") < place("EXPERIENCE") && place("EXPERIENCE") < place("PROJECTS") && !page.contains("LANGUAGES"), "{page}");
}

#[test]
fn evidence_follows_a_bullet_that_another_tool_moved() {
    let mut moved = document(&whole());
    moved["work"].as_array_mut().expect("jobs").reverse();
    let resume = read(&moved.to_string(), "f").0.expect("a résumé");
    let backed: Vec<(&str, &[String])> = resume
        .content()
        .bullets()
        .filter(|bullet| !bullet.evidence.is_empty())
        .map(|bullet| (bullet.pointer.as_str(), bullet.evidence.as_slice()))
        .collect();
    assert_eq!(
        backed,
        [("/work/0/highlights/0", &["sql-credits".to_owned()][..]), ("/work/2/highlights/1", &["spec-deprecation".to_owned()][..])]
    );
    assert!(resume.content().loose_links.is_empty());
    moved["work"][2]["highlights"][1] = json!("Reworded.");
    let resume = read(&moved.to_string(), "f").0.expect("a résumé");
    assert_eq!(resume.content().loose_links.iter().map(|link| link.evidence.as_str()).collect::<Vec<_>>(), ["spec-deprecation"]);
}
