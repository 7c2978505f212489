//! Writing a résumé place by place: what a form shows can be written, and nothing else changes.

use footbridge_resume::{Edit, EditError, EvidenceLink, MOST_ENTRIES, Resume, edit, form, link, read, unlink, write};

const SOURCE: &str = r#"{
  "x-first": 1.50,
  "basics": {"name": "Meera Nair", "x-own": [1, 2], "email": 7},
  "work": [
    {"name": "Setway", "position": "Analyst", "highlights": ["Read the logs.", "Wrote the spec."], "x-team": {"size": 4}},
    {"name": "Kiteport", "highlights": "none"}
  ]
}"#;

fn resume(source: &str) -> Resume {
    read(source, "resume.json").0.expect("a résumé")
}

fn set(pointer: &str, text: &str) -> Edit {
    Edit::Set { pointer: pointer.to_owned(), text: text.to_owned() }
}

fn done(resume: &Resume, changes: &[Edit]) -> Resume {
    changes.iter().fold(resume.clone(), |resume, change| edit(&resume, change).unwrap_or_else(|error| panic!("{change:?}: {error}")))
}

#[test]
fn a_change_leaves_every_other_key_and_digit_as_it_was() {
    let changed = done(
        &resume(SOURCE),
        &[
            set("/basics/name", "Meera R. Nair"),
            set("/basics/location/city", "Kochi"),
            set("/work/0/highlights/1", "Wrote the spec that shipped."),
            Edit::Move { pointer: "/work/0/highlights/1".to_owned(), to: 0 },
            Edit::Move { pointer: "/work/0".to_owned(), to: 99 },
            Edit::Add { list: "/skills".to_owned() },
            Edit::Add { list: "/skills/0/keywords".to_owned() },
            set("/skills/0/keywords/0", "SQL"),
            Edit::Add { list: "/basics/profiles".to_owned() },
        ],
    );
    let expected = r#"{
  "x-first": 1.50,
  "basics": {"name": "Meera R. Nair", "x-own": [1, 2], "email": 7, "location": {"city": "Kochi"}, "profiles": [{}]},
  "work": [
    {"name": "Kiteport", "highlights": "none"},
    {"name": "Setway", "position": "Analyst", "highlights": ["Wrote the spec that shipped.", "Read the logs."], "x-team": {"size": 4}}
  ],
  "skills": [{"keywords": ["SQL"]}]
}"#;
    assert_eq!(write(&changed), write(&resume(expected)));
    let taken_out =
        done(&changed, &[Edit::Remove { pointer: "/work/0".to_owned() }, Edit::Remove { pointer: "/work/0/highlights/0".to_owned() }]);
    assert!(!write(&taken_out).contains("Kiteport") && !write(&taken_out).contains("shipped"), "{}", write(&taken_out));
}

#[test]
fn what_was_taken_out_is_put_back_at_its_place_with_every_key_and_digit() {
    let before = resume(&SOURCE.replace(r#""size": 4"#, r#""size": 4.50"#));
    let back = |pointer: &str| Edit::PutBack { pointer: pointer.to_owned(), before: write(&before) };
    for pointer in ["/work/0", "/work/0/highlights/0", "/work/0/highlights/1"] {
        let taken_out = done(&before, &[Edit::Remove { pointer: pointer.to_owned() }]);
        assert_ne!(write(&taken_out), write(&before));
        assert_eq!(write(&done(&taken_out, &[back(pointer)])), write(&before), "{pointer}");
    }
    let both = [Edit::Remove { pointer: "/work/0".to_owned() }, Edit::Remove { pointer: "/work/0".to_owned() }];
    let alone = done(&before, &[both.as_slice(), &[back("/work/1")]].concat());
    assert_eq!(write(&done(&alone, &[back("/work/0")])), write(&before), "a shorter list has its end");

    for (change, error) in [
        (back("/work/7"), EditError::NoSuchEntry),
        (back("/basics/name"), EditError::NoSuchPlace),
        (Edit::PutBack { pointer: "/work/0".to_owned(), before: "{".to_owned() }, EditError::NoSuchEntry),
    ] {
        assert_eq!(edit(&before, &change).err(), Some(error), "{change:?}");
    }
}

#[test]
fn a_change_that_would_lose_something_or_leads_nowhere_is_refused() {
    let resume = resume(SOURCE);
    for (change, error) in [
        (set("/basics/email", "meera@example.org"), EditError::OtherKind),
        (set("/work/1/highlights/0", "x"), EditError::OtherKind),
        (set("/work/2/name", "x"), EditError::NoSuchEntry),
        (set("/work/x/name", "x"), EditError::NoSuchPlace),
        (set("/work/0", "x"), EditError::NoSuchPlace),
        (set("/work/0/x-team", "x"), EditError::NoSuchPlace),
        (set("/x-first", "x"), EditError::NoSuchPlace),
        (set("/basics/name/0", "x"), EditError::NoSuchPlace),
        (set("/meta/version", "x"), EditError::NoSuchPlace),
        (set("basics", "x"), EditError::NoSuchPlace),
        (set("", "x"), EditError::NoSuchPlace),
        (Edit::Add { list: "/basics".to_owned() }, EditError::NoSuchPlace),
        (Edit::Add { list: "/work/1/highlights".to_owned() }, EditError::OtherKind),
        (Edit::Remove { pointer: "/work/0/highlights/2".to_owned() }, EditError::NoSuchEntry),
        (Edit::Remove { pointer: "/basics/name".to_owned() }, EditError::NoSuchPlace),
        (Edit::Move { pointer: "/work/2".to_owned(), to: 0 }, EditError::NoSuchEntry),
    ] {
        assert_eq!(edit(&resume, &change).err(), Some(error), "{change:?}");
    }
}

#[test]
fn every_text_of_the_form_can_be_written() {
    let mut resume = resume(include_str!("sound.json"));
    for section in form(&resume).sections {
        resume = done(&resume, &[Edit::Add { list: section.pointer }]);
    }
    for list in form(&resume).sections.into_iter().flat_map(|section| section.entries).flat_map(|entry| entry.lists) {
        resume = done(&resume, &[Edit::Add { list: list.pointer }]);
    }
    let all = |resume: &Resume| {
        let form = form(resume);
        let entries = form.sections.into_iter().flat_map(|section| section.entries);
        let of_entry = entries.flat_map(|entry| entry.fields.into_iter().chain(entry.lists.into_iter().flat_map(|list| list.items)));
        form.basics.into_iter().chain(of_entry).collect::<Vec<_>>()
    };
    let before = all(&resume);
    assert!(before.len() > 100, "{}", before.len());
    let words: Vec<String> = (0..before.len()).map(|number| format!("words {number}")).collect();
    let changes: Vec<Edit> = before.iter().zip(&words).map(|(field, words)| set(&field.pointer, words)).collect();
    let after = all(&done(&resume, &changes));
    assert_eq!(after.iter().map(|field| field.text.clone()).collect::<Vec<_>>(), words);
    assert!(after.iter().all(|field| !field.is_locked && !field.label.is_empty()));
}

#[test]
fn a_form_shows_what_stands_there_and_locks_what_it_would_lose() {
    let form = form(&resume(SOURCE));
    let field = |pointer: &str| form.basics.iter().find(|field| field.pointer == pointer).expect("it is there");
    assert_eq!((field("/basics/name").text.as_str(), field("/basics/name").is_locked), ("Meera Nair", false));
    assert_eq!((field("/basics/email").text.as_str(), field("/basics/email").is_locked), ("", true));
    let work = form.sections.iter().find(|section| section.pointer == "/work").expect("a section");
    assert_eq!(work.entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["Analyst, Setway", "Kiteport"]);
    let bullets = |entry: usize| work.entries[entry].lists.iter().find(|list| list.of_bullets).expect("bullets");
    assert_eq!((bullets(0).items.len(), bullets(0).is_locked, bullets(1).is_locked), (2, false, true));
}

#[test]
fn a_link_to_evidence_is_set_taken_back_and_told_when_its_bullet_was_reworded() {
    let to = |bullet: &str| EvidenceLink { bullet: bullet.to_owned(), evidence: "spec-limits".to_owned() };
    let resume = resume(SOURCE);
    assert!(link(&resume, &to("/work/0/highlights/7")).is_none());
    let linked = link(&resume, &to("/work/0/highlights/1")).expect("there is such a bullet");
    let backed = |resume: &Resume| {
        resume.content().bullets().filter(|bullet| !bullet.evidence.is_empty()).map(|bullet| bullet.pointer.clone()).collect::<Vec<_>>()
    };
    assert_eq!(backed(&linked), ["/work/0/highlights/1"]);
    let moved = done(&linked, &[Edit::Remove { pointer: "/work/0/highlights/0".to_owned() }]);
    assert_eq!(
        (backed(&moved), moved.content().loose_links.len()),
        (vec!["/work/0/highlights/0".to_owned()], 0),
        "the link follows its words"
    );
    let reworded = done(&moved, &[set("/work/0/highlights/0", "Something else.")]);
    assert_eq!((backed(&reworded), reworded.content().loose_links.len()), (vec![], 1));
    let again = link(&reworded, &to("/work/0/highlights/0")).expect("a bullet");
    assert_eq!((backed(&again).len(), again.content().loose_links.len()), (1, 0), "one link, and it is fast again");
    assert_eq!(backed(&unlink(&again, Some("/work/0/highlights/0"), "spec-limits")), Vec::<String>::new());
    assert_eq!(unlink(&reworded, None, "spec-limits").content().loose_links.len(), 0);
    assert_eq!(backed(&unlink(&again, None, "spec-limits")).len(), 1);
}

#[test]
fn a_file_of_thousands_of_tiny_entries_is_refused_with_its_number() {
    let of = |entries: usize| format!(r#"{{"work": [{}], "x-log": [{}]}}"#, vec!["{}"; entries].join(","), vec!["1"; 2_000].join(","));
    let (resume, found) = read(&of(MOST_ENTRIES + 1), "resume.json");
    assert!(resume.is_none());
    assert_eq!(found[0].message, "This file has 1001 entries, bullets and keywords; a résumé has at most 1000.");
    assert!(read(&of(MOST_ENTRIES), "resume.json").0.is_some(), "what is somebody's own does not count");
}
