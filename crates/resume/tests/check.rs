//! What a résumé lacks: a sound one has no advice, and each change to it gets exactly the advice that it deserves.

use footbridge_resume::{PartialDate, check, read};
use serde_json::{Value, json};

fn sound() -> Value {
    serde_json::from_str(include_str!("sound.json")).expect("JSON")
}

/// What would surely be taken wrong. Everything else is advice, which never blocks.
const ERRORS: [&str; 5] = ["resume-dates-backwards", "resume-glyph", "resume-mail", "resume-name", "resume-phone"];

/// The codes of the advice on a document, each with the words of the file that it points at.
fn advice(document: &Value) -> Vec<(String, String)> {
    let text = document.to_string();
    let (resume, found) = read(&text, "resume.json");
    assert!(found.iter().all(|finding| !finding.is_error()), "{found:?}");
    let today = PartialDate::read("2026-11-26").expect("a date");
    let found = check(&resume.expect("a résumé"), today);
    let with_place = found.into_iter().map(|finding| {
        assert_eq!(finding.is_error(), ERRORS.contains(&finding.code.as_str()), "{finding:?}");
        assert!(!finding.help.is_empty(), "advice says what to do: {finding:?}");
        let span = finding.place.expect("advice has a place").span;
        (finding.code, text[span].to_owned())
    });
    with_place.collect()
}

#[test]
fn a_sound_resume_needs_no_advice() {
    assert_eq!(advice(&sound()), []);
}

#[test]
fn each_weakness_gets_its_own_advice() {
    let long = "Cut the time that a partner bank needs to its first settled call from forty-six days to nine by replacing three forms, two meetings and one file transfer with a versioned API that tells a developer at every step what is missing and why it matters.";
    let cases: Vec<(&str, Value, &str, &str)> = vec![
        ("/basics/email", Value::Null, "resume-contact", ""),
        ("/basics/phone", Value::Null, "resume-contact", ""),
        ("/basics/location", Value::Null, "resume-contact", ""),
        ("/basics/name", Value::Null, "resume-name", ""),
        ("/basics/email", json!("ananya at example.org"), "resume-mail", "\"ananya at example.org\""),
        ("/basics/phone", json!("call me"), "resume-phone", "\"call me\""),
        ("/basics/location/countryCode", json!("India"), "resume-country", "\"India\""),
        ("/basics/image", json!("https://a.example/me.jpg"), "resume-photo", "\"https://a.example/me.jpg\""),
        ("/basics/maritalStatus", json!("single"), "resume-personal", "\"maritalStatus\""),
        ("/basics/url", json!("http://ananya.example"), "resume-link", "\"http://ananya.example\""),
        ("/basics/summary", Value::Null, "resume-summary", ""),
        ("/basics/summary", json!("word ".repeat(80)), "resume-summary", "\"word"),
        ("/work/0/highlights/0", json!(long), "resume-long-bullet", "\"Cut the time"),
        ("/work/0/highlights/0", json!("Responsible for 12 APIs."), "resume-opening", "\"Responsible"),
        ("/work/1/highlights/2", sound()["work"][0]["highlights"][3].clone(), "resume-repeated", "\"Priced"),
        ("/work/2/highlights", json!(["Built tables in 2019 on S3 with p95 alerts."]), "resume-metric", "\"Built"),
        ("/work", json!([]), "resume-no-jobs", ""),
        ("/work/1/highlights", json!([]), "resume-no-bullets", "{\"name\":\"Kestrel"),
        ("/work/1/endDate", json!("2019-11"), "resume-dates-backwards", "\"2019-11\""),
        ("/work/1/endDate", json!("2022-10"), "resume-overlap", "\"2020-01\""),
        ("/work/1/endDate", json!("2021-06"), "resume-gap", "\"2022-04\""),
        ("/work/0/startDate", json!("2031-04"), "resume-future", "\"2031-04\""),
        ("/work/1/position", Value::Null, "resume-job-head", "{\"name\":\"Kestrel"),
        ("/work/0/highlights/0", json!("Moved 12 🚀 tables."), "resume-glyph", "🚀"),
        ("/basics/summary", json!("One 招商 银行, then two."), "resume-glyph", "招商 银行"),
        ("/basics/location/region", json!("இந்தியா"), "resume-glyph", "இந்தியா"),
        ("/basics/url", json!("https://ananya.example/அறிமுகம்"), "resume-glyph", "அறிமுகம்"),
        ("/basics/profiles", json!([{"network": "Code", "url": "https://code.example/招商"}]), "resume-glyph", "招商"),
        ("/basics/profiles", json!([{"network": "招商", "username": "ananya"}]), "resume-glyph", "招商"),
        ("/basics/profiles", json!([{"network": "Code", "username": "招商"}]), "resume-glyph", "招商"),
        ("/projects", json!([{"name": "Ledger", "url": "https://ledger.example/🚀"}]), "resume-glyph", "🚀"),
        ("/work/0/name", json!("भारतीय भुगतान निगम, Pune"), "resume-script", "भारतीय भुगतान निगम"),
        ("/skills/0/keywords", json!(vec!["APIs"; 40]), "resume-skills", "{\"name\":\"APIs"),
        (
            "/work/0/highlights",
            json!(vec!["Cut latency by 5 % for developers of partner banks and everybody who waits for them at night."; 130]),
            "resume-long",
            "",
        ),
    ];
    for (pointer, value, code, place) in cases {
        let mut document = sound();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer has a key");
        match document.pointer_mut(parent).expect("a parent") {
            Value::Array(items) => items[key.parse::<usize>().expect("a number")] = value,
            Value::Object(members) => drop(members.insert(key.to_owned(), value)),
            _ => panic!("{pointer} is in no list and no object"),
        }
        let found = advice(&document);
        assert!(found.iter().any(|(given, at)| given == code && at.starts_with(place)), "{pointer}: no {code} at {place:?} in {found:?}");
        let others: Vec<&String> = found.iter().map(|(given, _)| given).filter(|given| *given != code).collect();
        let implied = ["resume-gap", "resume-overlap", "resume-repeated"];
        assert!(others.iter().all(|other| implied.contains(&other.as_str())), "{pointer} also got {others:?}");
    }
}

#[test]
fn a_title_that_says_nothing_technical_is_told() {
    let mut document = sound();
    document["basics"]["label"] = json!("Product manager");
    document["work"][0]["position"] = json!("Product Manager");
    assert_eq!(advice(&document), [("resume-title".to_owned(), "\"Product manager\"".to_owned())]);
    document["work"][0]["position"] = json!("Data Product Manager");
    assert_eq!(advice(&document), []);
}

#[test]
fn a_message_reads_as_a_sentence() {
    let many = vec!["Cut latency by 5 % for developers of partner banks and everybody who waits for them at night."; 130];
    for (job, message) in [
        (json!({"position": "Lead", "startDate": "2020", "highlights": []}), "The job “Lead” has no employer (`name`)."),
        (json!({"position": "Lead", "startDate": "2020", "highlights": []}), "The job “Lead” has no bullet."),
        (
            json!({"name": "Setway", "position": "Lead", "startDate": "2020", "highlights": ["Built it."]}),
            "No bullet of the job “Setway” has a number.",
        ),
        (
            json!({"name": "Setway", "position": "Lead", "startDate": "2025-06", "highlights": many}),
            "This fills about 3 pages, for 1 year of work.",
        ),
        (
            json!({"name": "Setway", "position": "Lead", "startDate": "2027-06", "highlights": many}),
            "This fills about 3 pages, for 0 years of work.",
        ),
    ] {
        let (resume, _) = read(&json!({"work": [job]}).to_string(), "resume.json");
        let found = check(&resume.expect("a résumé"), PartialDate::read("2026-11-26").expect("a date"));
        assert!(found.iter().any(|finding| finding.message == message), "no “{message}” in {found:?}");
    }
}

#[test]
fn letters_that_are_never_printed_need_no_font() {
    let mut document = sound();
    document["work"][0]["url"] = json!("https://setway.example/🚀");
    document["projects"] = json!([{"name": "Ledger", "type": "招商"}]);
    document["basics"]["profiles"] = json!([{"network": "招商", "username": "招商", "url": "https://code.example/ananya"}]);
    assert_eq!(advice(&document), []);
}

#[test]
fn one_side_alone_is_told() {
    let with = |bullet: &str| json!({"work": [{"name": "A", "position": "Lead", "startDate": "2020", "highlights": [bullet]}]});
    let intersections = |bullet: &str| advice(&with(bullet)).into_iter().filter(|(code, _)| code == "resume-intersection").count();
    assert_eq!(intersections("Sold 40 cars."), 2);
    assert_eq!(intersections("Tuned 40 SQL queries."), 1);
    assert_eq!(intersections("Interviewed 40 customers."), 1);
    assert_eq!(intersections("Interviewed 40 customers about our SQL."), 0);
}

#[test]
fn jobs_out_of_order_and_pauses_that_are_explained() {
    let mut document = sound();
    document["work"].as_array_mut().expect("jobs").swap(1, 2);
    assert_eq!(advice(&document), [("resume-order".to_owned(), "\"2020-01\"".to_owned())]);
    let mut document = sound();
    document["work"][1]["endDate"] = json!("2021-03");
    document["education"]
        .as_array_mut()
        .expect("schools")
        .push(json!({"institution": "B", "studyType": "Sabbatical", "startDate": "2021-04", "endDate": "2022-03"}));
    assert_eq!(advice(&document), []);
}

#[test]
fn a_link_to_a_bullet_that_was_reworded_is_told() {
    let mut document = sound();
    let link = |text: &str| json!({"bullet": "/work/0/highlights/0", "text": text, "evidence": "sql-late-orders"});
    document["meta"] = json!({"footbridge": {"evidence": [link("Something else.")]}});
    assert_eq!(advice(&document).iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["resume-evidence"]);
    document["meta"]["footbridge"]["evidence"] = json!([link(document["work"][0]["highlights"][0].as_str().expect("a bullet"))]);
    assert_eq!(advice(&document), []);
}

/// One thing that is wrong is told once.
#[test]
fn a_beginning_that_is_no_date_is_not_told_to_be_missing() {
    let text = r#"{"work": [{"name": "A", "position": "Lead", "startDate": "2099-13-01", "highlights": ["x"]}, {"name": "B", "position": "Lead", "startDate": ""}]}"#;
    let (resume, found) = read(text, "resume.json");
    assert!(found.iter().any(|finding| finding.message.contains("2099-13-01")), "{found:?}");
    let today = PartialDate::read("2026-11-26").expect("a date");
    let heads: Vec<String> = check(&resume.expect("a résumé"), today)
        .into_iter()
        .filter(|finding| finding.code == "resume-job-head")
        .map(|finding| finding.message)
        .collect();
    assert_eq!(heads, ["The job “B” has no beginning (`startDate`)."]);
}
