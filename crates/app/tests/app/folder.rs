//! The learner's folder: made once, changed by hand, damaged, not ours.

use crate::answers::right;
use crate::desk::{Desk, START, profile};
use footbridge_app::{DoctorMark, Fault, Init};
use jiff::civil::date;
use std::collections::BTreeMap;

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let desk = Desk::new();
    desk.put("taxes-2026.ods", "mine");
    let refused = desk.app.init(&Init { profile: profile() }).expect_err("it is not ours");
    assert_eq!(refused.fault, Fault::Asked);
    assert_eq!(desk.disk.files().len(), 1, "nothing was written");
}

#[test]
fn making_the_folder_twice_loses_nothing() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.put(".gitignore", "# my own\n");
    desk.app.init(&Init { profile: profile() }).expect("again");
    assert_eq!(desk.text(".gitignore").as_deref(), Some("# my own\n"));
    assert_eq!(desk.app.evidence().expect("evidence").passes.len(), 1);
}

#[test]
fn private_files_that_cannot_be_read_are_told_with_their_line_and_nothing_that_stands_there() {
    for (file, text, says) in [
        (
            "contacts.toml",
            "[[contact]]\nname = \"Ann Hush\n",
            "`private/contacts.toml` cannot be read, so nobody in it is shown, and it is left as it is. Line 2 is not TOML.",
        ),
        (
            "contacts.toml",
            "[[contact]]\nname = \"Ann\"\n\nhush = 1\n",
            "`private/contacts.toml` cannot be read, so nobody in it is shown, and it is left as it is. The key in line 4 is not known.",
        ),
        (
            "gatherings.toml",
            "[[gathering]]\nname = 5\n",
            "`private/gatherings.toml` cannot be read, so it is left as it is. The value in line 2 is of another kind than its key asks for.",
        ),
        (
            "applications/a.yaml",
            "company: Acme\nrole: TPM\nhush: 1\n",
            "`private/applications/a.yaml`, line 3: The file cannot be read as an application from here on. This application is missing everywhere until it is mended.",
        ),
    ] {
        let desk = Desk::begun();
        assert!(desk.app.session(false).expect("a session").notices.is_empty());
        let well = desk.app.doctor().lines.into_iter().find(|line| line.what == "Private files").expect("a line");
        assert_eq!(well.mark, DoctorMark::Well);
        desk.put(&format!("private/{file}"), text);
        let notices = desk.app.session(false).expect("a session").notices;
        assert_eq!(notices.iter().map(|notice| notice.message.as_str()).collect::<Vec<_>>(), [says]);
        assert!(notices[0].help.is_some());
        let doctor = desk.app.doctor();
        let line = doctor.lines.iter().find(|line| line.what == "Private files").expect("a line");
        assert_eq!((doctor.well, line.mark, line.says.as_str()), (false, DoctorMark::Wrong, says));
        desk.app.day().expect("the day is shown");
    }
}

#[test]
fn a_profile_changed_by_hand_counts_and_a_broken_one_is_told() {
    let desk = Desk::begun();
    let text = desk.text("footbridge.toml").expect("a profile");
    desk.put("footbridge.toml", &text.replace("monday = 60", "monday = 120").replace("days_off = []", "days_off = [\"2027-01-06\"]"));
    let path = desk.app.path().expect("a path");
    assert_eq!(path.details.minutes_a_week, 420);
    assert!(path.plan_weeks.iter().flat_map(|week| &week.items).all(|item| item.first.as_deref() != Some("2027-01-06")));
    let journal = desk.text("journal/desk-2027-01.jsonl").expect("a journal");
    assert_eq!(journal.matches("profile-set").count(), 2, "{journal}");

    desk.put("footbridge.toml", "blocker = \n");
    let session = desk.app.session(false).expect("it still works");
    assert_eq!(session.notices.len(), 1, "{:?}", session.notices);
    assert_eq!(desk.app.path().expect("a path").details.minutes_a_week, 420, "what was said before is used");
}

#[test]
fn a_plan_changed_by_hand_is_left_alone() {
    let desk = Desk::begun();
    assert!(desk.text("plan.md").expect("a plan").contains("## Week 1"));
    desk.put("plan.md", "# My own plan\n");
    assert!(!desk.app.write_plan().expect("it is told"));
    assert_eq!(desk.text("plan.md").as_deref(), Some("# My own plan\n"));
}

#[test]
fn a_page_of_the_site_changed_by_hand_is_left_alone() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.put("site/index.html", "mine");
    let again = desk.app.build_portfolio().expect("a site");
    assert_eq!(again.left_alone, ["index.html"]);
    assert_eq!(desk.text("site/index.html").as_deref(), Some("mine"));
    let third = desk.app.build_portfolio().expect("a site");
    assert_eq!(third.left_alone, ["index.html"], "also the time after");
}

#[test]
fn the_site_is_looked_at_before_anything_is_written() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    let before = desk.all_texts();
    let state = |path: &str| {
        let view = desk.app.preview_portfolio().expect("a preview");
        let page = view.pages.iter().find(|page| page.path == path).expect("it is a page").clone();
        (page.state, page.title, page.opens, view.says)
    };
    let (new, title, opens, says) = state("index.html");
    assert_eq!((new.as_str(), opens.as_str()), ("new", "/portfolio-preview/index.html"));
    assert_eq!(title, "Front page");
    let pages = desk.app.preview_portfolio().expect("a preview").pages;
    let owner = desk.app.profile().expect("a profile").name;
    assert!(pages.iter().all(|page| !page.title.ends_with(&format!(" – {owner}"))), "the owner is not named on each: {pages:?}");
    assert!(!desk.app.check_portfolio().expect("a look").up_to_date);
    assert!(says.ends_with(" would be written. Nothing is written until you build it."), "{title}: {says}");
    let previewed = desk.app.preview_file("index.html").expect("a preview").expect("a page");
    assert_eq!(desk.app.preview_file("../footbridge.toml").expect("a preview"), None);
    assert_eq!(desk.all_texts(), before, "nothing is written");

    desk.app.build_portfolio().expect("a site");
    assert_eq!(desk.text("site/index.html").map(String::into_bytes), Some(previewed), "what was seen is what was built");
    assert!(desk.app.check_portfolio().expect("a look").up_to_date, "nothing else is to be built");
    let (same, .., says) = state("index.html");
    assert!(same == "as it stands" && says.ends_with("nothing would be written."), "{same}: {says}");
    desk.put("portfolio.toml", "headline = \"Makes APIs that explain themselves\"\n");
    assert!(!desk.app.check_portfolio().expect("a look").up_to_date);
    let shown = desk.app.preview_file("index.html").expect("a preview").expect("a page");
    assert!(
        String::from_utf8(shown).expect("a page is text").contains("Makes APIs that explain themselves"),
        "what was seen before is not kept"
    );
    desk.put("site/index.html", "<title>mine</title><a href=\"none.html\">x</a>");
    let view = desk.app.preview_portfolio().expect("a preview");
    let page = view.pages.iter().find(|page| page.path == "index.html").expect("it is a page");
    assert_eq!((page.state.as_str(), page.title.as_str()), ("changed by hand", "mine"));
    assert!(!page.faults.is_empty(), "what is broken stands at its page");
}

#[test]
fn a_read_only_folder_can_still_be_read() {
    let desk = Desk::begun();
    let text = desk.text("footbridge.toml").expect("a profile");
    desk.put("footbridge.toml", &text.replace("monday = 60", "monday = 120"));
    desk.disk.set_read_only(true);
    let session = desk.app.session(false).expect("it can be read");
    assert_eq!(session.notices.len(), 1);
    assert!(desk.app.day().is_ok());
    let refused = desk.app.start("read-double-charge").expect_err("it cannot be written");
    assert_eq!(refused.fault, Fault::World);
    assert!(refused.message.contains("read-only"), "{}", refused.message);
}

#[test]
fn a_torn_line_is_one_sentence_and_costs_nothing() {
    let desk = Desk::begun();
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    let name = "journal/desk-2027-01.jsonl";
    let journal = desk.text(name).expect("a journal");
    desk.put(name, &format!("{journal}{{\"v\":1,\"id\":\"00"));
    let session = desk.app.session(false).expect("it still works");
    assert_eq!(session.notices.len(), 1, "{:?}", session.notices);
    assert_eq!(session.evidence, 1);
}

#[test]
fn two_devices_agree_after_their_files_are_merged() {
    let one = Desk::begun();
    one.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    let two =
        Desk::on(std::sync::Arc::new(footbridge_journal::testing::FaultyDisk::with_files(&one.disk.files())), "second", date(2027, 1, 5));
    two.hand_in("choice-breaking-change", &right("choice-breaking-change")).expect("a pass");
    one.turn_to(date(2027, 1, 6));
    one.hand_in("read-rate-limit-headers", &right("read-rate-limit-headers")).expect("a pass");
    for (from, to) in [(&one, &two), (&two, &one)] {
        for (path, bytes) in from.disk.files() {
            let (text, known) = (String::from_utf8(bytes).expect("text"), to.text(path.as_str()));
            if known.is_none()
                || path.as_str().starts_with(&format!("journal/{}", if std::ptr::eq(from, &one) { "desk" } else { "second" }))
            {
                to.put(path.as_str(), &text);
            }
        }
    }
    let evidence = |desk: &Desk| desk.app.evidence().expect("evidence").passes.iter().map(|pass| pass.exercise.clone()).collect::<Vec<_>>();
    assert_eq!(evidence(&one).len(), 3);
    assert_eq!(evidence(&one), evidence(&two));
    assert_eq!(START, date(2027, 1, 4));
}

#[test]
fn a_home_folder_with_a_work_folder_is_not_taken_over() {
    let desk = Desk::new();
    desk.put("work/taxes.ods", "mine");
    desk.put("holidays.md", "mine");
    assert_eq!(desk.app.init(&Init { profile: profile() }).expect_err("it is not ours").fault, Fault::Asked);
    assert_eq!(desk.disk.files().len(), 2, "nothing was written");
}

#[test]
fn names_that_anybody_uses_make_no_folder_ours() {
    for name in ["work/taxes.ods", "private/letter.txt", "journal/2026.txt", "site/index.html", "plan.md"] {
        let desk = Desk::new();
        desk.put(name, "mine");
        assert_eq!(desk.app.init(&Init { profile: profile() }).expect_err("it is not ours").fault, Fault::Asked, "{name}");
        assert_eq!(desk.disk.files().len(), 1, "{name}: nothing was written");
    }
}

#[test]
fn a_folder_whose_making_was_interrupted_is_made() {
    let desk = Desk::begun();
    let profile_file = footbridge_journal::DiskPath::new("footbridge.toml").expect("a path");
    let half = desk.disk.files().into_iter().filter(|(path, _)| *path != profile_file).collect();
    let again = Desk::on(std::sync::Arc::new(footbridge_journal::testing::FaultyDisk::with_files(&half)), "desk", START);
    again.app.init(&Init { profile: profile() }).expect("it was ours");
}

#[test]
fn a_repository_that_ignores_other_things_also_ignores_what_is_private() {
    let desk = Desk::new();
    desk.put(".gitignore", "*.log");
    desk.app.init(&Init { profile: profile() }).expect("a folder");
    let ignored = desk.text(".gitignore").expect("a file");
    assert!(ignored.starts_with("*.log\n") && ignored.contains("\n/private/\n"), "{ignored}");
}

#[test]
fn nothing_is_saved_where_nobody_has_begun() {
    let desk = Desk::new();
    let body = footbridge_app::view::AnswerBody { text: "x = 1\n".to_owned(), base_hash: String::new(), variant: 0 };
    assert_eq!(desk.app.save("read-double-charge", &body).expect_err("there is no folder").fault, Fault::Asked);
    assert!(desk.disk.files().is_empty());
}

#[test]
fn an_answer_that_is_no_text_is_told_and_left_as_it_is() {
    let desk = Desk::begun();
    let id = "read-double-charge";
    let path = footbridge_journal::DiskPath::new(&desk.app.start(id).expect("it can begin").path).expect("a path");
    let utf16 = [0xff, 0xfe, b'a', 0];
    footbridge_journal::Disk::write_atomically(&*desk.disk, &path, &utf16).expect("the disk works");
    for refused in
        [desk.app.work(id).expect_err("no text"), desk.app.check(id).expect_err("no text"), desk.app.start(id).expect_err("no text")]
    {
        assert!(refused.message.ends_with("is not UTF-8 text."), "{}", refused.message);
    }
    assert_eq!(footbridge_journal::Disk::read(&*desk.disk, &path).expect("a file"), utf16);
}

#[test]
fn a_plan_that_cannot_be_written_takes_no_pass_away() {
    let desk = Desk::begun();
    let plan = footbridge_journal::DiskPath::new("plan.md").expect("a path");
    footbridge_journal::Disk::write_atomically(&*desk.disk, &plan, &[0xff]).expect("the disk works");
    let verdict = desk.hand_in("read-double-charge", &right("read-double-charge")).expect("the pass stands");
    assert_eq!(verdict.outcome, "pass");
    assert!(verdict.findings.iter().any(|finding| finding.code == "plan-not-written"));
    assert_eq!(desk.app.evidence().expect("evidence").passes.len(), 1);
}

#[test]
fn days_that_no_plan_can_reach_are_refused() {
    let desk = Desk::begun();
    for (from, to) in [("start = \"2027-01-04\"", "start = \"9999-12-31\""), ("start = \"2027-01-04\"", "start = \"-009999-01-01\"")] {
        let text = desk.text("footbridge.toml").expect("a profile");
        desk.put("footbridge.toml", &text.replace(from, to));
        let session = desk.app.session(false).expect("it still works");
        assert_eq!(session.notices.len(), 1, "{to}: {:?}", session.notices);
        assert_eq!(desk.app.path().expect("a path").start, "2027-01-04", "what was said before is used");
        desk.put("footbridge.toml", &text);
    }
}

/// Lines of `plan.md` by the exercise they are about.
fn plan_lines(desk: &Desk) -> BTreeMap<String, String> {
    let plan = desk.text("plan.md").expect("a plan");
    let about = |line: &str| line.rsplit_once("`)").and_then(|(before, _)| before.rsplit_once('`')).map(|(_, id)| id.to_owned());
    plan.lines().filter_map(|line| Some((about(line)?, line.to_owned()))).collect()
}

/// What the plan says of each exercise, apart from where it is written.
fn planned(desk: &Desk) -> BTreeMap<String, String> {
    let items = desk.app.path().expect("a path").plan_weeks.into_iter().flat_map(|week| week.items);
    items.map(|item| (item.id, format!("{:?} {:?} {} {}", item.first, item.last, item.minutes, item.why))).collect()
}

#[test]
fn a_day_later_only_the_lines_that_changed_differ() {
    let desk = Desk::begun();
    let (lines, items) = (plan_lines(&desk), planned(&desk));
    assert!(lines.len() > 30, "{} lines", lines.len());
    desk.app.write_plan().expect("a plan");
    assert_eq!(plan_lines(&desk), lines, "the same day gives the same bytes");
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.turn_to(date(2027, 1, 5));
    assert!(desk.app.write_plan().expect("a plan"));
    let (later_lines, later_items) = (plan_lines(&desk), planned(&desk));
    let differing = |id: &&String| lines.get(*id) != later_lines.get(*id);
    let changed = |id: &&String| items.get(*id) != later_items.get(*id);
    let ids = || lines.keys().chain(later_lines.keys());
    assert_eq!(ids().filter(differing).collect::<Vec<_>>(), ids().filter(changed).collect::<Vec<_>>());
    assert!(ids().any(|id| differing(&id)), "a day without the planned work changes something");
    assert!(!later_lines.contains_key("read-double-charge"), "what is passed leaves the plan");
}
