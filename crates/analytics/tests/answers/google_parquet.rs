//! Google Analytics 4 in Parquet, as BigQuery writes it: parameters are a list of keys, each with a value of one of four types.

use crate::desk::{Files, line};
use crate::parquet::{Leaf, Node, NodeKind, Repetition, file};
use footbridge_analytics::{Funnel, Names, Question, Shape, survey_sql};

/// Parameters of one row: key, text, whole number.
type Parameters = &'static [(&'static str, Option<&'static str>, Option<i64>)];

const ROWS: [(i64, &str, &str, &str, Parameters); 3] = [
    (1_612_069_510_766_593, "page_view", "1.1", "mobile", &[("page_title", Some("Home"), None), ("ga_session_id", None, Some(123))]),
    (1_612_069_510_766_599, "purchase", "1.1", "mobile", &[]),
    (1_612_069_510_766_599, "page_view", "2.2", "desktop", &[("ga_session_id", None, Some(7))]),
];

fn leaf(name: &'static str, leaf: Leaf) -> Node {
    Node { name, repetition: Repetition::Optional, kind: NodeKind::Leaf(leaf) }
}

fn group(name: &'static str, repetition: Repetition, is_list: bool, children: Vec<Node>) -> Node {
    Node { name, repetition, kind: NodeKind::Group { is_list, children } }
}

fn text(of: impl Fn(usize) -> &'static str, level: u8) -> Leaf {
    Leaf::Text((0..ROWS.len()).map(|row| (0, level, Some(of(row).to_owned()))).collect())
}

/// One column within the parameters: an entry for each of them, and for a row without any one that says so.
fn within<T>(most: u8, of: impl Fn(&(&'static str, Option<&'static str>, Option<i64>)) -> Option<T>) -> Vec<(u8, u8, Option<T>)> {
    let mut entries = Vec::new();
    for (.., parameters) in &ROWS {
        for (at, parameter) in parameters.iter().enumerate() {
            let value = of(parameter);
            entries.push((u8::from(at > 0), if value.is_some() { most } else { most - 1 }, value));
        }
        if parameters.is_empty() {
            entries.push((0, 1, None));
        }
    }
    entries
}

/// `is_list` is whether the list is marked as one; without the mark it is read as groups within groups.
fn export(is_list: bool) -> Vec<u8> {
    let value = group(
        "value",
        Repetition::Optional,
        false,
        vec![
            leaf("string_value", Leaf::Text(within(5, |parameter| parameter.1.map(str::to_owned)))),
            leaf("int_value", Leaf::Whole(within(5, |parameter| parameter.2))),
            leaf("float_value", Leaf::Broken(within(5, |_| None))),
            leaf("double_value", Leaf::Broken(within(5, |_| None))),
        ],
    );
    let key = leaf("key", Leaf::Text(within(4, |parameter| Some(parameter.0.to_owned()))));
    let element = group("element", Repetition::Optional, false, vec![key, value]);
    let list = group("list", Repetition::Repeated, false, vec![element]);
    let times = Leaf::Whole(ROWS.iter().map(|row| (0, 1, Some(row.0))).collect());
    let columns = vec![
        leaf("event_date", text(|_| "20210131", 1)),
        leaf("event_timestamp", times),
        leaf("event_name", text(|row| ROWS[row].1, 1)),
        group("event_params", Repetition::Optional, is_list, vec![list]),
        leaf("user_pseudo_id", text(|row| ROWS[row].2, 1)),
        group("device", Repetition::Optional, false, vec![leaf("category", text(|row| ROWS[row].3, 2))]),
    ];
    file(3, columns)
}

#[test]
fn nested_parameters_are_read_from_parquet() {
    for is_list in [true, false] {
        let files = Files::new(&[("ga4.parquet", export(is_list))]);
        for (column, rows) in [
            ("event_params.page_title", ["(none) 1 page_view 1", "(none) 2 purchase 0", "Home 1 page_view 1", "Home 2 purchase 1"]),
            ("event_params.ga_session_id", ["123 1 page_view 1", "123 2 purchase 1", "7 1 page_view 1", "7 2 purchase 0"]),
            ("device.category", ["desktop 1 page_view 1", "desktop 2 purchase 0", "mobile 1 page_view 1", "mobile 2 purchase 1"]),
        ] {
            let reading = files.reading(&Names { by: Some(column.to_owned()), ..Names::default() });
            assert_eq!(reading.shape, Shape::GoogleAnalytics4);
            let clock = files.clock(&reading);
            assert_eq!(line(&files.run(&survey_sql(&reading, &clock))[0][..3]), "3 0 0");
            let question = Question::Funnel(Funnel { steps: vec!["page_view".to_owned(), "purchase".to_owned()], window_seconds: 3600 });
            let given = files.run(&question.sql(&reading, &clock));
            assert_eq!(given.iter().map(|row| line(&row[..4])).collect::<Vec<_>>(), rows, "{column}, marked as a list: {is_list}");
        }
    }
}
