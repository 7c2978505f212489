//! Communities and conferences: whom one met there, and what came of it.

use crate::desk::START;
use crate::people::{acquainted, private};
use footbridge_app::Fault;
use footbridge_app::view::GatheringBody;
use jiff::ToSpan;

#[test]
fn a_gathering_is_written_down_and_asks_what_came_of_it() {
    let desk = acquainted();
    let talks = GatheringBody {
        name: "API  talks".to_owned(),
        kind: "virtual-conference".to_owned(),
        on: "2027-01-05".to_owned(),
        until: "2027-01-06".to_owned(),
        met: vec!["bo".to_owned(), "quietperson".to_owned(), "Bo Other".to_owned()],
        ..GatheringBody::default()
    };
    let people = desk.app.keep_gathering(&talks).expect("a gathering");
    let [kept] = people.gatherings.as_slice() else { panic!("{:?}", people.gatherings) };
    assert_eq!((kept.name.as_str(), kept.met[0].name.as_str(), kept.wants_outcome), ("API talks", "Bo Other", false));
    assert_eq!(kept.met.len(), 2, "nobody is met twice");
    assert_eq!(people.week.to_go, 5, "nobody is met before the day");
    desk.app.keep_gathering(&talks).expect_err("it is there");
    desk.turn_to(START.saturating_add(5.days()));
    let people = desk.app.people(false).expect("people");
    assert!(people.gatherings[0].wants_outcome);
    assert_eq!((people.week.to_go, people.week.new.len()), (3, 2), "to meet somebody is to be in touch");
    let touches = desk.app.contact(&people.gatherings[0].met[0].id).expect("a contact").touches;
    assert_eq!((touches[0].on.as_str(), touches[0].how.as_str(), touches[0].note.as_str()), ("2027-01-06", "event", "API talks"));

    let version = people.gatherings[0].version.clone();
    let told = GatheringBody { version, came_of_it: "A question answered".to_owned(), ..talks.clone() };
    let people = desk.app.keep_gathering(&told).expect("a change");
    assert!(!people.gatherings[0].wants_outcome && people.gatherings.len() == 1);
    assert_eq!(desk.app.keep_gathering(&told).expect_err("it was changed").fault, Fault::Changed);
    for wrong in [
        GatheringBody { kind: "party".to_owned(), ..talks.clone() },
        GatheringBody { name: " ".to_owned(), ..talks.clone() },
        GatheringBody { until: "2027-01-04".to_owned(), ..talks.clone() },
        GatheringBody { name: "Other".to_owned(), met: vec!["nobody".to_owned()], ..talks.clone() },
        GatheringBody { name: "Other".to_owned(), on: "soon".to_owned(), ..talks },
    ] {
        desk.app.keep_gathering(&wrong).expect_err("it cannot be");
    }
    let text = desk.text("private/gatherings.toml").expect("a file");
    desk.put("private/gatherings.toml", &text.replace("2027-01-06", "2026-01-06"));
    let people = desk.app.people(false).expect("the others are still shown");
    assert!(people.gatherings.is_empty() && people.findings[0].message.contains("ends before it begins"), "{:?}", people.findings);
}

#[test]
fn a_gathering_keeps_whom_it_names_although_they_are_no_contact_any_more() {
    let desk = acquainted();
    let talks = GatheringBody {
        name: "API talks".to_owned(),
        kind: "meetup".to_owned(),
        on: "2027-01-02".to_owned(),
        met: vec!["bo".to_owned()],
        ..GatheringBody::default()
    };
    let people = desk.app.keep_gathering(&talks).expect("a gathering");
    let (version, gone) = (people.gatherings[0].version.clone(), people.gatherings[0].met[0].id.clone());
    desk.put("private/contacts.toml", "[[contact]]\nname = \"Cy Third\"\n");
    let told = GatheringBody { version, came_of_it: "A card".to_owned(), met: vec![gone.clone(), "cy".to_owned()], ..talks.clone() };
    let people = desk.app.keep_gathering(&told).expect("the entry stays theirs to change");
    let met: Vec<&str> = people.gatherings[0].met.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!((people.gatherings[0].came_of_it.as_str(), met), ("A card", vec!["somebody no longer in your contacts", "Cy Third"]));
    let other = GatheringBody { name: "Other talks".to_owned(), met: vec![gone], ..talks };
    assert_eq!(desk.app.keep_gathering(&other).expect_err("who is gone is met nowhere anew").fault, Fault::NotFound);
}

#[test]
fn a_gathering_that_is_refused_writes_nothing_at_all() {
    let desk = acquainted();
    desk.put("private/contacts.toml", "[[contact]]\nname = \"By Hand\"\n");
    let sound = GatheringBody {
        name: "API talks".to_owned(),
        kind: "meetup".to_owned(),
        on: "2027-01-02".to_owned(),
        met: vec!["by hand".to_owned()],
        ..GatheringBody::default()
    };
    let before = private(&desk);
    for wrong in [
        GatheringBody { kind: "party".to_owned(), ..sound.clone() },
        GatheringBody { until: "2027-01-01".to_owned(), ..sound.clone() },
        GatheringBody { version: "old".to_owned(), ..sound.clone() },
        GatheringBody { met: vec!["by hand".to_owned(), "nobody".to_owned()], ..sound.clone() },
    ] {
        desk.app.keep_gathering(&wrong).expect_err("it cannot be");
        assert_eq!(private(&desk), before, "{wrong:?}");
    }
    desk.app.keep_gathering(&sound).expect("a gathering");
    assert!(desk.text("private/contacts.toml").expect("a file").contains("id = "), "whoever was met stays the same person");
}

#[test]
fn a_slip_in_the_gatherings_takes_nothing_else_down() {
    let desk = acquainted();
    let talks = GatheringBody { name: "API talks".to_owned(), kind: "meetup".to_owned(), ..GatheringBody::default() };
    desk.app.keep_gathering(&talks).expect("a gathering");
    let slip = desk.text("private/gatherings.toml").expect("a file").replace("kind = ", "knid = ");
    desk.put("private/gatherings.toml", &slip);
    let people = desk.app.people(false).expect("people are shown");
    assert_eq!((people.contacts, people.gatherings.len(), people.findings.len()), (2, 0, 1));
    let line = slip.lines().take_while(|line| !line.starts_with("knid")).count() + 1;
    let says = "`private/gatherings.toml` cannot be read, so no gathering is shown and nobody counts as met at one";
    assert_eq!(people.findings[0].message, format!("{says}. The key in line {line} is not known."));
    assert_eq!(people.findings[0].start.map(|start| start.line), Some(line));
    assert!(desk.app.day().expect("a day").people.is_some(), "and so is the day");
    let id = desk.app.contact_called("bo").expect("one is called so");
    desk.app.contact(&id).expect("and a contact");
    let refused = desk.app.keep_gathering(&GatheringBody { name: "More".to_owned(), ..talks }).expect_err("nothing is added to it");
    assert!(refused.message.contains("so it is left as it is"), "{refused:?}");
    assert_eq!(desk.text("private/gatherings.toml"), Some(slip));
}
