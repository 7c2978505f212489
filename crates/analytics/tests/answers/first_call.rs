//! How soon keys get their first successful answer.

use crate::desk::{Files, line};
use footbridge_analytics::{Chart, Clock, FirstCall, Names, Part, Question, Unit, read};

/// `a` succeeds at once, `b` after 30 seconds, `c` after two hours, `d` never in a day, `e` never and was seen for a minute only.
const LOG: &str = "ts,status,key_id\n\
    2026-03-01 00:00:00,200,a\n2026-03-01 00:00:00,401,b\n2026-03-01 00:00:30,201,b\n\
    2026-03-01 00:00:00,500,c\n2026-03-01 02:00:00,200,c\n2026-03-01 00:00:00,404,d\n\
    2026-03-02 00:00:00,401,e\n2026-03-02 00:01:00,429,e\n2026-03-02 00:01:00,200,\n";

#[test]
fn keys_are_counted_by_the_time_to_their_first_success() {
    let files = Files::new(&[("requests.csv", LOG)]);
    let table = files.table();
    let reading = read(&table, &Names::default(), &[Part::Time]).expect("columns are known");
    let (first_call, told) = FirstCall::read(&table, None, None).expect("columns are known");
    assert_eq!(told, [(Part::Status, "status".to_owned()), (Part::Key, "key_id".to_owned())]);
    let question = Question::FirstCall(first_call);
    let rows = files.run(&question.sql(&reading, &Clock::utc(Unit::Written)));
    assert_eq!(
        rows.iter().map(|row| line(row)).collect::<Vec<_>>(),
        [
            "the first request 1 5 0.2 0.0362 0.6245 0.0 0",
            "1 minute 2 5 0.4 0.1176 0.7693 15.0 0",
            "1 hour 2 5 0.4 0.1176 0.7693 15.0 1",
            "1 day 3 5 0.6 0.2307 0.8824 30.0 1",
            "7 days 3 5 0.6 0.2307 0.8824 30.0 2",
            "all that was seen 3 5 0.6 0.2307 0.8824 30.0 2",
        ]
    );
    let columns = ["within", "keys", "of_keys", "rate", "rate_low", "rate_high", "median_seconds", "still_open"].map(str::to_owned);
    let told = Chart::of(&question, &columns, &rows).told();
    assert!(told.starts_with("within the first request: 1 key · 20.0\u{202f}%"), "{told}");
}

#[test]
fn a_log_without_keys_is_refused() {
    let table = Files::new(&[("requests.csv", "ts,status\n2026-03-01 00:00:00,200\n")]).table();
    assert_eq!(FirstCall::read(&table, None, None).expect_err("no key").part, Part::Key);
}
