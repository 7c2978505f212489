//! JSON Resume in and out: every fault with its place, and nothing lost.

use footbridge_diagnostic::Severity;
use footbridge_resume::{LARGEST_RESUME, SectionKind, read, write};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Reads `text` and compares the findings: severity, code, and the words of the file that each points at.
#[track_caller]
fn check(text: &str, expected: &[(Severity, &str, &str)]) {
    let (_, found) = read(text, "resume.json");
    let found: Vec<(Severity, &str, &str)> = found
        .iter()
        .map(|finding| {
            let place = finding.place.as_ref().expect("every fault has a place");
            assert_eq!(place.file, "resume.json");
            (finding.severity, finding.code.as_str(), &text[place.span.clone()])
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_sound_resume_has_no_findings() {
    check(r#"{"basics": {"name": "Meera", "location": {"city": "Kochi"}}, "work": [], "x-own": {"namee": 1}, "meta": null}"#, &[]);
    check("\u{feff}{}", &[]);
}

#[test]
fn what_is_not_json_is_told_where_it_stands() {
    use Severity::Error;
    check("", &[(Error, "resume-json", "")]);
    check("[1, 2]", &[(Error, "resume-shape", "[1, 2]")]);
    check(r#"{"work": [}"#, &[(Error, "resume-json", "}")]);
    check(r#"{"basics": {"name": "a"}} {}"#, &[(Error, "resume-json", "{")]);
    check("{\"name\": \"a\u{e9}\n", &[(Error, "resume-json", "\"a\u{e9}\n")]);
    let (deep, found) = read(&"[".repeat(100_000), "resume.json");
    assert!(deep.is_none() && found.len() == 1 && found[0].message == "This is nested too deep.", "{found:?}");
    let (resume, found) = read(&" ".repeat(LARGEST_RESUME + 1), "resume.json");
    assert!(resume.is_none());
    assert_eq!(found[0].code, "resume-size");
    let most = LARGEST_RESUME / 1024;
    assert_eq!(found[0].message, format!("This file has {} KiB; a résumé has at most {most}.", most + 1));
}

#[test]
fn a_comma_too_many_does_not_hide_the_other_faults() {
    let text = r#"{"basics": {"name": 5,}, "work": [{"startDate": "March 2024"}]}"#;
    use Severity::Error;
    check(text, &[(Error, "resume-shape", "5"), (Error, "resume-json", ","), (Error, "resume-date", "\"March 2024\"")]);
    assert!(read(text, "f").0.is_some());
}

#[test]
fn values_of_the_wrong_kind_are_errors_and_stay_in_the_file() {
    let text = r#"{"basics": {"email": true, "location": "Kochi", "profiles": {"url": "x"}}, "work": {"name": "a"}, "skills": ["SQL", {"name": "SQL", "keywords": "joins"}], "education": [{"courses": [1]}]}"#;
    let faults = ["true", "\"Kochi\"", r#"{"url": "x"}"#, r#"{"name": "a"}"#, "\"SQL\"", "\"joins\"", "1"];
    check(text, &faults.map(|fault| (Severity::Error, "resume-shape", fault)));
    let resume = read(text, "f").0.expect("a résumé");
    let (before, after): (Value, Value) = (serde_json::from_str(text).expect("JSON"), serde_json::from_str(&write(&resume)).expect("JSON"));
    assert_eq!(before, after);
    assert_eq!(resume.content().entries(SectionKind::Skills).len(), 1);
}

#[test]
fn dates_suggest_what_was_meant() {
    for (written, help) in [
        ("March 2024", "Did you mean `2024-03`?"),
        ("Sept 2024", "Did you mean `2024-09`?"),
        ("03/2024", "Did you mean `2024-03`?"),
        ("2024/3", "Did you mean `2024-03`?"),
        ("2024.3.5", "Did you mean `2024-03-05`?"),
        ("15 Mar 2024", "Did you mean `2024-03-15`?"),
        ("Present", "Leave `endDate` out: what has no end goes on."),
    ] {
        let text = format!(r#"{{"work": [{{"endDate": "{written}"}}]}}"#);
        check(&text, &[(Severity::Error, "resume-date", &format!("\"{written}\""))]);
        assert_eq!(read(&text, "f").1[0].help, [help], "{written}");
    }
    for hopeless in ["15/03/2024", "soon", "2024-02-30", "é"] {
        let text = format!(r#"{{"work": [{{"endDate": "{hopeless}"}}]}}"#);
        let found = read(&text, "f").1;
        assert!(found.len() == 1 && found[0].help.is_empty(), "{hopeless}: {found:?}");
    }
}

#[test]
fn near_misses_are_advice_and_own_keys_are_nobodys_business() {
    use Severity::{Advice, Warning};
    check(
        r#"{"bascis": {}, "work": [{"company": "A", "highlight": [], "startdate": "2024", "team": 5}], "certifications": [], "x-notes": 1}"#,
        &[
            (Advice, "resume-key", "\"bascis\""),
            (Advice, "resume-key", "\"company\""),
            (Advice, "resume-key", "\"highlight\""),
            (Advice, "resume-key", "\"startdate\""),
            (Advice, "resume-key", "\"certifications\""),
        ],
    );
    check(r#"{"work": [{"name": "A", "company": "A"}]}"#, &[]);
    check(r#"{"basics": {"name": "A", "name": "B"}}"#, &[(Warning, "resume-repeated-key", "\"name\"")]);
    let twice = read(r#"{"basics": {"name": "A", "name": "B"}}"#, "f").0.expect("a résumé");
    assert_eq!(twice.content().basics.name.as_ref().map(|name| name.text.as_str()), Some("B"));
}

#[test]
fn digits_order_and_repeated_keys_come_back_as_they_were() {
    let text = "{\n  \"z\": 1.50,\n  \"a\": 12345678901234567890123,\n  \"z\": 1e400,\n  \"basics\": {\n    \"own\": \"\\u0001\\n\\\"é\",\n    \"name\": \"Meera\"\n  },\n  \"work\": []\n}\n";
    let resume = read(text, "f").0.expect("a résumé");
    assert_eq!(write(&resume), text);
}

fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        prop::sample::select(vec![
            "basics",
            "work",
            "name",
            "highlights",
            "meta",
            "footbridge",
            "evidence",
            "bullet",
            "startDate",
            "x-own",
            "location"
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no infinity", |number| number.is_finite()).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["2024", "2024-03", "/work/0/highlights/0", "https://a.example"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// The law of the round trip: JSON that is laid out as we lay it out comes back byte for byte, whatever it holds.
    #[test]
    fn writing_is_the_identity_on_what_was_read(members in prop::collection::vec((".{0,8}", any_json()), 0..8)) {
        let document = Value::Object(members.into_iter().collect::<Map<_, _>>());
        let text = serde_json::to_string_pretty(&document).expect("a value is JSON") + "\n";
        let resume = read(&text, "f").0.expect("an object is a résumé");
        prop_assert_eq!(write(&resume), text);
    }
}
