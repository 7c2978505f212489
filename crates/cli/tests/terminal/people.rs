//! People from a shell: an export read by anybody, and a learner's week with it.

use crate::learner::Learner;

const EXPORT: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Technical Product Manager,15 Mar 2024\n\
    Bo,Lee,https://www.linkedin.com/in/bo-lee,,Beta,Engineer,16 Mar 2024\n";

#[test]
fn an_export_is_read_without_a_learners_folder() {
    let nobody = Learner::new();
    let file = nobody.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let read = nobody.run(&["people", "read", file.to_str().expect("UTF-8")]);
    assert_eq!(read.code, Some(0), "{read:?}");
    assert!(read.out.contains("Ann Lee") && read.out.contains("2 contacts"), "{}", read.out);
    std::fs::write(&file, EXPORT.replace("16 Mar 2024", "soon")).expect("a file");
    let read = nobody.run(&["people", "read", file.to_str().expect("UTF-8")]);
    assert!(
        read.out.contains("The date in row 3 cannot be read") && !read.out.contains("csv:1"),
        "no place that is not true: {}",
        read.out
    );
    let json = nobody.json(&["people", "read", file.to_str().expect("UTF-8")]);
    assert_eq!(json["findings"][0]["start"]["line"], 3, "{json}");
    std::fs::write(&file, "nothing of the kind\n").expect("a file");
    let read = nobody.run(&["people", "read", file.to_str().expect("UTF-8")]);
    assert_eq!(read.code, Some(1), "{read:?}");
}

#[test]
fn a_week_with_people() {
    let learner = Learner::onboarded();
    let file = learner.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    let imported = run(&["import", file.to_str().expect("UTF-8")]);
    assert_eq!(imported.out, "2 contacts read, 2 new.\n", "{imported:?}");
    let week = run(&["week"]);
    assert!(week.out.contains("Ann Lee") && week.out.contains("5 of 5 to go"), "{}", week.out);
    let two = run(&["touch", "lee", "--how", "message"]);
    assert_eq!(two.code, Some(2), "{two:?}");
    assert!(!two.err.contains("Ann") && two.err.contains("2 contacts"), "{}", two.err);
    assert_eq!(run(&["touch", "Ann Lee", "--how", "pigeon"]).code, Some(2));
    assert_eq!(run(&["touch", "Ann Lee", "--how", "message"]).code, Some(0));
    assert!(run(&["week"]).out.contains("1 of 5 new people this week"));
    assert!(run(&["list", "beta"]).out.contains("Bo Lee"));
    assert!(run(&["show", "Ann Lee"]).out.contains("What to ask"));
    assert_eq!(run(&["paths", "--weak"]).code, Some(0));
    let first = run(&["calendar", "-"]);
    assert!(first.out.starts_with("BEGIN:VCALENDAR"), "{first:?}");
    let json: serde_json::Value = serde_json::from_str(&run(&["week", "--json"]).out).expect("JSON");
    assert_eq!(json["week"]["to_go"], 4);
}

#[test]
fn somebody_is_added_and_changed_by_hand() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    let added = run(&["add", "Ann Lee", "--company", "Acme", "--role", "Product manager", "--mail", "ann@example.org"]);
    assert!(added.code == Some(0) && added.out.starts_with("Kept, as c-"), "{added:?}");
    let again = run(&["add", "Ann Lee", "--mail", "ann@example.org"]);
    assert!(again.code == Some(2) && again.err.contains("in your contacts already"), "{again:?}");
    let wrong = run(&["change", "Ann Lee", "--mail", "at home", "--profile", "javascript:alert(1)"]);
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("mail address of this contact is none") && wrong.err.contains("is no web address"), "{}", wrong.err);
    assert!(!wrong.err.contains("at home") && !wrong.err.contains("javascript"), "nothing private is quoted: {}", wrong.err);
    let changed: serde_json::Value = learner.json(&["people", "change", "Ann Lee", "--company", "Beta", "--mail", "", "--tag", "Mentor"]);
    assert_eq!((&changed["line"]["work"], &changed["mail"]), (&"Product manager at Beta".into(), &"".into()));
    assert_eq!(changed["line"]["tags"], serde_json::json!(["mentor"]));
    let changed: serde_json::Value = learner.json(&["people", "change", "Ann Lee", "--untag", "MENTOR"]);
    assert_eq!(changed["line"]["tags"], serde_json::json!([]));

    assert!(run(&["cadence"]).out.contains("mentor"), "those that hold anyhow");
    let kept = learner.json(&["people", "cadence", "friend", "--every", "20"]);
    let friend = kept.as_array().and_then(|all| all.iter().find(|one| one["tag"] == "friend")).expect("it is kept");
    assert_eq!((&friend["every_days"], &friend["latest_days"]), (&20.into(), &30.into()));
    let wrong = run(&["cadence", "friend", "--every", "20", "--latest", "10"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("cannot be late before it is time"), "{wrong:?}");
}

#[test]
fn who_is_new_and_who_moved_is_told_by_name_and_can_be_planned_for() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    assert!(run(&["changes"]).out.contains("No file of contacts was imported yet"));
    let (may, june) = (learner.home().join("may.csv"), learner.home().join("june.csv"));
    let later = EXPORT.replace("Acme,", "Gamma,") + "Cy,Hart,https://www.linkedin.com/in/cy-hart,,Delta,Developer Advocate,17 Mar 2024\n";
    std::fs::write(&may, EXPORT).expect("a file");
    std::fs::write(&june, later).expect("a file");
    let (may, june) = (may.to_str().expect("UTF-8"), june.to_str().expect("UTF-8"));
    let compared = Learner::new().run(&["people", "compare", may, june]);
    assert!(compared.out.contains("1 person is new.") && compared.out.contains("Cy Hart"), "{compared:?}");
    let json = Learner::new().json(&["people", "compare", may, june]);
    assert_eq!(json["moved"][0]["before"], "Technical Product Manager at Acme", "{json}");
    assert_eq!(run(&["import", may]).code, Some(0));
    let imported = run(&["import", june]);
    assert!(imported.out.contains("Cy Hart") && imported.out.contains("another company"), "{imported:?}");
    assert_eq!(run(&["changes"]).out, imported.out);
    let json = learner.json(&["people", "changes"]);
    assert_eq!((&json["newcomers"][0]["name"], &json["moved"][0]["contact"]["name"]), (&"Cy Hart".into(), &"Ann Lee".into()), "{json}");

    assert_eq!(run(&["plan", "Cy Hart"]).code, Some(2), "a day is needed");
    assert_eq!(run(&["plan", "Cy Hart", "--on", "2020-01-01"]).code, Some(2), "it is over");
    assert_eq!(run(&["plan", "Cy Hart", "--on", "2199-01-10", "--note", "docs"]).out, "Planned for 2199-01-10.\n");
    assert!(run(&["show", "Cy Hart"]).out.contains("planned for 2199-01-10: docs"));
    assert_eq!(run(&["plan", "Cy Hart", "--off"]).out, "The plan is called off.\n");
    assert_eq!(run(&["plan", "Cy Hart", "--off"]).code, Some(2));
}

#[test]
fn an_interview_from_what_to_ask_to_what_was_heard() {
    let learner = Learner::onboarded();
    let file = learner.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    assert_eq!(run(&["import", file.to_str().expect("UTF-8")]).code, Some(0));
    let asked = run(&["interview", "Ann Lee"]);
    assert!(asked.out.contains("choose five") && asked.out.contains("When did you last read code"), "{}", asked.out);
    assert!(asked.out.contains("0 of 3 held and written down."), "{}", asked.out);
    assert_eq!(run(&["interview", "Ann Lee", "--step", "agreed", "--on", "2199-01-10"]).code, Some(0));
    assert_eq!(run(&["interview", "Ann Lee", "--step", "held"]).code, Some(0));
    assert_eq!(run(&["interview", "Ann Lee", "--step", "noted"]).code, Some(2), "nothing is written down");
    let noted = run(&["interview", "Ann Lee", "--step", "noted", "--note", "9 of 25 hours are meetings"]);
    assert!(noted.out.contains("9 of 25 hours") && noted.out.contains("1 of 3 held and written down."), "{noted:?}");
    assert_eq!(run(&["interview", "Ann Lee", "--on", "2027-01-01"]).code, Some(2), "a day of nothing");
    let again = run(&["interview", "Ann Lee", "--step", "held"]);
    assert!(again.code == Some(2) && again.err.contains("--take-back held"), "{again:?}");
    let back = run(&["interview", "Ann Lee", "--take-back", "noted"]);
    assert!(back.code == Some(0) && back.out.contains("0 of 3 held and written down."), "{back:?}");
}

#[test]
fn gatherings_and_a_calendar_stay_in_the_private_folder() {
    let learner = Learner::onboarded();
    let file = learner.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    assert_eq!(run(&["import", file.to_str().expect("UTF-8")]).code, Some(0));
    assert!(run(&["gatherings"]).out.contains("No community and no conference"));
    let unkind = run(&["gatherings", "API talks"]);
    assert!(unkind.code == Some(2) && unkind.err.contains("virtual-conference"), "{unkind:?}");
    assert_eq!(run(&["gatherings", "API talks", "--kind", "meetup", "--on", "2026-02-03"]).code, Some(0));
    assert!(run(&["week"]).out.contains("API talks: what came of it?"));
    let told = run(&["gatherings", "api talks", "--came-of-it", "Two questions answered", "--met", "Ann Lee"]);
    assert!(told.out.contains("Two questions answered") && told.out.contains("Ann Lee"), "{told:?}");
    let more = learner.json(&["people", "gatherings", "API talks", "--on", "2026-05-03", "--kind", "meetup", "--met", "Bo Lee"]);
    assert_eq!(more.as_array().map(Vec::len), Some(2), "another day is another one: {more}");

    assert_eq!(run(&["interview", "Ann Lee", "--step", "agreed", "--on", "2199-01-10"]).code, Some(0));
    let written = run(&["calendar"]);
    assert_eq!(written.code, Some(0), "{written:?}");
    let first = learner.read("private/people.ics");
    assert!(first.contains("Conversation with Ann Lee"), "{first}");
    assert_eq!(run(&["calendar"]).code, Some(0), "over an older calendar");
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(uids(&learner.read("private/people.ics")), uids(&first));
    assert_eq!(run(&["calendar", file.to_str().expect("UTF-8")]).code, Some(2), "over nothing else");
}

#[test]
fn a_calendar_is_written_over_no_other_file() {
    let learner = Learner::onboarded();
    let at = |name: &str| learner.home().join(name);
    for (name, there, written) in [
        ("report.pdf", &b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"[..], false),
        ("notes.txt", b"mine\n", false),
        ("begun.ics", b"BEGIN:VCALENDA", false),
        ("empty.ics", b"", true),
        ("marked.ics", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", true),
        ("latin.ics", b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Ren\xe9\r\nEND:VCALENDAR\r\n", true),
    ] {
        std::fs::write(at(name), there).expect("a file");
        for command in [&["people", "calendar"][..], &["plan", "--ics"]] {
            let ran = learner.run(&[command, &[at(name).to_str().expect("UTF-8")]].concat());
            assert_eq!(ran.code, Some(if written { 0 } else { 2 }), "{name}: {ran:?}");
            let now = std::fs::read(at(name)).expect("a file");
            assert_eq!(now != there, written, "{name}");
            assert!(!written || now.starts_with(b"BEGIN:VCALENDAR\r\n"), "{name}");
        }
    }
    std::fs::create_dir(at("folder.ics")).expect("a folder");
    let ran = learner.run(&["people", "calendar", at("folder.ics").to_str().expect("UTF-8")]);
    assert!(ran.code == Some(2) && ran.err.contains("is no calendar"), "{ran:?}");
    assert_eq!(learner.run(&["people", "calendar", at("new.ics").to_str().expect("UTF-8")]).code, Some(0));
}

#[test]
fn today_names_who_waits_to_hear_and_the_week_names_who_is_new() {
    let learner = Learner::onboarded();
    let file = learner.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    assert_eq!(run(&["import", file.to_str().expect("UTF-8")]).code, Some(0));
    let today = learner.json(&["today"])["date"].as_str().expect("a day").to_owned();
    assert_eq!(run(&["plan", "Bo Lee", "--on", &today, "--note", "their talk"]).code, Some(0));
    let said = learner.run(&["today"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("People: 0 of 5 new people this week, and 1 person waits to hear from you."), "{said}");
    assert!(said.contains("Bo Lee: You planned it for ") && said.contains(": their talk"), "{said}");
    assert_eq!(run(&["touch", "Ann Lee", "--how", "message"]).code, Some(0));
    assert_eq!(run(&["touch", "Bo Lee", "--how", "message"]).code, Some(0));
    let week = run(&["week"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(week.contains("New this week") && week.contains("Ann Lee, Technical Product Manager at Acme ("), "{week}");
    assert!(week.contains("Nobody else among your contacts can be proposed"), "a way on: {week}");
}
