//! What is told of an application: what was sent, since when it is known, whether its interview still comes.

use crate::desk::{Desk, START};
use footbridge_app::view::{ApplicationView, EntryBody, NewApplicationBody, SentBody, TakeBackBody};
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

pub(crate) fn last_entry(version: &str) -> TakeBackBody {
    TakeBackBody { version: version.to_owned(), stage: false }
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
    let only = desk.app.take_back_entry(&id, &last_entry(&version)).expect_err("the only entry");
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
        let resume_hash = desk.app.keep_sent(format!("%PDF {name}").as_bytes(), name).expect("a place").hash;
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

#[test]
fn an_entry_that_was_not_seen_is_not_taken_back() {
    let desk = Desk::begun();
    let id = added(&desk, "Zed Labs", "applied").line.id;
    let seen = desk.app.add_to_application(&id, &stage("interview", "")).expect("a stage");
    let note = EntryBody { note: "from the terminal".to_owned(), ..EntryBody::default() };
    let later = desk.app.add_to_application(&id, &note).expect("a note");
    let before = desk.all_texts();
    let refused = desk.app.take_back_entry(&id, &last_entry(&seen.version)).expect_err("it is another one");
    assert_eq!(refused.fault, footbridge_app::Fault::Changed);
    assert_eq!(desk.all_texts(), before);
    let back = desk.app.take_back_entry(&id, &last_entry(&later.version)).expect("the note is taken back");
    assert_eq!((back.entries.len(), back.version), (seen.entries.len(), seen.version));
}

/// A company comes back after a no, or the wrong card was moved.
#[test]
fn the_last_stage_is_taken_back_whatever_was_recorded_after_it() {
    let desk = Desk::begun();
    let begun = added(&desk, "Zed Labs", "applied");
    let id = begun.line.id.as_str();
    let no = EntryBody { reason: "pay".to_owned(), said: "Too much.".to_owned(), ..stage("rejected", "") };
    desk.app.add_to_application(id, &no).expect("an end");
    let letter = SentBody { letter: "Dear Ann".to_owned(), ..SentBody::default() };
    let sent = desk.app.record_sent(id, &letter).expect("it is kept");
    let body = |version: &str| TakeBackBody { version: version.to_owned(), stage: true };
    let view = desk.app.take_back_entry(id, &body(&sent.version)).expect("the rejection");
    assert_eq!((view.line.stage.as_str(), view.line.over, view.line.reason.as_deref()), ("applied", false, None));
    let says: Vec<&str> = view.entries.iter().flat_map(|entry| &entry.says).map(String::as_str).collect();
    assert!(says[0] == "Stage: applied." && says[1].starts_with("Letter sent, kept as private/applications/sent/"), "{says:?}");
    let stale = desk.app.take_back_entry(id, &body(&sent.version)).expect_err("another file by now");
    assert_eq!(stale.fault, footbridge_app::Fault::Changed);
    let only = desk.app.take_back_entry(id, &body(&view.version)).expect_err("the only one");
    assert_eq!(only.message, "The only stage of an application cannot be taken back: it has one at least.");
}

#[test]
fn only_a_document_or_a_text_is_kept_as_what_was_sent() {
    let desk = Desk::begun();
    let kept = |bytes: &[u8], name: &str| desk.app.keep_sent(bytes, name).map(|kept| kept.file.rsplit('.').next().map(str::to_owned));
    let odt = [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetypeapplication/vnd.oasis.opendocument.textPK"].concat();
    for (bytes, name, ending) in [
        (b"%PDF-1.7 mine".as_slice(), "Lee.exe", "pdf"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "Lee.docx", "docx"),
        (&odt, "Lee.odt", "odt"),
        ("Lee, Pune · SQL".as_bytes(), "Lee", "txt"),
        (b"# Lee", "Lee.MD", "md"),
        (b"<!DOCTYPE html>\n<p>Lee", "", "html"),
        (br#"{"basics": {"name": "Lee"}}"#, "", "json"),
        (b"{not JSON", "", "txt"),
    ] {
        assert_eq!(kept(bytes, name).expect(name).as_deref(), Some(ending), "{name}");
    }
    for bytes in [b"MZ\0\0abc".as_slice(), b"\x7fELF\x02", b"PK\x03\x04 xl/workbook.xml", b"\x89PNG\r\n\x1a\n", b"caf\xe9"] {
        let refused = desk.app.keep_sent(bytes, "Lee.pdf").expect_err("no document");
        assert_eq!(refused.message, "This is no file that a résumé is sent as; nothing was kept.");
        assert!(refused.help.expect("a way out").starts_with("A résumé is a PDF, a DOCX or ODT document"));
    }
}

#[test]
fn what_was_sent_is_given_again_to_its_own_application_alone() {
    let desk = Desk::begun();
    let (id, other) = (added(&desk, "Zed Labs", "applied").line.id, added(&desk, "Ycorp", "applied").line.id);
    let kept = desk.app.keep_sent(b"%PDF mine", "Lee.pdf").expect("a place");
    let body = SentBody { resume_hash: kept.hash.clone(), letter: "Dear Ann".to_owned(), ..SentBody::default() };
    desk.app.record_sent(&id, &body).expect("it is kept");
    let later = SentBody { resume_hash: desk.app.keep_sent(b"%PDF new", "Lee.pdf").expect("a place").hash, ..SentBody::default() };
    let view = desk.app.record_sent(&id, &later).expect("it is kept");
    let of_each: Vec<Vec<&str>> = view.entries.iter().map(|entry| entry.kept.iter().map(|kept| kept.hash.as_str()).collect()).collect();
    let letter = view.letter.as_ref().expect("a letter").hash.as_str();
    assert_eq!(of_each, [vec![], vec![kept.hash.as_str(), letter], vec![later.resume_hash.as_str()]]);
    let resume = desk.app.sent_file(&id, &kept.hash).expect("it is there");
    assert_eq!((resume.name.as_str(), resume.bytes.as_slice()), ("résumé.pdf", b"%PDF mine".as_slice()));
    let letter = desk.app.sent_file(&id, letter).expect("it is there");
    assert_eq!((letter.name.as_str(), letter.bytes.as_slice()), ("letter.txt", b"Dear Ann".as_slice()));
    for (id, hash) in [(&other, kept.hash.as_str()), (&id, ""), (&id, "../../secret"), (&id, &"0".repeat(64))] {
        assert_eq!(desk.app.sent_file(id, hash).map(|file| file.name).expect_err(hash).fault, footbridge_app::Fault::NotFound);
    }
    desk.put(&kept.file, "something else");
    desk.app.sent_file(&id, &kept.hash).map(|file| file.name).expect_err("it was changed since");
}
