//! The résumé: begun from what is proven, written place by place, tailored, proven on paper; and what of it is private stays private.

use crate::answers::{exercise, pack, right};
use crate::desk::{Desk, profile};
use footbridge_app::view::{
    ChosenBody, ChosenEntryBody, ChosenSectionBody, ExerciseState, NewApplicationBody, ProfileView, PromptBody, ResumeChange,
    ResumeChangeBody, SentBody, VariantBody,
};
use footbridge_app::{Fault, Init, ResumeOf, ResumeSheet, Trouble};
use footbridge_journal::{Disk, DiskPath};

const COMPANY: &str = "Quietly Hiring GmbH";
const WHOLE: ResumeOf<'_> = ResumeOf::Own { variant: "" };

/// A learner with a name and two passes, one of them private.
fn proven() -> Desk {
    let desk = Desk::new();
    let answers = ProfileView {
        name: "Meera Nair".to_owned(),
        targets: vec![format!("TPM at {COMPANY}")],
        companies: vec![COMPANY.to_owned()],
        ..profile()
    };
    desk.app.init(&Init { profile: answers }).expect("a folder");
    for id in ["read-double-charge", "first-interview-scheduled", "prioritise-with-rice"] {
        desk.hand_in(id, &right(id)).expect("it can be checked");
    }
    desk
}

fn change(desk: &Desk, change: ResumeChange) -> Result<footbridge_app::view::ResumeView, Trouble> {
    let base_hash = desk.app.resume("")?.hash;
    desk.app.change_resume(&ResumeChangeBody { base_hash, variant: String::new(), change })
}

fn set(pointer: &str, text: &str) -> ResumeChange {
    ResumeChange::Set { pointer: pointer.to_owned(), text: text.to_owned() }
}

fn add(pointer: &str) -> ResumeChange {
    ResumeChange::Add { pointer: pointer.to_owned() }
}

/// A résumé with a job of two bullets.
fn employed() -> Desk {
    let desk = proven();
    desk.app.begin_resume().expect("a résumé");
    for step in [
        set("/basics/email", "meera@learner.example"),
        add("/work"),
        set("/work/0/name", "Setway Payments"),
        set("/work/0/position", "Customer engineer"),
        set("/work/0/startDate", "2021-03"),
        add("/work/0/highlights"),
        set("/work/0/highlights/0", "Cut the time to a first call from 3 days to 40 minutes."),
        add("/work/0/highlights"),
        set("/work/0/highlights/1", "Answered 1,200 tickets of developers."),
    ] {
        change(&desk, step).expect("a change");
    }
    desk
}

#[test]
fn a_bullet_taken_out_is_put_back_with_what_backs_it() {
    let desk = employed();
    let pointer = || "/work/0/highlights/0".to_owned();
    change(&desk, ResumeChange::Link { pointer: pointer(), evidence: "prioritise-with-rice".to_owned() }).expect("a link");
    let before = desk.text("resume.json").expect("a file");
    change(&desk, ResumeChange::Remove { pointer: pointer() }).expect("it is taken out");
    assert_ne!(desk.text("resume.json").as_ref(), Some(&before));
    let view = change(&desk, ResumeChange::PutBack { pointer: pointer(), before: before.clone() }).expect("it is put back");
    assert_eq!(desk.text("resume.json"), Some(before));
    assert!(view.loose.is_empty(), "its evidence stands behind it again");
}

#[test]
fn a_first_resume_says_what_is_proven_and_nothing_else() {
    let desk = proven();
    desk.hand_in("docs-refund-endpoint", &right("docs-refund-endpoint")).expect("it can be checked");
    assert_eq!(desk.app.resume("").expect("a view").state, "none");
    assert_eq!(desk.app.prove_resume(&WHOLE, &ResumeSheet::default()).expect_err("there is none").fault, Fault::NotFound);
    let view = desk.app.begin_resume().expect("a résumé");
    assert_eq!((view.state.as_str(), view.answer.as_str()), ("readable", "0 jobs, 1 bullet, 1 of them backed by evidence"));
    let text = desk.text("resume.json").expect("a file");
    assert!(text.contains("\"Meera Nair\"") && text.contains("\"countryCode\": \"IN\""), "{text}");
    let title = |id: &str| exercise(id).title.clone();
    assert!(text.contains("\"Wrote API documentation: "), "a verified piece is a bullet: {text}");
    assert!(!text.contains(&title("read-double-charge")), "an answer to a question is none");
    assert!(!text.contains(&title("prioritise-with-rice")), "self-reported work is not put forward");
    assert!(!text.contains(&title("first-interview-scheduled")) && !text.contains(COMPANY), "what is private is not in it: {text}");
    let kinds: Vec<&str> = view.evidence.iter().filter_map(|backing| backing.proof).map(ExerciseState::word).collect();
    assert_eq!(kinds, ["structure verified", "self-reported", "verified"], "self-reported work can be linked, and says so");
    let again = desk.app.begin_resume().expect_err("there is one");
    assert_eq!((again.fault, desk.text("resume.json").as_ref()), (Fault::Asked, Some(&text)));
}

#[test]
fn a_first_bullet_says_what_was_made_and_what_its_author_calls_it() {
    let id = "docs-refund-endpoint";
    let title = exercise(id).title.as_str();
    for (heading, called) in [
        ("Refunds, in full and in parts", "Refunds, in full and in parts"),
        ("Refunds at QUIETLY hiring GmbH", title),
        ("API documentation", title),
    ] {
        let desk = proven();
        desk.hand_in(id, &right(id).replacen("# Refunds\n", &format!("# {heading}\n"), 1)).expect("it can be checked");
        desk.app.begin_resume().expect("a résumé");
        let text = desk.text("resume.json").expect("a file");
        assert!(text.contains(&format!("\"Wrote API documentation: {called}\"")), "{heading}: {text}");
    }
}

#[test]
fn a_change_touches_one_place_and_never_what_somebody_else_wrote() {
    let desk = proven();
    let source = "{\"x-own\": 1.50, \"basics\": {\"name\": \"Meera Nair\", \"x\": {\"y\": [1, 2]}}}";
    let refused = desk.app.import_resume("{\n\"basics\"", "old.json").expect_err("this is none");
    assert_eq!(refused.help.as_deref(), Some("Line 2: A colon is missing after the key."), "{refused:?}");
    desk.app.import_resume(source, "old.json").expect("taken in");
    assert_eq!(desk.text("resume.json").as_deref(), Some(source), "as it was, layout included");
    desk.app.import_resume(source, "old.json").expect_err("there is one already");
    let stale = desk.app.resume("").expect("a view").hash;
    change(&desk, set("/basics/phone", "+91 98450 12345")).expect("a change");
    let text = desk.text("resume.json").expect("a file");
    assert!(text.contains("\"x-own\": 1.50") && text.contains("\"y\"") && text.contains("98450"), "{text}");
    let body = ResumeChangeBody { base_hash: stale, variant: String::new(), change: set("/basics/phone", "1") };
    assert_eq!(desk.app.change_resume(&body).expect_err("it was changed").fault, Fault::Changed);
    change(&desk, set("/nowhere", "1")).expect_err("no such place");
    change(&desk, ResumeChange::Link { pointer: "/work/0/highlights/0".to_owned(), evidence: "first-interview-scheduled".to_owned() })
        .expect_err("private work is no evidence here");
    assert_eq!(desk.text("resume.json"), Some(text));
}

#[test]
fn a_file_that_is_not_quite_right_is_told_with_places_and_left_as_it_is() {
    let desk = proven();
    for (source, state, locked) in [
        ("{\"basics\": {\"name\": \"Meera\",}, // mine\n\"work\": []}", "readable", "`resume.json` is not quite JSON, and"),
        ("{\"basics\": ", "unreadable", "`resume.json` cannot be read as a résumé, so"),
        // Sound JSON, and no résumé.
        ("[]", "unreadable", "`resume.json` cannot be read as a résumé, so"),
        ("", "unreadable", "`resume.json` cannot be read as a résumé, so"),
    ] {
        desk.put("resume.json", source);
        let view = desk.app.resume("").expect("it is told");
        assert_eq!(view.state, state, "{source}");
        assert!(view.locked.is_some_and(|why| why.starts_with(locked)), "{source}");
        assert!(view.findings.iter().any(|found| found.finding.severity == "error" && found.finding.start.is_some()), "{source}");
        let refused = change(&desk, set("/basics/name", "Meera Nair")).expect_err("a comment would be lost");
        assert!(!refused.message.contains("Meera") && !refused.findings.is_empty(), "{refused:?}");
        let (judged, _) = desk.app.check_resume(&WHOLE).expect("it is judged");
        assert!(!judged.complete);
        assert_eq!(desk.text("resume.json").as_deref(), Some(source));
    }
}

#[test]
fn evidence_backs_words_until_they_are_changed() {
    let desk = employed();
    let link = |pointer: &str, evidence: &str| ResumeChange::Link { pointer: pointer.to_owned(), evidence: evidence.to_owned() };
    let view = change(&desk, link("/work/0/highlights/0", "prioritise-with-rice")).expect("a link");
    let form = view.form.expect("a form");
    let work = form.sections.iter().find(|section| section.pointer == "/work").expect("jobs");
    let backing = &work.entries[0].lists[0].items[0].evidence[0];
    assert_eq!((backing.id.as_str(), backing.proof), ("prioritise-with-rice", Some(ExerciseState::SelfReported)));
    let view = change(&desk, set("/work/0/highlights/0", "Cut it to 20 minutes.")).expect("a change");
    assert_eq!(view.loose.len(), 1);
    assert_eq!(view.loose[0].words, "Cut the time to a first call from 3 days to 40 minutes.");
    let view =
        change(&desk, ResumeChange::Unlink { pointer: String::new(), evidence: "prioritise-with-rice".to_owned() }).expect("forgotten");
    assert_eq!(view.loose.len(), 0);
    change(&desk, link("/work/0/highlights/0", "read-double-charge")).expect("a link");
    let text = desk.text("resume.json").expect("a file").replace("read-double-charge", "no-such-thing");
    desk.put("resume.json", &text);
    let view = desk.app.resume("").expect("a view");
    assert!(view.findings.iter().any(|found| found.finding.code == "resume-evidence-unknown"), "{:?}", view.findings);
}

#[test]
fn a_variant_shows_what_was_chosen_for_one_role() {
    let desk = employed();
    let view =
        desk.app.begin_variant(&VariantBody { name: "Payments APIs".to_owned(), role: "TPM, payments".to_owned() }).expect("a variant");
    let variant = view.variant.expect("it is looked at");
    assert_eq!(
        (variant.line.name.as_str(), variant.line.path.as_str(), variant.says.as_str()),
        ("payments-apis", "private/resume/payments-apis.toml", "Everything is shown.")
    );
    desk.app.begin_variant(&VariantBody { name: "payments apis".to_owned(), role: String::new() }).expect_err("it is there already");
    desk.put(&variant.line.path, &desk.text(&variant.line.path).expect("a file").replacen("# Change it", "# mine\n# Change it", 1));
    let hash = desk.app.resume("payments-apis").expect("a view").variant.expect("it").hash;
    let entry = |entry: &str, items: &[&str]| ChosenEntryBody {
        entry: entry.to_owned(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        left_out: None,
    };
    let sections = vec![
        ChosenSectionBody { section: "skills".to_owned(), entries: Vec::new(), left_out: None },
        ChosenSectionBody {
            section: "work".to_owned(),
            entries: vec![entry("Customer engineer, Setway Payments", &["Answered 1,200 tickets of developers."])],
            left_out: None,
        },
    ];
    let body = ChosenBody { base_hash: hash, role: "TPM, payments".to_owned(), sections };
    let view = desk.app.change_variant(&variant.line.id, &body).expect("kept");
    assert!(view.variant.expect("it").says.ends_with("left out."));
    assert_eq!(desk.app.change_variant(&variant.line.id, &body).expect_err("an old hash").fault, Fault::Changed);
    assert!(desk.text(&variant.line.path).expect("a file").contains("# mine"), "what the person wrote above stays");
    let text = desk.app.resume_text(&ResumeOf::Own { variant: "payments-apis" }).expect("a text");
    assert!(
        text.contains("TPM, payments") && text.contains("1,200 tickets") && !text.contains("40 minutes") && !text.contains("SKILLS"),
        "{text}"
    );
    change(&desk, set("/work/0/highlights/1", "Answered 1,300 tickets.")).expect("a change");
    let view = desk.app.resume("payments-apis").expect("a view");
    assert!(view.findings.iter().any(|found| found.finding.message.contains("no longer in the résumé")), "{:?}", view.findings);
}

#[test]
fn a_job_and_a_line_that_come_later_are_shown_by_a_variant() {
    let desk = employed();
    desk.app.begin_variant(&VariantBody { name: "payments".to_owned(), role: String::new() }).expect("a variant");
    let path = "private/resume/payments.toml";
    let variant = || desk.app.resume("payments").expect("a view").variant.expect("it is looked at");
    let texts = || desk.app.resume_text(&ResumeOf::Own { variant: "payments" }).expect("a text");
    let chosen = variant();
    // The screen leaves out one line and keeps the rest as it is.
    let sections = chosen.sections.iter().map(|section| ChosenSectionBody {
        section: section.section.clone(),
        entries: section
            .entries
            .iter()
            .map(|entry| {
                let (left_out, items) = entry.items.iter().map(|item| item.text.clone()).partition(|text| text.contains("1,200 tickets"));
                ChosenEntryBody { entry: entry.entry.clone(), items, left_out: Some(left_out) }
            })
            .collect(),
        left_out: Some(Vec::new()),
    });
    let body = ChosenBody { base_hash: chosen.hash, role: String::new(), sections: sections.collect() };
    desk.app.change_variant("payments", &body).expect("kept");
    assert_eq!(variant().says, "1 line is left out.");
    let file = desk.text(path).expect("a file");
    assert!(file.contains("1,200 tickets") && !file.contains("40 minutes"), "what is shown is not listed: {file}");
    for step in [
        add("/work/0/highlights"),
        set("/work/0/highlights/2", "Wrote the guide that 60 partners follow."),
        add("/work"),
        set("/work/1/name", "Kiteport"),
        set("/work/1/position", "Support engineer"),
    ] {
        change(&desk, step).expect("a change");
    }
    let text = texts();
    assert!(text.contains("60 partners") && text.contains("Kiteport") && !text.contains("1,200 tickets"), "{text}");
    let exported = desk.app.export_resume("payments", &ResumeSheet::default()).expect("exported");
    assert_eq!((exported.left_out.says.as_str(), exported.left_out.missing.len()), ("1 line is left out.", 0));
}

#[test]
fn an_export_is_three_files_below_private_and_a_proof_that_can_fail() {
    let desk = employed();
    let view = desk.app.export_resume("", &ResumeSheet::default()).expect("exported");
    assert_eq!(view.files, ["pdf", "html", "txt"].map(|ending| format!("private/resume/exported/Meera-Nair-resume.{ending}")));
    assert!(view.proof.passed && view.proof.pages == 1 && view.proof.fields.len() >= 12, "{}", view.proof.says);
    assert!(desk.text("private/resume/exported/Meera-Nair-resume.txt").expect("a file").contains("Setway Payments"));
    change(&desk, set("/work/0/name", "招商银行")).expect("a change");
    let failed = desk.app.export_resume("", &ResumeSheet { theme: "classic".to_owned(), paper: "letter".to_owned() }).expect("exported");
    assert!(!failed.proof.passed && failed.proof.says.contains("did not come back"), "{}", failed.proof.says);
    let field = failed.proof.fields.iter().find(|field| !field.passed).expect("a field");
    assert_eq!((field.label.as_str(), field.expected.as_str()), ("Employer of job 1", "招商银行"));
    let refused =
        desk.app.resume_pdf(&WHOLE, &ResumeSheet { theme: "clasic".to_owned(), paper: String::new() }).expect_err("no such theme");
    assert_eq!(refused.help.as_deref(), Some("Did you mean `classic`?"));
    change(&desk, set("/basics/name", "")).expect("a change");
    let nameless = desk.app.prove_resume(&WHOLE, &ResumeSheet::default()).expect("a proof");
    assert!(!nameless.passed && nameless.says.starts_with("There is no name yet"), "{}", nameless.says);
}

#[test]
fn what_is_proven_is_the_very_pdf_that_is_given() {
    let desk = employed();
    let (bytes, proof) = desk.app.proven_resume_pdf(&WHOLE, &ResumeSheet::default()).expect("a PDF");
    assert_eq!(bytes, desk.app.resume_pdf(&WHOLE, &ResumeSheet::default()).expect("a PDF").bytes);
    assert!(proof.passed, "{}", proof.says);
    change(&desk, set("/basics/summary", "மீரா நாயர்")).expect("a change");
    let (_, proof) = desk.app.proven_resume_pdf(&WHOLE, &ResumeSheet::default()).expect("a PDF");
    assert!(!proof.passed && proof.fields.iter().any(|field| field.label == "Summary" && !field.passed), "{}", proof.says);
}

#[test]
fn no_variant_is_exported_over_the_whole_resume() {
    let desk = employed();
    let variant = |name: &str| VariantBody { name: name.to_owned(), role: String::new() };
    desk.app.begin_variant(&variant("resume")).expect("a variant");
    desk.app.begin_variant(&variant("Meera Nair resume")).expect("a variant");
    let exported = |variant: &str| desk.app.export_resume(variant, &ResumeSheet::default()).expect("exported").files;
    let files = [exported(""), exported("resume"), exported("Meera Nair resume")].concat();
    let different: std::collections::BTreeSet<&String> = files.iter().collect();
    assert_eq!(different.len(), 9, "{files:?}");
}

#[test]
fn a_variant_is_found_by_the_name_it_was_begun_with() {
    let desk = employed();
    for (name, path) in [("Payments APIs", "private/resume/payments-apis.toml"), ("İstanbul", "private/resume/i-stanbul.toml")] {
        let begun = desk.app.begin_variant(&VariantBody { name: name.to_owned(), role: String::new() }).expect("a variant");
        let line = begun.variant.expect("it is looked at").line;
        assert_eq!(line.path, path);
        for called in [name, &name.to_lowercase(), &line.name, &line.id] {
            let found = desk.app.resume(called).expect("it is found").variant.expect("it is looked at");
            assert_eq!(found.line.path, path, "{called}");
        }
    }
}

#[test]
fn what_a_variant_lacks_has_no_place_in_the_resume() {
    let desk = employed();
    desk.app.begin_variant(&VariantBody { name: "payments".to_owned(), role: String::new() }).expect("a variant");
    desk.put("private/resume/payments.toml", "[[section]]\nname = \"work\"\n[[section.entry]]\nname = \"Boss, Nowhere\"\n");
    let (judged, _) = desk.app.check_resume(&ResumeOf::Own { variant: "payments" }).expect("it is judged");
    let lacks = judged.findings.iter().find(|finding| finding.code == "resume-variant").expect("it is told");
    assert!(lacks.start.is_none() && lacks.end.is_none(), "{lacks:?}");
}

#[test]
fn bullets_that_come_later_show_in_an_entry_that_had_none() {
    let desk = employed();
    for step in [add("/work"), set("/work/1/name", "Kiteport"), set("/work/1/position", "Analyst"), set("/work/1/startDate", "2019")] {
        change(&desk, step).expect("a change");
    }
    let begun = desk.app.begin_variant(&VariantBody { name: "payments".to_owned(), role: String::new() }).expect("a variant");
    let variant = begun.variant.expect("it is looked at");
    let shown = |entry: &footbridge_app::view::ChosenEntryView| ChosenEntryBody {
        entry: entry.entry.clone(),
        items: entry.items.iter().map(|item| item.text.clone()).collect(),
        left_out: Some(Vec::new()),
    };
    let section = |section: &footbridge_app::view::ChosenSectionView| ChosenSectionBody {
        section: section.section.clone(),
        entries: section.entries.iter().map(shown).collect(),
        left_out: Some(Vec::new()),
    };
    let sections: Vec<ChosenSectionBody> = variant.sections.iter().map(section).collect();
    let body = ChosenBody { base_hash: variant.hash, role: "TPM".to_owned(), sections };
    desk.app.change_variant("payments", &body).expect("kept");
    for step in [add("/work/1/highlights"), set("/work/1/highlights/0", "Wrote the first runbook.")] {
        change(&desk, step).expect("a change");
    }
    let text = desk.app.resume_text(&ResumeOf::Own { variant: "payments" }).expect("a text");
    assert!(text.contains("Wrote the first runbook."), "{text}");
    let none = ChosenBody {
        base_hash: desk.app.resume("payments").expect("a view").variant.expect("it").hash,
        role: "TPM".to_owned(),
        sections: vec![ChosenSectionBody {
            section: "work".to_owned(),
            entries: vec![ChosenEntryBody { entry: "Analyst, Kiteport".to_owned(), items: Vec::new(), left_out: None }],
            left_out: None,
        }],
    };
    desk.app.change_variant("payments", &none).expect("kept");
    let text = desk.app.resume_text(&ResumeOf::Own { variant: "payments" }).expect("a text");
    assert!(text.contains("Kiteport") && !text.contains("runbook"), "lines that are there and not wanted stay out: {text}");
}

#[test]
fn a_job_description_lies_beside_what_the_resume_names() {
    let desk = employed();
    change(&desk, add("/skills")).expect("a change");
    let at = desk
        .app
        .resume("")
        .expect("a view")
        .form
        .expect("a form")
        .sections
        .iter()
        .find(|section| section.pointer == "/skills")
        .expect("skills")
        .entries
        .len()
        - 1;
    change(&desk, set(&format!("/skills/{at}/name"), "SQL")).expect("a change");
    let job = "You must know SQL.\nYou must know OpenAPI.\nA bachelor's degree is required.\n";
    let view = desk.app.read_job_for_resume(job, "").expect("read");
    let named: Vec<(&str, bool)> =
        view.requirements.iter().filter(|one| !one.by_hand).map(|one| (one.what.as_str(), !one.in_resume.is_empty())).collect();
    assert!(named.contains(&("Join tables without losing or doubling rows", true)), "SQL is named: {named:?}");
    assert!(named.iter().any(|(_, named)| !named), "OpenAPI is not: {named:?}");
    assert!(view.requirements.iter().any(|one| one.by_hand), "a degree is for the person to judge");
    assert_eq!(view.answer, "The résumé names 3 of 4 skills that must be (proven: 0), 0 of 0 that would be nice (proven: 0)");
    assert_eq!(
        desk.all_texts().iter().filter(|(_, text)| text.contains("must know OpenAPI")).count(),
        0,
        "the description is kept nowhere"
    );
}

#[test]
fn nothing_of_the_resume_reaches_the_site_a_prompt_or_an_error() {
    let desk = employed();
    let role = format!("TPM at {COMPANY}, ledger team");
    desk.app.begin_variant(&VariantBody { name: COMPANY.to_owned(), role: role.clone() }).expect("a variant");
    let exported = desk.app.export_resume(COMPANY, &ResumeSheet::default()).expect("exported");
    assert_eq!(exported.files[0], "private/resume/exported/quietly-hiring-gmbh/Meera-Nair-TPM-resume.pdf");
    let sent = desk.app.resume_pdf(&ResumeOf::Own { variant: COMPANY }, &ResumeSheet::default()).expect("a PDF");
    assert_eq!(sent.name, "Meera-Nair-TPM-resume.pdf");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    let secrets = [COMPANY, "quietly-hiring", "ledger team", "Setway", "meera@learner.example", "40 minutes"];
    let clean = |what: &str, text: &str| {
        let told = secrets.iter().find(|secret| text.to_lowercase().contains(&secret.to_lowercase()));
        assert_eq!(told, None, "{what}: {text}");
    };
    for (path, text) in desk.all_texts() {
        if !path.starts_with("private/") && path != "resume.json" && path != "footbridge.toml" {
            clean(&path, &text);
        }
    }
    let whole = desk.text("resume.json").expect("a file");
    assert!(!whole.contains("ledger team") && !whole.contains(COMPANY), "a variant leaves the résumé itself alone: {whole}");
    clean("the calendar", &desk.app.calendar().expect("a calendar").replace("\r\n ", ""));
    for prompt in &pack().prompts {
        clean(&prompt.name, &desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt").text);
    }
    let trouble = |what: &str, trouble: Trouble| clean(what, &format!("{} {}", trouble.message, trouble.help.unwrap_or_default()));
    trouble("an unknown variant", desk.app.resume("quietly-hiring-gmb").expect_err("none is called so"));
    trouble("a taken name", desk.app.begin_variant(&VariantBody { name: COMPANY.to_owned(), role }).expect_err("taken"));
    desk.put("private/resume/quietly-hiring-gmbh.toml", "role = \"TPM at Quietly Hiring GmbH\"\nrloe = 1\n");
    let broken = desk.app.resume("quietly-hiring-gmbh").expect_err("it cannot be read");
    clean("a finding in the file", &broken.findings[0].message);
    trouble("a broken file", broken);
    desk.put("resume.json", &whole.replace("\"work\"", "work"));
    trouble("a broken résumé", change(&desk, set("/basics/name", "x")).expect_err("it cannot be changed"));
}

#[test]
fn a_disk_that_refuses_names_the_folder_and_not_the_variant() {
    let desk = employed();
    let begin = |name: &str| desk.app.begin_variant(&VariantBody { name: name.to_owned(), role: String::new() });
    let variant = begin(COMPANY).expect("a variant").variant.expect("it is looked at");
    let chosen = ChosenBody { base_hash: variant.hash, role: "TPM".to_owned(), sections: Vec::new() };
    desk.disk.set_read_only(true);
    let mut refused = vec![
        ("another variant", begin("Quietly Two").expect_err("the disk is read-only")),
        ("a change", desk.app.change_variant(&variant.line.id, &chosen).expect_err("the disk is read-only")),
        ("an export", desk.app.export_resume(&variant.line.id, &ResumeSheet::default()).map(drop).expect_err("the disk is read-only")),
    ];
    desk.disk.set_read_only(false);
    let file = DiskPath::new(&variant.line.path).expect("a path");
    desk.disk.write_atomically(&file, b"role = \"\xff\"").expect("it can be written");
    let no_text = desk.app.resume(&variant.line.id).expect_err("it is no text");
    assert_eq!(no_text.fault, Fault::Asked);
    for (what, trouble) in &refused {
        assert!(trouble.fault == Fault::World && trouble.message.contains("`private/resume` could not be"), "{what}: {trouble:?}");
    }
    refused.push(("no text", no_text));
    for (what, trouble) in &refused {
        assert!(!format!("{trouble:?}").to_lowercase().contains("quietly"), "{what}: {trouble:?}");
    }
}

#[test]
fn an_application_keeps_the_pdf_of_a_variant_as_it_was_sent() {
    let desk = employed();
    let begun = desk.app.begin_variant(&VariantBody { name: "payments".to_owned(), role: "TPM, payments".to_owned() }).expect("a variant");
    let variant = begun.variant.expect("it is looked at");
    let application = NewApplicationBody { company: COMPANY.to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let id = desk.app.add_application(&application).expect("a new application").line.id;
    let sent = |variant: &str| SentBody { resume_variant: variant.to_owned(), ..SentBody::default() };
    let view = desk.app.record_sent(&id, &sent("payments")).expect("it is kept");
    let kept = view.resume.expect("a résumé");
    assert_eq!(kept.made, "the variant “payments”, in the look Modern, on A4");
    let file = kept.file.expect("its bytes");
    assert!(kept.name.ends_with("TPM-payments-resume.pdf"), "{}", kept.name);
    assert_eq!(view.line.resume, Some(format!("2027-01-04 {}", kept.name)));
    let bytes = |file: &str| desk.disk.read(&DiskPath::new(file).expect("a path")).expect("it is there");
    let now = || desk.app.resume_pdf(&ResumeOf::Own { variant: "payments" }, &ResumeSheet::default()).expect("a PDF").bytes;
    let before = bytes(&file);
    assert_eq!(before, now());

    let chosen = ChosenBody { base_hash: variant.hash, role: "Another role".to_owned(), sections: Vec::new() };
    desk.app.change_variant(&variant.line.id, &chosen).expect("kept");
    assert_eq!(bytes(&file), before, "what was sent stays");
    let letter = ResumeSheet { theme: "compact".to_owned(), paper: "letter".to_owned() };
    let wanted = SentBody { resume_theme: letter.theme.clone(), resume_paper: letter.paper.clone(), ..sent("payments") };
    let other = desk.app.record_sent(&id, &wanted).expect("it is kept");
    assert!(
        other.entries.last().expect("an entry").says.contains(&"It is the variant “payments”, in the look Compact, on Letter.".to_owned())
    );
    let other = other.resume.expect("a résumé").file.expect("its bytes");
    assert_eq!(bytes(&other), desk.app.resume_pdf(&ResumeOf::Own { variant: "payments" }, &letter).expect("a PDF").bytes);
    assert_ne!(bytes(&other), now(), "the look and the paper asked for");
    assert_eq!(
        desk.app.record_sent(&id, &SentBody { resume_theme: "loud".to_owned(), ..wanted }).expect_err("no such look").fault,
        Fault::Asked
    );
    let again = desk.app.record_sent(&id, &sent(&variant.line.id)).expect("it is kept").resume.expect("a résumé").file.expect("its bytes");
    assert!(again != file && bytes(&again) == now());

    let texts = desk.all_texts();
    assert_eq!(desk.app.record_sent(&id, &sent("nothing")).expect_err("none is called so").fault, Fault::NotFound);
    assert_eq!(desk.app.record_sent("0", &sent("payments")).expect_err("no such application").fault, Fault::NotFound);
    let both = SentBody { resume_hash: "0".repeat(64), ..sent("payments") };
    assert_eq!(desk.app.record_sent(&id, &both).expect_err("one was sent").fault, Fault::Asked);
    assert_eq!(desk.all_texts(), texts);
}

#[test]
fn a_finding_speaks_in_the_words_of_the_form_and_leads_to_its_field() {
    let desk = employed();
    change(&desk, set("/basics/email", "not-a-mail")).expect("it is kept as it was typed");
    change(&desk, set("/basics/name", "")).expect("a change");
    change(&desk, set("/work/0/startDate", "next summer")).expect("a change");
    let view = change(&desk, set("/basics/phone", "")).expect("a change");
    let told = |code: &str| {
        let found = view.findings.iter().find(|found| found.finding.code == code).unwrap_or_else(|| panic!("{code}: {:?}", view.findings));
        (found.field.as_str(), found.label.as_str(), found.finding.help.join(" "))
    };
    assert_eq!((told("resume-mail").0, told("resume-mail").1), ("/basics/email", "Mail address"));
    assert_eq!(told("resume-name"), ("/basics/name", "Name", "Add it as “Name”.".to_owned()));
    assert_eq!(told("resume-contact").0, "/basics/phone");
    assert!(told("resume-contact").2.starts_with("Add it as “"), "{:?}", told("resume-contact"));
    let dated = view.findings.iter().find(|found| found.field == "/work/0/startDate").expect("at its field");
    assert_eq!((dated.finding.severity.as_str(), dated.label.contains("From")), ("error", true), "{dated:?}");
}
