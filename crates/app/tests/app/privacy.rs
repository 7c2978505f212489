//! What is private stays in `private/`.

use crate::answers::{pack, right};
use crate::desk::{Desk, START, profile};
use footbridge_app::Init;
use footbridge_app::view::{ContactBody, NewApplicationBody, PromptBody};

const COMPANY: &str = "Quietly Hiring GmbH";

#[test]
fn nothing_private_reaches_the_site_the_plan_the_public_journal_or_a_prompt() {
    let desk = Desk::new();
    let mut answers = profile();
    answers.companies = vec![COMPANY.to_owned()];
    answers.background_note = format!("sold to {} for years", COMPANY.to_uppercase());
    answers.targets = vec![format!("TPM at {COMPANY}")];
    let said = desk.app.reckon(&answers).expect("a plan").shared.expect("the company is named where it is shared");
    assert!(said.contains(&format!("“TPM at {COMPANY}” names a company")) && said.contains("`footbridge.toml`"), "{said}");
    desk.app.init(&Init { profile: answers }).expect("a folder");
    let private: Vec<&str> = pack().exercises.iter().filter(|exercise| exercise.private).map(|exercise| exercise.id.as_str()).collect();
    assert!(private.len() >= 5, "{private:?}");
    for id in &private {
        let secret = format!("{}\n\n{COMPANY} told me this.\n", right(id));
        desk.hand_in(id, &secret).expect("private work can be checked");
    }
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    for (path, bytes) in desk.disk.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.as_str().starts_with("private/") || path.as_str() == "footbridge.toml" {
            continue;
        }
        assert!(!text.to_lowercase().contains(&COMPANY.to_lowercase()), "{path} names the company");
        let names = |id: &&&str| text.contains(**id);
        assert_eq!(private.iter().find(names), None, "{path} names private work");
    }
    let journal = desk.text("journal/desk-2027-01.jsonl").expect("a journal");
    assert!(journal.contains("read-double-charge"));
    let calendar = desk.app.calendar().expect("a calendar").replace("\r\n ", "");
    let titles = private.iter().map(|id| crate::answers::exercise(id).title.as_str());
    let told: Vec<&str> = private.iter().copied().chain(titles).filter(|words| calendar.contains(words)).collect();
    assert!(told.is_empty() && calendar.contains("Private work"), "the calendar names {told:?}");
    for prompt in &pack().prompts {
        let filled = desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt");
        assert!(!filled.text.to_lowercase().contains(&COMPANY.to_lowercase()), "{}", prompt.name);
        assert!(!filled.text.contains("{{"), "every place of {} is filled", prompt.name);
    }
}

#[test]
fn a_role_that_seems_to_name_a_company_is_told_before_anybody_shares_it() {
    let told = |targets: &[&str], companies: &[&str]| {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let answers = footbridge_app::view::ProfileView { targets: own(targets), companies: own(companies), ..profile() };
        Desk::new().app.reckon(&answers).expect("a plan").shared
    };
    assert!(told(&["TPM at Acme"], &[]).is_some_and(|said| said.starts_with("“TPM at Acme” seems to name a company.")));
    assert!(told(&["TPM, Acme"], &["acme"]).is_some_and(|said| said.starts_with("“TPM, Acme” names a company you aim at.")));
    assert_eq!(told(&["Technical product manager, data"], &["Acme"]), None);
}

/// A folder whose public part came to another device, without `private/`.
fn without_private(desk: &Desk) -> Desk {
    let public = desk.disk.files().into_iter().filter(|(path, _)| !path.as_str().starts_with("private/")).collect();
    Desk::on(std::sync::Arc::new(footbridge_journal::testing::FaultyDisk::with_files(&public)), "other", START)
}

fn aimed_at_a_company() -> Desk {
    let desk = Desk::new();
    let mut answers = profile();
    answers.companies = vec![COMPANY.to_owned()];
    answers.background_note = format!("sold to {COMPANY} for years");
    desk.app.init(&Init { profile: answers }).expect("a folder");
    desk
}

fn journals(desk: &Desk) -> String {
    let files = desk.disk.files().into_iter().filter(|(path, _)| path.as_str().starts_with("journal/"));
    files.map(|(_, bytes)| String::from_utf8(bytes).expect("text")).collect()
}

#[test]
fn a_device_that_does_not_know_the_names_does_not_tell_them() {
    let other = without_private(&aimed_at_a_company());
    other.app.path().expect("a path");
    let before = journals(&other);
    assert_eq!(before.matches("profile-set").count(), 1, "nothing changed: {before}");
    let text = other.text("footbridge.toml").expect("a profile");
    other.put("footbridge.toml", &text.replace("monday = 60", "monday = 120"));
    other.app.path().expect("a path");
    let after = journals(&other);
    assert_eq!(after.matches("profile-set").count(), 2, "{after}");
    assert!(!after.contains(COMPANY), "{after}");
    let prompt = other.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt");
    assert!(!prompt.text.contains(COMPANY) && prompt.text.contains("[a target company]"), "{}", prompt.text);
}

#[test]
fn a_prompt_masks_whom_one_knows_and_where_one_applied() {
    let mut about_me = profile();
    about_me.background_note = "Two years beside Ann Lee, who is now at Zorgon. Ann said SQL.".to_owned();
    let desk = Desk::new();
    desk.app.init(&Init { profile: about_me }).expect("a folder");
    let named = desk.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt").text;
    assert!(named.contains("Ann Lee, who is now at Zorgon. Ann said SQL."), "{named}");
    let application = NewApplicationBody { company: "Zorgon".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    desk.app.add_application(&application).expect("an application");
    desk.app.add_contact(&ContactBody { name: "Ann Lee".to_owned(), ..ContactBody::default() }).expect("a contact");
    let masked = desk.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt").text;
    assert!(masked.contains("beside [somebody], who is now at [a target company]. [somebody] said SQL."), "{masked}");
}

/// Where somebody works whom one knows is as private as who it is; a word that is also a company stays.
#[test]
fn a_prompt_masks_where_those_work_whom_one_knows() {
    let mut about_me = profile();
    about_me.blocker_note = "Quuxcorp rejected me, and product sense is no product.".to_owned();
    let desk = Desk::new();
    desk.app.init(&Init { profile: about_me }).expect("a folder");
    for (name, company) in [("Zerafina Quux", "Quuxcorp"), ("Ann Lee", "Product")] {
        let contact = ContactBody { name: name.to_owned(), company: company.to_owned(), ..ContactBody::default() };
        desk.app.add_contact(&contact).expect("a contact");
    }
    let prompt = desk.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt");
    assert!(prompt.text.contains("[a company] rejected me, and product sense is no product."), "{}", prompt.text);
    assert!(prompt.filled.iter().any(|place| place.name == "blocker" && place.masked), "{:?}", prompt.filled);
}

#[test]
fn a_prompt_masks_addresses_of_contacts_too_and_what_is_typed_into_it() {
    let mut about_me = profile();
    about_me.background_note = "Write to ann@lee.example or linkedin.com/in/ann-lee.".to_owned();
    let desk = Desk::new();
    desk.app.init(&Init { profile: about_me }).expect("a folder");
    let contact = ContactBody {
        name: "Ann Lee".to_owned(),
        mail: "Ann@Lee.example".to_owned(),
        profile: "https://www.linkedin.com/in/ann-lee".to_owned(),
        ..ContactBody::default()
    };
    desk.app.add_contact(&contact).expect("a contact");
    let masked = desk.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt").text;
    assert!(masked.contains("Write to [somebody] or [somebody]."), "{masked}");
    let inputs = [("use_case".to_owned(), "docs for Ann Lee".to_owned())].into();
    let typed = desk.app.prompt("tools", &PromptBody { inputs }).expect("a prompt");
    assert!(typed.text.contains("docs for [somebody]") && !typed.text.contains("Ann Lee"), "{}", typed.text);
    assert!(typed.filled.iter().any(|place| place.name == "use_case" && place.masked));
}

#[test]
fn a_broken_list_of_companies_is_told_and_nothing_is_unmasked() {
    let desk = aimed_at_a_company();
    desk.put("private/companies.toml", &format!("companies = [\"{COMPANY}\"\n"));
    let session = desk.app.session(false).expect("it still works");
    let told: Vec<&str> = session.notices.iter().map(|notice| notice.message.as_str()).collect();
    assert!(told.len() == 1 && told[0].contains("private/companies.toml"), "{told:?}");
    let text = desk.text("footbridge.toml").expect("a profile");
    desk.put("footbridge.toml", &text.replace("sold to", "worked beside"));
    desk.app.path().expect("a path");
    assert!(!journals(&desk).contains(COMPANY));
    assert_eq!(journals(&desk).matches("profile-set").count(), 1, "what may hold a name waits");
    let broken = desk.text("private/companies.toml");
    desk.app.init(&Init { profile: profile() }).expect_err("the names would be lost");
    assert_eq!(desk.text("private/companies.toml"), broken);
    desk.put("private/companies.toml", &format!("companies = [\"{COMPANY}\"]\n"));
    desk.app.path().expect("a path");
    assert!(journals(&desk).contains("worked beside [a target company]"));
}

#[test]
fn the_plan_does_not_say_whether_private_milestones_are_reached() {
    let desk = Desk::begun();
    for id in ["informational-interview-one", "informational-interview-two", "informational-interview-three", "first-interview-scheduled"] {
        assert_eq!(desk.hand_in(id, &right(id)).expect("it can be checked").outcome, "pass");
    }
    let plan = desk.text("plan.md").expect("a plan");
    assert!(plan.contains("- unavailable — First TPM interview scheduled"), "{plan}");
    assert!(!plan.contains("reached"), "{plan}");
    assert!(plan.starts_with("# The plan ends on "), "{plan}");
    for exercise in pack().exercises.iter().filter(|exercise| exercise.private) {
        assert!(!plan.contains(&exercise.title), "{}", exercise.title);
    }
}

#[test]
fn every_place_of_a_prompt_is_known_and_braces_of_the_learner_stay_words() {
    let desk = Desk::new();
    let mut answers = profile();
    answers.background_note = "I write {{verified}} templates".to_owned();
    desk.app.init(&Init { profile: answers }).expect("a folder");
    for prompt in &pack().prompts {
        let filled = desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt");
        let own = filled.filled.iter().filter(|place| filled.inputs.iter().all(|input| input.name != place.name));
        for place in own {
            assert_ne!(place.value, format!("[{}]", place.name), "{} asks for what nobody knows", prompt.name);
        }
    }
    let prompt = desk.app.prompt("learning-plan", &PromptBody::default()).expect("a prompt");
    assert!(prompt.text.contains("I write {{verified}} templates"), "{}", prompt.text);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_neither_served_nor_kept() {
    let folder = std::env::temp_dir().join(format!("footbridge-links-{}", std::process::id()));
    let (home, outside) = (folder.join("home"), folder.join("outside"));
    std::fs::create_dir_all(&outside).expect("a temporary folder");
    let app = Desk::app_in(&home);
    app.init(&Init { profile: profile() }).expect("a folder");
    app.add_contact(&ContactBody { name: "Quiet Person".to_owned(), ..ContactBody::default() }).expect("a contact");
    std::fs::create_dir_all(home.join("site")).expect("a folder");
    std::os::unix::fs::symlink("../private/contacts.toml", home.join("site/x")).expect("a link");
    assert!(home.join("site/x").exists(), "the link itself works");
    assert_eq!(app.site_file("x"), None, "and nothing private is served through it");

    let looked_over = app.check_portfolio().expect("a look");
    assert_eq!(looked_over.faults[0].message, "`site/x` is a link. Whoever copies the site may take along what it leads to.");
    assert!(!looked_over.sound, "it must not be published");

    std::fs::create_dir_all(home.join("private/applications")).expect("a folder");
    std::os::unix::fs::symlink("/etc/passwd", home.join("private/applications/sym.yaml")).expect("a link");
    let unread = &app.applications().expect("a board").unreadable[0];
    assert_eq!(unread.findings[0].message, "This is no plain file of your folder, so it is not read.");

    let id = "project-microservices-explained";
    let path = app.start(id).expect("it can begin").path;
    std::fs::write(outside.join("answer.md"), right(id)).expect("a file");
    std::fs::remove_file(home.join(&path)).expect("it is there");
    std::os::unix::fs::symlink(outside.join("answer.md"), home.join(&path)).expect("a link");
    let refused = app.check(id).expect_err("it lies outside");
    assert!(refused.message.contains("reached through a link that leads elsewhere"), "{}", refused.message);
    assert!(!home.join(&path).with_file_name("passed").exists(), "no copy is kept");
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
