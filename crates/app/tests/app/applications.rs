//! What is told of an application: what was sent, since when it is known, whether its interview still comes.

use crate::desk::{Desk, START};
use footbridge_app::view::{ApplicationView, EntryBody, NewApplicationBody, SentBody};
use jiff::ToSpan;

fn added(desk: &Desk, company: &str, stage: &str) -> ApplicationView {
    let body = NewApplicationBody {
        company: company.to_owned(),
        role: "TPM".to_owned(),
        stage: stage.to_owned(),
        ..NewApplicationBody::default()
    };
    desk.app.add_application(&body).expect("a new application")
}

fn stage(stage: &str, on: &str) -> EntryBody {
    EntryBody { stage: stage.to_owned(), on: on.to_owned(), ..EntryBody::default() }
}

/// Found is the day on which it was written down; the application had gone out before.
#[test]
fn what_was_applied_to_before_it_was_written_down_was_found_by_then() {
    let desk = Desk::begun();
    let begun = added(&desk, "Zed Labs", "");
    let before = desk.text(&begun.file).expect("a file");
    let view = desk.app.add_to_application(&begun.line.id, &stage("applied", "2026-12-20")).expect("an earlier day");
    let says: Vec<String> = view.entries.iter().map(|entry| format!("{} {}", entry.on, entry.says.join(" "))).collect();
    assert_eq!(
        says,
        ["2027-01-04 Stage: found. It counts from 20 December 2026 on, since what follows has that day.", "2026-12-20 Stage: applied."]
    );
    assert_eq!((view.line.stage.as_str(), view.line.since.as_deref(), view.findings.len()), ("applied", Some("2026-12-20"), 0));
    let days: Vec<(&str, &str)> = view.line.history.iter().map(|stage| (stage.stage.as_str(), stage.on.as_str())).collect();
    assert_eq!(days, [("found", "2026-12-20"), ("applied", "2026-12-20")]);
    assert!(desk.text(&view.file).expect("a file").starts_with(&before), "what was written down stays");
}

#[test]
fn a_day_that_cannot_be_says_where_it_is_changed() {
    let desk = Desk::begun();
    let id = added(&desk, "Zed Labs", "applied").line.id;
    let refused = desk.app.add_to_application(&id, &stage("offer", "2027-01-01")).expect_err("before it was applied to");
    let help = refused.help.expect("a way out");
    assert!(help.contains(&format!("`footbridge application show {id}` names")), "{help}");
    assert!(help.contains(&format!("`footbridge application take-back {id}`")), "{help}");
    let version = desk.app.application(&id).expect("it is there").version;
    let only = desk.app.take_back_entry(&id, &version).expect_err("the only entry");
    assert_eq!(only.message, "The only entry of an application cannot be taken back: it has a stage at least.");
    assert!(only.help.expect("a way out").contains(&format!("`footbridge application show {id}` names")));
    let again = NewApplicationBody {
        company: "zed labs".to_owned(),
        role: "tpm".to_owned(),
        stage: "first conversation".to_owned(),
        ..NewApplicationBody::default()
    };
    let open = desk.app.add_application(&again).expect_err("it is open");
    assert!(open.help.expect("a way out").contains(&format!("application move {id} first-conversation --on 2027-01-04`")));
}

#[test]
fn an_application_is_called_by_its_file_too() {
    let desk = Desk::begun();
    let zed = added(&desk, "Zed Labs", "");
    let id = zed.line.id.as_str();
    added(&desk, "Zed Labs East", "");
    for name in ["zed-labs-tpm", "Zed-Labs-TPM.yaml", zed.file.as_str(), "zed labs tpm"] {
        assert_eq!(desk.app.application_called(name).expect(name), id, "{name}");
    }
    assert!(desk.app.application_called("zed-labs").expect_err("two fit").message.starts_with("2 of 2"));
    for nothing in ["yaml", ".yaml", "private/applications/"] {
        desk.app.application_called(nothing).expect_err("neither an ending nor a folder is a name");
    }
}

#[test]
fn all_that_was_sent_is_told_with_its_day_the_earliest_first() {
    let desk = Desk::begun();
    let id = added(&desk, "Zed Labs", "applied").line.id;
    let send = |name: &str, on: &str| {
        let resume_hash = desk.app.keep_sent(format!("%PDF {name}").as_bytes()).expect("a place").hash;
        let body = SentBody {
            on: on.to_owned(),
            resume_name: name.to_owned(),
            resume_hash,
            letter: format!("With {name}"),
            letter_name: format!("{name}.txt"),
            ..SentBody::default()
        };
        desk.app.record_sent(&id, &body).expect("it is kept")
    };
    send("pay.pdf", "2027-01-03");
    let view = send("plain.pdf", "2027-01-02");
    let sent = "2027-01-02 plain.pdf; 2027-01-03 pay.pdf";
    assert_eq!(view.line.resume.as_deref(), Some(sent));
    assert_eq!(view.line.letter.as_deref(), Some("2027-01-02 plain.pdf.txt; 2027-01-03 pay.pdf.txt"));
    assert_eq!(view.resume.expect("a résumé").name, "pay.pdf", "the last by its day");
    assert!(desk.app.applications_csv().expect("a table").contains(&format!(",{sent},")));
    let kept = view.entries.iter().flat_map(|entry| &entry.says).filter(|says| says.contains("kept as private/applications/sent/"));
    assert_eq!(kept.count(), 4, "{:?}", view.entries);
}

#[test]
fn what_ended_has_no_interview_to_come() {
    let desk = Desk::begun();
    let id = added(&desk, "Zed Labs", "applied").line.id;
    let on = START.saturating_add(6.days()).to_string();
    let booked = EntryBody { interview_on: on.clone(), ..EntryBody::default() };
    assert_eq!(desk.app.add_to_application(&id, &booked).expect("a day").line.interview_on, Some(on.clone()));
    let over = desk.app.add_to_application(&id, &stage("rejected", "")).expect("an end");
    assert_eq!(over.line.interview_on, None);
    assert!(!desk.app.applications_csv().expect("a table").contains(&on));
    assert!(desk.app.day().expect("a day").interviews.is_empty() && desk.app.path().expect("a path").interviews.is_empty());
    assert!(!desk.app.calendar().expect("a calendar").contains("nterview on"));
}

#[test]
fn a_second_day_of_an_interview_is_said_to_move_the_first_and_keeps_the_kind_of_company() {
    let desk = Desk::begun();
    let new = NewApplicationBody { company: "Hushco".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let id = desk.app.add_application(&new).expect("a new application").line.id;
    let on = |day: i32| START.saturating_add(day.days()).to_string();
    let book = |day: i32, kind: &str| {
        let body = EntryBody { interview_on: on(day), company_kind: kind.to_owned(), ..EntryBody::default() };
        desk.app.add_to_application(&id, &body).expect("a day")
    };
    book(9, "fintech");
    let moved = book(12, "");
    assert_eq!((moved.line.interview_on, moved.company_kind.as_str()), (Some(on(12)), "fintech"));
    let last = |view: footbridge_app::view::ApplicationView| view.entries.last().expect("an entry").says.join(" ");
    assert_eq!(
        last(desk.app.application(&id).expect("it is there")),
        "Interview moved from 13 January 2027 to 16 January 2027, asked as a fintech asks."
    );
    desk.turn_to(START.saturating_add(13.days()));
    assert!(last(book(20, "startup")).starts_with("Interview on 24 January 2027, asked as a startup"), "a further round moves nothing");
}
