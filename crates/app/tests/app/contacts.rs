//! Contacts by hand, touches with a day, plans, and who is new: what is refused, what is kept, and where it comes back.

use crate::desk::START;
use crate::people::{acquainted, body, events, export, private, touch};
use footbridge_app::compare_contacts;
use footbridge_app::view::{CadenceBody, ContactBody, PlanTouchBody, TouchBody};
use jiff::ToSpan;

#[test]
fn the_numbers_of_a_week_add_up_when_some_count_for_earlier_weeks() {
    let desk = acquainted();
    let touch_new = |count: std::ops::Range<u32>| {
        for number in count {
            let body = ContactBody { name: format!("Person {number}"), ..ContactBody::default() };
            let id = desk.app.add_contact(&body).expect("a contact").line.id;
            desk.app.touch(&id, &touch("call")).expect("a touch");
        }
        desk.app.people(false).expect("people").answer
    };
    assert_eq!(touch_new(0..2), "2 of 5 new people this week");
    desk.turn_to(START.saturating_add(7.days()));
    assert_eq!(touch_new(2..4), "5 new people to write to by 17 January");
    assert_eq!(touch_new(4..6), "4 new people to write to by 17 January");
}

#[test]
fn every_field_of_a_contact_and_of_a_touch_is_told_at_once() {
    let desk = acquainted();
    let codes = |trouble: footbridge_app::Trouble| trouble.findings.into_iter().map(|finding| finding.code).collect::<Vec<_>>();
    let before = desk.text("private/contacts.toml");
    let wrong = ContactBody {
        name: "x".repeat(401),
        mail: "at home".to_owned(),
        profile: "javascript:alert(1)".to_owned(),
        company: "y".repeat(500),
        position: "z".repeat(500),
        ..ContactBody::default()
    };
    let refused = desk.app.add_contact(&wrong).expect_err("nothing of it is right");
    assert_eq!(refused.message, "This contact cannot be kept as it is.");
    let mut told = codes(refused);
    told.sort();
    told.dedup();
    assert_eq!(told, ["contact-company", "contact-mail", "contact-name", "contact-position", "contact-profile"]);
    let id = desk.app.contact_called("bo").expect("one is called so");
    let there = body(&desk.app.contact(&id).expect("a contact"));
    let refused = desk.app.change_contact(&id, &ContactBody { mail: "bo@".to_owned(), ..there }).expect_err("no address");
    assert_eq!(codes(refused), ["contact-mail"]);
    assert_eq!(desk.text("private/contacts.toml"), before, "what is refused changes nothing");

    let day_to_come = START.saturating_add(1.day()).to_string();
    let wrong = TouchBody { how: "pigeon".to_owned(), on: day_to_come, note: "n".repeat(4_001) };
    assert_eq!(codes(desk.app.touch(&id, &wrong).expect_err("nothing of it is right")), ["touch-how", "touch-day", "touch-note"]);
    let yesterday = START.saturating_sub(1.day()).to_string();
    let view =
        desk.app.touch(&id, &TouchBody { on: yesterday.clone(), note: " On rate limits ".to_owned(), ..touch("call") }).expect("a touch");
    assert_eq!((view.touches[0].on.as_str(), view.touches[0].note.as_str()), (yesterday.as_str(), "On rate limits"));
}

#[test]
fn a_cadence_is_said_for_a_tag_and_leaves_the_file_as_it_was_written() {
    let desk = acquainted();
    let cadence = |tag: &str, every_days, latest_days| CadenceBody { tag: tag.to_owned(), every_days, latest_days };
    let shown = |view: &footbridge_app::view::PeopleView| {
        view.cadences.iter().map(|one| (one.tag.clone(), one.every_days, one.latest_days)).collect::<Vec<_>>()
    };
    let view = desk.app.keep_cadence(&cadence(" Former-Colleague ", 90, 120)).expect("a cadence");
    let named = |tag: &str, every, latest| (tag.to_owned(), every, latest);
    let defaults = [named("mentor", 30, 45), named("recruiter", 60, 90), named("tpm", 60, 90)];
    assert_eq!(shown(&view), [&[named("former-colleague", 90, 120)], &defaults[..]].concat());

    desk.put("private/contacts.toml", "# mine\n[[contact]]\nname = \"Ann\" # from school\n");
    let view = desk.app.keep_cadence(&cadence("mentor", 10, 20)).expect("a cadence");
    assert_eq!(shown(&view), [&[named("mentor", 10, 20)], &defaults[1..]].concat(), "those that held anyhow are named now");
    let text = desk.text("private/contacts.toml").expect("a file");
    assert!(text.starts_with("# mine\n[[contact]]\nname = \"Ann\" # from school\n"), "{text}");
    desk.put("private/contacts.toml", "[cadence.Mentor]\nevery_days = 7 # weekly\nlatest_days = 9\n");
    let view = desk.app.keep_cadence(&cadence("mentor", 14, 21)).expect("a cadence");
    assert_eq!(shown(&view), [named("mentor", 14, 21)]);
    assert!(desk.text("private/contacts.toml").expect("a file").starts_with("[cadence.Mentor]\n"), "as it was written");

    for (wrong, told) in [
        (cadence(" ", 10, 20), &["cadence-tag"][..]),
        (cadence("mentor", 0, 731), &["cadence-every", "cadence-latest"]),
        (cadence("mentor", 20, 10), &["cadence-latest"]),
    ] {
        let refused = desk.app.keep_cadence(&wrong).expect_err("it is no cadence");
        assert_eq!(refused.findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), told);
    }
    desk.put("private/contacts.toml", "cadence = 5\n");
    desk.app.keep_cadence(&cadence("mentor", 14, 21)).expect_err("it cannot be added to");
    assert_eq!(desk.text("private/contacts.toml").as_deref(), Some("cadence = 5\n"));
}

#[test]
fn newcomers_are_told_by_name_from_the_second_file_on() {
    let desk = acquainted();
    let imported = || desk.app.people(false).expect("people").imported.expect("an import");
    assert!(imported().newcomers.is_empty(), "of a first file everybody is new");
    let more = format!(
        "{}Cy,Third,https://www.linkedin.com/in/cy-third,,Beta,Staff Engineer,17 Mar 2024\nAl,Fourth,,,,,\n",
        export("Hushco Systems GmbH,Product Manager")
    );
    let view = desk.app.import_contacts(more.as_bytes(), "Connections.csv").expect("four contacts");
    let told: Vec<(&str, &str)> = view.newcomers.iter().map(|contact| (contact.name.as_str(), contact.work.as_str())).collect();
    assert_eq!(told, [("Al Fourth", ""), ("Cy Third", "Staff Engineer at Beta")]);
    assert_eq!(view.moved[0].what, "another role", "a company written in another way is no other company");
    assert_eq!(imported().newcomers.len(), 2, "it is still told later");
    let record = private(&desk).into_iter().map(|(_, text)| text).collect::<String>();
    let line = record.lines().find(|line| line.contains("\"newcomers\"")).expect("it is recorded");
    assert!(!line.contains("Third"), "by id: {line}");
}

#[test]
fn nobody_connects_on_a_day_that_has_not_come_yet() {
    let desk = acquainted();
    let view = desk
        .app
        .import_contacts(export("Acme,Engineer").replace("16 Mar 2024", "16 Mar 2099").as_bytes(), "Connections.csv")
        .expect("contacts");
    let told: Vec<&str> = view.findings.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(told, ["One connection is dated 2099-03-16, which has not come yet; the day is left out."]);
    assert!(!desk.text("private/contacts.toml").expect("a file").contains("2099"));
}

#[test]
fn two_files_are_compared_without_a_folder() {
    let before = export("Acme,Engineer");
    let after = export("Beta,Engineer").replace("Bo,Other", "Bo,Others").replace("bo-other", "bo-others").replace("16 Mar", "17 Mar");
    let view = compare_contacts((before.as_bytes(), "may.csv"), (after.as_bytes(), "june.csv")).expect("both can be read");
    assert_eq!(view.says, "1 person is new. 1 person moved to other work. 1 person is only in the earlier file.");
    assert_eq!((view.new[0].name.as_str(), view.left[0].name.as_str()), ("Bo Others", "Bo Other"));
    assert_eq!((view.moved[0].before.as_str(), view.moved[0].contact.company.as_str()), ("Engineer at Acme", "Beta"));
    let same = compare_contacts((before.as_bytes(), "may.csv"), (before.as_bytes(), "may.csv")).expect("it can be read");
    assert_eq!(same.says, "0 people are new.");
    let odd = before.replace("16 Mar", "41 Mxr");
    let view = compare_contacts((odd.as_bytes(), "may.csv"), (odd.as_bytes(), "june.csv")).expect("both can be read");
    let mut of: Vec<&str> = view.findings.iter().filter_map(|found| found.message.split(": ").next()).collect();
    of.dedup();
    assert_eq!(of, ["`may.csv`", "`june.csv`"], "{:?}", view.findings);
    let refused = compare_contacts((before.as_bytes(), "may.csv"), (b"nothing of the kind", "june.csv")).expect_err("nobody is in it");
    assert!(refused.message.starts_with("No contact could be read."), "{refused}");
}

#[test]
fn a_planned_touch_comes_back_on_its_day_and_in_the_calendar() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    let on = START.saturating_add(3.days()).to_string();
    let plan = |on: &str| PlanTouchBody { on: on.to_owned(), note: "Her new team".to_owned() };
    desk.app.plan_touch(&id, &PlanTouchBody::default()).expect_err("there is none to call off");
    let refused = desk.app.plan_touch(&id, &plan(&START.saturating_sub(1.day()).to_string())).expect_err("that day is over");
    assert_eq!(refused.findings[0].code, "plan-day");
    let view = desk.app.plan_touch(&id, &plan(&on)).expect("a plan");
    assert_eq!(view.planned.expect("a plan").note, "Her new team");
    assert_eq!(view.line.planned.as_deref(), Some(on.as_str()));
    assert!(desk.app.people(false).expect("people").due.is_empty(), "not yet");
    let entries = events(&desk.app.people_calendar().expect("a calendar"));
    assert!(entries.iter().any(|[_, day, title]| title == "Be in touch with Bo Other" && *day == on.replace('-', "")), "{entries:?}");
    desk.turn_to(START.saturating_add(3.days()));
    let due = desk.app.day().expect("a day").people_due;
    assert!(due[0].why.starts_with("You planned it for") && due[0].why.ends_with(": Her new team"), "{}", due[0].why);
    desk.turn_to(START.saturating_add(4.days()));
    assert_eq!(desk.app.people(false).expect("people").due[0].urgency, "late");
    desk.app.touch(&id, &touch("message")).expect("a touch");
    assert!(desk.app.people(false).expect("people").due.is_empty(), "the touch settles it");
    desk.app.take_back_touch(&id, &touch("message")).expect("it was a mistake");
    assert_eq!(desk.app.people(false).expect("people").due.len(), 1, "and it stands again");
    desk.app.plan_touch(&id, &PlanTouchBody::default()).expect("it is called off");
    assert!(desk.app.people(false).expect("people").due.is_empty());
}
