//! Applications as files: written by hand, read with all findings, and only ever added to.

use footbridge_diagnostic::{Source, render_text};
use footbridge_jobs::{
    ApplicationFile, Entry, Interview, Kept, LONGEST_APPLICATION, Made, NotAdded, Reason, Rejection, StageName, added, begun,
    read_application, stage_taken_back, taken_back,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 26);

/// As a person writes it, with remarks, other quotes and a long text.
const BY_HAND: &str = "\
# Ann told me about this one.
company: 'Acme & Söhne'
role: Technical Product Manager, APIs
history:
- on: 2026-11-02
  stage: found      # by Ann
- on: 2026-11-03
  stage: Applied
  resume: Ann-Lee-Acme.pdf
  letter: mail
- {on: 2026-11-12, followed_up: ''}
- on: 2026-11-13
  note: |
    They said: two weeks.
    Ask Bo.
- on: 2026-11-20
  stage: no-answer
";

fn read(text: &str) -> ApplicationFile {
    let (file, findings) = read_application(text, "a.yaml").unwrap_or_else(|finding| panic!("{finding:?} in {text}"));
    assert!(findings.is_empty(), "{findings:?} in {text}");
    file
}

fn stage(on: Date, name: StageName) -> Entry {
    Entry { stage: Some(name), ..Entry::on(on) }
}

#[test]
fn what_a_person_wrote_is_read() {
    let file = read(BY_HAND);
    let application = file.application("acme");
    assert_eq!((application.company.as_str(), application.role.as_str()), ("Acme & Söhne", "Technical Product Manager, APIs"));
    let stages: Vec<(StageName, Date)> = application.stages.iter().map(|stage| (stage.name, stage.on)).collect();
    assert_eq!(
        stages,
        [(StageName::Found, date(2026, 11, 2)), (StageName::Applied, date(2026, 11, 3)), (StageName::NoAnswer, date(2026, 11, 20))]
    );
    assert_eq!(application.followed_up, [footbridge_jobs::FollowedUp { on: date(2026, 11, 12), how: String::new() }]);
    assert_eq!(application.note, "They said: two weeks.\nAsk Bo.");
    assert!(application.is_over());
    let [sent] = application.sent.as_slice() else { panic!("one thing was sent: {:?}", application.sent) };
    assert_eq!(sent.resume, Some(Kept { name: "Ann-Lee-Acme.pdf".to_owned(), hash: String::new(), made: None }));
}

#[test]
fn the_example_of_the_documentation_is_one() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/job-files.md")).expect("the documentation");
    let (_, example) = text.split_once("```yaml\n").expect("an example");
    let application = read(example.split_once("```").expect("its end").0).application("acme");
    assert_eq!((application.stages.len(), application.followed_up.len(), application.note.as_str()), (3, 1, "Ask again in spring."));
    for words in StageName::ALL.map(StageName::words).into_iter().chain(Reason::ALL.map(Reason::words)) {
        assert!(text.contains(words), "{words} is not named");
    }
    let (_, card) = text.split_once("```markdown\n").expect("an example");
    let card = footbridge_jobs::read_card(card.split_once("```").expect("its end").0, "a.md").expect("a card");
    assert_eq!(card.missing(), []);
}

#[test]
fn an_entry_is_added_and_every_byte_before_stays() {
    let entry = Entry {
        rejection: Some(Rejection { reason: Reason::Experience, said: "“Somebody” with: more # years".to_owned() }),
        ..stage(DAY, StageName::Rejected)
    };
    for text in [
        BY_HAND,
        BY_HAND.trim_end(),
        "company: A\nrole: B\n",
        "company: A\nrole: B",
        "company: A\nrole: B\nhistory:\n",
        "company: A\nrole: B\nhistory:\n    - on: 2026-01-01\n      stage: found\n",
        "company: A\nrole: B\nhistory:\n  - on: 2026-01-01\n    stage: nowhere\n",
        &begun("A: b", "- \"c\"\n\u{2028}\u{7}", "https://a.example/?b=c#d", &stage(DAY, StageName::Found)),
    ] {
        let after = added(text, &entry).unwrap_or_else(|why| panic!("{why}: {text}"));
        assert!(after.starts_with(text), "{after}");
        let (before, after) = (read_application(text, "").expect("it is read"), read_application(&after, "").expect("it is read"));
        assert_eq!(after.0.history.last(), Some(&entry));
        assert_eq!((after.0.history.len(), after.1), (before.0.history.len() + 1, before.1));
    }
}

#[test]
fn the_last_entry_is_taken_back_as_long_as_it_stands_as_it_was_written() {
    let after = added(BY_HAND, &stage(DAY, StageName::Offer)).expect("it can be added to");
    assert_eq!(taken_back(&after).as_deref(), Some(BY_HAND));
    assert_eq!(taken_back(&format!("{after}# by hand\n")), None);
    assert_eq!(taken_back("company: A\nrole: B\nhistory:\n- {on: 2026-01-01, stage: found}\n- {on: 2026-01-02, stage: offer}\n"), None);
    assert_eq!(taken_back(&begun("A", "B", "", &stage(DAY, StageName::Found))), None, "the only one");
}

#[test]
fn the_last_stage_is_taken_back_and_what_else_was_recorded_stays() {
    let note = |text: &str| Entry { note: text.to_owned(), ..Entry::on(DAY) };
    let with = |text: &str, entry: &Entry| added(text, entry).expect("it can be added to");
    let (before, after) = (note("before"), note("after"));
    let no = Entry { rejection: Some(Rejection { reason: Reason::Pay, said: "Too much.".to_owned() }), ..stage(DAY, StageName::Rejected) };
    let base = with(BY_HAND, &before);
    assert_eq!(stage_taken_back(&with(&with(&base, &no), &after)), Some(with(&base, &after)));
    let noted = Entry { note: "hard".to_owned(), ..no.clone() };
    assert_eq!(stage_taken_back(&with(&with(&base, &noted), &after)), Some(with(&with(&base, &note("hard")), &after)));
    assert_eq!(stage_taken_back(&with(&with(&base, &no), &no)), Some(with(&base, &no)), "the later one of two");
    assert_eq!(stage_taken_back(&base), None, "the last one was written by hand");
    assert_eq!(stage_taken_back(&begun("A", "B", "", &stage(DAY, StageName::Found))), None, "the only one");
}

#[test]
fn a_file_that_cannot_be_added_to_is_left_alone() {
    for text in [
        "company: A\nhistory:\n- on: 2026-01-01\n  stage: found\nrole: B\n",
        "company: A\nrole: B\nhistory: [{on: 2026-01-01, stage: found}]\n",
        "company: A\nrole: B\n...\n",
        "company: [\n",
        "",
    ] {
        assert_eq!(added(text, &stage(DAY, StageName::Offer)), Err(NotAdded::NoPlace), "{text}");
    }
    let note = |letters: usize| Entry { note: "x".repeat(letters), ..Entry::on(DAY) };
    let long = added(BY_HAND, &note(LONGEST_APPLICATION - BY_HAND.len() - 200)).expect("it can be added to");
    assert_eq!(added(&long, &note(400)), Err(NotAdded::TooLong));
}

#[test]
fn faults_are_told_with_their_places_and_without_what_the_file_says() {
    let entries = "company: Hush\nrole: B\nhistory:\n- on: 2026-13-01\n  stage: found\n- on: 2026-01-01\n  stage: Hushed interviw\n- on: 2026-01-01\n  stage: interviw\n- on: 2026-01-02\n  stage: rejected\n  reason: Hush\n- on: 2026-01-03\n  stage: offer\n";
    let (file, findings) = read_application(entries, "a.yaml").expect("the rest is read");
    assert_eq!(file.history.iter().map(|entry| entry.stage).collect::<Vec<_>>(), [Some(StageName::Offer)]);
    let source = Source { file: "a.yaml", text: entries };
    let said: Vec<String> = findings.iter().map(|finding| render_text(finding, Some(&source), false)).collect();
    insta::assert_snapshot!(said.join("\n"));
    for text in [
        "company: Hush\nrole: B\nhushed: 5\n",
        "company: Hush\nrole: Hush: Hush\n",
        "company: &Hush Hush\nrole: *Hush\n",
        "role: Hush\n",
        "company: ''\nrole: Hush\n",
        "company: Hush\nrole: ' '\n",
        "- Hush\n",
        "\tHush\n",
        "company: Hush\nrole: B\nhistory:\n- stage: hush\n",
        "company: Hush\nrole: B\n---\ncompany: Hush\n",
        &format!("company: Hush\nrole: B\n# {}\n", "x".repeat(LONGEST_APPLICATION)),
    ] {
        let finding = read_application(text, "a.yaml").expect_err("it cannot be read");
        let place = finding.place.as_ref().expect("a place").span.clone();
        assert!(text.get(place).is_some(), "{finding:?}");
        let told = format!("{finding:?}");
        assert!(!told.contains("Hush") && !told.contains("hush"), "{told}");
    }
}

#[test]
fn a_link_is_an_address_of_the_web_or_is_told() {
    let link = |written: &str| {
        let text = format!("company: A\nrole: B\nlink: {written}\n");
        let (file, findings) = read_application(&text, "a.yaml").expect("it is read");
        let told =
            findings.iter().map(|finding| &text[finding.place.as_ref().expect("a place").span.clone()]).collect::<Vec<_>>().join(" ");
        (file.link, told)
    };
    for address in ["https://acme.example/jobs/12", "HTTP://acme.example"] {
        assert_eq!(link(address), (address.to_owned(), String::new()));
    }
    assert_eq!(link("''"), Default::default());
    for other in ["acme.example/jobs", "javascript:alert(1)", "//acme.example", "/jobs", "https://acme .example", "https:acme.example"] {
        assert_eq!(link(other), (String::new(), other.to_owned()));
    }
}

fn entries() -> impl Strategy<Value = Entry> {
    let words = || proptest::string::string_regex("[ -~\\n\\tä₹“:#'\"\\\\\u{85}\u{2028}\u{feff}\u{ffff}-]{0,20}").expect("a pattern");
    let inner = move || words().prop_map(|text| text.trim().to_owned());
    let stage = proptest::option::of((0..StageName::ALL.len()).prop_map(|at| StageName::ALL[at]));
    let rejection = proptest::option::of(((0..Reason::ALL.len()), inner()))
        .prop_map(|reason| reason.map(|(at, said)| Rejection { reason: Reason::ALL[at], said }));
    let kept = |made: BoxedStrategy<Option<Made>>| {
        proptest::option::of((inner(), inner(), made).prop_map(|(name, hash, made)| Kept { name, hash, made }))
    };
    let some = || "[a-z: \"#-]{1,12}[a-z]".prop_map(|text: String| text.trim().to_owned());
    let made = || proptest::option::of((some(), some(), some()).prop_map(|(variant, theme, paper)| Made { variant, theme, paper }));
    let days = || (0..4_000_i32).prop_map(|days| DAY.saturating_add(jiff::ToSpan::days(days)));
    let interview = proptest::option::of((days(), inner()).prop_map(|(on, company_kind)| Interview { on, company_kind }));
    (
        days(),
        stage,
        rejection,
        kept(made().boxed()),
        kept(Just(None).boxed()),
        proptest::option::of(inner()),
        proptest::option::of(days()),
        interview,
        inner(),
    )
        .prop_map(|(on, stage, rejection, resume, letter, followed_up, remind_on, interview, note)| Entry {
            on,
            stage,
            rejection,
            resume,
            letter,
            followed_up,
            remind_on,
            interview,
            note,
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read(first in entries(), more in proptest::collection::vec(entries(), 0..5), name in "[ -~ä]{0,12}[a-z]") {
        let mut text = begun(name.trim(), "role", "", &first);
        let mut expected = vec![first];
        for entry in more {
            text = added(&text, &entry).expect("our own files can be added to");
            expected.push(entry);
        }
        let file = read(&text);
        prop_assert_eq!(file.company.as_str(), name.trim());
        prop_assert_eq!(file.history, expected);
    }

    #[test]
    fn no_text_does_harm(text in "(company: a\\n|role: b\\n|history:\\n|- on: 2026-01-01\\n|  stage: found\\n|[ -~\\n\\tä]{0,6}){0,12}") {
        match read_application(&text, "a.yaml") {
            Ok((_, findings)) => for finding in findings {
                prop_assert!(text.get(finding.place.expect("a place").span).is_some());
            },
            Err(finding) => prop_assert!(text.get(finding.place.expect("a place").span).is_some()),
        }
        if let Ok(after) = added(&text, &Entry::on(DAY)) {
            prop_assert!(after.starts_with(&text));
        }
    }
}

#[test]
fn an_interview_has_a_day_and_perhaps_a_kind_of_company() {
    let text = "company: Acme\nrole: TPM\nhistory:\n  - on: 2026-11-02\n    stage: applied\n    interview_on: 2026-12-10\n    company_kind: fintech\n";
    let (file, findings) = read_application(text, "a.yaml").expect("an application");
    assert!(findings.is_empty());
    let interview = file.application("a").interview.expect("a day");
    assert_eq!((interview.on.to_string().as_str(), interview.company_kind.as_str()), ("2026-12-10", "fintech"));
    let (file, findings) = read_application(&text.replace("    interview_on: 2026-12-10\n", ""), "a.yaml").expect("an application");
    assert_eq!(findings[0].code.as_str(), "jobs-application-kind");
    assert_eq!(file.application("a").interview, None);
}
