//! Applications, companies and job descriptions: from a pasted text to the last round. And private, all of it.

use crate::answers::{pack, right};
use crate::applications::last_entry;
use crate::desk::{Desk, START, profile};
use crate::people::export;
use footbridge_app::view::{
    ApplicationView, CompanyBody, CompanyView, EntryBody, JobBody, JobRequirementView, NewApplicationBody, ProfileView, PromptBody,
    SentBody,
};
use footbridge_app::{Fault, Init};
use footbridge_journal::testing::FaultyDisk;
use jiff::ToSpan;

const COMPANY: &str = "Hushco Systems";
const ROLE: &str = "Quiet Product Manager";

fn new(company: &str, role: &str, stage: &str) -> NewApplicationBody {
    NewApplicationBody { company: company.to_owned(), role: role.to_owned(), stage: stage.to_owned(), ..NewApplicationBody::default() }
}

fn stage(stage: &str) -> EntryBody {
    EntryBody { stage: stage.to_owned(), ..EntryBody::default() }
}

fn says(view: &ApplicationView) -> Vec<String> {
    view.entries.iter().map(|entry| format!("{} {}", entry.on, entry.says.join(" "))).collect()
}

#[test]
fn an_application_comes_back_on_today_and_keeps_its_whole_history() {
    let desk = Desk::begun();
    let added = desk.app.add_application(&new(COMPANY, ROLE, "applied")).expect("a new application");
    assert!(desk.app.day().expect("a day").applications.is_empty());
    desk.turn_to(START.saturating_add(10.days()));
    let due = desk.app.day().expect("a day").applications;
    assert_eq!(
        (due.len(), due[0].company.as_str(), due[0].what.as_str()),
        (1, COMPANY, "Ask whether it arrived, if you can through somebody you know there.")
    );
    desk.app.import_contacts(export(&format!("{COMPANY},Engineer")).as_bytes(), "Connections.csv").expect("contacts");
    let what = desk.app.day().expect("a day").applications[0].what.clone();
    assert_eq!(what, "Ask whether it arrived, if you can through somebody you know there. You know Zsófia Quietperson there.");
    let id = &added.line.id;
    let followed = EntryBody { followed_up: Some("mail to Ann".to_owned()), ..EntryBody::default() };
    desk.app.add_to_application(id, &followed).expect("a follow-up");
    assert!(desk.app.day().expect("a day").applications.is_empty(), "done");
    let remind = START.saturating_add(12.days()).to_string();
    desk.app.add_to_application(id, &EntryBody { remind_on: remind, ..EntryBody::default() }).expect("a reminder");
    desk.turn_to(START.saturating_add(12.days()));
    assert_eq!(desk.app.day().expect("a day").applications.len(), 1);
    desk.app.add_to_application(id, &stage("first-conversation")).expect("a stage");
    let rejected = EntryBody { reason: "experience".to_owned(), said: "More years.".to_owned(), ..stage("rejected") };
    let view = desk.app.add_to_application(id, &rejected).expect("an end");
    assert_eq!(
        says(&view),
        [
            "2027-01-04 Stage: applied.",
            "2027-01-14 Followed up: mail to Ann.",
            "2027-01-14 Reminder set for 16 January 2027.",
            "2027-01-16 Stage: first conversation.",
            "2027-01-16 Stage: rejected. Reason: experience. They said: “More years.”",
        ]
    );
    assert_eq!(view.line.said.as_deref(), Some("More years."));
    let board = desk.app.applications().expect("a board");
    let inside = |stages: &[String]| board.lines.iter().filter(|line| stages.contains(&line.stage)).count();
    let columns: Vec<(&str, usize)> = board.columns.iter().map(|column| (column.title.as_str(), inside(&column.stages))).collect();
    assert_eq!(columns, [("Found", 0), ("Applied", 0), ("First conversation", 0), ("Interviews", 0), ("Offer", 0), ("Over", 1)]);
    assert_eq!(board.funnel[0].says, "From applied to first conversation: 1 of 1: few, so it may be anything between 21 % and 100 %.");
    assert_eq!((board.reasons[0].reason.as_str(), board.reasons[0].count, board.answer.as_str()), ("experience", 1, "0 open applications"));
    assert_eq!(board.unreadable.len(), 0);
}

#[test]
fn what_was_sent_is_kept_byte_for_byte() {
    let desk = Desk::begun();
    let id = desk.app.add_application(&new(COMPANY, ROLE, "applied")).expect("a new application").line.id;
    let pdf = b"%PDF-1.7 \xff\x00 exactly this";
    let kept = desk.app.keep_sent(pdf, "Lee.pdf").expect("a place for it");
    assert_eq!(desk.app.keep_sent(pdf, "Lee.pdf").expect("the same place").file, kept.file);
    let letter = "Dear Ann,\n\n  two spaces \u{a0}and no end";
    let sent = SentBody {
        resume_name: "Lee.pdf".to_owned(),
        resume_hash: kept.hash.clone(),
        letter: letter.to_owned(),
        letter_name: "to Ann.txt".to_owned(),
        ..SentBody::default()
    };
    let view = desk.app.record_sent(&id, &sent).expect("it is kept");
    let resume = view.resume.expect("a résumé");
    assert_eq!((resume.name.as_str(), resume.file.as_deref()), ("Lee.pdf", Some(kept.file.as_str())));
    assert_eq!(view.letter_text.as_deref(), Some(letter));
    assert_eq!((view.line.letter.as_deref(), view.line.due), (Some("2027-01-04 to Ann.txt"), None));
    assert!(desk.app.applications_csv().expect("a table").contains("2027-01-04 Lee.pdf,2027-01-04 to Ann.txt"));
    let found = desk.app.add_application(&new("Acme", ROLE, "found")).expect("a new application").line;
    let early = desk.app.record_sent(&found.id, &SentBody { letter: "Dear all".to_owned(), ..SentBody::default() }).expect("it is kept");
    assert!(early.line.due.expect("a word").starts_with("Something was sent, and the stage is still “found”."));
    let path = footbridge_journal::DiskPath::new(&kept.file).expect("a path");
    assert_eq!(footbridge_journal::Disk::read(desk.disk.as_ref(), &path).expect("it is there"), pdf);
    desk.put(&kept.file, "something else");
    let resume = desk.app.application(&id).expect("it is read").resume.expect("a résumé");
    assert_eq!(resume.file, None, "what was changed since is not what was sent");
    let unknown = SentBody { resume_hash: "0".repeat(64), ..SentBody::default() };
    assert_eq!(desk.app.record_sent(&id, &unknown).expect_err("it is not kept").fault, Fault::Asked);
    assert_eq!(desk.app.record_sent(&id, &SentBody::default()).expect_err("nothing").fault, Fault::Asked);
    assert_eq!(desk.app.keep_sent(b"", "").expect_err("nothing").fault, Fault::Asked);
}

#[test]
fn a_file_by_hand_is_read_added_to_and_never_written_over() {
    let desk = Desk::begun();
    let hand = "# from Ann\ncompany: Acme\nrole: TPM\nhistory:\n- on: 2027-01-02\n  stage: applied\n";
    desk.put("private/applications/mine.yml", hand);
    desk.put("private/applications/broken.yaml", "company: [\n");
    desk.put(
        "private/applications/odd.yaml",
        "company: Beta\nrole: TPM\nhistory:\n- on: soon\n  stage: found\n- on: 2027-01-02\n  stage: found\n",
    );
    desk.put("private/applications/notes.txt", "not ours");
    let board = desk.app.applications().expect("a board");
    assert_eq!(board.lines.iter().map(|line| line.company.as_str()).collect::<Vec<_>>(), ["Acme", "Beta"]);
    let told: Vec<(&str, &str)> = board.unreadable.iter().map(|file| (file.file.as_str(), file.findings[0].code.as_str())).collect();
    assert_eq!(
        told,
        [("private/applications/broken.yaml", "jobs-application-syntax"), ("private/applications/odd.yaml", "jobs-application-day")]
    );
    let id = desk.app.application_called("acme").expect("one is called so");
    desk.app.application_called(" ").expect_err("nothing is named");
    desk.app.add_to_application(&id, &stage("interview")).expect("a stage");
    let text = desk.text("private/applications/mine.yml").expect("a file");
    assert_eq!(text, format!("{hand}- on: 2027-01-04\n  stage: interview\n"));
    let seen = |desk: &Desk| desk.app.application(&id).expect("it is read").version;
    desk.app.take_back_entry(&id, &last_entry(&seen(&desk))).expect("it was a mistake");
    assert_eq!(desk.text("private/applications/mine.yml").as_deref(), Some(hand));
    desk.app.take_back_entry(&id, &last_entry(&seen(&desk))).expect_err("the only entry");
    desk.app.add_to_application(&id, &stage("interview")).expect("a stage");
    desk.put("private/applications/acme-tpm.yaml", "company: [\n");
    desk.app.add_application(&new("Acme", "TPM", "")).expect_err("there is an open one");
    desk.app.add_to_application(&id, &stage("withdrawn")).expect("an end");
    let again = desk.app.add_application(&new("Acme", "TPM", "")).expect("a second time");
    assert_eq!(again.file, "private/applications/acme-tpm-2.yaml");
    assert_eq!(desk.text("private/applications/acme-tpm.yaml").as_deref(), Some("company: [\n"));
    let flow = "company: Gamma\nrole: TPM\nhistory: [{on: 2027-01-02, stage: found}]\n";
    desk.put("private/applications/flow.yaml", flow);
    let id = desk.app.application_called("gamma").expect("one is called so");
    desk.app.add_to_application(&id, &stage("applied")).expect_err("it cannot be added to");
    assert_eq!(desk.text("private/applications/flow.yaml").as_deref(), Some(flow));
}

#[test]
fn two_files_that_differ_only_in_their_ending_are_two_applications() {
    let desk = Desk::begun();
    let file = |role: &str| format!("company: Acme\nrole: {role}\nhistory:\n- on: 2027-01-02\n  stage: found\n");
    desk.put("private/applications/acme.yaml", &file("TPM"));
    desk.put("private/applications/acme.yml", &file("PM"));
    let lines = desk.app.applications().expect("a board").lines;
    let roles: Vec<_> = lines.iter().map(|line| desk.app.application(&line.id).expect("an application").line.role).collect();
    assert_eq!(roles, lines.iter().map(|line| line.role.clone()).collect::<Vec<_>>());
    assert_eq!(roles.len(), 2);
}

#[test]
fn a_refusal_names_its_cause() {
    let desk = Desk::begun();
    let refused = |trouble: footbridge_app::Trouble, says: &str| assert!(trouble.message.contains(says), "{trouble:?}");
    let link = |link: &str| NewApplicationBody { link: link.to_owned(), ..new(COMPANY, ROLE, "") };
    for other in ["acme.example/jobs", "javascript:alert(1)"] {
        refused(desk.app.add_application(&link(other)).expect_err("no address"), "no address");
    }
    let id = desk.app.add_application(&link("https://acme.example/jobs")).expect("a new application").line.id;
    let note = |number: u32| EntryBody { note: format!("{number}{}", "x".repeat(39_000)), ..EntryBody::default() };
    let error = (0..10).find_map(|number| desk.app.add_to_application(&id, &note(number)).err()).expect("it becomes too long");
    refused(error, "longer than 200 kB");

    let card = |text: &str, version: &str| {
        let text = || text.to_owned();
        let (product, api, users) = (text(), text(), text());
        let (changes, people, notes) = (text(), text(), text());
        CompanyBody { name: "Acme".to_owned(), version: version.to_owned(), product, api, users, changes, people, notes }
    };
    let version = desk.app.keep_company(&card("", "")).expect("a card").version;
    refused(desk.app.keep_company(&card("", "")).expect_err("it is there"), "There is a card of this company");
    refused(desk.app.keep_company(&card("", "other")).expect_err("it was changed"), "was changed since");
    refused(desk.app.keep_company(&card(&"x".repeat(39_000), &version)).expect_err("too long"), "longer than 200 kB");
    refused(desk.app.keep_company(&card("# Beta", &version)).expect_err("a heading"), "would begin another part");
}

#[test]
fn nonsense_is_refused_and_nothing_is_written() {
    let desk = Desk::begun();
    let id = desk.app.add_application(&new(COMPANY, ROLE, "applied")).expect("a new application").line.id;
    let before = desk.all_texts();
    for (what, body) in [
        ("nothing", EntryBody::default()),
        ("the same stage", stage("applied")),
        ("an unknown stage", stage("interviw")),
        ("a reason without a no", EntryBody { reason: "pay".to_owned(), ..stage("offer") }),
        ("a day to come", EntryBody { on: "2027-01-05".to_owned(), ..stage("offer") }),
        ("before the stage before", EntryBody { on: "2027-01-03".to_owned(), ..stage("offer") }),
        ("a reminder in the past", EntryBody { remind_on: "2027-01-03".to_owned(), ..EntryBody::default() }),
        ("an endless note", EntryBody { note: "x".repeat(50_000), ..EntryBody::default() }),
    ] {
        assert_eq!(desk.app.add_to_application(&id, &body).expect_err(what).fault, Fault::Asked, "{what}");
    }
    let today = EntryBody { remind_on: START.to_string(), ..EntryBody::default() };
    let refused = desk.app.add_to_application(&id, &today).expect_err("today is no day to come");
    assert_eq!(refused.help.as_deref(), Some("Take a day to come, such as 2027-01-11."));
    for (company, role) in [("", ROLE), (COMPANY, " "), ("two\nlines", ROLE)] {
        assert!(desk.app.add_application(&new(company, role, "")).is_err(), "{company:?}");
    }
    assert_eq!(desk.app.application("0").expect_err("no such").fault, Fault::NotFound);
    assert_eq!(desk.all_texts(), before);
    desk.app.add_to_application(&id, &stage("no-answer")).expect("an end");
    let refused = desk.app.add_to_application(&id, &stage("offer")).expect_err("it is over");
    assert_eq!(refused.help.as_deref(), Some("If they came back to you, begin a new application."));
}

fn filled(name: &str, version: &str) -> CompanyBody {
    CompanyBody {
        name: name.to_owned(),
        version: version.to_owned(),
        product: "Payments for shops that sell in more than one country.".to_owned(),
        api: "REST, and webhooks for everything that can change later.".to_owned(),
        users: "Developers at shops of ten to a hundred people.".to_owned(),
        changes: "- 2026-11-02: version 3, https://acme.example/changelog".to_owned(),
        ..CompanyBody::default()
    }
}

fn state(view: &CompanyView) -> (&str, Vec<&str>) {
    (view.line.state.as_str(), view.line.missing.iter().map(String::as_str).collect())
}

#[test]
fn a_company_counts_when_its_card_is_filled() {
    let desk = Desk::new();
    desk.app.init(&Init { profile: ProfileView { companies: vec!["Acme".to_owned()], ..profile() } }).expect("a folder");
    let view = desk.app.companies(false).expect("companies");
    assert_eq!((view.answer.as_str(), view.goal), ("0 of 20 companies researched", 20));
    let names: Vec<&str> = view.companies.iter().map(|company| company.name.as_str()).collect();
    assert_eq!((names[0], names.len()), ("Acme", 25), "24 of the Guide, where one stands twice");
    let postman = view.companies.iter().find(|company| company.name == "Postman").expect("the Guide names it");
    assert_eq!(postman.from, "developer tools and APIs, India");

    let begun = desk.app.keep_company(&CompanyBody { name: "acme".to_owned(), ..CompanyBody::default() }).expect("a card");
    assert_eq!(state(&begun), ("begun", vec!["Product", "API", "Users", "Recent changes"]));
    desk.app.keep_company(&filled("Acme", "")).expect_err("the card was begun since");
    let full = desk.app.keep_company(&filled("Acme", &begun.version)).expect("the card");
    assert_eq!(state(&full), ("researched", vec![]));
    let by_hand =
        desk.text("private/companies/acme.md").expect("a file").replace("## Notes\n", "## Notes\n\nAsk Bo.\n\n## Pay\n\nSecret.\n");
    desk.put("private/companies/acme.md", &by_hand);
    let stale = desk.app.keep_company(&filled("Acme", &full.version)).expect_err("it was changed by hand");
    assert_eq!(stale.fault, Fault::Changed);
    let read = desk.app.company(&full.line.id).expect("a company");
    assert_eq!(read.parts.iter().find(|part| part.id == "notes").map(|part| part.text.as_str()), Some("Ask Bo."));
    desk.app.keep_company(&filled("Acme", &read.version)).expect("the card");
    assert!(desk.text("private/companies/acme.md").expect("a file").contains("\n## Pay\n\nSecret.\n"), "what is not ours stays");
    desk.put("private/companies/none.md", "no name\n");
    let view = desk.app.companies(false).expect("companies");
    assert_eq!((view.researched, view.unreadable.len()), (1, 1));
}

#[test]
fn warm_paths_stand_beside_a_company() {
    let desk = Desk::begun();
    desk.put(
        "private/contacts.toml",
        "[[contact]]\nname = \"Bo Other\"\ncompany = \"Postman Inc.\"\n[[contact]]\nname = \"Cy Weak\"\ncompany = \"Postman Club\"\n",
    );
    let id = desk.app.company_called("postman").expect("the Guide names it");
    let view = desk.app.company(&id).expect("a company");
    let people: Vec<&str> = view.paths.iter().map(|path| path.contact.name.as_str()).collect();
    assert_eq!((people, view.weak_paths), (vec!["Bo Other", "Cy Weak"], 1));
    let listed = desk.app.companies(false).expect("companies").companies;
    assert_eq!(listed.iter().find(|company| company.name == "Postman").map(|company| company.people.len()), Some(1));
    desk.put("private/contacts.toml", "not TOML");
    assert!(desk.app.companies(false).expect("they can be seen all the same").companies.iter().all(|company| company.people.is_empty()));
}

#[test]
fn a_kept_card_shows_weak_paths_too_and_names_only_sure_people() {
    let desk = Desk::begun();
    desk.put(
        "private/contacts.toml",
        "[[contact]]\nname = \"Bo Other\"\ncompany = \"Acme Inc.\"\n[[contact]]\nname = \"Cy Weak\"\ncompany = \"Acme Club\"\n",
    );
    let kept = desk.app.keep_company(&filled("Acme", "")).expect("a card");
    let paths: Vec<_> = kept.paths.iter().map(|path| (path.contact.name.as_str(), path.strength.as_str())).collect();
    assert_eq!((paths, kept.weak_paths), (vec![("Bo Other", "exact"), ("Cy Weak", "weak")], 1));
    assert_eq!(kept.line.people, ["Bo Other"]);
}

#[test]
fn companies_applied_to_are_listed_and_say_why() {
    let desk = Desk::begun();
    desk.app.add_application(&new("Bolt Unlisted", "TPM", "")).expect("an application");
    let listed = desk.app.companies(false).expect("companies").companies;
    let from = |name: &str| listed.iter().find(|company| company.name == name).map(|company| company.from.as_str());
    assert_eq!(from("Bolt Unlisted"), Some("you applied"));
    let id = desk.app.company_called("bolt unlisted").expect("it is in the list");
    assert_eq!(desk.app.company(&id).expect("a company").line.state, "no card");
}

#[test]
fn paths_lead_to_companies_that_were_named_researched_or_applied_to() {
    let desk = Desk::begun();
    desk.put("private/contacts.toml", "[[contact]]\nname = \"Bo\"\ncompany = \"Acme\"\n[[contact]]\nname = \"Cy\"\ncompany = \"Bolt\"\n");
    let known_at = || desk.app.people(false).expect("people").paths.into_iter().map(|path| path.company).collect::<Vec<_>>();
    assert_eq!(known_at(), [""; 0]);
    desk.app.keep_company(&filled("Acme", "")).expect("a card");
    let application = NewApplicationBody { company: "Bolt".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    desk.app.add_application(&application).expect("an application");
    assert_eq!(known_at(), ["Acme", "Bolt"]);
}

#[test]
fn a_description_stands_beside_what_was_passed_and_nothing_of_it_is_kept() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    let before = desk.all_texts();
    let words = "SQL, Python, REST, GraphQL, Kafka, OAuth, JWT, webhooks, Postman, OpenAPI and Terraform";
    let body = JobBody {
        text: format!("Requirements\n- {words}\n- idempotency keys\nNice to have\n- rate limiting\n- 5+ years of product experience\n"),
        resume: format!("{words}\nWrote SQL for the weekly report.\n"),
    };
    let view = desk.app.read_job(&body, "the description").expect("it is read");
    let find = |quote: &str| view.requirements.iter().find(|one| one.quote.contains(quote)).expect("it is asked for");
    assert!(find("idempotency").shown.iter().any(|shown| shown.is_proven), "{:?}", find("idempotency"));
    assert!(find("idempotency").shown.iter().all(|shown| !shown.is_named), "the words of a brief are not the learner's");
    assert_eq!((find("idempotency").must.as_str(), find("rate").must.as_str()), ("must", "nice"));
    assert!(!find("rate").closed_by.is_empty() && find("5+ years").by_hand);
    let mentioned = &find("SQL").shown;
    assert!(mentioned.iter().any(|shown| shown.title == "Your résumé" && shown.quote.starts_with("Wrote SQL") && !shown.is_proven));
    let graphql = view.requirements.iter().find(|one| one.what.contains("GraphQL")).expect("it is asked for");
    assert!(graphql.shown.iter().all(|shown| shown.title != "Your résumé"), "a heap of words mentions nothing");
    let alone = desk.app.read_job(&JobBody { resume: String::new(), ..body }, "the description").expect("it is read");
    assert!(alone.requirements.iter().flat_map(|one| &one.shown).all(|shown| shown.title != "Your résumé"));
    assert_eq!(
        view.stuffed.iter().map(|stuffed| stuffed.finding.code.as_str()).collect::<Vec<_>>(),
        ["jobs-stuffing-heap", "jobs-stuffing-copied"]
    );
    assert_eq!(view.stuffed[0].quote, words);
    assert_eq!(desk.all_texts(), before);
    let long = JobBody { text: "x".repeat(300_000), resume: String::new() };
    assert_eq!(desk.app.read_job(&long, "the description").expect_err("too long").fault, Fault::Asked);
}

fn asked(desk: &Desk, skill: &str) -> JobRequirementView {
    let body = JobBody { text: format!("Requirements\n- {skill}\n"), resume: String::new() };
    let mut view = desk.app.read_job(&body, "the description").expect("it is read");
    assert_eq!(view.requirements.len(), 1, "{:?}", view.requirements);
    view.requirements.remove(0)
}

fn closed_by(asked: &JobRequirementView) -> Vec<&str> {
    asked.closed_by.iter().map(|work| work.opens.as_str()).collect()
}

#[test]
fn private_work_is_not_said_to_show_what_it_can_never_show() {
    let desk = Desk::begun();
    let skill = |id: &str| pack().skill(id).expect("a skill").aliases[0].clone();
    let asked = asked(&desk, &skill("target-companies"));
    assert!(closed_by(&asked).iter().all(|opens| opens.starts_with("/recall/")), "only private work and cards train it: {asked:?}");
}

#[test]
fn what_would_close_a_gap_is_named_by_kind_also_where_a_skill_is_mentioned() {
    let desk = Desk::begun();
    let kinds = |asked: &JobRequirementView| asked.closed_by.iter().map(|work| work.kind.clone()).collect::<Vec<_>>();
    let open = asked(&desk, "idempotency");
    assert!(open.shown.is_empty());
    assert!(kinds(&open).contains(&"exercise".to_owned()) && kinds(&open).contains(&"card".to_owned()), "{open:?}");
    let card = open.closed_by.iter().find(|work| work.kind == "card").expect("a card");
    assert!(card.opens.starts_with("/recall/") && card.title.ends_with(['.', '?']), "{card:?}");
    let written = asked(&desk, "PRDs");
    assert!(kinds(&written).contains(&"piece of writing".to_owned()), "{written:?}");
}

#[test]
fn a_lesson_closes_a_gap_until_it_is_passed_and_proves_nothing() {
    let desk = Desk::begun();
    let lesson = "lesson-limits-and-errors";
    let before = asked(&desk, "rate limiting");
    assert!(before.shown.is_empty() && closed_by(&before).contains(&"/lesson/lesson-limits-and-errors"), "{before:?}");
    desk.hand_in(lesson, &right(lesson)).expect("a pass");
    let after = asked(&desk, "rate limiting");
    assert_eq!(after.shown.len(), 0, "{after:?}");
    assert!(!closed_by(&after).is_empty() && !closed_by(&after).contains(&"/lesson/lesson-limits-and-errors"), "{after:?}");
}

#[test]
fn a_self_reported_piece_may_mention_a_skill_and_never_proves_it() {
    let desk = Desk::begun();
    let piece = "prioritise-with-rice";
    assert!(desk.hand_in(piece, &right(piece)).expect("a pass").passes_as == footbridge_app::view::ExerciseState::SelfReported);
    let named = asked(&desk, "RICE");
    assert_eq!(named.shown.iter().map(|shown| (shown.is_named, shown.is_proven)).collect::<Vec<_>>(), [(true, false)], "{named:?}");
    assert!(!named.closed_by.is_empty(), "what is only mentioned is open: {named:?}");
    let count = desk.app.read_job(&JobBody { text: "Requirements\n- RICE\n".to_owned(), resume: String::new() }, "it").expect("read").must;
    assert_eq!((count.proven, count.mentioned, count.of), (0, 1, 1));
}

#[test]
fn headings_code_and_lines_that_were_given_mention_nothing() {
    let desk = Desk::begun();
    let id = "docs-messages-endpoint";
    let page = right(id);
    assert!(page.contains("## Authentication"), "the page has the heading that was once taken for OAuth");
    let said = "\n\n## Our Kafka page\n\n**GraphQL**\n\n```\npostman run\n```\n\nThe numbers behind it came from Snowflake.\n";
    desk.hand_in(id, &format!("{page}{said}")).expect("a pass");
    let text = "Requirements\n- OAuth and authentication\n- Kafka\n- GraphQL\n- Postman\n- Snowflake\n- OpenAPI\n";
    let body = JobBody { text: text.to_owned(), resume: String::new() };
    let view = desk.app.read_job(&body, "the description").expect("it is read");
    let shown = |quote: &str| {
        let one = view.requirements.iter().find(|one| one.quote.contains(quote)).expect("it is asked for");
        one.shown.iter().map(|shown| (shown.is_proven, shown.quote.as_str())).collect::<Vec<_>>()
    };
    for nothing in ["OAuth", "Kafka", "GraphQL", "Postman"] {
        assert_eq!(shown(nothing), [], "{nothing}");
    }
    assert_eq!(shown("Snowflake"), [(false, "The numbers behind it came from Snowflake.")]);
    assert!(shown("OpenAPI")[0].0);
    assert_eq!((view.must.proven, view.must.mentioned, view.must.of), (1, 1, 6));
}

/// A learner with a full private part, and words of it that nobody else may read.
fn with_secrets() -> (Desk, String) {
    let desk = Desk::begun();
    let id = desk.app.add_application(&new(COMPANY, ROLE, "applied")).expect("a new application").line.id;
    let note = EntryBody { note: format!("Whispered by {COMPANY}"), ..EntryBody::default() };
    desk.app.add_to_application(&id, &note).expect("a note");
    let kept = desk.app.keep_sent(format!("résumé for {COMPANY}").as_bytes(), "").expect("a file");
    let sent =
        SentBody { resume_name: "Hushed.pdf".to_owned(), resume_hash: kept.hash, letter: format!("Dear {COMPANY}"), ..SentBody::default() };
    desk.app.record_sent(&id, &sent).expect("it is kept");
    desk.app.keep_company(&CompanyBody { notes: "Whispered".to_owned(), ..filled(COMPANY, "") }).expect("a card");
    (desk, id)
}

fn tells(text: &str) -> bool {
    let text = text.to_lowercase();
    ["hush", "quiet product", "whispered"].iter().any(|secret| text.contains(secret))
}

#[test]
fn nothing_of_applications_and_companies_leaves_the_private_part() {
    let (desk, id) = with_secrets();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    let outside = desk.all_texts().into_iter().filter(|(path, _)| !path.starts_with("private/"));
    let leaked: Vec<String> = outside.filter(|(path, text)| tells(path) || tells(text)).map(|(path, _)| path).collect();
    assert_eq!(leaked, Vec::<String>::new());
    assert!(!tells(&desk.app.calendar().expect("a calendar")));
    for prompt in &pack().prompts {
        let filled = desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt");
        assert!(!tells(&filled.text), "{}", prompt.name);
    }
    assert!(!tells(&id) && !tells(&desk.app.company_called(COMPANY).expect("a company")), "ids stand in addresses");
}

#[test]
fn no_refusal_repeats_what_is_private() {
    let (desk, id) = with_secrets();
    desk.app.add_application(&new("Hush Two", ROLE, "applied")).expect("another");
    let mut refused = vec![
        desk.app.add_application(&new(COMPANY, ROLE, "applied")).expect_err("it is open already"),
        desk.app.add_application(&new(&format!("{COMPANY}\n"), &ROLE.repeat(40), "")).expect_err("too long"),
        desk.app.add_to_application(&id, &stage("hush")).expect_err("no such stage"),
        desk.app.application_called("hush").expect_err("two fit"),
        desk.app.application_called("hushhush").expect_err("none fits"),
        desk.app.company_called("hushhush").expect_err("none fits"),
        desk.app.keep_company(&filled(COMPANY, "")).expect_err("it was changed"),
        desk.app.keep_company(&CompanyBody { notes: "## Notes".to_owned(), ..filled("Hush Three", "") }).expect_err("a heading"),
    ];
    let file = desk.app.application(&id).expect("it is read").file;
    let text = desk.text(&file).expect("a file");
    desk.put(&file, &text.replace("history:", "history: # hush\n").replace("\nrole", "\nhush: 1\nrole"));
    refused.push(desk.app.application(&id).expect_err("it cannot be read any more"));
    for trouble in &refused {
        let whole = format!("{} {} {:?}", trouble.message, trouble.help.as_deref().unwrap_or_default(), trouble.findings);
        assert!(!tells(&whole), "{whole}");
    }
}

#[test]
fn a_disk_that_refuses_names_the_folder_and_not_the_company() {
    let (desk, id) = with_secrets();
    let disk: &FaultyDisk = desk.disk.as_ref();
    disk.set_read_only(true);
    for trouble in [
        desk.app.add_to_application(&id, &stage("offer")).map(drop).expect_err("the disk is full"),
        desk.app.add_application(&new("Hush Two", ROLE, "")).map(drop).expect_err("the disk is full"),
        desk.app
            .keep_company(&CompanyBody { name: "Hush Three".to_owned(), ..CompanyBody::default() })
            .map(drop)
            .expect_err("the disk is full"),
        desk.app.keep_sent(b"hush", "").map(drop).expect_err("the disk is full"),
    ] {
        assert_eq!(trouble.fault, Fault::World);
        assert!(!tells(&format!("{trouble:?}")), "{trouble:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_not_every_system_can_hold_is_told_and_brings_nothing_down() {
    let home = std::env::temp_dir().join(format!("footbridge-odd-names-{}", std::process::id()));
    let app = Desk::app_in(&home);
    app.init(&Init { profile: profile() }).expect("a folder");
    let id = app.add_application(&new(COMPANY, ROLE, "applied")).expect("a new application").line.id;
    let kept = app.keep_sent(b"mine", "").expect("a file");
    let sent = SentBody { resume_name: "Lee.pdf".to_owned(), resume_hash: kept.hash.clone(), ..SentBody::default() };
    app.record_sent(&id, &sent).expect("it is kept");
    let put = |file: &str, text: &str| {
        let file = home.join(file);
        std::fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| std::fs::write(&file, text)).expect("a file");
    };
    put("private/applications/a: b.yaml", "company: Acme\nrole: TPM\nhistory:\n- on: 2027-01-02\n  stage: applied\n");
    put("private/companies/a: b.md", "# Acme\n");
    std::fs::rename(home.join(&kept.file), home.join(format!("private/applications/sent/{}.a:b", kept.hash))).expect("it can be moved");

    let board = app.applications().expect("a board");
    let told: Vec<(&str, &str)> = board.unreadable.iter().map(|file| (file.file.as_str(), file.findings[0].code.as_str())).collect();
    assert_eq!((told, board.lines.len()), (vec![("private/applications/a: b.yaml", "jobs-file-name")], 1));
    let companies = app.companies(false).expect("companies").unreadable;
    assert_eq!((companies.len(), companies[0].findings[0].code.as_str()), (1, "jobs-file-name"));
    assert_eq!(app.application(&id).expect("it is read").resume.expect("a résumé").file, None);
    assert!(app.day().expect("a day").applications.is_empty());
    std::fs::remove_dir_all(&home).expect("it can be removed");
}

/// The same day of an interview, noted twice, stood in the file twice.
#[test]
fn the_same_fact_of_an_application_is_kept_once_and_that_is_said() {
    let desk = Desk::begun();
    let new = NewApplicationBody { company: "Hushco".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let begun = desk.app.add_application(&new).expect("a new application");
    let id = begun.line.id;
    let add = |body: &EntryBody| desk.app.add_to_application(&id, body);
    let on = |day: i32| START.saturating_add(day.days()).to_string();
    let book = |day: i32, kind: &str| EntryBody { interview_on: on(day), company_kind: kind.to_owned(), ..EntryBody::default() };
    let text = || desk.text(&begun.file).expect("its file");
    add(&book(9, "fintech")).expect("a day");
    let before = text();
    for again in [book(9, "fintech"), book(9, "")] {
        let refused = add(&again).expect_err("it stands there");
        assert_eq!(refused.message, "Its history has the interview on 13 January 2027 already, so nothing is written twice.");
    }
    assert_eq!(text(), before);
    let with_note = EntryBody { note: "Two rounds".to_owned(), ..book(9, "") };
    let view = add(&with_note).expect("the note is new");
    assert_eq!(view.entries.last().expect("an entry").says, ["Two rounds"]);
    assert!(add(&with_note).is_err());
    assert!(add(&book(9, "startup")).is_ok(), "another kind is another fact");
    assert!(add(&book(12, "")).is_ok() && add(&book(9, "")).is_ok(), "a day that comes back is one");

    let remind = EntryBody { remind_on: on(4), followed_up: Some("mail".to_owned()), ..EntryBody::default() };
    add(&remind).expect("a follow-up");
    let refused = add(&remind).expect_err("twice");
    assert_eq!(
        refused.message,
        "Its history has the reminder for 8 January 2027 and this follow-up of 4 January 2027 already, so nothing is written twice."
    );
    desk.turn_to(START.saturating_add(1.days()));
    let view = add(&remind).expect("a follow-up of another day");
    assert_eq!(view.entries.last().expect("an entry").says, ["Followed up: mail."]);
    let sent = SentBody { letter: "Dear all".to_owned(), ..SentBody::default() };
    desk.app.record_sent(&id, &sent).expect("sent");
    assert!(desk.app.record_sent(&id, &sent).expect_err("twice").message.contains("this letter as sent on 5 January 2027"));
}
