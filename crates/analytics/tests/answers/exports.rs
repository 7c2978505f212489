//! Exports as the tools write them.

use crate::desk::{Files, USERS, line};
use footbridge_analytics::{Funnel, Names, Part, Question, Shape, read, survey_sql};

fn funnel(steps: [&str; 2]) -> Question {
    Question::Funnel(Funnel { steps: steps.map(str::to_owned).to_vec(), window_seconds: 7 * 86_400 })
}

fn by(column: &str) -> Names {
    Names { by: Some(column.to_owned()), ..Names::default() }
}

const AMPLITUDE: &str = r#"{"$insert_id":"a1","amplitude_id":11,"device_id":"d1","event_id":1,"event_properties":{"plan":"pro"},"event_time":"2026-01-05 08:00:00.100000","event_type":"signup","user_id":"u1@example.com","uuid":"x1"}
{"$insert_id":"a2","amplitude_id":11,"device_id":"d1","event_id":2,"event_properties":{"plan":"pro"},"event_time":"2026-01-06 08:00:00.100000","event_type":"pay","user_id":"u1@example.com","uuid":"x2"}
{"$insert_id":"a3","amplitude_id":12,"device_id":"d2","event_id":1,"event_properties":{},"event_time":"2026-01-06 08:00:00.100000","event_type":"signup","user_id":null,"uuid":"x3"}
"#;

#[test]
fn amplitude_counts_a_row_that_stands_in_two_files_once() {
    let files = Files::new(&[("a.json", AMPLITUDE), ("b.json", AMPLITUDE)]);
    let reading = files.reading(&Names::default());
    assert_eq!(reading.shape, Shape::Amplitude);
    assert_eq!(line(&files.run(&survey_sql(&reading, &files.clock(&reading)))[0]), "3 0 0 2026-01-05 08:00:00.100 2026-01-06 08:00:00.100");
    let rows = files.ask(&funnel(["signup", "pay"]), &by("event_properties.plan"));
    let rows: Vec<String> = rows.iter().map(|row| line(&row[..4])).collect();
    assert_eq!(rows, ["(none) 1 signup 1", "(none) 2 pay 0", "pro 1 signup 1", "pro 2 pay 1"]);
}

#[test]
fn mixpanel_repeats_are_left_out_and_seconds_and_milliseconds_told_apart() {
    for unit in ["", "000"] {
        let event = |name: &str, time: u64, id: &str| {
            format!(
                "{{\"event\":\"{name}\",\"properties\":{{\"time\":{time}{unit},\"distinct_id\":\"a\",\"$insert_id\":\"{id}\",\"plan\":\"pro\"}}}}\n"
            )
        };
        let lines = [event("Signed up", 1_602_611_311, "1"), event("Signed up", 1_602_611_311, "1"), event("Paid", 1_602_611_371, "2")];
        let files = Files::new(&[("export.jsonl", &lines.concat())]);
        let reading = files.reading(&Names::default());
        assert_eq!(reading.shape, Shape::Mixpanel);
        assert_eq!(line(&files.run(&survey_sql(&reading, &files.clock(&reading)))[0]), "2 0 0 2020-10-13 17:48:31 2020-10-13 17:49:31");
        let rows = files.ask(&funnel(["Signed up", "Paid"]), &by("plan"));
        assert_eq!(line(&[rows[1][3].clone(), rows[1][10].clone()]), "1 60.0");
    }
}

/// BigQuery writes 64-bit numbers into JSON as text.
const GOOGLE: &str = r#"{"event_date":"20210131","event_timestamp":"1612069510766593","event_name":"page_view","event_params":[{"key":"page_title","value":{"string_value":"Home"}},{"key":"ga_session_id","value":{"int_value":"123"}}],"user_pseudo_id":"1.1","device":{"category":"mobile"}}
{"event_date":"20210131","event_timestamp":"1612069510766599","event_name":"purchase","event_params":[],"user_pseudo_id":"1.1","device":{"category":"mobile"}}
{"event_date":"20210131","event_timestamp":"1612069510766599","event_name":"page_view","user_pseudo_id":"2.2","device":{"category":"desktop"}}
"#;

#[test]
fn google_keeps_parameters_in_a_list() {
    let files = Files::new(&[("ga4.jsonl", GOOGLE)]);
    for (column, rows) in [
        ("event_params.page_title", ["(none) 1 page_view 1", "(none) 2 purchase 0", "Home 1 page_view 1", "Home 2 purchase 1"]),
        ("event_params.ga_session_id", ["(none) 1 page_view 1", "(none) 2 purchase 0", "123 1 page_view 1", "123 2 purchase 1"]),
        ("device.category", ["desktop 1 page_view 1", "desktop 2 purchase 0", "mobile 1 page_view 1", "mobile 2 purchase 1"]),
    ] {
        let mut reading = files.reading(&by(column));
        assert_eq!(reading.shape, Shape::GoogleAnalytics4);
        reading.keep(&["string_value", "int_value"]);
        let given = files.run(&funnel(["page_view", "purchase"]).sql(&reading, &files.clock(&reading)));
        assert_eq!(given.iter().map(|row| line(&row[..4])).collect::<Vec<_>>(), rows, "{column}");
    }
}

#[test]
fn what_cannot_be_read_is_counted_not_guessed() {
    let csv = "account,what,at\na,x,2026-01-01T10:00:00+02:00\na,x,yesterday\n,x,2026-01-01T10:00:00Z\n";
    let files = Files::new(&[("log.csv", csv)]);
    let unread = read(&files.table(), &Names::default(), &USERS).expect_err("no column is called user");
    assert_eq!((unread.part, unread.columns.len()), (Part::User, 3));
    let named = |name: &str| Some(name.to_owned());
    let names = Names { user: named("account"), time: named("at"), event: named("what"), ..Names::default() };
    let reading = files.reading(&names);
    assert_eq!(line(&files.run(&survey_sql(&reading, &files.clock(&reading)))[0]), "3 1 1 2026-01-01 08:00:00 2026-01-01 10:00:00");
    let names = Names { by: named("nothing"), ..names };
    assert_eq!(read(&files.table(), &names, &USERS).expect_err("no such column").part, Part::By);
}
