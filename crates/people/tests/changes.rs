//! An export compared with what is known, and merged into it.

use footbridge_people::{Changes, Contact, Field, Written, contact, update};
use jiff::civil::{Date, date};
use proptest::prelude::*;

struct Person {
    name: &'static str,
    profile: &'static str,
    mail: &'static str,
    company: &'static str,
    on: Option<Date>,
}

const ANN: Person = Person { name: "Ann Lee", profile: "linkedin.com/in/ann", mail: "", company: "Stripe", on: Some(date(2024, 3, 15)) };

fn made(person: &Person) -> Contact {
    let written = Written {
        name: person.name.to_owned(),
        profile: person.profile.to_owned(),
        mail: person.mail.to_owned(),
        company: person.company.to_owned(),
        connected_on: person.on,
        ..Written::default()
    };
    contact(&written).0.expect("named")
}

#[test]
fn one_person_is_recognised_and_namesakes_are_not_confused() {
    let other_day = Some(date(2025, 1, 1));
    for (what, before, after, same) in [
        ("another company", ANN, Person { company: "Twilio", ..ANN }, true),
        ("another profile address, same day", ANN, Person { profile: "linkedin.com/in/ann-lee-tpm", company: "Twilio", ..ANN }, true),
        ("another profile address, another day", ANN, Person { profile: "linkedin.com/in/ann-lee-tpm", on: other_day, ..ANN }, false),
        (
            "a profile is new, by mail",
            Person { profile: "", mail: "a@x.org", ..ANN },
            Person { mail: "a@x.org", name: "Ann L.", ..ANN },
            true,
        ),
        ("only the name, no day", Person { profile: "", on: None, ..ANN }, Person { company: "Twilio", ..ANN }, true),
        (
            "only the name, two mails",
            Person { profile: "", mail: "a@x.org", on: None, ..ANN },
            Person { profile: "", mail: "b@x.org", on: None, ..ANN },
            false,
        ),
    ] {
        let changes = update(&[made(&before)], &[made(&after)]).changes;
        let recognised = changes.new.is_empty() && changes.left.is_empty();
        assert_eq!(recognised, same, "{what}: {changes:?}");
    }
    let two = [made(&Person { profile: "", ..ANN }), made(&Person { profile: "", company: "Acme", ..ANN })];
    let moved = [made(&Person { profile: "", company: "X", on: None, ..ANN })];
    assert_eq!(update(&two, &moved).changes.new.len(), 1, "two namesakes: neither is taken for the third");
}

#[test]
fn what_changed_is_named() {
    for (what, before, after, fields, moved) in [
        ("company", ANN, Person { company: "Twilio", ..ANN }, &[Field::Company][..], true),
        ("company gone", ANN, Person { company: "", ..ANN }, &[Field::Company], true),
        ("company written otherwise", ANN, Person { company: "STRIPE, Inc.", ..ANN }, &[], false),
        ("name", ANN, Person { name: "Ann Roe", ..ANN }, &[Field::Name], false),
        ("mail shown", ANN, Person { mail: "a@x.org", ..ANN }, &[Field::Mail], false),
        ("mail hidden again", Person { mail: "a@x.org", ..ANN }, ANN, &[], false),
    ] {
        let changes = update(&[made(&before)], &[made(&after)]).changes;
        let found = changes.changed.first();
        assert_eq!(found.map_or(&[][..], |changed| &changed.fields), fields, "{what}");
        assert_eq!(found.is_some_and(footbridge_people::Changed::moved), moved, "{what}");
    }
}

#[test]
fn merging_keeps_ids_tags_and_those_who_left() {
    let mut ann = made(&Person { profile: "", mail: "a@x.org", ..ANN });
    ann.tags.insert("tpm".to_owned());
    let gone = made(&Person { name: "Bo Kim", profile: "linkedin.com/in/bo", ..ANN });
    let import =
        [made(&Person { mail: "a@x.org", company: "Twilio", ..ANN }), made(&Person { name: "Cy", profile: "linkedin.com/in/cy", ..ANN })];
    let merged = update(&[ann.clone(), gone.clone()], &import).contacts;
    let names: Vec<&str> = merged.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!(names, ["Ann Lee", "Bo Kim", "Cy"]);
    let now = &merged[0];
    assert_eq!((&now.id, now.company.as_deref(), now.profile.as_deref()), (&ann.id, Some("Twilio"), Some("linkedin.com/in/ann")));
    assert_eq!((&now.tags, &merged[1]), (&ann.tags, &gone));
    assert_eq!(update(&merged, &import).contacts, merged, "importing the same again changes nothing");
}

fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    let one = (0..6u8, 0..4u8, 0..3u8, 0..3u8, 0..3u8).prop_map(|(name, profile, mail, company, day)| {
        let written = Written {
            name: ["Ann Lee", "Bo Kim", "Cy Roe", "ann lee", "Élan Ø", "Di"][usize::from(name)].to_owned(),
            profile: ["", "linkedin.com/in/a", "linkedin.com/in/b", "linkedin.com/in/c"][usize::from(profile)].to_owned(),
            mail: ["", "a@x.org", "b@x.org"][usize::from(mail)].to_owned(),
            company: ["", "Stripe", "Google LLC"][usize::from(company)].to_owned(),
            connected_on: [None, Some(date(2024, 3, 15)), Some(date(2025, 1, 1))][usize::from(day)],
            ..Written::default()
        };
        contact(&written).0.expect("named")
    });
    proptest::collection::vec(one, 0..8).prop_map(|mut all: Vec<Contact>| {
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|contact| seen.insert(contact.id.clone()));
        all
    })
}

proptest! {
    #[test]
    fn nothing_changes_against_itself(a in contacts()) {
        prop_assert_eq!(update(&a, &a).changes, Changes::default());
        prop_assert_eq!(update(&a, &a).contacts, a);
    }

    #[test]
    fn who_is_new_one_way_has_left_the_other(a in contacts(), b in contacts()) {
        let (there, back) = (update(&a, &b).changes, update(&b, &a).changes);
        prop_assert_eq!(&there.new, &back.left);
        prop_assert_eq!(&there.left, &back.new);
        prop_assert_eq!(a.len() - there.left.len(), b.len() - there.new.len());
    }

    #[test]
    fn merging_loses_nobody_and_invents_nobody(a in contacts(), b in contacts()) {
        let merged = update(&a, &b).contacts;
        prop_assert_eq!(merged.len(), a.len() + update(&a, &b).changes.new.len());
        prop_assert!(a.iter().zip(&merged).all(|(before, after)| before.id == after.id && before.tags.is_subset(&after.tags)));
    }
}

#[test]
fn a_file_without_positions_takes_none_away_from_whoever_stayed() {
    for (company, position) in
        [("Razorpay", Some("Product Manager")), ("Razorpay Software Pvt. Ltd.", Some("Product Manager")), ("Stripe", None), ("", None)]
    {
        let written = |company: &str, position: &str| {
            let written = Written {
                name: "Ann Lee".to_owned(),
                mail: "a@x.org".to_owned(),
                company: company.to_owned(),
                position: position.to_owned(),
                ..Written::default()
            };
            contact(&written).0.expect("named")
        };
        let merged = update(&[written("Razorpay Software", "Product Manager")], &[written(company, "")]).contacts;
        assert_eq!(merged[0].position.as_deref(), position, "{company}");
    }
}
