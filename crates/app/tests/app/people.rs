//! People: taken in from a file, written to, waited for. And private, all of it.

use crate::answers::{pack, right};
use crate::desk::{Desk, START, profile};
use footbridge_app::view::{ContactBody, GatheringBody, MilestoneView, PromptBody, StepBody, TouchBody};
use footbridge_app::{Fault, Init, read_contacts};
use jiff::ToSpan;
use jiff::civil::date;

const NAME: &str = "Zsófia Quietperson";
const MAIL: &str = "zsofia@hush.example";
const GATHERING: &str = "Hushed Evenings";
const EMPLOYER: &str = "Hushco Systems";

pub(crate) fn export(work: &str) -> String {
    format!(
        "Notes:\n\"Some words\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
         Zsófia,Quietperson,https://www.linkedin.com/in/zsofia-q,{MAIL},{work},15 Mar 2024\n\
         Bo,Other,https://www.linkedin.com/in/bo-other,,Acme Inc.,Technical Product Manager,16 Mar 2024\n"
    )
}

/// A learner who aims at one company and has imported two contacts.
pub(crate) fn acquainted() -> Desk {
    let desk = Desk::new();
    desk.app
        .init(&Init { profile: footbridge_app::view::ProfileView { companies: vec!["Acme".to_owned()], ..profile() } })
        .expect("a folder");
    let imported = desk.app.import_contacts(export(&format!("{EMPLOYER},Engineer")).as_bytes(), "Connections.csv").expect("two contacts");
    assert_eq!(imported.says, "2 contacts read, 2 new.");
    desk
}

pub(crate) fn touch(how: &str) -> TouchBody {
    TouchBody { how: how.to_owned(), on: String::new(), note: String::new() }
}

pub(crate) fn body(view: &footbridge_app::view::ContactView) -> ContactBody {
    ContactBody {
        version: view.version.clone(),
        name: view.line.name.clone(),
        company: view.company.clone(),
        position: view.position.clone(),
        mail: view.mail.clone(),
        profile: view.profile.clone(),
        tags: view.line.tags.clone(),
    }
}

/// What stands in the private part of the folder.
pub(crate) fn private(desk: &Desk) -> Vec<(String, String)> {
    desk.all_texts().into_iter().filter(|(path, _)| path.starts_with("private/")).collect()
}

#[test]
fn from_an_export_to_the_weeks_five_to_somebody_who_waits() {
    let desk = acquainted();
    let people = desk.app.people(false).expect("people");
    assert_eq!((people.contacts, people.week.to_go, people.due.len()), (2, 5, 0));
    assert_eq!(people.week.suggested[0].why, "technical product manager at Acme, a company you aim at");
    assert_eq!((people.paths[0].company.as_str(), people.paths[0].paths[0].strength.as_str()), ("Acme", "exact"));

    let id = desk.app.contact_called("bo").expect("one is called so");
    let view = desk.app.contact(&id).expect("a contact");
    desk.app.change_contact(&id, &ContactBody { tags: vec!["Mentor".to_owned()], ..body(&view) }).expect("a tag");
    desk.app.touch(&id, &touch("call")).expect("a touch");
    let people = desk.app.people(false).expect("people");
    assert_eq!((people.week.to_go, people.week.new.len(), people.answer.as_str()), (4, 1, "1 of 5 new people this week"));
    assert!(people.week.suggested.iter().all(|suggested| suggested.contact.id != id), "written to already");

    desk.turn_to(START.saturating_add(31.days()));
    let people = desk.app.people(false).expect("people");
    assert_eq!(people.due.iter().map(|due| (due.contact.id.as_str(), due.urgency.as_str())).collect::<Vec<_>>(), [(id.as_str(), "time")]);
    assert!(people.week.reckoning.iter().any(|line| line.contains("lapsed")), "{:?}", people.week.reckoning);
    desk.turn_to(START.saturating_add(46.days()));
    assert_eq!(desk.app.people(false).expect("people").due[0].urgency, "late");
    desk.app.touch(&id, &touch("message")).expect("a touch");
    assert!(desk.app.people(false).expect("people").due.is_empty(), "any touch begins the time anew");
    desk.app.take_back_touch(&id, &touch("message")).expect("it was a mistake");
    assert_eq!(desk.app.people(false).expect("people").due.len(), 1);
    desk.app.take_back_touch(&id, &touch("message")).expect_err("it is taken back already");
}

#[test]
fn a_second_import_tells_who_moved_and_keeps_what_is_the_persons_own() {
    let desk = acquainted();
    let id = desk.app.contact_called("quietperson").expect("one is called so");
    desk.app.touch(&id, &touch("met")).expect("a touch");
    let text = desk.text("private/contacts.toml").expect("a file");
    desk.put("private/contacts.toml", &format!("# mine\n{text}\n[[contact]]\nname = \"By Hand\"\n"));
    let imported = desk.app.import_contacts(export("Acme,Product Manager").as_bytes(), "Connections.csv").expect("two contacts");
    assert_eq!(imported.says, "2 contacts read, 0 new. 1 person moved to other work.");
    assert_eq!(imported.moved[0].before, format!("Engineer at {EMPLOYER}"));
    assert_eq!((imported.moved[0].contact.work.as_str(), imported.moved[0].what.as_str()), ("Product Manager at Acme", "another company"));
    let text = desk.text("private/contacts.toml").expect("a file");
    assert!(text.starts_with("# mine\n") && text.contains("By Hand"), "{text}");
    assert_eq!(desk.app.contact(&id).expect("a contact").touches.len(), 1);
    assert_eq!(desk.app.people(false).expect("people").imported.expect("an import").moved.len(), 1, "it is still told later");
}

#[test]
fn a_change_by_hand_is_never_written_over_unseen() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    let read = body(&desk.app.contact(&id).expect("a contact"));
    let text = desk.text("private/contacts.toml").expect("a file");
    desk.put("private/contacts.toml", &text.replace("Acme Inc.", "Elsewhere"));
    let refused = desk.app.change_contact(&id, &ContactBody { tags: vec!["tpm".to_owned()], ..read }).expect_err("it was changed");
    assert_eq!(refused.fault, Fault::Changed);
    let fresh = body(&desk.app.contact(&id).expect("a contact"));
    desk.app.change_contact(&id, &ContactBody { tags: vec!["tpm".to_owned()], ..fresh }).expect("a tag");
    assert!(desk.text("private/contacts.toml").expect("a file").contains("Elsewhere"));
    for broken in ["[[contact]]\nname = 5\n", "[[contact]\n", "contact = [{ name = \"Ann\" }]\n"] {
        desk.put("private/contacts.toml", broken);
        desk.app.import_contacts(export("Acme,Engineer").as_bytes(), "x.csv").expect_err("it cannot be added to");
        assert_eq!(desk.text("private/contacts.toml").as_deref(), Some(broken));
    }
}

#[test]
fn a_conversation_goes_step_by_step() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    let asked = desk.app.contact(&id).expect("a contact");
    assert_eq!((asked.role.as_str(), asked.conversation.next.as_str()), ("technical product manager", "asked"));
    assert!(asked.questions.len() >= 8);
    let step = |step: &str, on: &str| StepBody { step: step.to_owned(), on: on.to_owned(), note: "What I heard".to_owned() };
    for on in ["2027-01-01", "2027-01-03"] {
        let waits = desk.app.converse(&id, &step("asked", on)).expect("one may ask again");
        assert_eq!((waits.conversation.next.as_str(), waits.conversation.steps[0].on.as_deref()), ("asked", Some(on)));
    }
    let agreed = desk.app.converse(&id, &step("agreed", "2027-01-08")).expect("a day ahead can be agreed on");
    assert_eq!(agreed.conversation.next, "prepared");
    desk.app.converse(&id, &step("held", "2027-01-08")).expect_err("it has not come yet");
    for stage in ["prepared", "held", "noted"] {
        desk.app.converse(&id, &step(stage, "")).expect("a step");
    }
    desk.app.converse(&id, &step("held", "")).expect_err("it is recorded");
    desk.app.converse(&id, &step("cancelled", "")).expect_err("no such step");
    let people = desk.app.people(false).expect("people");
    assert_eq!((people.conversations_held, people.conversations[0].next.as_str()), (1, "thanked"));
    assert_eq!(people.conversations[0].steps[3].note, "What I heard");
}

#[test]
fn a_day_agreed_on_is_still_to_come_and_a_conversation_held_is_a_touch() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    let step =
        |step: &str, days: i32| StepBody { step: step.to_owned(), on: START.saturating_add(days.days()).to_string(), note: String::new() };
    let refused = desk.app.converse(&id, &step("agreed", -1)).expect_err("that day is over");
    assert!(refused.message.starts_with("The day agreed on is still to come") && refused.help.is_some_and(|help| help.contains("`held`")));
    assert!(desk.app.contact(&id).expect("a contact").conversation.agreed.is_none());
    desk.app.converse(&id, &step("agreed", 0)).expect("today is not over");
    desk.app.converse(&id, &step("held", 1)).expect_err("it has not come yet");

    desk.turn_to(START.saturating_add(3.days()));
    let held = desk.app.converse(&id, &step("held", 1)).expect("it is told afterwards");
    let told: Vec<(&str, &str, &str)> =
        held.touches.iter().map(|touch| (touch.on.as_str(), touch.how.as_str(), touch.note.as_str())).collect();
    let day = START.saturating_add(1.day()).to_string();
    assert_eq!(told, [(day.as_str(), "informational interview", "held")]);
    let thanked = desk.app.converse(&id, &step("thanked", 1)).expect("on the same day");
    assert_eq!(thanked.touches[0].note, "held and thanked");
}

#[test]
fn product_people_and_who_leads_engineers_are_proposed_by_their_role() {
    let desk = Desk::new();
    desk.app.init(&Init { profile: profile() }).expect("a folder");
    for (name, position) in
        [("Ada", "Senior Product Manager"), ("Ben", "Engineering Manager"), ("Cem", "Director of Product"), ("Dov", "Dentist")]
    {
        let body =
            ContactBody { name: name.to_owned(), position: position.to_owned(), company: "Elsewhere".to_owned(), ..ContactBody::default() };
        desk.app.add_contact(&body).expect("a contact");
    }
    let proposed = || {
        let people = desk.app.people(false).expect("people");
        people.week.suggested.iter().map(|one| format!("{}: {}", one.contact.name, one.why)).collect::<Vec<_>>()
    };
    assert_eq!(
        proposed(),
        [
            "Ada: product manager, who does work near the one you aim at",
            "Cem: product leader, who hires product managers",
            "Ben: engineering leader, who works beside product managers"
        ]
    );
    for name in ["Ada", "Ben", "Cem"] {
        let id = desk.app.contact_called(name).expect("one is called so");
        desk.app.touch(&id, &touch("message")).expect("a touch");
    }
    let says = desk.app.people(false).expect("people").week.says;
    assert!(says.contains("aim at more companies") && says.contains("import a newer export"), "{says}");
}

#[test]
fn a_step_recorded_by_mistake_is_taken_back() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    desk.app.contact_called("").expect_err("nobody is named");
    let step = |step: &str, on: &str| StepBody { step: step.to_owned(), on: on.to_owned(), note: "Their words".to_owned() };
    let untouched = desk.app.contact(&id).expect("a contact");
    let nothing = desk.app.take_back_step(&id, "bogus").expect_err("no such step");
    assert_eq!(
        nothing.help.as_deref(),
        Some("No step is recorded yet. There are agreed, asked, prepared, held, noted, thanked, followed-up.")
    );
    desk.app.converse(&id, &step("held", "")).expect("a step");
    desk.app.converse(&id, &step("noted", "")).expect("a step");
    let refused = desk.app.converse(&id, &step("held", "")).expect_err("it is recorded");
    assert!(
        refused.message.contains("take it back") && refused.help.as_deref().is_some_and(|help| help.contains("--take-back held")),
        "{refused:?}"
    );
    assert_eq!(desk.app.people(false).expect("people").conversations_held, 1);

    let missing = desk.app.take_back_step(&id, "thanked").expect_err("nobody recorded it");
    assert_eq!(missing.help.as_deref(), Some("Recorded are held and noted."));
    let first = desk.app.take_back_step(&id, "held").expect_err("what follows from it stands");
    assert!(
        first.message.starts_with("`noted` is recorded for") && first.help.is_some_and(|help| help.contains("--take-back noted")),
        "{}",
        first.message
    );
    desk.app.take_back_step(&id, "noted").expect("it was a mistake");
    let view = desk.app.take_back_step(&id, "held").expect("it was a mistake");
    assert_eq!((&view.line.last, &view.conversation.next), (&untouched.line.last, &untouched.conversation.next));
    assert_eq!(desk.app.people(false).expect("people").conversations_held, 0);
    desk.app.take_back_step(&id, "held").expect_err("it is taken back already");

    desk.app.converse(&id, &step("agreed", "2027-01-08")).expect("a day");
    desk.app.converse(&id, &step("agreed", "2027-01-09")).expect("another day");
    let view = desk.app.take_back_step(&id, "agreed").expect("a mistake");
    assert_eq!(view.conversation.agreed.as_deref(), Some("2027-01-08"));
    desk.app.converse(&id, &step("held", "")).expect("it may be recorded again");
}

#[test]
fn nothing_before_a_conversation_is_recorded_for_a_day_after_it() {
    let step = |step: &str, on: jiff::civil::Date| StepBody { step: step.to_owned(), on: on.to_string(), note: "Their words".to_owned() };
    let day = |days: i32| START.saturating_add(days.days());
    for (recorded, tried, right) in [
        (("held", 2), ("agreed", 5), false),
        (("held", 2), ("agreed", 1), true),
        (("held", 2), ("agreed", 2), true),
        (("held", 2), ("prepared", 3), false),
        (("held", 2), ("prepared", 1), true),
        (("thanked", 2), ("held", 3), false),
        (("thanked", 2), ("noted", 3), true),
        (("agreed", 5), ("held", 3), true),
    ] {
        let desk = acquainted();
        let id = desk.app.contact_called("bo").expect("one is called so");
        desk.turn_to(day(3));
        desk.app.converse(&id, &step(recorded.0, day(recorded.1))).expect("a first step");
        let outcome = desk.app.converse(&id, &step(tried.0, day(tried.1)));
        assert_eq!(outcome.is_ok(), right, "{tried:?} after {recorded:?}: {:?}", outcome.err());
        let Some(refused) = outcome.err() else { continue };
        assert!(refused.message.contains(&format!("`{}` is recorded for {}", recorded.0, day(recorded.1))), "{refused:?}");
        assert!(refused.help.is_some_and(|help| help.contains(&format!("--take-back {}", recorded.0))));
    }
}

fn milestone(desk: &Desk) -> MilestoneView {
    let path = desk.app.path().expect("a path");
    path.steps.into_iter().map(|step| step.milestone).find(|milestone| milestone.id == "milestone-informational").expect("it counts them")
}

#[test]
fn three_conversations_held_and_written_down_reach_the_milestone() {
    let desk = acquainted();
    let mut ids = vec![desk.app.contact_called("bo").expect("one"), desk.app.contact_called("quietperson").expect("one")];
    let third = ContactBody { name: "Cy Third".to_owned(), ..ContactBody::default() };
    ids.push(desk.app.add_contact(&third).expect("a contact").line.id);
    let step = |id: &str, step: &str, note: &str| {
        desk.app.converse(id, &StepBody { step: step.to_owned(), on: String::new(), note: note.to_owned() })
    };
    for (number, id) in (0..).zip(&ids) {
        let before = milestone(&desk);
        assert_eq!(before.record.map(|counted| (counted.done, counted.of)), Some((number, 3)));
        assert!(!before.reached);
        step(id, "held", "").expect("a step");
        step(id, "noted", " ").expect_err("nothing is written down");
        assert!(!milestone(&desk).reached, "held alone counts for nothing");
        step(id, "noted", "Nine hours of meetings").expect("a step");
    }
    let after = milestone(&desk);
    assert!(after.reached && after.proof == Some(footbridge_app::view::ExerciseState::SelfReported));
    assert_eq!(desk.app.people(false).expect("people").conversations_goal, Some(3));
    desk.app.write_plan().expect("a plan");
    let plan = desk.text("plan.md").expect("a plan");
    assert!(plan.contains(&format!("- unavailable — {}", after.title)) && !plan.contains("reached"), "{plan}");
}

#[test]
fn a_conversation_comes_back_until_they_are_thanked_and_told() {
    let desk = acquainted();
    let id = desk.app.contact_called("bo").expect("one is called so");
    let step = |step: &str, note: &str| StepBody { step: step.to_owned(), on: String::new(), note: note.to_owned() };
    let today = |desk: &Desk| desk.app.day().expect("a day").people.expect("somebody is known");
    assert_eq!(today(&desk), "0 of 5 new people this week");
    desk.app.converse(&id, &step("prepared", "")).expect("a step");
    desk.app.converse(&id, &step("held", "")).expect("a step");
    assert_eq!(today(&desk), "1 of 5 new people this week, and 1 conversation waits for its next step");
    desk.app.converse(&id, &step("noted", "Their words")).expect("a step");
    assert_eq!(today(&desk), "1 of 5 new people this week", "thanks are for tomorrow");
    desk.turn_to(START.saturating_add(1.day()));
    assert_eq!(today(&desk), "1 of 5 new people this week, and 1 conversation waits for its next step");
    desk.app.converse(&id, &step("thanked", "")).expect("a step");
    desk.app.converse(&id, &step("followed-up", "")).expect("a step");
    assert!(desk.app.people(false).expect("people").conversations.is_empty(), "done");
}

/// UID, day and title of each event, unfolded.
pub(crate) fn events(calendar: &str) -> Vec<[String; 3]> {
    let text = calendar.replace("\r\n ", "");
    let value = |event: &str, key: &str| {
        let line = event.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("no {key} in {event}"));
        line.split_once(':').expect("a value").1.to_owned()
    };
    text.split("BEGIN:VEVENT").skip(1).map(|event| [value(event, "UID"), value(event, "DTSTART"), value(event, "SUMMARY")]).collect()
}

#[test]
fn the_calendar_keeps_its_names_when_days_move() {
    let desk = acquainted();
    desk.put(
        "private/contacts.toml",
        &format!("{}\n[[contact]]\nname = \"By Hand\"\n", desk.text("private/contacts.toml").expect("a file")),
    );
    let id = desk.app.contact_called("bo").expect("one is called so");
    let view = desk.app.contact(&id).expect("a contact");
    desk.app.change_contact(&id, &ContactBody { tags: vec!["mentor".to_owned()], ..body(&view) }).expect("a tag");
    desk.app.touch(&id, &touch("call")).expect("a touch");
    let agreed = |on: &str| StepBody { step: "agreed".to_owned(), on: on.to_owned(), note: String::new() };
    desk.app.converse(&id, &agreed("2027-01-20")).expect("a day");
    let first = desk.app.people_calendar().expect("a calendar");
    assert!(first.contains("PRODID:-//Footbridge//People//EN") && !first.contains("VTIMEZONE"), "{first}");
    let said = |calendar: &str| events(calendar).into_iter().map(|[_, on, title]| format!("{on} {title}")).collect::<Vec<_>>();
    assert_eq!(
        said(&first),
        ["20270203 Be in touch with Bo Other", "20270120 Conversation with Bo Other", "20270119 Conversation with Bo Other: prepare"]
    );
    assert!(desk.text("private/contacts.toml").expect("a file").matches("\nid = ").count() == 3, "by hand or not, an id stays");

    desk.turn_to(START.saturating_add(2.days()));
    desk.app.touch(&id, &touch("message")).expect("a touch");
    desk.app.converse(&id, &agreed("2027-01-27")).expect("another day");
    let second = desk.app.people_calendar().expect("a calendar");
    assert_eq!(
        said(&second),
        ["20270205 Be in touch with Bo Other", "20270127 Conversation with Bo Other", "20270126 Conversation with Bo Other: prepare"]
    );
    let uids = |calendar: &str| events(calendar).into_iter().map(|[uid, ..]| uid).collect::<Vec<_>>();
    assert_eq!(uids(&first), uids(&second));
}

#[test]
fn today_names_the_first_who_wait() {
    let desk = acquainted();
    let first = desk.app.day().expect("a day");
    assert!(first.people_due.is_empty());
    let named: Vec<(&str, &str)> = first.people_suggested.iter().map(|one| (one.contact.name.as_str(), one.why.as_str())).collect();
    assert_eq!(named[0], ("Bo Other", "technical product manager at Acme, a company you aim at"));
    for number in 0..4 {
        let body = ContactBody { name: format!("Mentor {number}"), tags: vec!["mentor".to_owned()], ..ContactBody::default() };
        let id = desk.app.add_contact(&body).expect("a contact").line.id;
        desk.app.touch(&id, &touch("call")).expect("a touch");
    }
    desk.turn_to(START.saturating_add(60.days()));
    let due = desk.app.day().expect("a day").people_due;
    assert_eq!(due.len(), 3, "the others wait on the screen People");
    assert!(due.iter().all(|due| due.contact.name.starts_with("Mentor") && due.why.contains("as `mentor`")), "{due:?}");
}

#[test]
fn the_calendar_holds_gatherings_and_the_days_of_applications() {
    use footbridge_app::view::{EntryBody, NewApplicationBody};
    let desk = acquainted();
    let talks = GatheringBody {
        name: "API talks".to_owned(),
        kind: "virtual-conference".to_owned(),
        on: "2027-01-05".to_owned(),
        until: "2027-01-06".to_owned(),
        ..GatheringBody::default()
    };
    desk.app.keep_gathering(&talks).expect("a gathering");
    let new = NewApplicationBody {
        company: "Acme".to_owned(),
        role: "TPM".to_owned(),
        stage: "applied".to_owned(),
        ..NewApplicationBody::default()
    };
    let id = desk.app.add_application(&new).expect("an application").line.id;
    let said = || {
        let calendar = desk.app.people_calendar().expect("a calendar");
        events(&calendar).into_iter().map(|[_, on, title]| format!("{on} {}", title.replace('\\', ""))).collect::<Vec<_>>()
    };
    assert_eq!(said(), ["20270105 API talks", "20270106 API talks"]);
    let booked = EntryBody { interview_on: "2027-01-20".to_owned(), ..EntryBody::default() };
    desk.app.add_to_application(&id, &booked).expect("a day");
    let remind = EntryBody { remind_on: "2027-01-12".to_owned(), ..EntryBody::default() };
    desk.app.add_to_application(&id, &remind).expect("a reminder");
    assert!(said().contains(&"20270120 Interview: Acme, TPM".to_owned()), "{:?}", said());
    assert!(said().contains(&"20270112 Follow up: Acme, TPM".to_owned()), "{:?}", said());
    desk.turn_to(date(2027, 1, 13));
    assert!(said().contains(&"20270113 Follow up: Acme, TPM".to_owned()), "what is due is due today: {:?}", said());
    assert!(!said().iter().any(|entry| entry.contains("API talks")), "what is over is over");
}

#[test]
fn a_calendar_that_is_read_writes_nothing() {
    let desk = acquainted();
    desk.put("private/contacts.toml", "[[contact]]\nname = \"By Hand\"\ntags = [\"mentor\"]\nconnected_on = \"2026-12-20\"\n");
    let before = private(&desk);
    let shown = desk.app.people_calendar().expect("a calendar");
    assert!(shown.contains("By Hand"), "{shown}");
    assert_eq!(private(&desk), before);
    let kept = desk.app.keep_people_calendar().expect("a calendar to take along");
    assert_eq!(events(&kept), events(&shown));
    assert!(desk.text("private/contacts.toml").expect("a file").contains("id = "), "its entries keep their names when the file changes");
}

#[test]
fn nothing_about_people_leaves_the_private_folder() {
    let desk = acquainted();
    let id = desk.app.contact_called("quietperson").expect("one is called so");
    desk.app.touch(&id, &TouchBody { note: format!("{NAME} of {EMPLOYER} told me"), ..touch("call") }).expect("a touch");
    desk.app.converse(&id, &StepBody { step: "held".to_owned(), on: String::new(), note: NAME.to_owned() }).expect("a step");
    let gathering = GatheringBody {
        name: GATHERING.to_owned(),
        kind: "meetup".to_owned(),
        came_of_it: format!("{NAME} told me"),
        met: vec![id.clone()],
        ..GatheringBody::default()
    };
    desk.app.keep_gathering(&gathering).expect("a gathering");
    desk.app.people_calendar().expect("a calendar, for the person alone");
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    let secrets = [NAME, "Zsófia", "Quietperson", "zsofia-q", MAIL, EMPLOYER, "Bo Other", "bo-other", GATHERING, &id];
    let clean = |what: &str, text: &str| {
        let told = secrets.iter().find(|secret| text.to_lowercase().contains(&secret.to_lowercase()));
        assert_eq!(told, None, "{what}: {text}");
    };
    for (path, text) in desk.all_texts() {
        if !path.starts_with("private/") {
            clean(&path, &text);
        }
    }
    assert!(desk.text("private/contacts.toml").expect("a file").contains(MAIL));
    clean("the calendar", &desk.app.calendar().expect("a calendar").replace("\r\n ", ""));
    for prompt in &pack().prompts {
        clean(&prompt.name, &desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt").text);
    }

    let text = desk.text("private/contacts.toml").expect("a file");
    let trouble = |what: &str, trouble: footbridge_app::Trouble| clean(what, &format!("{trouble:?} {trouble}"));
    trouble("an unknown name", desk.app.contact_called(&format!("{NAME}x")).expect_err("nobody"));
    trouble("an unknown id", desk.app.contact(NAME).expect_err("nobody"));
    trouble("an unknown way", desk.app.touch(&id, &touch(NAME)).expect_err("no way"));
    trouble("the gathering again", desk.app.keep_gathering(&gathering).expect_err("it is there"));
    trouble(
        "a kind that is none",
        desk.app.keep_gathering(&GatheringBody { kind: NAME.to_owned(), ..gathering.clone() }).expect_err("none"),
    );
    trouble(
        "nobody met",
        desk.app.keep_gathering(&GatheringBody { met: vec![format!("{NAME}x")], ..gathering.clone() }).expect_err("nobody"),
    );
    trouble("an empty note", {
        desk.app.converse(&id, &StepBody { step: "noted".to_owned(), on: String::new(), note: String::new() }).expect_err("nothing noted")
    });
    trouble("a broken list of gatherings", {
        let sound = desk.text("private/gatherings.toml").expect("a file");
        desk.put("private/gatherings.toml", &sound.replace("kind = ", "knid = "));
        clean("what is told of it", &format!("{:?}", desk.app.people(false).expect("the rest").findings));
        let trouble = desk.app.keep_gathering(&gathering).expect_err("it cannot be read");
        desk.put("private/gatherings.toml", &sound);
        trouble
    });
    trouble("two of a name", {
        desk.put("private/contacts.toml", &format!("{text}\n[[contact]]\nname = \"{NAME}\"\ncompany = \"x\"\n"));
        desk.app.contact_called(NAME).expect_err("two")
    });
    trouble("a broken file", {
        desk.put("private/contacts.toml", &text.replace("tags", "tgas").replace("name = ", "nmae = "));
        desk.app.people(false).expect_err("it cannot be read")
    });
    trouble("a bad import", desk.app.import_contacts(format!("{NAME},{MAIL}\n").as_bytes(), "x.csv").expect_err("no header"));
    trouble(
        "a bad mail",
        desk.app.add_contact(&ContactBody { name: NAME.to_owned(), mail: NAME.to_owned(), ..ContactBody::default() }).expect_err("no mail"),
    );
}

#[test]
fn a_file_is_read_without_a_folder() {
    let view = read_contacts(export("Acme,Engineer").as_bytes(), "Connections.csv");
    assert_eq!((view.form.as_str(), view.contacts.len()), ("linkedin", 2));
    let card = read_contacts(b"\xef\xbb\xbfBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nORG:Acme\r\nEND:VCARD\r\n", "ann.vcf");
    assert_eq!((card.form.as_str(), card.contacts[0].name.as_str()), ("vcard", "Ann Lee"));
}
