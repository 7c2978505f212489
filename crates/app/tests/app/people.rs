//! People: taken in from a file, written to, waited for. And private, all of it.

use crate::answers::{pack, right};
use crate::desk::{Desk, START, profile};
use footbridge_app::view::{ContactBody, PromptBody, StepBody, TouchBody};
use footbridge_app::{Fault, Init, read_contacts};
use jiff::ToSpan;

const NAME: &str = "Zsófia Quietperson";
const MAIL: &str = "zsofia@hush.example";
const EMPLOYER: &str = "Hushco Systems";

fn export(work: &str) -> String {
    format!(
        "Notes:\n\"Some words\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
         Zsófia,Quietperson,https://www.linkedin.com/in/zsofia-q,{MAIL},{work},15 Mar 2024\n\
         Bo,Other,https://www.linkedin.com/in/bo-other,,Acme Inc.,Technical Product Manager,16 Mar 2024\n"
    )
}

/// A learner who aims at one company and has imported two contacts.
fn acquainted() -> Desk {
    let desk = Desk::new();
    desk.app
        .init(&Init { profile: footbridge_app::view::ProfileView { companies: vec!["Acme".to_owned()], ..profile() } })
        .expect("a folder");
    let imported = desk.app.import_contacts(export(&format!("{EMPLOYER},Engineer")).as_bytes(), "Connections.csv").expect("two contacts");
    assert_eq!(imported.says, "2 contacts read, 2 new.");
    desk
}

fn touch(how: &str) -> TouchBody {
    TouchBody { how: how.to_owned(), on: String::new(), note: String::new() }
}

fn body(view: &footbridge_app::view::ContactView) -> ContactBody {
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
    assert!(people.week.says.contains("lapsed"), "{}", people.week.says);
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
    assert_eq!(imported.moved[0].contact.work, "Product Manager at Acme");
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
    assert_eq!((asked.role.as_str(), asked.conversation.next.as_str()), ("technical product manager", "prepared"));
    assert!(asked.questions.len() >= 8);
    let step = |step: &str, on: &str| StepBody { step: step.to_owned(), on: on.to_owned(), note: "What I heard".to_owned() };
    desk.app.converse(&id, &step("agreed", "2027-01-08")).expect("a day ahead can be agreed on");
    desk.app.converse(&id, &step("held", "2027-01-08")).expect_err("it has not come yet");
    for stage in ["prepared", "held", "noted"] {
        desk.app.converse(&id, &step(stage, "")).expect("a step");
    }
    desk.app.converse(&id, &step("held", "")).expect_err("it is recorded");
    desk.app.converse(&id, &step("cancelled", "")).expect_err("no such step");
    let people = desk.app.people(false).expect("people");
    assert_eq!((people.conversations_held, people.conversations[0].next.as_str()), (1, "thanked"));
    assert_eq!(people.conversations[0].steps[2].note, "What I heard");
}

#[test]
fn nothing_about_people_leaves_the_private_folder() {
    let desk = acquainted();
    let id = desk.app.contact_called("quietperson").expect("one is called so");
    desk.app.touch(&id, &TouchBody { note: format!("{NAME} of {EMPLOYER} told me"), ..touch("call") }).expect("a touch");
    desk.app.converse(&id, &StepBody { step: "held".to_owned(), on: String::new(), note: NAME.to_owned() }).expect("a step");
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    let secrets = [NAME, "Zsófia", "Quietperson", "zsofia-q", MAIL, EMPLOYER, "Bo Other", "bo-other", &id];
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
